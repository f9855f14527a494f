"""A table row as an answer: the cell that was asked for first, then what the row is about and its other cells."""

from collections.abc import Sequence

from lhl_assistant.answer import values
from lhl_assistant.answer.cite import Citations
from lhl_assistant.answer.frame import Frame
from lhl_assistant.answer.intent import Intent
from lhl_assistant.answer.model import Block, Piece, Statement
from lhl_assistant.search.hits import Hit
from lhl_assistant.sources.model import Cell

_NUMBERS = frozenset({"nr.", "nr", "nummer", "#", "steg"})
EMPTY = "–"


def topic(hit: Hit) -> Cell:
    """The cell that says what the row is about: the first that is no number."""
    cells = [c for c in hit.passage.cells if c.column.lower() not in _NUMBERS and c.value != EMPTY]
    return cells[0] if cells else hit.passage.cells[0]


def asked_cell(hit: Hit, intent: Intent) -> Cell | None:
    """The cell whose column the question asks for, or None where the table has no such column."""
    for name in intent.columns:
        for cell in hit.passage.cells:
            if cell.column.lower() == name:
                return cell
    return None


def direct(hit: Hit, intent: Intent, citations: Citations, frame: Frame) -> Block:
    """The row told in a few words, each value verbatim from its cell."""
    number = citations.add(hit, hit.passage.span)
    asked, about = asked_cell(hit, intent), topic(hit)
    if asked is None or asked is about:
        return Block("", (Statement(_pieces(hit, [about], [about]), number),))
    if says_nothing(hit, intent) or not fits(hit, intent):
        told = Statement(_pieces(hit, [about], [about]), number)
        return Block(frame.no_value.format(frame.wanted.get(intent.wanted.name, asked.column.lower())), (told,))
    first = Statement((Piece(asked.value, f"{asked.column}: "),), number)
    return Block("", (first, Statement(_pieces(hit, [about], [about, asked]), number)))


def _pieces(hit: Hit, first: Sequence[Cell], told: Sequence[Cell]) -> tuple[Piece, ...]:
    """``first``, then every other cell that says something and was not ``told``."""
    others = [c for c in hit.passage.cells if c not in told and c.value != EMPTY and c.column.lower() not in _NUMBERS]
    return tuple(Piece(c.value, f"{c.column}: ") for c in (*first, *others))


def table(hits: Sequence[Hit], heading: str, citations: Citations) -> Block:
    """All rows of one table, its number column left out."""
    columns = tuple(c.column for c in hits[0].passage.cells if c.column.lower() not in _NUMBERS)
    told = [
        (tuple(c.value for c in h.passage.cells if c.column in columns), citations.add(h, h.passage.span)) for h in hits
    ]
    return Block(heading, (), columns, tuple(told))


_SAME = {"merknad": "kostnad/merknad", "kostnad/omfang": "kostnad/merknad", "år": "tidsrom"}


def side_by_side(hits: Sequence[Hit], citations: Citations, frame: Frame) -> Block:
    """One row for each municipality; columns that mean the same share a place, and what a plan lacks is ``–``."""
    columns: dict[str, str] = {}
    for hit in hits:
        for cell in hit.passage.cells:
            if cell.column.lower() not in _NUMBERS:
                columns.setdefault(_same(cell), cell.column)
    told = []
    for hit in hits:
        by_column = {_same(c): c.value for c in hit.passage.cells}
        cells = (hit.source.issuer, *(by_column.get(name, EMPTY) for name in columns))
        told.append((cells, citations.add(hit, hit.passage.span)))
    return Block("", (), (frame.municipality, *columns.values()), tuple(told))


def _same(cell: Cell) -> str:
    return _SAME.get(cell.column.lower(), cell.column.lower())


def same_table(one: Hit, other: Hit) -> bool:
    """Whether both are rows, and of the same table."""
    tables = [(h.library, h.source.id, h.passage.heading) for h in (one, other) if h.passage.cells]
    return len(tables) > 1 and tables[0] == tables[1]


def is_measure(hit: Hit) -> bool:
    """Whether the row is a measure of a plan."""
    return any(c.column.lower() == "tiltak" for c in hit.passage.cells)


def filled(hit: Hit) -> int:
    """How many cells of the row say something."""
    return sum(c.value != EMPTY for c in hit.passage.cells)


def fits(hit: Hit, intent: Intent) -> bool:
    """Whether the row's asked-for cell holds a value of the kind that is wanted."""
    cell = asked_cell(hit, intent)
    return cell is not None and cell.value != EMPTY and values.holds(intent.wanted, cell.value)


def says_nothing(hit: Hit, intent: Intent) -> bool:
    """Whether the asked-for cell is empty, or only says that the matter will be looked into."""
    cell = asked_cell(hit, intent)
    return cell is not None and (cell.value == EMPTY or cell.value.lower().startswith("utred"))
