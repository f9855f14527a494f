"""An answer as the parts that a face lays out: paragraphs, list items and tables. How they look is the face's own."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from lhl_assistant.answer.model import Answer, Block, Statement
from lhl_assistant.answer.rows import EMPTY
from lhl_assistant.answer.text import lines

Role = Literal["", "said", "heading", "quiet", "column", "mark"]
_BESIDE = 3
"""Columns between two of a table's columns."""


@dataclass(frozen=True, slots=True)
class Bit:
    """Words and what they are; ``mark`` is the number of the citation that they point to, 0 for other words."""

    text: str
    role: Role = ""
    mark: int = 0


@dataclass(frozen=True, slots=True)
class Prose:
    """Words in a row: a paragraph, a list ``item``, or a line ``below`` the name of a table's row."""

    bits: tuple[Bit, ...]
    kind: Literal["paragraph", "item", "below"] = "paragraph"


@dataclass(frozen=True, slots=True)
class Grid:
    """A table for whose longest words (``least``, by column) there is room."""

    columns: tuple[str, ...]
    least: tuple[int, ...]
    rows: tuple[tuple[tuple[str, ...], Bit], ...]


Part = Prose | Grid


def parts(answer: Answer, width: int) -> Iterator[list[Part]]:
    """What belongs together, with a blank line after each: our own sentence, then each block, in ``width`` columns."""
    if answer.said:
        yield [Prose((Bit(answer.said, "said"),))]
    for block in answer.blocks:
        yield list(_block(block, width))


def mark(number: int) -> Bit:
    """``[1]``."""
    return Bit(f"[{number}]", "mark", number)


def _block(block: Block, width: int) -> Iterator[Part]:
    if block.heading:
        yield Prose((Bit(block.heading, "heading"),))
    if block.rows:
        least = tuple(_longest_words(block))
        if sum(least) + _BESIDE * len(least) + len(" [99] ") <= width:
            yield Grid(block.columns, least, tuple((cells, mark(number)) for cells, number in block.rows))
        else:
            yield from _records(block)
    for line in lines(block):
        if line[0].bullet:
            yield Prose(tuple(_statement(line[0])), "item")
        else:
            yield Prose(tuple(_sentences(line)))


def _sentences(line: list[Statement]) -> Iterator[Bit]:
    for at, statement in enumerate(line):
        if at:
            yield Bit(" ")
        yield from _statement(statement)


def _statement(statement: Statement) -> Iterator[Bit]:
    for at, piece in enumerate(statement.pieces):
        yield from (Bit(" · " if at else "", "quiet"), Bit(piece.lead, "quiet"), Bit(piece.text))
    yield from (Bit("\u00a0"), mark(statement.citation))


def _longest_words(block: Block) -> Iterator[int]:
    """For each column the length of its longest word, which must not be broken."""
    for column in zip(block.columns, *(cells for cells, _ in block.rows), strict=True):
        yield max(len(word) for text in column for word in (text.split() or [""]))


def _records(block: Block) -> Iterator[Prose]:
    """A table told line by line, where it is too narrow for columns."""
    for cells, number in block.rows:
        yield Prose((Bit(cells[0], "column"), Bit("\u00a0"), mark(number)))
        for column, cell in zip(block.columns[1:], cells[1:], strict=True):
            if cell != EMPTY:
                yield Prose((Bit(f"{column}: ", "quiet"), Bit(cell)), "below")
