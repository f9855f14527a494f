"""A page of a PDF looked at: all its words, rules and shapes, with their places."""

import pypdfium2 as pdfium

from lhl_assistant.sources.reading.pdf.page import Page, Rule, Turn
from lhl_assistant.sources.reading.pdf.shapes import shapes_of
from lhl_assistant.sources.reading.pdf.words import words_of


def look(page: pdfium.PdfPage) -> Page:
    """All that stands on ``page``. Raises pdfium's errors for a damaged page."""
    left, bottom, right, top = page.get_cropbox()
    turn = _turn(page.get_rotation(), left, bottom, right - left, top - bottom)
    width, height = page.get_size()
    across: list[Rule] = []
    down: list[Rule] = []
    shapes = list(shapes_of(page, turn, across, down))
    return Page(width, height, tuple(words_of(page.get_textpage(), turn)), tuple(across), tuple(down), tuple(shapes))


def _turn(degrees: int, left: float, bottom: float, width: float, height: float) -> Turn:
    """From the page's own coordinates to those of the page as shown."""
    match degrees % 360:
        case 90:
            return lambda x, y: (y - bottom, width - (x - left))
        case 180:
            return lambda x, y: (width - (x - left), height - (y - bottom))
        case 270:
            return lambda x, y: (height - (y - bottom), x - left)
        case _:
            return lambda x, y: (x - left, y - bottom)
