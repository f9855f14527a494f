"""What reading a file gives: its text as Markdown, where its pages begin, and what it says of itself."""

from dataclasses import dataclass

from lhl_assistant.said import Said
from lhl_assistant.sources.model import Kind


@dataclass(frozen=True, slots=True)
class Suggested:
    """What a document seems to be; None where it does not say. The planner confirms or changes it."""

    title: str | None = None
    issuer: str | None = None
    year: int | None = None
    municipality: str | None = None
    language: str | None = None
    kind: Kind | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """A file as it was read. ``text`` is what every position points into.

    ``pages`` holds the offset in ``text`` at which each page begins; it is () where the format has no pages (Word, web,
    text), for a page is never guessed. ``language`` is "nb", "nn" or "en". ``remarks`` are sentences for the planner:
    hidden text left out, instructions to the reader, text read by OCR.
    """

    text: str
    pages: tuple[int, ...] = ()
    title: str | None = None
    issuer: str | None = None
    year: int | None = None
    municipality: str | None = None
    language: str | None = None
    kind: Kind | None = None
    remarks: tuple[Said, ...] = ()


@dataclass(frozen=True, slots=True)
class Raw:
    """What a format's own reader gives: Markdown in which a form feed stands where each page after the first begins.

    ``paged`` says whether the format has pages. ``title`` is the document's own (its properties or its first heading),
    ``year`` when it says it was made; ``dated``: that is when it was sent, and sure. ``hidden`` is text that a reader
    would not see, left out of ``text``.
    """

    text: str
    paged: bool = False
    title: str | None = None
    issuer: str | None = None
    year: int | None = None
    dated: bool = False
    hidden: tuple[str, ...] = ()
    remarks: tuple[Said, ...] = ()


MOST_PAGES, MOST_CHARACTERS = 2000, 6_000_000
"""More in one source would make its index slow and its citations hard to find; a page has some 3,000 characters."""


class Scanned(Exception):
    """A document of nothing but pictures of pages, and no OCR to read them with."""


class Locked(Exception):
    """A document that a password keeps shut."""


class TooLong(Exception):
    """A document of more pages than are read."""

    def __init__(self, pages: int) -> None:
        super().__init__(pages)
        self.pages = pages
