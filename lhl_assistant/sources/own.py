"""The user's own documents: each a folder with its text and what is known of it, under the user's data folder.

``kilder/<id>/tekst.md`` is the stored text that every position points into, ``kilde.json`` the rest. A source is
written beside its place and renamed into it, so that it is there whole or not at all. The index is made from these
folders and can always be made again.
"""

import hashlib
import re
import shutil
import unicodedata
from datetime import date
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from lhl_assistant.errors import InputUnusable, LibraryUnavailable
from lhl_assistant.sources import fences, plain
from lhl_assistant.sources.model import Kind, Source, Status

READABLE = (".md", ".markdown", ".txt")
_MAX_BYTES = 30_000_000
_PROBE, _FEW_ODD = 4096, 16
_PLAIN = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})


class _Known(BaseModel):
    model_config = ConfigDict(extra="ignore")

    id: str
    title: str
    issuer: str
    year: int | None
    status: Status
    kind: Kind
    url: str
    checked: str
    file: str


class OwnSources:
    """The sources kept under ``home``."""

    def __init__(self, home: Path) -> None:
        self._folder = home / "kilder"

    def all(self) -> list[Source]:
        """Every source, by id. Raises LibraryUnavailable, naming the folder, where one cannot be read."""
        folders = sorted(p for p in self._folder.glob("[!.]*") if (p / "kilde.json").is_file())
        return [_read(folder) for folder in folders]

    def add(self, file: Path) -> tuple[Source, bool]:
        """Keep the text of ``file``; (source, False) where the same content is there already.

        Raises InputUnusable for the file, LibraryUnavailable where nothing can be written.
        """
        title, text = _text(file)
        content = hashlib.sha256(text.encode()).hexdigest()
        for source in self.all():
            if hashlib.sha256(source.text.encode()).hexdigest() == content:
                return source, False
        known = _Known(
            id=f"{slug(file.stem)}-{content[:6]}",
            title=title or file.stem,
            issuer="egen kilde",
            year=None,
            status=Status.CURRENT,
            kind=Kind.OTHER,
            url="",
            checked=date.today().isoformat(),
            file=file.name,
        )
        try:
            self._write(known, text)
        except OSError as error:
            raise LibraryUnavailable(
                f"Mappen {self._folder} kan ikke skrives i. Sjekk at du har tilgang til den, og at disken har plass."
            ) from error
        return _read(self._folder / known.id), True

    def remove(self, id: str) -> bool:
        """Forget the source; False where there is none with this id."""
        folder = self._folder / id
        if id not in {s.id for s in self.all()}:
            return False
        gone = self._folder / f".borte-{id}"
        shutil.rmtree(gone, ignore_errors=True)
        folder.rename(gone)
        shutil.rmtree(gone, ignore_errors=True)
        return True

    def digest(self) -> str:
        """A hash of all that the own index is made of."""
        whole = hashlib.sha256()
        for source in self.all():
            whole.update(f"{source.id}\0{source.title}\0{source.text}\0".encode())
        return whole.hexdigest()

    def _write(self, known: _Known, text: str) -> None:
        folder, new = self._folder / known.id, self._folder / f".ny-{known.id}"
        shutil.rmtree(new, ignore_errors=True)
        new.mkdir(parents=True)
        (new / "tekst.md").write_text(text, encoding="utf-8", newline="\n")
        (new / "kilde.json").write_text(known.model_dump_json(indent=1), encoding="utf-8")
        new.rename(folder)


def slug(name: str) -> str:
    """A readable id for a file name; æøå become ae, oe and aa, never nothing."""
    plain = unicodedata.normalize("NFC", name).lower().translate(_PLAIN)
    plain = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60] or "kilde"


def _read(folder: Path) -> Source:
    try:
        known = _Known.model_validate_json((folder / "kilde.json").read_text(encoding="utf-8"))
        text = (folder / "tekst.md").read_text(encoding="utf-8")
    except (OSError, ValidationError, UnicodeDecodeError) as error:
        raise LibraryUnavailable(
            f"Kilden i {folder} er skadet. Slett mappen og legg dokumentet til på nytt."
        ) from error
    return Source(
        known.id,
        known.title,
        known.issuer,
        known.year,
        known.status,
        known.kind,
        known.url,
        known.checked,
        False,
        text,
    )


def _text(file: Path) -> tuple[str | None, str]:
    """A title that the file's text suggests, and the text as Markdown with ``\\n`` line ends.

    Raises InputUnusable, naming the file and what to do.
    """
    if file.suffix.lower() not in READABLE:
        raise InputUnusable(
            f"«{file.name}» kan ikke leses ennå: bare Markdown og ren tekst ({', '.join(READABLE)}) kan legges til."
        )
    try:
        if file.stat().st_size > _MAX_BYTES:
            raise InputUnusable(f"«{file.name}» er for stor (over 30 MB). Del den i mindre filer.")
        data = file.read_bytes()
    except OSError as error:
        raise InputUnusable(f"«{file}» kan ikke leses. Sjekk at filen finnes og at du har tilgang.") from error
    if _looks_binary(data):
        raise InputUnusable(f"«{file.name}» er ikke tekst. Lagre dokumentet som ren tekst eller Markdown først.")
    text = _decoded(data).replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    title = _title(text)
    if file.suffix.lower() == ".txt" and not plain.is_markdown(text):
        title, text = plain.title(text), plain.to_markdown(text)
    if not text.strip():
        raise InputUnusable(f"«{file.name}» er tom. Velg en fil med tekst.")
    return title, text


def _looks_binary(data: bytes) -> bool:
    """Whether many of the first bytes are control characters, as in a picture or an archive; UTF-16 has its mark."""
    start = data[:_PROBE]
    odd = sum(b < 32 and b not in b"\t\n\r\f\v\0" for b in start)
    return not data.startswith((b"\xff\xfe", b"\xfe\xff")) and odd > max(_FEW_ODD, len(start) / 30)


def _decoded(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _title(text: str) -> str | None:
    """The first line of content, a heading or not, where it can serve as a title."""
    _, body = fences.split(text)
    for line in text[body:].splitlines()[:40]:
        stripped = line.strip()
        if stripped:
            return stripped.lstrip("# ").strip()[:120] or None
    return None
