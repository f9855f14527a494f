"""What a document to be sent out is, before it becomes Word, PDF or Markdown.

Small on purpose: what a plan, a case paper, a letter, a report and a poster need, and what all three formats can show
to a reader who sees and to one who listens.
"""

from dataclasses import dataclass
from typing import Literal

from lhl_assistant.reform.model import Language


@dataclass(frozen=True, slots=True)
class Run:
    """Text of one kind. ``link`` is an address that the text leads to."""

    text: str
    strong: bool = False
    emphasis: bool = False
    link: str | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """``[3]``: the claim before it rests on the document's reference with this number."""

    number: int


@dataclass(frozen=True, slots=True)
class Gap:
    """What only the municipality can know, shown so that nobody overlooks it: ``[FYLL INN: …]``, brackets included."""

    text: str


Inline = Run | Mark | Gap
Words = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1–4. ``on_new_page`` begins a new page where there are pages."""

    level: int
    text: str
    on_new_page: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; ``lead`` is what to read first, ``quote`` another's words, ``note`` small print."""

    words: Words
    style: Literal["body", "lead", "quote", "note"] = "body"


@dataclass(frozen=True, slots=True)
class Items:
    """A list of points, numbered from 1 where ``numbered``."""

    items: tuple[Words, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under named columns, the header repeated on each page.

    ``caption`` says what the table shows, for the eye and as its alternative text; ``widths`` are shares of the page's
    width, one a column, or () for equal ones. A row of one cell is a group heading over all columns.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Words, ...], ...]
    caption: str
    widths: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture: ``image`` is an SVG's or a PNG's bytes, ``alt`` says in words what it shows, ``width`` is 0..1."""

    image: bytes
    format: Literal["svg", "png"]
    alt: str
    caption: str
    width: float = 1.0


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page, where there are pages."""


Block = Heading | Paragraph | Items | Table | Figure | PageBreak


@dataclass(frozen=True, slots=True)
class Reference:
    """A source in the list at the end, found by its number."""

    number: int
    text: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Paper:
    """The sheet and the size of its letters, in points: A4 for reading, A3 for the wall, A5 for the hand."""

    size: Literal["a3", "a4", "a5"] = "a4"
    landscape: bool = False
    letters: float = 11


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document.

    ``cover`` gives title, subtitle, sender and date a page of their own; without it they stand over the text.
    ``contents`` adds a table of contents after them. The references become a list of sources at the end.
    """

    title: str
    language: Language
    blocks: tuple[Block, ...]
    subtitle: str = ""
    sender: str = ""
    date: str = ""
    references: tuple[Reference, ...] = ()
    cover: bool = False
    contents: bool = False
    paper: Paper = Paper()
