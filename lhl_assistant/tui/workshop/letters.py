"""Text in large letters, drawn with the quarters of terminal cells, four to a cell.

In a window of 100 columns and 30 rows the questions stand in height 10: some 20 letters a line, a capital four rows
high and a small letter three. Eight metres away a letter should be at least four centimetres high; on a projected
window of one metre these small letters are nearly ten.
"""

from functools import cache

from PIL import Image, ImageDraw, ImageFont

from lhl_assistant.export.fonts import fonts

HEIGHTS = (14, 12, 10, 9)
"""The heights that are tried, in half rows, the largest first."""
_QUARTERS = " ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█"
_FINE = 8
_WEIGHT = 600
_INK = 110
_EVEN, _NARROW = 10, 0.92
_ABOVE, _BELOW = 0.94, 0.26
"""What of a letter's height stands over the line and hangs under it."""


def fitted(text: str, columns: int, rows: int) -> list[str] | None:
    """``text`` in the largest letters with which it fits; None where no size does. At most rows lines come back."""
    for height in HEIGHTS:
        lines = _broken(text, columns, height)
        drawn = [row for line in lines for row in drawn_line(line, height) if row.strip()]
        if len(drawn) <= rows and all(len(row) <= columns for row in drawn):
            return drawn
    return None


@cache
def drawn_line(text: str, height: int) -> tuple[str, ...]:
    """One line of text, ``height`` half rows high without what hangs below it."""
    font = _font(height)
    ascent, descent = font.getmetrics()
    grain = _FINE if height >= _EVEN else 1
    above, below = round(_ABOVE * height * _FINE / grain) * grain, round(_BELOW * height) * _FINE
    picture = Image.new("L", (int(font.getlength(text)) + 2 * _FINE, ascent + max(descent, below)), 0)
    ImageDraw.Draw(picture).text((_FINE, 0), text, 255, font=font)
    picture = picture.crop((0, ascent - above, picture.width, ascent + below))
    wide, high = max(2, round(picture.width * 2 * _narrowed(height) / _FINE)), round(picture.height / _FINE)
    ink = Image.new("L", (wide + wide % 2, high + high % 2))
    ink.paste(picture.resize((wide, high), Image.Resampling.BOX), (0, 0))
    return tuple(_row(ink, y) for y in range(0, ink.height, 2))


def _row(ink: Image.Image, y: int) -> str:
    def black(x: int, below: int) -> bool:
        value = ink.getpixel((x, y + below))
        return isinstance(value, int | float) and value > _INK

    cells = (
        black(x, 0) | black(x + 1, 0) << 1 | black(x, 1) << 2 | black(x + 1, 1) << 3 for x in range(0, ink.width, 2)
    )
    return "".join(_QUARTERS[cell] for cell in cells).rstrip()


def _broken(text: str, columns: int, height: int) -> list[str]:
    """``text`` in lines that are no wider than ``columns`` when drawn, where its words allow."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and _font(height).getlength(longer) * _narrowed(height) / _FINE + 2 <= columns:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _narrowed(height: int) -> float:
    """How much of its width a letter has: the least ones stand a little closer, so that a question has three lines."""
    return 1.0 if height >= _EVEN else _NARROW


@cache
def _font(height: int) -> ImageFont.FreeTypeFont:
    """The font in the size nearest ``height`` in which an x fills whole rows, so that no edge falls within one.

    Where an x would have but four, the bar of an e would be lost so: there it lies half a row lower, on five.
    """
    size = height * _FINE
    if height < _EVEN:
        return _of_size(size)
    _, top, _, bottom = _of_size(size).getbbox("x")
    return _of_size(round(size * round((bottom - top) / _FINE) * _FINE / (bottom - top)))


def _of_size(size: int) -> ImageFont.FreeTypeFont:
    with fonts() as folder:
        font = ImageFont.truetype(str(folder / "SourceSans3[wght].ttf"), size)
    font.set_variation_by_axes([_WEIGHT])
    return font
