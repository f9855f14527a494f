"""``lhl utkast foreslå``: strategies and measures to choose from, each with where it is from."""

import copy
from datetime import date
from pathlib import Path

import click

from lhl_assistant.cli import norsk
from lhl_assistant.cli.console import say, tell
from lhl_assistant.cli.utkast_felles import AS_DATA, FILE, data
from lhl_assistant.cli.voice import chosen
from lhl_assistant.said import Said


@click.command(cls=norsk.Command, name="foreslå", short_help="Se og ta med forslag til strategier og tiltak.")
@click.option("--område", "area", type=click.IntRange(1, 5), metavar="1–5", help="Bare dette innsatsområdet.")
@click.option("--løsning", "solution", metavar="NUMMER", help="Bare denne løsningen, som 3.2.")
@click.option("--ta", "numbers", metavar="1,3,5–8", help="Ta med forslagene med disse numrene, eller «alle» som vises.")
@FILE
@AS_DATA
def foreslaa(area: int | None, solution: str | None, numbers: str | None, fil: Path, as_json: bool) -> None:
    """Vis forslag fra eksempelplanene og kunnskapen, og ta med dem du velger.

    Hvert forslag sier hvor det er fra, og hvem som hadde ansvaret der, når og til hvilken kostnad.
    """
    from lhl_assistant.cli.utkast_vis import suggestion_data, suggestion_lines
    from lhl_assistant.plan.document import file
    from lhl_assistant.plan.draft.opening import desk, proposed
    from lhl_assistant.plan.draft.suggest import chosen_by, take, taken

    opened = file.read(fil)
    plan = opened.plan
    with desk() as at:
        shown = [s for s in proposed(at) if area in (None, s.area) and solution in (None, s.solution)]
        if not shown:
            raise norsk.WrongUsage(
                Said(f"Det finnes ingen løsning {solution} her.", f"Det finst ingen løysing {solution} her.")
            )
        picked = chosen_by(numbers, shown) if numbers is not None else []
        fresh = [s for s in picked if not taken(s, plan)]
        for suggestion in fresh:
            plan = take(suggestion, plan, at.templates.measure, date.today().isoformat())
        reform = at.searcher.reform
    if numbers is not None:
        file.save(opened, plan)
        if as_json:
            data({"taken": [s.number for s in fresh], "there": [s.number for s in picked if s not in fresh]})
            return
        say(
            Said(
                f"Tatt med {len(fresh)} forslag i {fil}. Ansvar, tid og kostnad står som [FYLL INN: …].",
                f"Teke med {len(fresh)} forslag i {fil}. Ansvar, tid og kostnad står som [FYLL INN: …].",
            )
        )
        return
    if as_json:
        for suggestion in shown:
            data(suggestion_data(suggestion, plan))
        return
    for line in suggestion_lines(shown, plan, reform, chosen() or plan.language):
        tell(line)


alias = copy.copy(foreslaa)
alias.name, alias.hidden = "foreslaa", True
