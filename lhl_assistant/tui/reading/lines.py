"""A stored text laid out in lines, each with its place in the text, so that a quote can be marked where it stands."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from textwrap import wrap
from types import MappingProxyType
from typing import Literal

from rich.cells import cell_len

from lhl_assistant.sources.fences import split
from lhl_assistant.sources.markdown import Block, blocks
from lhl_assistant.sources.model import Span
from lhl_assistant.tui.reading.resting import resting

_WORD = re.compile(r"\S+")
_LEAST = 16

_NONE: Mapping[str, str] = MappingProxyType({})

Kind = Literal["heading", "text", "cell", "source", "blank"]


@dataclass(frozen=True, slots=True)
class Line:
    """``text[start:end]`` of the source after ``lead`` (a bullet, a column's name or an indent).

    ``said`` are words of ours in its place.
    """

    kind: Kind
    lead: str
    start: int
    end: int
    said: str = ""


def lines(
    text: str, width: int, within: Span | None = None, summary: bool = False, titles: Mapping[str, str] = _NONE
) -> list[Line]:
    """``text``, or what of it lies ``within`` a span, in lines of at most ``width`` columns.

    Of our own ``summary`` the questions that it answers are left out: they are for the search. What it rests on is told
    by ``titles``, which has them by the ids that stand there. Table rows are told cell by cell, as a screen is seldom
    wide enough for a plan's tables.
    """
    body = split(text)[1]
    laid: list[Line] = []
    before: Block | None = None
    asking = False
    for block in blocks(text, body):
        asking = summary and (_is_asking(text, block) or (asking and block.kind == "item"))
        if asking:
            continue
        if within is not None and not (within.start <= block.span.start and block.span.end <= within.end):
            continue
        if before is not None and not (before.kind == block.kind == "item"):
            laid.append(Line("blank", "", block.span.start, block.span.start))
        if summary and (told := resting(text[block.span.start : block.span.end], titles)):
            laid += [
                Line("source", "", block.span.start, block.span.end, line) for line in wrap(told, max(_LEAST, width))
            ]
        else:
            laid += _block(text, block, max(_LEAST, width))
        before = block
    return laid


def _is_asking(text: str, block: Block) -> bool:
    return block.kind == "paragraph" and text[block.span.start : block.span.end].strip() == "Spørsmål:"


def _block(text: str, block: Block, width: int) -> Iterator[Line]:
    match block.kind:
        case "heading":
            yield from _wrapped(text, block.span, width, "heading", "", "")
        case "item":
            indent = "  " * (block.level - 1)
            yield from _wrapped(text, block.span, width, "text", f"{indent}• ", f"{indent}  ")
        case "row":
            for column, span in block.cells:
                if span.start < span.end:
                    yield from _wrapped(text, span, width, "cell", f"{column}: " if column else "", "  ")
        case "paragraph":
            yield from _wrapped(text, block.span, width, "text", "", "")


def _wrapped(text: str, span: Span, width: int, kind: Kind, lead: str, indent: str) -> Iterator[Line]:
    """The words of ``span`` in lines; a word longer than a line is cut."""
    if cell_len(lead) > width // 2:
        yield Line(kind, lead, span.start, span.start)
        lead = indent
    start, end, used = span.start, span.start, cell_len(lead)
    for word in _pieces(text, span, width - cell_len(indent)):
        size = cell_len(text[word.start : word.end]) + (end > start)
        if used + size > width and end > start:
            yield Line(kind, lead, start, end)
            lead, used = indent, cell_len(indent)
            start, size = word.start, size - 1
        elif end == start:
            start = word.start
        end, used = word.end, used + size
    if end > start or lead:
        yield Line(kind, lead, start, end)


def _pieces(text: str, span: Span, room: int) -> Iterator[Span]:
    """The words in ``span``, those longer than ``room`` in pieces."""
    for found in _WORD.finditer(text, span.start, span.end):
        for at in range(found.start(), found.end(), room):
            yield Span(at, min(at + room, found.end()))
