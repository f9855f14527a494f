"""The tables of a PDF as rows, also where a table or a row of it goes on over a page break."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lhl_assistant.sources.plain_join import OPEN_WORDS, joined
from lhl_assistant.sources.reading.parts import Table
from lhl_assistant.sources.reading.pdf.grid import Grid
from lhl_assistant.sources.reading.pdf.order import cell_lines
from lhl_assistant.sources.reading.pdf.page import Word

_NEAR, _ROOM = 4.0, 1.3


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell's lines, and whether its text ends so high that another line would have had room below it."""

    lines: tuple[str, ...] = ()
    room: bool = True


@dataclass(frozen=True, slots=True)
class PageTable:
    """A table on one page: its grid and rows. A cell over several rows is told in each, one over columns once."""

    grid: Grid
    rows: tuple[tuple[Cell, ...], ...]


def fill(grid: Grid, words: Sequence[Word]) -> PageTable:
    """The words that lie in ``grid``, in its cells."""
    held: defaultdict[tuple[int, int], list[Word]] = defaultdict(list)
    for word in words:
        held[grid.cell_at(*word.box.middle)].append(word)
    filled = {place: _cell(grid, place, inside) for place, inside in held.items()}
    rows = (_row(row, filled) for row in grid.cells)
    return PageTable(grid, tuple(row for row in rows if any(cell.lines for cell in row)))


def _row(cells: Sequence[tuple[int, int]], filled: Mapping[tuple[int, int], Cell]) -> tuple[Cell, ...]:
    """One row; a single cell across the whole table stands alone."""
    row = [filled.get(cell, Cell()) if cell[1] == j else Cell() for j, cell in enumerate(cells)]
    return tuple(row[:1] if len(set(cells)) == 1 else row)


def _cell(grid: Grid, place: tuple[int, int], inside: Sequence[Word]) -> Cell:
    last = max(i for i, row in enumerate(grid.cells) if place in row)
    lowest = min(inside, key=lambda w: w.box.bottom)
    edge = max(j for j, cell in enumerate(grid.cells[place[0]]) if cell == place)
    return Cell(
        tuple(cell_lines(inside, grid.columns[place[1]], grid.columns[edge + 1])),
        lowest.box.bottom - grid.rows[last + 1] > _ROOM * lowest.box.height,
    )


def goes_on(before: PageTable, after: PageTable) -> bool:
    """Whether the two, last and first on their pages, are one table: their columns are the same."""
    first, second = before.grid.columns, after.grid.columns
    return len(first) == len(second) and all(abs(a - b) <= _NEAR for a, b in zip(first, second, strict=True))


def whole(pages: Sequence[PageTable], known: frozenset[str]) -> Table:
    """One table from what stands of it on each page; a form feed stands where a page begins.

    A head that is repeated is told once. A row that was cut by the page break is made whole.
    """
    rows: list[tuple[Cell, ...]] = []
    for number, page in enumerate(pages):
        below = list(page.rows)
        if number and below and rows and _words(below[0]) == _words(rows[0]):
            below.pop(0)
        if number and below:
            cut = _is_cut(rows[-1], below[0])
            turned = _turned(below[0], last=cut)
            below[0] = tuple(map(_added, rows.pop(), turned)) if cut else turned
        rows += below
    return Table(tuple(tuple(_text(cell, known) for cell in row) for row in rows))


def _words(row: Sequence[Cell]) -> list[str]:
    return ["".join("".join(cell.lines).split()) for cell in row]


def _is_cut(above: Sequence[Cell], below: Sequence[Cell]) -> bool:
    """Whether ``below`` is the rest of the row ``above``.

    Where a cell goes on, the part above has no room left. Of the rows for which that holds, it is the rest of one where
    its first words are no beginning, or where its first cell is empty.
    """
    if len(above) != len(below):
        return False
    filled = [(a, b) for a, b in zip(above, below, strict=True) if b.lines]
    if not filled or any(a.room for a, _ in filled):
        return False
    return not below[0].lines or any(_runs_on(a, b) for a, b in filled[:1])


def _runs_on(above: Cell, below: Cell) -> bool:
    end, begin = above.lines[-1].rstrip(), below.lines[0]
    open_end = end[-1] in "-,/–(" or end.rsplit(maxsplit=1)[-1].lower() in OPEN_WORDS
    return open_end or begin[0].islower()


def _turned(row: Sequence[Cell], last: bool) -> tuple[Cell, ...]:
    """The row with a form feed in its first cell that says something, or its last: where the new page begins."""
    places = [i for i, cell in enumerate(row) if cell.lines]
    at = places[-1 if last else 0]
    marked = Cell((f"\f{row[at].lines[0]}", *row[at].lines[1:]), row[at].room)
    return (*row[:at], marked, *row[at + 1 :])


def _added(above: Cell, below: Cell) -> Cell:
    return Cell(above.lines + below.lines, below.room)


def _text(cell: Cell, known: frozenset[str]) -> str:
    """The cell's lines as one text; a form feed goes to the word that it stands before."""
    return "".join(_joined(cell.lines, known))


def _joined(lines: Sequence[str], known: frozenset[str]) -> Iterator[str]:
    turned = next((i for i, line in enumerate(lines) if line.startswith("\f")), None)
    if turned is None:
        yield joined(lines, known)
        return
    plain = [line.lstrip("\f") for line in lines]
    text, before = joined(plain, known), joined(plain[:turned], known)
    at = len(before) - before.endswith("-") if turned else 0
    while 0 < at < len(text) and text[at].isspace():
        at += 1
    yield f"{text[:at]}\f{text[at:]}"
