"""What a source is and how a place in it is named. Positions are character offsets in the source's stored text."""

from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum

MAX_WORDS = 120
"""The longest a passage of several paragraphs gets, in words."""

SPLITTER = f"avsnitt-{MAX_WORDS}-2"
"""The name and version of what makes passages, part of an index's identity: change it when passages change."""


class Status(StrEnum):
    """Whether a source still holds."""

    CURRENT = "gjeldende"
    HISTORICAL = "historisk"
    EXAMPLE = "eksempel"


class Kind(StrEnum):
    """What sort of source it is; decides how much authority it has for which question."""

    REFORM = "reform"
    GUIDANCE = "guidance"
    LAW = "law"
    STATISTICS = "statistics"
    PROCESS = "process"
    PLAN = "plan"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Original:
    """An original that our summaries rest on, from ``knowledge/kilder.yaml``; ``url`` is "" where none is known."""

    id: str
    title: str
    issuer: str
    year: int | None
    status: Status
    kind: Kind
    url: str


@dataclass(frozen=True, slots=True)
class Attribution:
    """Where a section has its facts from: an original, and the place in it as the original names it ("" if unknown)."""

    original: str
    place: str


@dataclass(frozen=True, slots=True)
class Source:
    """A document in a library. ``text`` is what every position points into; ``summary`` is true for our own words.

    ``pages`` holds the offset at which each page begins, () where the format has no pages. ``original`` is the id that
    the catalogue of originals has for it, "" where it has none.
    """

    id: str
    title: str
    issuer: str
    year: int | None
    status: Status
    kind: Kind
    url: str
    checked: str
    summary: bool
    text: str
    pages: tuple[int, ...] = ()
    original: str = ""

    def page_at(self, offset: int) -> int | None:
        """The page, from 1, on which ``text[offset]`` stands; None where pages are not known."""
        return bisect_right(self.pages, offset) or None


@dataclass(frozen=True, slots=True)
class Span:
    """``text[start:end]`` of a source."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table row: its column's name, its value and where the value stands."""

    column: str
    value: str
    span: Span


@dataclass(frozen=True, slots=True)
class Passage:
    """A citable piece of a source: running text of one section, or one whole table row.

    ``heading`` is the path from the document's title down. ``paragraph`` counts from 1 within the section, ``row`` from
    1 within the table; of the two, one is set. ``sentences`` are the pieces that can be quoted, in reading order.
    """

    heading: tuple[str, ...]
    span: Span
    sentences: tuple[Span, ...]
    paragraph: int | None
    row: int | None
    cells: tuple[Cell, ...]
    attributions: tuple[Attribution, ...]
    questions: tuple[str, ...]

    def embedding_text(self, text: str) -> str:
        """What the model reads: heading path and content; a row as ``column: value`` so that it stands alone."""
        path = " – ".join(self.heading)
        if self.cells:
            return path + "\n" + ". ".join(f"{c.column}: {c.value}" for c in self.cells if c.value not in ("", "–"))
        return path + "\n" + fold(text[self.span.start : self.span.end])


def fold(text: str) -> str:
    """White space folded to single spaces, as quotes are compared."""
    return " ".join(text.split())
