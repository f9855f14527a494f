"""Sections to passages: pieces short enough to embed whole and long enough to answer with.

A table row is a passage of its own, with its column names. Running text is cut only between paragraphs, at about
MAX_WORDS (the model reads 512 tokens, some 300 Norwegian words, heading included); a list stays with its lead-in.
"""

import re
from collections.abc import Iterable, Iterator

from lhl_assistant.language.sentences import sentences
from lhl_assistant.sources.fences import split
from lhl_assistant.sources.markdown import Block, blocks
from lhl_assistant.sources.model import MAX_WORDS, Cell, Passage, Span
from lhl_assistant.sources.sections import Section, sections

_ESCAPE = re.compile(r"\\[!-/:-@\[-`{-~]")
"""A backslash that only holds the beginning of a line off from a meaning; no quote begins with it."""


def passages(text: str, title: str) -> Iterator[Passage]:
    """All passages of a source's stored text, in reading order. The head of a knowledge file is skipped."""
    _, body = split(text)
    for section in sections(text, blocks(text, body), title):
        yield from _passages(text, section)


def _passages(text: str, section: Section) -> Iterator[Passage]:
    for first, group in _groups(text, section.blocks):
        if group[0].kind == "row":
            yield _row(text, section, group[0])
        else:
            spans = tuple(s for block in group for s in _sentences(text, block))
            whole = Span(group[0].span.start, group[-1].span.end)
            yield Passage(section.heading, whole, spans, first, None, (), section.attributions, section.questions)


def _groups(text: str, content: Iterable[Block]) -> Iterator[tuple[int, list[Block]]]:
    """Blocks that belong together, each group with its first block's number in the section (from 1)."""
    held: list[Block] = []
    first, words = 1, 0
    for number, block in enumerate(content, start=1):
        size = len(text[block.span.start : block.span.end].split())
        alone = block.kind == "row"
        full = words + size > MAX_WORDS and not (block.kind == "item" and len(held) == 1)
        if held and (alone or full):
            yield first, held
            held, words = [], 0
        if not held:
            first = number
        if alone:
            yield number, [block]
            continue
        held.append(block)
        words += size
    if held:
        yield first, held


def _row(text: str, section: Section, block: Block) -> Passage:
    cells = tuple(Cell(column, text[span.start : span.end], span) for column, span in block.cells)
    return Passage(
        section.heading,
        block.span,
        (block.span,),
        None,
        block.number,
        cells,
        section.attributions,
        section.questions,
    )


def _sentences(text: str, block: Block) -> Iterator[Span]:
    start = block.span.start
    for begin, end in sentences(text[start : block.span.end]):
        escape = _ESCAPE.match(text, start + begin, start + end)
        yield Span(start + begin + (1 if escape else 0), start + end)
