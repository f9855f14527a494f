"""The words of a page, with how they are drawn."""

import ctypes
import math
from collections.abc import Iterator
from typing import Any

import pypdfium2 as pdfium
from pypdfium2 import raw

from lhl_assistant.sources.reading.pdf.page import NOT_DRAWN, Box, Ink, Turn, Word

MOST_CHARACTERS = 200_000
"""What is read of one page; a page that people read has some 5,000 characters."""

_TURNS = frozenset((10, 13))
_BLANK, _HYPHENS = frozenset((9, 10, 13, 32, 0xA0, 0x2007, 0x202F)), frozenset((2, 0xFFFE))
_WORD_GAP, _BASELINE = 0.2, 0.4
_BOLD, _BELOW = 600, 0.22


def words_of(text: pdfium.PdfTextPage, turn: Turn) -> Iterator[Word]:
    """The words in the order in which they were drawn. One loop over plain numbers: a page has thousands of letters."""
    handle = text.raw
    inks: dict[int, Ink] = {}
    rectangle, across, up = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    box, origin_x, origin_y = ctypes.byref(rectangle), ctypes.byref(across), ctypes.byref(up)
    letters: list[str] = []
    ink = NOT_DRAWN
    start = end = base = 0.0
    for index in range(min(raw.FPDFText_CountChars(handle), MOST_CHARACTERS)):
        code = raw.FPDFText_GetUnicode(handle, index)
        if code in _BLANK:
            if letters:
                yield Word("".join(letters), _box(start, end, base, ink.size), ink, code not in _TURNS)
                letters = []
            continue
        if code == 0 or 0xD800 <= code <= 0xDFFF or code > 0x10FFFF:
            continue
        raw.FPDFText_GetLooseCharBox(handle, index, box)
        raw.FPDFText_GetCharOrigin(handle, index, origin_x, origin_y)
        drawn = raw.FPDFText_GetTextObject(handle, index)
        key = ctypes.addressof(drawn.contents) if drawn else 0
        if key not in inks:
            inks[key] = _ink(handle, index, drawn)
        own = inks[key]
        x0, x1 = turn(rectangle.left, rectangle.bottom)[0], turn(rectangle.right, rectangle.top)[0]
        left, right = (x0, x1) if x0 <= x1 else (x1, x0)
        level = turn(across.value, up.value)[1]
        apart = not -0.5 * own.size < left - end < _WORD_GAP * own.size or abs(level - base) > _BASELINE * own.size
        if letters and (own is not ink or apart):
            yield Word("".join(letters), _box(start, end, base, ink.size), ink, False)
            letters = []
        if not letters:
            start, base, ink, end = left, level, own, right
        letters.append("-" if code in _HYPHENS else chr(code))
        end = right if right > end else end
    if letters:
        yield Word("".join(letters), _box(start, end, base, ink.size), ink, False)


def _box(start: float, end: float, base: float, size: float) -> Box:
    return Box(start, end, base - _BELOW * size, base + (1 - _BELOW) * size)


def _ink(handle: Any, index: int, drawn: Any) -> Ink:
    channels = [ctypes.c_uint() for _ in range(4)]
    raw.FPDFText_GetFillColor(handle, index, *(ctypes.byref(c) for c in channels))
    red, green, blue, alpha = (c.value for c in channels)
    mode = raw.FPDFTextObj_GetTextRenderMode(drawn) if drawn else raw.FPDF_TEXTRENDERMODE_FILL
    invisible = mode in (raw.FPDF_TEXTRENDERMODE_INVISIBLE, raw.FPDF_TEXTRENDERMODE_CLIP)
    matrix = raw.FS_MATRIX()
    scaled = raw.FPDFText_GetMatrix(handle, index, ctypes.byref(matrix))
    size = raw.FPDFText_GetFontSize(handle, index) * (math.hypot(matrix.c, matrix.d) if scaled else 1.0)
    return Ink((red, green, blue, alpha), _is_bold(handle, index), not invisible, size)


def _is_bold(handle: Any, index: int) -> bool:
    """By the font's weight or, where it does not say, by its name."""
    if raw.FPDFText_GetFontWeight(handle, index) >= _BOLD:
        return True
    name = ctypes.create_string_buffer(100)
    raw.FPDFText_GetFontInfo(handle, index, name, 100, None)
    return b"bold" in name.value.lower() or b"black" in name.value.lower()
