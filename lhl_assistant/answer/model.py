"""What comes back from a question: statements that each point to their source, or an honest no."""

from dataclasses import dataclass, field
from enum import StrEnum

from lhl_assistant.language.detect import Asked
from lhl_assistant.search.hits import Hit
from lhl_assistant.search.libraries import LibraryName
from lhl_assistant.sources.model import Kind, Status


class Reason(StrEnum):
    """Why there is no answer."""

    NOT_COVERED = "not_covered"
    NEEDS_CONTEXT = "needs_context"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a statement has its words from.

    ``quote`` is the source's stored text from ``start`` to ``end``, white space folded. ``title`` is the source's own;
    issuer, year, status, kind and url are those of what it rests on: for our summaries the first original that the
    section names, with its place in ``original``.
    """

    id: int
    source: str
    title: str
    issuer: str
    year: int | None
    status: Status
    kind: Kind
    library: LibraryName
    unconfirmed: bool
    summary: bool
    original: str | None
    heading: tuple[str, ...]
    page: int | None
    paragraph: int | None
    row: int | None
    start: int
    end: int
    quote: str
    url: str | None


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a source, verbatim (``text``), and our words before them (``lead``, a column's name for a cell)."""

    text: str
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence, list item or table row of the answer, with the citation that every piece of it is from."""

    pieces: tuple[Piece, ...]
    citation: int
    bullet: bool = False

    @property
    def text(self) -> str:
        """The statement as it is read."""
        return " · ".join(p.lead + p.text for p in self.pieces)


@dataclass(frozen=True, slots=True)
class Block:
    """Statements under a heading of ours ("" for the direct answer), or a table of rows that end in a citation."""

    heading: str
    statements: tuple[Statement, ...] = ()
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[tuple[str, ...], int], ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to one question. ``said`` is our own sentence where there is no answer or doubt about it ("" else)."""

    question: str
    language: Asked
    answered: bool
    sure: bool
    reason: Reason | None
    said: str
    blocks: tuple[Block, ...]
    citations: tuple[Citation, ...]
    focus_areas: tuple[int, ...]
    confidence: float
    hits: tuple[Hit, ...] = ()
    completed_question: str | None = None
    milliseconds: dict[str, float] = field(default_factory=dict)

    @classmethod
    def unasked(cls, question: str, language: Asked, reason: Reason, said: str) -> "Answer":
        """The answer to what was not looked up: nothing but our own sentence, and why."""
        return cls(
            question=question,
            language=language,
            answered=False,
            sure=True,
            reason=reason,
            said=said,
            blocks=(),
            citations=(),
            focus_areas=(),
            confidence=0.0,
        )
