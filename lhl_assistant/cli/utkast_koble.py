"""``lhl utkast koble``: the place of strategies and measures in the reform, proposed and decided."""

from datetime import date
from pathlib import Path

import click

from lhl_assistant.cli import norsk
from lhl_assistant.cli.console import say, tell
from lhl_assistant.cli.utkast_felles import AS_DATA, FILE, data
from lhl_assistant.cli.voice import chosen
from lhl_assistant.said import Said

_MAX_CHARACTERS = 2000


@click.command(cls=norsk.Command, name="koble", short_help="Gi strategier og tiltak plass i reformen.")
@click.argument("id", required=False, metavar="[ID]")
@click.option(
    "--til", "place", metavar="STED", help="Løsning (3.2), innsatsområde (3), «utenfor», eller en strategi (s2)."
)
@click.option("--bekreft", "confirmed", is_flag=True, help="Bekreft koblingen som den er; uten ID alle som vises.")
@click.option("--strategi", "strategies", multiple=True, metavar="TEKST", help="Legg til en strategi; kan gjentas.")
@click.option("--tiltak", "measures", multiple=True, metavar="TEKST", help="Legg til et tiltak; kan gjentas.")
@FILE
@AS_DATA
def koble(  # noqa: PLR0913
    id: str | None,
    place: str | None,
    confirmed: bool,
    strategies: tuple[str, ...],
    measures: tuple[str, ...],
    fil: Path,
    as_json: bool,
) -> None:
    """Foreslå innsatsområde og løsning for alt som mangler det, og vis hva som ikke er bekreftet.

    Forslaget kommer fra sorteringen, med sikkerhet og de to nest beste. Du bestemmer: bekreft det, eller velg et annet.
    """
    from lhl_assistant import places
    from lhl_assistant.cli.utkast_vis import link_data, link_lines
    from lhl_assistant.embedding.choose import load_engine
    from lhl_assistant.plan.document import file
    from lhl_assistant.plan.document.model import Measure, Strategy
    from lhl_assistant.plan.link import decide
    from lhl_assistant.plan.link.propose import link_all, unconfirmed
    from lhl_assistant.plan.sorting.sorter import Sorter
    from lhl_assistant.reform.load import load

    if place is not None and id is None:
        raise norsk.WrongUsage(
            Said(
                "Si hva som skal kobles, som «lhl utkast koble s2 --til 3.2».",
                "Sei kva som skal koplast, som «lhl utkast koble s2 --til 3.2».",
            )
        )
    opened = file.read(fil)
    plan, today, sorter = opened.plan, date.today().isoformat(), Sorter(load_engine())
    for text in strategies:
        plan, _ = decide.add(plan, _line(text), Strategy, sorter, today)
    for text in measures:
        plan, _ = decide.add(plan, _line(text), Measure, sorter, today)
    plan = link_all(plan, sorter, today)
    if id is not None and place is not None:
        plan = decide.choose(plan, id, place, today)
    if confirmed:
        for each in [id] if id is not None else [entry.item.id for entry in unconfirmed(plan) if entry.item.link]:
            plan = decide.confirm(plan, each, today)
    file.save(opened, plan)
    reform = load(places.bundled("knowledge") / "reform.yaml")
    left = unconfirmed(plan)
    if as_json:
        for entry in left:
            data(link_data(entry, reform))
        return
    for line in link_lines(left, reform, chosen() or plan.language):
        tell(line)
    if not left:
        say(
            Said(
                "Alle strategier og tiltak er koblet og bekreftet.", "Alle strategiar og tiltak er kopla og stadfesta."
            )
        )


def _line(text: str) -> str:
    line = " ".join(text.split())[:_MAX_CHARACTERS]
    if not line:
        raise norsk.WrongUsage(Said("Skriv en tekst å legge til.", "Skriv ein tekst å leggje til."))
    return line
