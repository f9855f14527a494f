"""``lhl utkast befolkning``: the population into the plan, from files or, when asked, from the net."""

from dataclasses import asdict
from datetime import date
from pathlib import Path

import click

from lhl_assistant.cli import norsk
from lhl_assistant.cli.console import tell
from lhl_assistant.cli.utkast_felles import AS_DATA, FILE, data
from lhl_assistant.errors import InputUnusable
from lhl_assistant.said import Said


@click.command(cls=norsk.Command, name="befolkning", short_help="Ta inn befolkningstall, fra fil eller SSB.")
@click.argument("tabeller", nargs=-1, metavar="[TABELL …]", type=click.Path(path_type=Path))
@click.option("--hent", "online", is_flag=True, help="Hent tallene fra SSB over nettet, nå.")
@FILE
@AS_DATA
def befolkning(tabeller: tuple[Path, ...], online: bool, fil: Path, as_json: bool) -> None:
    """Ta inn befolkningen nå og framskrevet, fra tabeller du har lagret (JSON-stat2 eller CSV) eller fra SSB.

    Ingenting hentes fra nettet uten --hent. Hvilke tabeller som hentes, er en innstilling (se dokumentasjonen).
    """
    from lhl_assistant.cli.utkast_vis import population_lines
    from lhl_assistant.plan.demography.describe import describe
    from lhl_assistant.plan.demography.fill import with_population
    from lhl_assistant.plan.demography.gather import from_files, population
    from lhl_assistant.plan.document import file

    if bool(tabeller) == online:
        raise norsk.WrongUsage(
            Said("Velg enten filer med tabeller eller --hent.", "Vel anten filer med tabellar eller --hent.")
        )
    opened = file.read(fil)
    today = date.today()
    if online:
        from lhl_assistant.plan.demography.fetch import Client, tables

        asked = tables()
        found = population(Client(asked).both(opened.plan.municipality), today, asked.address)
    else:
        found = from_files(tabeller, opened.plan.municipality, today)
    plan = with_population(opened.plan, found)
    file.save(opened, plan)
    described = describe(found, plan.municipality, plan.language)
    if described is None:
        raise InputUnusable(Said("Tabellene har ingen år å vise.", "Tabellane har ingen år å vise."))
    if as_json:
        data(asdict(described))
        return
    for line in population_lines(described):
        tell(line)
