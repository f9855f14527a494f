"""Pages of tables drawn at random: rules missing, cells joined, words marked, cut off by the page or over the edge."""

import io
import random
from itertools import pairwise

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

_WORDS = "Tiltak Ansvar 2027–2030 kr 40 000 helse- og omsorgstjenesten [FYLL INN: når?] – a) • til- (se 3.1) Å".split()


def drawn(chance: random.Random) -> bytes:
    """A PDF of one to three pages with one to three tables each."""
    made = io.BytesIO()
    canvas = Canvas(made, pagesize=A4)
    for _ in range(chance.randint(1, 3)):
        top = A4[1] - chance.choice((20.0, 60.0))
        for _ in range(chance.randint(1, 3)):
            top = _table(canvas, chance, top) - chance.choice((0.0, 3.0, 30.0))
        canvas.showPage()
    canvas.save()
    return made.getvalue()


def _table(canvas: Canvas, chance: random.Random, top: float) -> float:
    """Draws a table from ``top`` down; returns where it ends."""
    columns, rows = [chance.uniform(20, 120)], [top]
    for _ in range(chance.choice((1, 2, 2, 4, 4, 9))):
        columns.append(columns[-1] + chance.choice((2.0, 30.0, 80.0, 120.0)))
    for _ in range(chance.choice((1, 2, 3, 8))):
        rows.append(rows[-1] - chance.choice((2.0, 15.0, 30.0, 60.0)))
    kept = chance.choice((1.0, 1.0, 0.9, 0.5))
    joined = {row for row in rows if chance.random() < 0.2}
    for high, low in pairwise(rows):
        for left, right in pairwise(columns):
            _cell(canvas, chance, (left, low, right, high))
            if chance.random() < kept:
                canvas.line(left, high, right, high)
            if chance.random() < kept and (high not in joined or left == columns[0]):
                canvas.line(left, low, left, high)
        canvas.line(columns[-1], low, columns[-1], high)
    canvas.line(columns[0], rows[-1], columns[-1], rows[-1])
    return rows[-1]


def _cell(canvas: Canvas, chance: random.Random, place: tuple[float, float, float, float]) -> None:
    left, low, right, high = place
    if chance.random() < 0.2:
        canvas.setFillColorRGB(1, chance.choice((0.2, 0.9)), 0)
        canvas.rect(left + 1, low + 1, chance.choice((2.5, right - left, 20)), 12, stroke=0, fill=1)
        canvas.setFillColorRGB(0, 0, 0)
    canvas.setFont("Helvetica", chance.choice((6, 9, 14)))
    for line in range(chance.choice((0, 1, 1, 3))):
        canvas.drawString(left + 2, high - 10 - 10 * line, " ".join(chance.choices(_WORDS, k=chance.randint(1, 3))))
