"""The chart of the old by age group and year, as SVG: stacked bars whose shades differ in print too, with numbers.

Between two parts, and between a part and the paper, fill or outline stands out (contrast above 3:1, WCAG 1.4.11), and
every number from its fill (above 4.5:1).
"""

from html import escape

from lhl_assistant.plan.demography.describe import describe, number
from lhl_assistant.plan.document.model import AgeGroups, Population
from lhl_assistant.said import Form

_WIDTH, _HEIGHT, _TOP, _BOTTOM, _LEFT = 640, 340, 50, 300, 20
_COLOURS = ("#dceaf4", "#8fbcdb", "#14517a")
_INK = ("#000000", "#000000", "#ffffff")
_LINE = "#0b2a40"
_NAMES = ("67–79", "80–89", "90+")
_LEAST_HEIGHT = 14
_FONT = 'font-family="Source Sans 3, Noto Sans, DejaVu Sans, Arial, sans-serif"'


def svg(population: Population, municipality: str, form: Form) -> str | None:
    """The chart, its alternative text in ``title``; None where there are no figures."""
    described = describe(population, municipality, form)
    if described is None:
        return None
    most = max(sum(_old(year)) for year in population.years) or 1
    step = (_WIDTH - 2 * _LEFT) / len(population.years)
    parts = [_legend()]
    for place, year in enumerate(population.years):
        parts.append(_bar(year, _LEFT + step * (place + 0.5), min(90.0, step * 0.6), (_BOTTOM - _TOP) / most))
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img">'
    frame = f'<line x1="{_LEFT}" y1="{_BOTTOM}" x2="{_WIDTH - _LEFT}" y2="{_BOTTOM}" stroke="#000000"/>'
    return f"{head}<title>{escape(described.alt)}</title>{''.join(parts)}{frame}</svg>\n"


def _old(year: AgeGroups) -> tuple[int, int, int]:
    return year.to_79, year.to_89, year.from_90


def _bar(year: AgeGroups, middle: float, width: float, scale: float) -> str:
    """One year's bar, youngest at the bottom; a part too low for its number goes without, the table has it."""
    parts, foot = [], float(_BOTTOM)
    for count, colour, ink in zip(_old(year), _COLOURS, _INK, strict=True):
        height = count * scale
        foot -= height
        left = middle - width / 2
        parts.append(
            f'<rect x="{left:.1f}" y="{foot:.1f}" width="{width:.1f}" height="{height:.1f}" fill="{colour}" '
            f'stroke="{_LINE}" stroke-width="1"/>'
        )
        if height >= _LEAST_HEIGHT:
            parts.append(_text(middle, foot + height / 2 + 4, number(count), ink))
    parts.append(_text(middle, foot - 6, number(sum(_old(year))), "#000000", "bold"))
    parts.append(_text(middle, _BOTTOM + 18, str(year.year), "#000000"))
    return "".join(parts)


def _legend() -> str:
    parts = []
    for place, (name, colour) in enumerate(zip(_NAMES, _COLOURS, strict=True)):
        x = _LEFT + place * 90
        parts.append(f'<rect x="{x}" y="10" width="14" height="14" fill="{colour}" stroke="{_LINE}"/>')
        parts.append(f'<text x="{x + 20}" y="22" font-size="13" font-weight="600" {_FONT}>{name}</text>')
    return "".join(parts)


def _text(x: float, y: float, said: str, ink: str, weight: str = "600") -> str:
    look = f'font-size="12" font-weight="{weight}" text-anchor="middle" fill="{ink}" {_FONT}'
    return f'<text x="{x:.1f}" y="{y:.1f}" {look}>{said}</text>'
