"""The action tables of any document as measures: who, when and how much, under whatever names the columns have.

A row is told as it stands: nothing is filled in that its cells do not say. A cell that covers several rows has been
given to each of them by the reader.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from lhl_assistant.plan.columns import YEAR, Field, field
from lhl_assistant.reform.model import Reform
from lhl_assistant.sources.model import Passage, Source, Span, fold
from lhl_assistant.sources.passages import passages

_OWNED = frozenset({"responsible", "period", "cost", "finance"})
_NUMBER = re.compile(
    r"(?:tiltak\s+)?(?:(?P<marked>\d{1,3}(?:\.\d{1,2})*\s?[a-zæøå]?|[a-zæøå])[.):]+"
    r"|(?P<bare>\d{1,2}(?:[a-h]|(?:\.\d{1,2})+))(?=\s))\s*(?=\S)",
    re.IGNORECASE,
)
_NOTHING = frozenset({"", "-", "–", "—", "−", "..."})
_AREA = re.compile(
    r"\b(?:innsats|innsatsområde|hovedområde|hovudområde|område|satsingsområde)\s*(?:nr\.?\s*)?([1-5])\b"
)


@dataclass(frozen=True, slots=True)
class Measure:
    """One row of an action table. What a cell does not say is None.

    ``text`` is the measure without its number in the plan (``number``). ``strategy`` is what it carries out:
    its own cell, the heading row above it, or the table's own name for it. ``source``, ``heading``, ``row`` (from 1)
    and ``span`` are where it stands.
    """

    text: str
    number: str | None
    strategy: str | None
    responsible: str | None
    period: str | None
    cost: str | None
    finance: str | None
    remark: str | None
    source: str
    heading: tuple[str, ...]
    row: int
    span: Span


def measures(source: Source) -> list[Measure]:
    """The measures in the action tables of ``source``, in reading order; see ``of_passages``."""
    return of_passages(source.id, passages(source.text, source.title))


def of_passages(source: str, found: Iterable[Passage]) -> list[Measure]:
    """The measures in the action tables among the passages of one source.

    A table is one where a column names the measures and another who, when or how much; or where two of these are named
    and the first column is not: such a column's name is the strategy of all its measures.
    """
    rows = (passage for passage in found if passage.row is not None)
    return [measure for table in _tables(rows) for measure in _measures(source, table)]


def focus_area(measure: Measure, reform: Reform) -> int | None:
    """The innsatsområde (1–5) that the headings over the measure name, nearest first; None where none does."""
    for heading in (*reversed(measure.heading), measure.strategy or ""):
        name = heading.casefold()
        if numbered := _AREA.search(name):
            return int(numbered[1])
        named = [a.number for a in reform.areas if a.name.nb.casefold() in name or a.name.nn.casefold() in name]
        if len(named) == 1:
            return named[0]
    return None


def _tables(rows: Iterable[Passage]) -> Iterator[list[Passage]]:
    """The rows of one table after another: a row numbered 1 begins one."""
    table: list[Passage] = []
    for row in rows:
        if row.row == 1 and table:
            yield table
            table = []
        table.append(row)
    if table:
        yield table


def _measures(source: str, table: Sequence[Passage]) -> Iterator[Measure]:
    names = max(([cell.column for cell in row.cells] for row in table), key=len)
    fields, strategy = _fields(names)
    if "text" not in fields.values():
        return
    group: str | None = None
    for place, row in enumerate(table):
        if _is_group(table, place):
            group = _numbered(_value(row.cells[0].value) or "")[1] if row.cells else None
        elif measure := _measure(source, row, fields, group or strategy):
            yield measure


def _fields(names: Sequence[str]) -> tuple[Mapping[str, Field | None], str | None]:
    """What each column holds, and the strategy that the name of the measures' column is, if it is one."""
    fields: dict[str, Field | None] = {name: field(name) for name in names}
    held = set(fields.values())
    owned = len(held & _OWNED) + any(YEAR.fullmatch(name) for name in names)
    if "text" in held:
        return (fields, None) if owned else ({}, None)
    for name, holds in fields.items():
        if holds in (None, "strategy") and not YEAR.fullmatch(name) and owned >= 2:
            fields[name] = "text"
            return fields, name if holds is None and name.strip() else None
    return {}, None


def _is_group(table: Sequence[Passage], place: int) -> bool:
    """Whether a row is a heading for those below it: one cell across the table, or one cell alone that reads as such.

    A cell alone reads as a heading where rows below it are numbered within it (``3.`` over ``a)``), or where it ends
    in a colon. Else it is a measure that says neither who, when nor how much; such there are, and must be found.
    """
    row = table[place]
    filled = [cell for cell in row.cells if _value(cell.value)]
    if len(filled) != 1 or place + 1 == len(table):
        return len(filled) == 1 and len(row.cells) == 1 and len(table[0].cells) > 1
    if len(row.cells) == 1:
        return True
    text, below = filled[0].value.strip(), table[place + 1]
    under = next((cell.value for cell in below.cells if cell.column == filled[0].column), "")
    return text.endswith(":") or _depth(under) > _depth(text) > 0


def _depth(text: str) -> int:
    """How deep a row's own number lies: 1 for ``3.``, 2 for ``a)``, ``3a`` or ``3.1``, 0 without one."""
    number = _numbered(text)[0]
    if number is None:
        return 0
    return 2 if number[-1].isalpha() or "." in number else 1


def _measure(source: str, row: Passage, fields: Mapping[str, Field | None], strategy: str | None) -> Measure | None:
    held: dict[str, list[str]] = {}
    for cell in row.cells:
        value, holds = _value(cell.value), fields.get(cell.column)
        if not value:
            continue
        if holds is None and YEAR.fullmatch(cell.column):
            paid = re.search(r"\d", value) is not None
            held.setdefault("period", []).append(cell.column)
            if paid:
                held.setdefault("cost", []).append(f"{cell.column}: {value}")
        elif holds is not None:
            held.setdefault(holds, []).append(value)
    if "text" not in held:
        return None
    number, text = _numbered(". ".join(held["text"]))
    told = {name: ". ".join(values) for name, values in held.items()}
    return Measure(
        text,
        told.get("number") or number,
        told.get("strategy") or strategy,
        told.get("responsible"),
        told.get("period"),
        told.get("cost"),
        told.get("finance"),
        told.get("remark"),
        source,
        row.heading,
        row.row or 0,
        row.span,
    )


def _value(text: str) -> str | None:
    plain = fold(text.replace("\\|", "|"))
    return None if plain in _NOTHING else plain


def _numbered(text: str) -> tuple[str | None, str]:
    """A measure's number (``6``, ``6a``, ``3.1``) and its text without it."""
    match = _NUMBER.match(text)
    return ((match["marked"] or match["bare"]).replace(" ", ""), text[match.end() :]) if match else (None, text)
