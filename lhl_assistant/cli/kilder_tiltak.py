"""``lhl kilder vis ID --tiltak``: what a document's action tables say, by innsatsområde."""

import json
from collections.abc import Sequence
from itertools import groupby

import click
from rich import box
from rich.table import Table
from rich.text import Text

from lhl_assistant import places
from lhl_assistant.cli.console import out, safe, say
from lhl_assistant.cli.voice import chosen, spoken
from lhl_assistant.embedding.choose import load_engine
from lhl_assistant.errors import InputUnusable
from lhl_assistant.plan.placed import Placed, placed
from lhl_assistant.plan.sorting.sorter import Sorter
from lhl_assistant.reform.load import load
from lhl_assistant.reform.model import Reform
from lhl_assistant.said import Said
from lhl_assistant.sources.model import Source

_COLUMNS = (
    Said("Tiltak", "Tiltak"),
    Said("Ansvar", "Ansvar"),
    Said("Tidsrom", "Tidsrom"),
    Said("Kostnad", "Kostnad"),
)
_LONGEST_WHOLE = 18
_OUTSIDE = Said("Utenfor reformen", "Utanfor reforma")
_SUGGESTED = Said(
    "* Innsatsområdet er foreslått av programmet, for overskriftene i dokumentet sier det ikke.",
    "* Innsatsområdet er foreslått av programmet, for overskriftene i dokumentet seier det ikkje.",
)


def show(source: Source, as_json: bool) -> None:
    """Tell the measures of ``source``. Raises InputUnusable where it has none."""
    reform = load(places.bundled("knowledge") / "reform.yaml")
    found = list(placed(source, reform, Sorter(load_engine())))
    if as_json:
        for one in found:
            click.echo(json.dumps(_data(one, source), ensure_ascii=False))
        return
    if not found:
        raise InputUnusable(
            Said(
                f"Fant ingen tabeller med tiltak i «{source.id}». Tabellen må ha kolonner for tiltak og for ansvar, tid"
                " eller kostnad.",
                f"Fann ingen tabellar med tiltak i «{source.id}». Tabellen må ha kolonnar for tiltak og for ansvar, tid"
                " eller kostnad.",
            )
        )
    _tables(found, reform)
    if any(one.suggested for one in found):
        say(_SUGGESTED)


def _tables(found: Sequence[Placed], reform: Reform) -> None:
    console, form = out(), chosen() or "nb"
    with console.capture() as told:
        for area, here in groupby(sorted(found, key=lambda p: p.focus_area or 9), key=lambda p: p.focus_area):
            name = f"{area} {reform.area(area).name.in_(form)}" if area else _OUTSIDE.in_(form)
            console.print(Text(name, style="bold"), _table(list(map(_cells, here))))
    console.file.write("".join(f"{line.rstrip()}\n" for line in told.get().splitlines()))


def _table(rows: Sequence[Sequence[str]]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for number, column in enumerate(_COLUMNS):
        longest = max(len(word) for row in rows for word in row[number].split())
        table.add_column(spoken(column), min_width=min(longest, _LONGEST_WHOLE), overflow="fold")
    for row in rows:
        table.add_row(*(Text(safe(cell)) for cell in row))
    return table


def _cells(one: Placed) -> tuple[str, str, str, str]:
    m = one.measure
    text = " ".join(filter(None, (m.number, m.text, "*" if one.suggested else "")))
    return text, m.responsible or "–", m.period or "–", "; ".join(filter(None, (m.cost, m.finance))) or "–"


def _data(one: Placed, source: Source) -> dict[str, object]:
    m = one.measure
    return {
        "text": m.text,
        "number": m.number,
        "strategy": m.strategy,
        "responsible": m.responsible,
        "period": m.period,
        "cost": m.cost,
        "finance": m.finance,
        "remark": m.remark,
        "focus_area": one.focus_area,
        "suggested": one.suggested,
        "heading": m.heading,
        "page": source.page_at(m.span.start),
        "row": m.row,
        "start": m.span.start,
        "end": m.span.end,
    }
