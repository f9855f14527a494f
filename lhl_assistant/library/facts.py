"""What is said of a document: by the planner, else by the catalogue or the document itself, else nothing."""

from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

from lhl_assistant.sources.hashes import text_hash
from lhl_assistant.sources.kinds import UNKNOWN_ISSUER
from lhl_assistant.sources.model import Kind, Original, Status
from lhl_assistant.sources.own import FORMAT, Known, slug
from lhl_assistant.sources.reading.file_names import readable
from lhl_assistant.sources.reading.model import Reading


@dataclass(frozen=True, slots=True)
class Facts:
    """What the planner says of a document; None where it is left to the document."""

    title: str | None = None
    issuer: str | None = None
    year: int | None = None
    status: Status | None = None
    kind: Kind | None = None
    url: str | None = None

    def chosen(self) -> dict[str, Any]:
        """The facts that are said, by name."""
        return {name: value for name, value in asdict(self).items() if value is not None}


def describe(file: Path, content: str, reading: Reading, facts: Facts, original: Original | None = None) -> Known:
    """What is known of a document that was just read from ``file``, whose bytes hash to ``content``."""
    text = text_hash(reading.text)
    name = original.id if original else file.stem
    suggested = {
        "title": reading.title or readable(file.stem),
        "issuer": reading.issuer or _municipality(reading) or UNKNOWN_ISSUER,
        "year": reading.year,
        "status": Status.CURRENT,
        "kind": reading.kind or Kind.OTHER,
        "url": "",
    }
    if original is not None:
        suggested |= {name: getattr(original, name) for name in suggested}
    return Known(
        **(suggested | facts.chosen()),
        format=FORMAT,
        id=f"{slug(name)}-{text[:6]}",
        checked=date.today().isoformat(),
        file=file.name,
        path=str(file.resolve()),
        content=content,
        text=text,
        pages=reading.pages,
        remarks=reading.remarks,
        chosen=tuple(sorted(facts.chosen())),
        original=original.id if original else "",
    )


def kept(known: Known) -> Facts:
    """What the planner has said of a source before."""
    return Facts(**{name: getattr(known, name) for name in known.chosen})


def _municipality(reading: Reading) -> str | None:
    return f"{reading.municipality} kommune" if reading.municipality else None
