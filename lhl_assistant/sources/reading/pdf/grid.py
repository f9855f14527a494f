"""Tables found by the rules they are drawn with: rules that meet part cells, and where one is missing cells join."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from lhl_assistant.sources.reading.pdf.page import Box, Page, Rule

_NEAR = 2.5
_MOST_RULES, _MOST_LINES = 6000, 600


@dataclass(frozen=True, slots=True)
class Grid:
    """A table's place: the edges of its columns left to right and of its rows top down, and which cells are one.

    ``cells[row][column]`` is the (row, column) of the upper left cell of those that are one with it.
    """

    columns: tuple[float, ...]
    rows: tuple[float, ...]
    cells: tuple[tuple[tuple[int, int], ...], ...]

    @property
    def box(self) -> Box:
        """The whole table's place."""
        return Box(self.columns[0], self.columns[-1], self.rows[-1], self.rows[0])

    def cell_at(self, x: float, y: float) -> tuple[int, int]:
        """The cell that a point in the table lies in."""
        column = min(max(bisect_left(self.columns, x) - 1, 0), len(self.columns) - 2)
        row = min(max(bisect_left([-edge for edge in self.rows], -y) - 1, 0), len(self.rows) - 2)
        return self.cells[row][column]


def grids(page: Page) -> list[Grid]:
    """The tables of a page, top down. A frame around one cell, or one column, is no table."""
    if not page.across or not page.down or len(page.across) + len(page.down) > _MOST_RULES:
        return []
    found = (_drawn_or_any(across, down) for across, down in _meeting(page.across, page.down))
    return sorted((g for g in found if g is not None), key=lambda g: -g.rows[0])


def _drawn_or_any(across: Sequence[Rule], down: Sequence[Rule]) -> Grid | None:
    """The table as the drawn lines part it where they span it all, so that marked words part no cell."""
    whole = _grid(across, down)
    drawn = _grid([rule for rule in across if rule.drawn], [rule for rule in down if rule.drawn])
    return drawn if whole and drawn and _span_alike(drawn.box, whole.box) else whole


def _span_alike(one: Box, other: Box) -> bool:
    sides = ((one.left, other.left), (one.right, other.right), (one.bottom, other.bottom), (one.top, other.top))
    return all(abs(a - b) <= _NEAR for a, b in sides)


def _meeting(across: Sequence[Rule], down: Sequence[Rule]) -> Iterator[tuple[list[Rule], list[Rule]]]:
    """The rules in groups that touch one another."""
    rules = [*across, *down]
    group = list(range(len(rules)))

    def root(i: int) -> int:
        while group[i] != i:
            group[i] = group[group[i]]
            i = group[i]
        return i

    order = sorted(range(len(rules)), key=lambda i: rules[i].left)
    active: list[int] = []
    for i in order:
        active = [j for j in active if rules[j].right + _NEAR >= rules[i].left]
        for j in active:
            if rules[j].bottom - _NEAR <= rules[i].top and rules[i].bottom - _NEAR <= rules[j].top:
                group[root(i)] = root(j)
        active.append(i)
    members: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for i, rule in enumerate(rules):
        members.setdefault(root(i), ([], []))[0 if i < len(across) else 1].append(rule)
    return (pair for pair in members.values() if len(pair[0]) > 1 and len(pair[1]) > 1)


def _grid(across: Sequence[Rule], down: Sequence[Rule]) -> Grid | None:
    columns = _edges([rule.middle[0] for rule in down])
    rows = _edges([rule.middle[1] for rule in across])[::-1]
    if not (2 < len(columns) < _MOST_LINES and 2 < len(rows) < _MOST_LINES):
        return None
    upright = [[r for r in down if abs(r.middle[0] - x) <= _NEAR] for x in columns]
    level = [[r for r in across if abs(r.middle[1] - y) <= _NEAR] for y in rows]
    cells = [[(i, j) for j in range(len(columns) - 1)] for i in range(len(rows) - 1)]
    for i, (top, bottom) in enumerate(pairwise(rows)):
        for j, (left, right) in enumerate(pairwise(columns)):
            y, x = (top + bottom) / 2, (left + right) / 2
            if j and not any(r.bottom <= y <= r.top for r in upright[j]):
                cells[i][j] = cells[i][j - 1]
            elif i and not any(r.left <= x <= r.right for r in level[i]):
                cells[i][j] = cells[i - 1][j]
    if len({cell for row in cells for cell in row}) < 2:
        return None
    return Grid(tuple(columns), tuple(rows), tuple(map(tuple, cells)))


def _edges(places: Sequence[float]) -> list[float]:
    """Where rules lie, those that lie together taken as one, in rising order."""
    edges: list[list[float]] = []
    for place in sorted(places):
        if edges and place - edges[-1][-1] <= _NEAR:
            edges[-1].append(place)
        else:
            edges.append([place])
    return [sum(edge) / len(edge) for edge in edges]
