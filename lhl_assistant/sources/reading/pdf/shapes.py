"""The rules, filled shapes and pictures of a page."""

import ctypes
from collections.abc import Iterator

import pypdfium2 as pdfium
from pypdfium2 import raw

from lhl_assistant.sources.reading.pdf.page import Box, Rule, Shape, Turn

MOST_OBJECTS, MOST_SEGMENTS = 30_000, 4000
"""What is looked at on one page and in one path; a page that people read has some 500."""

_THIN, _LINE = 3.0, 2.0


def shapes_of(page: pdfium.PdfPage, turn: Turn, across: list[Rule], down: list[Rule]) -> Iterator[Shape]:
    """The filled shapes and pictures; what is a rule goes to ``across`` and ``down``."""
    for count, thing in enumerate(page.get_objects(max_depth=1)):
        if count > MOST_OBJECTS:
            return
        if thing.type == raw.FPDF_PAGEOBJ_IMAGE:
            yield Shape(_box(turn, *thing.get_bounds()), None, True)
        elif thing.type == raw.FPDF_PAGEOBJ_PATH:
            fill, stroked = _painted(thing)
            if fill is None and not stroked:
                continue
            pieces = raw.FPDFPath_CountSegments(thing.raw)
            box = _box(turn, *thing.get_bounds())
            if pieces <= 6:
                if stroked or (fill is not None and min(fill[:3]) < 250):
                    _rules_of(box, stroked, across, down)
                else:
                    _add_thin(box, across, down)
            elif pieces <= MOST_SEGMENTS and stroked:
                _rules_along(thing, pieces, turn, across, down)
            if fill is not None:
                yield Shape(box, fill, False)


def _painted(thing: pdfium.PdfObject) -> tuple[tuple[int, int, int, int] | None, bool]:
    """The path's fill colour, None for none, and whether its outline is drawn."""
    mode, stroke = ctypes.c_int(), raw.FPDF_BOOL()
    raw.FPDFPath_GetDrawMode(thing.raw, ctypes.byref(mode), ctypes.byref(stroke))
    if mode.value == raw.FPDF_FILLMODE_NONE:
        return None, bool(stroke.value)
    channels = [ctypes.c_uint() for _ in range(4)]
    raw.FPDFPageObj_GetFillColor(thing.raw, *(ctypes.byref(c) for c in channels))
    red, green, blue, alpha = (c.value for c in channels)
    return (red, green, blue, alpha), bool(stroke.value)


def _rules_of(box: Box, stroked: bool, across: list[Rule], down: list[Rule]) -> None:
    """A thin box is a rule; a visible rectangle is four, which are lines where it is ``stroked``."""
    if min(box.right - box.left, box.height) <= _THIN:
        _add_thin(box, across, down)
        return
    across += [Rule(box.left, box.right, y, y, stroked) for y in (box.bottom, box.top)]
    down += [Rule(x, x, box.bottom, box.top, stroked) for x in (box.left, box.right)]


def _add_thin(box: Box, across: list[Rule], down: list[Rule]) -> None:
    """A long and thin box is a rule; one as wide as a hyphen may be the ground of one."""
    width, height = box.right - box.left, box.height
    rule = Rule(box.left, box.right, box.bottom, box.top, min(width, height) <= _LINE)
    if height <= _THIN < width:
        across.append(rule)
    elif width <= _THIN < height:
        down.append(rule)


def _rules_along(thing: pdfium.PdfObject, pieces: int, turn: Turn, across: list[Rule], down: list[Rule]) -> None:
    """The straight level and upright strokes of a path that draws several."""
    matrix = thing.get_matrix()
    x, y = ctypes.c_float(), ctypes.c_float()
    last: tuple[float, float] | None = None
    for index in range(pieces):
        segment = raw.FPDFPath_GetPathSegment(thing.raw, index)
        raw.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
        point = matrix.on_point(x.value, y.value)
        if last is not None and raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_LINETO:
            box = _box(turn, *last, *point)
            if min(box.right - box.left, box.height) <= _THIN:
                _add_thin(box, across, down)
        last = point


def _box(turn: Turn, left: float, bottom: float, right: float, top: float) -> Box:
    (x0, y0), (x1, y1) = turn(left, bottom), turn(right, top)
    return Box(min(x0, x1), max(x0, x1), min(y0, y1), max(y0, y1))
