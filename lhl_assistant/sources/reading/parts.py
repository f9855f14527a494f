"""The pieces that every structured format is read into, and how they are written as Markdown."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from lhl_assistant.sources.plain import escaped

_DEEPEST_HEADING, _DEEPEST_ITEM = 6, 6


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; ``level`` 1 is the document's title."""

    text: str
    level: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    text: str


@dataclass(frozen=True, slots=True)
class Item:
    """A list item; ``depth`` counts from 0. ``mark`` is its number as the document shows it ("1.", "a)"), or "-"."""

    text: str
    depth: int
    mark: str = "-"


@dataclass(frozen=True, slots=True)
class Table:
    """A table's rows as they stand, the head among them. A cell over several columns is told once, one over several
    rows in each; a row that is one cell across the whole table has that cell only.
    """

    rows: tuple[tuple[str, ...], ...]


Part = Heading | Paragraph | Item | Table


def markdown(parts: Iterable[Part]) -> str:
    """The parts in their order, a blank line between them, none between the items of one list. Empty ones are out."""
    written: list[str] = []
    in_list = False
    for part in parts:
        for text in _written(part):
            item = isinstance(part, Item)
            written += ["" if not written else "\n" if item and in_list else "\n\n", text]
            in_list = item
    return "".join(written)


def words(parts: Iterable[Part]) -> str:
    """The words of the parts, in one line."""
    texts = (" ".join(" ".join(row) for row in part.rows) if isinstance(part, Table) else part.text for part in parts)
    return " ".join(" ".join(texts).split())


def _written(part: Part) -> Iterator[str]:
    match part:
        case Table(rows):
            yield from _table(rows)
        case Heading(text, level) if text.strip():
            yield f"{'#' * max(1, min(level, _DEEPEST_HEADING))} {_on_a_line(text)}".rstrip("#")
        case Item(text, depth, mark) if text.strip():
            numbered = re.fullmatch(r"\d{1,9}[.)]", mark)
            shown = escaped(_on_a_line(text if numbered or mark == "-" else f"{mark} {text}"))
            yield f"{'    ' * min(depth, _DEEPEST_ITEM)}{mark if numbered else '-'} {shown}"
        case Paragraph(text) if text.strip():
            yield escaped(text.strip())


def _on_a_line(text: str) -> str:
    return re.sub(r"[ \t\n]+", " ", text).strip(" ")


def _table(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """A table with its column names first. What stands over the names across all columns is a paragraph of its own."""
    filled = [row for row in rows if any(cell.strip() for cell in row)]
    width = max(map(len, filled), default=0)
    while filled and width > 1 and _is_alone(filled[0]) and any(not _is_alone(row) for row in filled[1:]):
        yield escaped(_on_a_line(" ".join(filled.pop(0))))
    if width == 1 or (filled and all(map(_is_alone, filled))):
        yield from (escaped(text) for row in filled if (text := _on_a_line(" ".join(row))))
        return
    if filled:
        lines = [_row(row if len(row) == 1 else [*row, *[""] * (width - len(row))]) for row in filled]
        yield "\n".join([lines[0], "|" + " --- |" * width, *lines[1:]])


def _is_alone(row: Sequence[str]) -> bool:
    """Whether one cell holds all that the row says."""
    return sum(bool(cell.strip()) for cell in row) == 1


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(_on_a_line(cell).replace("|", "\\|") for cell in cells) + " |"
