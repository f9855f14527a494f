"""Words to lines in reading order: a page of two columns is read one column after the other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lhl_assistant.sources.plain_join import CUT
from lhl_assistant.sources.reading.pdf.page import Box, Word

TABLE = "\uf8f0"
"""Stands, with the table's number on its page, as a word where a table begins."""

_PIECE_GAP, _SAME_LINE = 1.3, 0.5
_LINES, _LETTERS, _DEPTH = 4, 14, 3
_LONG, _LETTER = 8, 0.65


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of one column. ``size`` is its letters', ``margin`` where its column begins."""

    text: str
    box: Box
    size: float
    bold: bool
    spaced: bool
    margin: float


def lines(words: Sequence[Word]) -> list[TextLine]:
    """The lines in the order in which they are read."""
    pieces = [piece for level in _levels(words) for piece in _split(level)]
    return [line for column in _columns(pieces, _DEPTH) for line in _lines(column)]


def cell_lines(words: Sequence[Word], left: float, right: float) -> list[str]:
    """The lines of one cell between two edges, top down; CUT stands where a word fills the cell to its end."""
    found = list(_lines([[w] for w in words]))
    width = right - left - 2 * min((line.box.left - left for line in found), default=0.0)
    return [line.text + (CUT if _is_filled(line, width) else "") for line in found]


def _is_filled(line: TextLine, width: float) -> bool:
    """Whether one long word takes the whole line, so that not a letter more had room."""
    alone = not line.spaced and " " not in line.text and line.text[-1].isalpha() and len(line.text) >= _LONG
    return alone and width - (line.box.right - line.box.left) < _LETTER * line.size


def _levels(words: Sequence[Word]) -> Iterator[list[Word]]:
    """The words that stand at one height, top down, each level from left to right."""
    level: list[Word] = []
    for word in sorted(words, key=lambda w: (-w.box.middle[1], w.box.left)):
        if level and _apart(level[0], word):
            yield sorted(level, key=lambda w: w.box.left)
            level = []
        level.append(word)
    if level:
        yield sorted(level, key=lambda w: w.box.left)


def _apart(first: Word, word: Word) -> bool:
    size = max(min(first.box.height, word.box.height), 1.0)
    return abs(first.box.middle[1] - word.box.middle[1]) > _SAME_LINE * size


def _split(level: Sequence[Word]) -> Iterator[list[Word]]:
    """One level's words in pieces, where wide gaps are between them."""
    piece: list[Word] = []
    for word in level:
        if piece and word.box.left - piece[-1].box.right > _PIECE_GAP * max(word.box.height, 1.0):
            yield piece
            piece = []
        piece.append(word)
    if piece:
        yield piece


def _columns(pieces: Sequence[list[Word]], depth: int) -> Iterator[list[list[Word]]]:
    """The pieces in the columns that they are read in."""
    gutter = _gutter(pieces) if depth and len(pieces) >= 2 * _LINES else None
    if gutter is None:
        yield list(pieces)
        return
    for band in _bands(pieces, gutter):
        left = [p for p in band if p[-1].box.right <= gutter]
        right = [p for p in band if p[0].box.left >= gutter]
        if len(left) + len(right) < len(band) or not left or not right:
            yield list(band)
        else:
            yield from _columns(left, depth - 1)
            yield from _columns(right, depth - 1)


def _bands(pieces: Sequence[list[Word]], gutter: float) -> Iterator[list[list[Word]]]:
    """The pieces top down, cut where one runs across the gutter or a side has long been alone."""
    band: list[list[Word]] = []
    crossing = False
    for piece in sorted(pieces, key=lambda p: -p[0].box.middle[1]):
        crosses = piece[0].box.left < gutter < piece[-1].box.right
        if band and crosses != crossing:
            yield band
            band = []
        band.append(piece)
        crossing = crosses
    if band:
        yield band


def _gutter(pieces: Sequence[list[Word]]) -> float | None:
    """Where two columns of running text part; None where lines run across, or where the pieces are cells."""
    best, most = None, 0
    starts = sorted({round(p[0].box.left) for p in pieces})
    for start in starts[1:]:
        gutter = start - 2.0
        held = sum(_two_columns(band, gutter) for band in _bands(pieces, gutter))
        if held > most:
            best, most = gutter, held
    return best if most >= 0.4 * len(pieces) else None


def _two_columns(band: Sequence[list[Word]], gutter: float) -> int:
    """How many pieces of the band stand in two columns of running text, 0 where they do not."""
    left = [p for p in band if p[-1].box.right <= gutter]
    right = [p for p in band if p[0].box.left >= gutter]
    if len(left) < _LINES or len(right) < _LINES or len(left) + len(right) < len(band):
        return 0
    prose = all(sum(len(w.text) for p in side for w in p) >= _LETTERS * len(side) for side in (left, right))
    return len(band) if prose else 0


def _lines(column: Sequence[list[Word]]) -> Iterator[TextLine]:
    words = [word for piece in column for word in piece]
    margin = min((w.box.left for w in words), default=0.0)
    for level in _levels(words):
        yield _line(level, margin)


def _line(level: Sequence[Word], margin: float) -> TextLine:
    parts: list[str] = []
    for before, word in zip([None, *level], level, strict=False):
        gap = 0.0 if before is None else word.box.left - before.box.right
        if before is not None and (before.spaced or gap > 0.2 * word.box.height):
            parts.append(" ")
        parts.append(word.text)
    letters = sum(len(w.text) for w in level)
    size = max(level, key=lambda w: len(w.text)).ink.size
    bold = 2 * sum(len(w.text) for w in level if w.ink.bold) > letters
    box = Box(level[0].box.left, level[-1].box.right, min(w.box.bottom for w in level), max(w.box.top for w in level))
    text = "".join(parts)
    text = (text[:-1].replace("\u00ad", "") + text[-1:]).replace("\u00ad", "-")
    return TextLine(text, box, size, bold, level[-1].spaced, margin)
