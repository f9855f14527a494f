"""Markdown to blocks, each with its exact place in the text.

markdown-it-py gives the line range of every block; a block's text is found by offsets in the original, never rebuilt,
so that a quote can be proved character for character. A date at a line's beginning («3. mars 2026») begins no list.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.token import Token

from lhl_assistant.language.dates import days_masked
from lhl_assistant.sources.model import Span

BlockKind = Literal["heading", "paragraph", "item", "row"]


_LINE_END = re.compile(r"\r\n?|\n")


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, a paragraph, a list item or a table row. ``level`` is the heading's (1–6) or the item's depth.

    ``cells`` holds a row's (column, span) pairs; ``number`` is the row's place in its table, from 1.
    """

    kind: BlockKind
    span: Span
    level: int = 0
    cells: tuple[tuple[str, Span], ...] = ()
    number: int = 0


def blocks(text: str, start: int = 0) -> Iterator[Block]:
    """The blocks of ``text[start:]`` in order; spans are offsets in ``text``. Code and HTML blocks are plain text."""
    offsets = _line_offsets(text, start)
    masked = days_masked(text)
    tokens = MarkdownIt("commonmark", {"html": False}).enable("table").parse(masked[start:])
    depth = 0
    columns: tuple[str, ...] = ()
    row = 0
    for i, token in enumerate(tokens):
        if token.type in ("bullet_list_open", "ordered_list_open"):
            depth += 1
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            depth -= 1
        elif token.type == "heading_open":
            yield Block("heading", _inline(masked, tokens[i + 1], offsets), int(token.tag[1]))
        elif token.type == "paragraph_open":
            span = _inline(masked, tokens[i + 1], offsets)
            yield Block("item" if depth else "paragraph", span, depth)
        elif token.type in ("fence", "code_block", "html_block"):
            yield Block("paragraph", _lines(token, offsets))
        elif token.type == "table_open":
            columns, row = (), 0
        elif token.type == "tr_open" and token.map:
            cells = tuple(_cells(text, *_lines_of(token, offsets)))
            if not columns:
                columns = tuple(text[c.start : c.end] for c in cells)
                continue
            row += 1
            if cells:
                span = Span(cells[0].start, max(c.end for c in cells))
                yield Block("row", span, cells=tuple(zip(columns, cells, strict=False)), number=row)


def _line_offsets(text: str, start: int) -> Sequence[int]:
    """Where each line begins, and one past the end; a line ends where markdown-it ends it, also at a lone ``\\r``."""
    return [start, *(end.end() for end in _LINE_END.finditer(text, start)), len(text) + 1]


def _lines_of(token: Token, offsets: Sequence[int]) -> tuple[int, int]:
    first, last = token.map or (0, 0)
    return offsets[first], offsets[last] - 1


def _lines(token: Token, offsets: Sequence[int]) -> Span:
    return Span(*_lines_of(token, offsets))


def _inline(text: str, token: Token, offsets: Sequence[int]) -> Span:
    """The place of an inline token's content: its lines less the block's own marks (``#``, ``-``, ``1.``, ``>``)."""
    start, end = _lines_of(token, offsets)
    first = token.content.split("\n", 1)[0]
    at = text.find(first, start, end) if first else start
    start = at if at >= 0 else start
    last = token.content.rsplit("\n", 1)[-1]
    at = text.rfind(last, start, end)
    return Span(start, at + len(last) if at >= 0 else end)


def _cells(text: str, start: int, end: int) -> Iterator[Span]:
    """The cells of one table line, without pipes and outer white space; an empty cell has an empty span."""
    line = text[start:end]
    body = line.strip()
    lead = line.index(body) if body else 0
    left = 1 if body.startswith("|") else 0
    right = len(body) - (1 if body.endswith("|") and not body.endswith("\\|") else 0)
    at = left
    for piece in re.split(r"(?<!\\)\|", body[left:right]):
        stripped = piece.strip()
        inner = at + (len(piece) - len(piece.lstrip()) if stripped else 0)
        yield Span(start + lead + inner, start + lead + inner + len(stripped))
        at += len(piece) + 1
