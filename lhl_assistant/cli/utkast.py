"""``lhl utkast``: a plan from a first skeleton to what is sent out. All of it works on one file, the planner's own."""

from pathlib import Path

import click

from lhl_assistant.cli import norsk
from lhl_assistant.cli.console import say, tell
from lhl_assistant.cli.progress import progress
from lhl_assistant.cli.utkast_befolkning import befolkning
from lhl_assistant.cli.utkast_eksporter import eksporter
from lhl_assistant.cli.utkast_felles import AS_DATA, FILE, data
from lhl_assistant.cli.utkast_foreslaa import alias as foreslaa_alias
from lhl_assistant.cli.utkast_foreslaa import foreslaa
from lhl_assistant.cli.utkast_historikk import historikk
from lhl_assistant.cli.utkast_koble import koble
from lhl_assistant.cli.voice import chosen
from lhl_assistant.said import Said

_WRITING = Said("Skriver kapitler", "Skriv kapittel")


@click.group(cls=norsk.Group, name="utkast", short_help="Lag utkast til en plan, fra første kapittel til Word.")
def utkast() -> None:
    """Lag utkast til en plan: kapitler, strategier og tiltak, hver med sin plass i reformen og sine kilder.

    Planen er én fil som du eier og kan rette i et skriveprogram.
    Prøv: lhl utkast ny --kommune Fjelldal --periode 2027–2030
    """


@utkast.command("ny", short_help="Lag en ny plan med utkast til alle kapitler.")
@click.option("--kommune", required=True, metavar="NAVN", help="Kommunens navn.")
@click.option("--periode", required=True, metavar="ÅR–ÅR", help="Årene planen gjelder, som 2027–2030.")
@click.option("--tom", "empty", is_flag=True, help="Bare overskriftene; «lhl utkast skriv» fyller dem.")
@FILE
@AS_DATA
def ny(kommune: str, periode: str, empty: bool, fil: Path, as_json: bool) -> None:
    """Lag en ny plan. Det bare kommunen vet, står som [FYLL INN: …]; alt annet har henvisning til kilden."""
    from lhl_assistant.plan.document import file
    from lhl_assistant.plan.document.gaps import gaps
    from lhl_assistant.plan.draft.opening import desk
    from lhl_assistant.plan.draft.write import new, write

    if not kommune.strip() or not periode.strip():
        raise norsk.WrongUsage(
            Said("Si både kommune og periode, ikke tomt.", "Sei både kommune og periode, ikkje tomt.")
        )
    if fil.exists():
        raise file.taken(fil)
    with desk() as at, progress(_WRITING) as (step,):
        plan = new(kommune.strip(), periode.strip(), chosen() or "nb", at)
        made = file.create(fil, plan if empty else write(plan, at, progress=step))
    left, chapters, references = len(gaps(made.plan)), len(made.plan.chapters), len(made.plan.references)
    if as_json:
        data({"file": str(fil), "chapters": chapters, "references": references, "gaps": left})
        return
    chapters, references = len(made.plan.chapters), len(made.plan.references)
    say(
        Said(
            f"Laget {fil}: {chapters} kapitler, {references} henvisninger, {left} steder å fylle inn. "
            "Velg strategier og tiltak med «lhl utkast foreslå».",
            f"Laga {fil}: {chapters} kapittel, {references} tilvisingar, {left} stader å fylle inn. "
            "Vel strategiar og tiltak med «lhl utkast foreslå».",
        )
    )


@utkast.command("skriv", short_help="Skriv utkast til kapitler som er tomme.")
@click.argument("kapitler", nargs=-1, metavar="[KAPITTEL …]")
@FILE
@AS_DATA
def skriv(kapitler: tuple[str, ...], fil: Path, as_json: bool) -> None:
    """Skriv utkast til tomme kapitler, alle eller dem du nevner. Et kapittel med tekst blir aldri rørt."""
    from lhl_assistant.plan.document import file
    from lhl_assistant.plan.draft.opening import desk
    from lhl_assistant.plan.draft.write import with_chapters, write

    opened = file.read(fil)
    with desk() as at, progress(_WRITING) as (step,):
        plan = write(with_chapters(opened.plan, at), at, kapitler, step)
    file.save(opened, plan)
    before = {c.id for c in opened.plan.chapters if c.text.strip()}
    written = [c.id for c in plan.chapters if c.text.strip() and c.id not in before]
    kept = [id for id in kapitler if id in before]
    if as_json:
        data({"written": written, "kept": kept})
        return
    if kept:
        say(
            Said(
                f"Har tekst fra før og er ikke rørt: {', '.join(kept)}.",
                f"Har tekst frå før og er ikkje rørt: {', '.join(kept)}.",
            )
        )
    listed = ", ".join(written)
    say(
        Said(f"Skrevet: {listed}.", f"Skrive: {listed}.")
        if written
        else Said("Ingen tomme kapitler.", "Ingen tomme kapittel.")
    )


@utkast.command("vis", short_help="Vis hvor langt planen er kommet.")
@click.argument("id", required=False, metavar="[KAPITTEL]")
@FILE
@AS_DATA
def vis(id: str | None, fil: Path, as_json: bool) -> None:
    """Vis kapitler, dekning av de 25 løsningene, strategier med tiltak, og alt som mangler; eller ett kapittel."""
    from lhl_assistant.cli.utkast_vis import chapter_lines, overview_data, overview_lines
    from lhl_assistant.library.opening import searcher
    from lhl_assistant.plan.document import file
    from lhl_assistant.plan.document.overview import overview
    from lhl_assistant.plan.document.referring import unresolved

    opened = file.read(fil)
    for remark in opened.remarks:
        say(remark.said())
    if id is not None:
        tell(chapter_lines(opened.plan, id))
        return
    with searcher("alle") as at:
        lost = unresolved(opened.plan, at.libraries)
        state, reform = overview(opened.plan, at.reform), at.reform
    if as_json:
        data(overview_data(opened.plan, state, lost))
        return
    for line in overview_lines(opened.plan, state, lost, reform, chosen() or opened.plan.language):
        tell(line)


for _command in (foreslaa, foreslaa_alias, koble, befolkning, eksporter, historikk):
    utkast.add_command(_command)
