"""The knowledge that travels with the product: every Markdown file under ``knowledge/``, checked as it is read."""

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path

from lhl_assistant.errors import LibraryUnavailable
from lhl_assistant.said import Said
from lhl_assistant.sources import catalogue, frontmatter
from lhl_assistant.sources.model import Original, Passage, Source
from lhl_assistant.sources.passages import passages


def originals(folder: Path) -> Mapping[str, Original]:
    """The originals by id. Raises LibraryUnavailable."""
    return catalogue.load(folder / "kilder.yaml")


def files(folder: Path) -> list[Path]:
    """The knowledge files, in a fixed order. Raises LibraryUnavailable where there are none."""
    found = sorted(p for p in folder.rglob("*.md") if p.name != "README.md")
    if not found:
        raise LibraryUnavailable(
            Said(
                f"Kunnskapen mangler: det er ingen filer i {folder}. Installer programmet på nytt.",
                f"Kunnskapen manglar: det er ingen filer i {folder}. Installer programmet på nytt.",
            )
        )
    return found


def sources(folder: Path) -> list[Source]:
    """All bundled sources. Raises InputUnusable for a file with a bad head, LibraryUnavailable for a doubled id."""
    found: dict[str, Source] = {}
    for path in files(folder):
        source = read(path)
        if source.id in found:
            raise LibraryUnavailable(
                Said(
                    f"To kunnskapsfiler har id «{source.id}»: gi den ene en annen.",
                    f"To kunnskapsfiler har id «{source.id}»: gje den eine ein annan.",
                )
            )
        found[source.id] = source
    return list(found.values())


def read(path: Path) -> Source:
    """One knowledge file as a source; its stored text is the whole file, so that positions hold in an editor too."""
    text = path.read_text(encoding="utf-8")
    head, _ = frontmatter.read(text, path.name)
    return Source(
        head.id,
        head.title,
        head.issuer,
        head.year,
        head.status,
        head.kind,
        head.url,
        head.checked.isoformat(),
        True,
        text,
    )


def complaints(folder: Path) -> Iterator[str]:
    """What ``knowledge/README.md`` asks for and a file does not keep, one Norwegian sentence each."""
    known = originals(folder)
    for path in files(folder):
        source = read(path)
        if source.id != path.stem:
            yield f"{path.name}: id er «{source.id}», men skal være lik filnavnet."
        for passage in passages(source.text, source.title):
            yield from _complaints(path.name, passage, known)


def _complaints(name: str, passage: Passage, known: Mapping[str, Original]) -> Iterator[str]:
    where = f"{name}, «{passage.heading[-1]}»"
    if not passage.attributions:
        yield f"{where}: linjen «Kilde: …» mangler."
    for attribution in passage.attributions:
        if attribution.original not in known:
            yield f"{where}: kilden «{attribution.original}» står ikke i kilder.yaml."
    if not passage.questions:
        yield f"{where}: listen «Spørsmål:» mangler."
    if any(not cell.value for cell in passage.cells):
        yield f"{where}: rad {passage.row} har en tom celle; skriv «–»."


def digest(folder: Path) -> str:
    """A hash of everything that the bundled index is made of: file names and contents, catalogue included."""
    whole = hashlib.sha256()
    for path in [folder / "kilder.yaml", *files(folder)]:
        whole.update(path.relative_to(folder).as_posix().encode())
        whole.update(hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()
