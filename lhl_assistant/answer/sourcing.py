"""What is told of a citation's source, by every face: its place, what our summary rests on, issuer, year and status."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from lhl_assistant.answer.frame import Frame
from lhl_assistant.answer.model import Citation
from lhl_assistant.said import Form
from lhl_assistant.sources.kinds import issuer_words, status_words

ORIGINALS = 2
"""How many of the originals that a summary rests on are named where there is little room."""


@dataclass(frozen=True, slots=True)
class Cited:
    """Citations that are told of together: ``first`` stands for them, ``runs`` are their numbers (``[1]–[3], [5]``)."""

    first: Citation
    runs: tuple[tuple[int, ...], ...]


def place(citation: Citation) -> str:
    """The source's title and the headings down to the quote."""
    return " › ".join((citation.title, *citation.heading[1:]))


def basis(citation: Citation, words: Frame, most: int | None = None) -> str:
    """What our summary rests on, less the title that stands above; of more than ``most`` originals the first ones.

    "" for a document that is quoted as itself.
    """
    if not citation.original:
        return ""
    named = citation.original.replace(f"{citation.title}, ", "").split("; ")
    more = f" {words.and_more}" if most is not None and len(named) > most else ""
    return words.summary.format("; ".join(named[:most]) + more)


def facts(citation: Citation, form: Form) -> list[str]:
    """Issuer, year and status, as far as they are known."""
    issuer, status = issuer_words(citation.issuer).in_(form), status_words(citation.status).in_(form)
    return [fact for fact in (issuer, str(citation.year or ""), status) if fact]


def source_line(citation: Citation, words: Frame, most: int | None = None) -> str:
    """All of it in one line, with the link and whether it is unconfirmed; ``most`` as for ``basis``."""
    issued = ", ".join([*facts(citation, words.form), *([citation.url] if citation.url else [])])
    doubt = words.unconfirmed if citation.unconfirmed else ""
    return ". ".join(p for p in (place(citation), basis(citation, words, most), issued, doubt) if p)


def by_place(citations: Iterable[Citation]) -> Iterator[Cited]:
    """Citations of one place together: a table's rows follow each other."""
    for _, same in groupby(citations, lambda c: (c.source, c.heading, c.unconfirmed)):
        yield _together(list(same))


def by_title(citations: Iterable[Citation]) -> Iterator[Cited]:
    """Citations of one title, from originals of the same issuer, year and status, together."""
    found: dict[tuple[object, ...], list[Citation]] = {}
    for c in citations:
        found.setdefault((c.title, c.issuer, c.year, c.status), []).append(c)
    yield from map(_together, found.values())


def _together(same: list[Citation]) -> Cited:
    runs = [tuple(c.id for _, c in run) for _, run in groupby(enumerate(same), lambda at: at[1].id - at[0])]
    return Cited(same[0], tuple(runs))
