"""``lhl verksted``: a workshop from invitation to answer. All of it works on one file, the workshop's journal."""

import copy
from datetime import date, datetime
from pathlib import Path
from typing import get_args

import click

from lhl_assistant.cli import norsk
from lhl_assistant.cli.console import safe, say, tell
from lhl_assistant.cli.verksted_etter import COMMANDS as AFTER
from lhl_assistant.cli.verksted_felles import AS_DATA, TABLE, WHICH, as_data, data, opened, place, reform
from lhl_assistant.cli.verksted_kjoer import alias as kjoer_alias
from lhl_assistant.cli.verksted_kjoer import kjoer, voted
from lhl_assistant.cli.verksted_metoder import metoder
from lhl_assistant.cli.voice import chosen
from lhl_assistant.errors import InputUnusable
from lhl_assistant.said import Said
from lhl_assistant.workshop.journal.acts import Method
from lhl_assistant.workshop.session import Session


@click.group(cls=norsk.Group, name="verksted", short_help="Et møte med eldrerådet: fra innbydelse til svar.")
def verksted() -> None:
    """Lag kjøreplan, skriv ned innspill, sorter, prioriter, lag rapport og svar deltakerne.

    Alt ligger i én fil på din maskin. Prøv: lhl verksted ny --kommune Fjelldal --dato 2026-12-03
    """


@verksted.command("ny", short_help="Lag et verksted med kjøreplan.")
@click.option("--kommune", required=True, metavar="NAVN", help="Kommunens navn.")
@click.option("--dato", required=True, metavar="ÅÅÅÅ-MM-DD", help="Dagen møtet er.")
@click.option("--tittel", default=None, metavar="TEKST", help="Hva møtet heter.")
@click.option("--klokka", default="11:00", metavar="TT:MM", help="Når møtet begynner; 11:00 når du ikke sier noe.")
@click.option("--minutter", type=click.IntRange(30, 480), default=120, help="Hvor lenge det varer; ellers 120.")
@click.option("--deltakere", type=click.IntRange(1, 500), default=12, help="Hvor mange som kommer; ellers 12.")
@click.option(
    "--metode",
    type=click.Choice(list(get_args(Method))),
    default="igp",
    metavar="METODE",
    help=f"{', '.join(get_args(Method))}; se «lhl verksted metoder».",
)
@click.option("--område", "areas", type=click.IntRange(1, 5), multiple=True, help="1–5, flere ganger; ellers alle fem.")
@click.option("--sted", default="", metavar="TEKST", help="Hvor møtet er.")
@click.option("--kontakt", default="", metavar="TEKST", help="Hvem folk kan ringe.")
@click.option(
    "--bevar-til", "keep", default=None, metavar="ÅÅÅÅ-MM-DD", help="Når ordene skal slettes; ellers et halvt år."
)
@click.option("--fil", type=click.Path(path_type=Path), default=None, metavar="FIL", help="Filen; ellers i datamappen.")
@AS_DATA
def ny(**options: object) -> None:
    """Lag et verksted og vis kjøreplanen. Ark til veggen og bordene lager «lhl verksted ark»."""
    from lhl_assistant.workshop.before.agenda import agenda
    from lhl_assistant.workshop.journal.acts import SetUp
    from lhl_assistant.workshop.planning import new_file, usual
    from lhl_assistant.workshop.session import begin

    form = chosen() or "nb"
    day = _day(str(options["dato"]))
    fields = usual(str(options["kommune"]), day, form)
    chosen_fields = {
        "title": options["tittel"] or fields["title"],
        "start": _clock(str(options["klokka"])),
        "minutes": options["minutter"],
        "participants": options["deltakere"],
        "method": options["metode"],
        "areas": tuple(dict.fromkeys(options["areas"])) or fields["areas"],  # type: ignore[call-overload]
        "place": options["sted"],
        "contact": options["kontakt"],
        "keep_until": _day(str(options["keep"])) if options["keep"] else fields["keep_until"],
    }
    fields |= chosen_fields
    if fields["keep_until"] < day:
        raise norsk.WrongUsage(
            Said(
                f"--bevar-til {fields['keep_until']} er før møtet {day}. Velg en dag etter møtet.",
                f"--bevar-til {fields['keep_until']} er før møtet {day}. Vel ein dag etter møtet.",
            )
        )
    parts = agenda(SetUp(id="-", n=0, at="", by="", **fields), reform())
    file = options["fil"]
    path = Path(str(file)) if file else new_file()
    if path.exists():
        raise InputUnusable(
            Said(
                f"Filen «{path}» finnes allerede. Velg et annet navn.",
                f"Fila «{path}» finst frå før. Vel eit anna namn.",
            )
        )
    session = begin(path, fields)
    if options["as_json"]:
        data({"id": path.stem, "file": str(path), "agenda": [[p.start, p.end, p.what.in_(form)] for p in parts]})
        return
    _unsuited(session.state.setup.method, session.state.setup.participants, session.state.setup.minutes)
    for part in parts:
        click.echo(f"{part.start}–{part.end}  {part.what.in_(form)}")
    say(
        Said(
            f"Verkstedet ligger i {path}. Neste: «lhl verksted ark» lager ark, og «lhl», så F5, er den store skjermen.",
            f"Verkstaden ligg i {path}. Neste: «lhl verksted ark» lagar ark, og «lhl», så F5, er den store skjermen.",
        )
    )


def _unsuited(method: str, people: int, minutes: int) -> None:
    """Say where the sources would not choose this method for so many, or so short a time."""
    from lhl_assistant.workshop.before.texts import material

    known = material().method(method)
    fewest, most = known.fits
    if (fewest and people < fewest) or (most and people > most):
        say(
            Said(
                f"Merk: {known.name.nb} passer for {fewest or 1}–{most} deltakere, og dere er {people}.",
                f"Merk: {known.name.nn} passar for {fewest or 1}–{most} deltakarar, og de er {people}.",
            )
        )
    if minutes < known.shortest:
        say(
            Said(
                f"Merk: {known.name.nb} bør ha minst {known.shortest} minutter.",
                f"Merk: {known.name.nn} bør ha minst {known.shortest} minutt.",
            )
        )


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise norsk.WrongUsage(
            Said(f"«{text}» er ingen dato. Skriv som 2026-12-03.", f"«{text}» er ingen dato. Skriv som 2026-12-03.")
        ) from error


def _clock(text: str) -> str:
    try:
        return datetime.strptime(text.replace(".", ":"), "%H:%M").strftime("%H:%M")
    except ValueError as error:
        raise norsk.WrongUsage(
            Said(
                f"«{text}» er ikke et klokkeslett. Skriv som 11:00.",
                f"«{text}» er ikkje eit klokkeslett. Skriv som 11:00.",
            )
        ) from error


@verksted.command("vis", short_help="Vis kjøreplan, spørsmål, innspill, logg eller alle verksteder.")
@WHICH
@click.option("--alle", "every", is_flag=True, help="Alle verksteder på maskinen.")
@click.option(
    "--del",
    "part",
    type=click.Choice(["plan", "innspill", "logg"]),
    default=None,
    metavar="DEL",
    help="Bare plan (kjøreplan og spørsmål), innspill (med kode) eller logg (hvem som flyttet hva).",
)
@AS_DATA
def vis(verksted: str | None, every: bool, part: str | None, as_json: bool) -> None:
    """Vis et verksted; det nyeste når du ikke sier hvilket."""
    from lhl_assistant.workshop.folder import all_states

    if every:
        for path, state in all_states():
            said = f"{path.stem}  {state.setup.day}  {state.setup.title}  ({len(state.spoken)})"
            if as_json:
                data({"id": path.stem, "title": state.setup.title, "contributions": len(state.spoken)})
            else:
                click.echo(safe(said))
        return
    session = opened(verksted)
    _overdue(session.state.setup.keep_until)
    if as_json:
        state = session.state
        said_all = [as_data(c) for c in state.contributions]
        data({"id": session.path.stem, "setup": state.setup.model_dump(mode="json"), "contributions": said_all})
        return
    shows = {"plan": _show_plan, "innspill": _show_contributions, "logg": _show_log}
    for name, show in shows.items():
        if part == name or (part is None and name != "logg"):
            show(session)


def _overdue(keep_until: date) -> None:
    if keep_until < date.today():
        say(
            Said(
                f"Ordene skulle vært slettet {keep_until}. Er svaret gitt? Da kan du slette filen.",
                f"Orda skulle ha vore sletta {keep_until}. Er svaret gjeve? Då kan du slette fila.",
            )
        )


def _show_plan(session: Session) -> None:
    from lhl_assistant.workshop.before.agenda import agenda
    from lhl_assistant.workshop.before.sheets import shopping
    from lhl_assistant.workshop.before.texts import material

    setup, vocabulary = session.state.setup, reform()
    form = setup.language
    click.echo(safe(f"{setup.title} – {setup.day} {setup.start}"))
    for part in agenda(setup, vocabulary):
        click.echo(f"  {part.start}–{part.end}  {part.what.in_(form)}")
    for number in setup.areas:
        asked = material().questions.area(number)
        click.echo(f"{number} {vocabulary.area(number).name.in_(form)}: {asked.main.in_(form)}")
        for helper in asked.helpers:
            click.echo(f"  {helper.in_(form)}")
    tell(Said("Handleliste:", "Handleliste:"))
    for line in shopping(setup):
        click.echo(f"  {line}")


def _show_contributions(session: Session) -> None:
    vocabulary, form = reform(), session.state.setup.language
    for one in session.state.contributions:
        click.echo(safe(f"{one.code}  {one.text}"))
        votes = voted(one.votes)
        marks = Said(f"sagt {one.voices} g., {votes.nb}", f"sagt {one.voices} g., {votes.nn}").in_(form)
        click.echo(f"        {place(one, vocabulary, form)}; {marks}")


def _show_log(session: Session) -> None:
    from lhl_assistant.workshop.journal.words import moment, told

    log, form = session.state.log, session.state.setup.language
    known = {act.id: act for act in log}
    for act in log:
        click.echo(safe(f"{moment(act)}  {act.by}  {told(act, known).in_(form)}"))


@verksted.command("ark", short_help="Lag plakater, kort, samtykke og liste som PDF.")
@WHICH
@click.option(
    "--til",
    "to",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("ark"),
    metavar="MAPPE",
    help="Mappen arkene legges i; ellers «ark» der du står.",
)
def ark(verksted: str | None, to: Path) -> None:
    """Skriv kjøreplan, innbydelse, samtykke, oppmøteliste, A5-kort og A3-plakater som PDF i MAPPE."""
    from lhl_assistant.workshop.before.sheets import write_all

    for file in write_all(opened(verksted).state.setup, reform(), to):
        click.echo(str(file))


@verksted.command("importer", short_help="Hent innspill fra papir: tekst, CSV, Word, PDF eller et bilde.")
@click.argument("fil", type=click.Path(path_type=Path), metavar="FIL")
@click.option("--verksted", "which", default=None, metavar="VERKSTED")
@TABLE
@AS_DATA
def importer(fil: Path, which: str | None, bord: str | None, as_json: bool) -> None:
    """Hent ett innspill fra hver linje i FIL: tekst, CSV, Word, PDF eller et bilde (PNG, JPG) av ark fra møtet.

    Trykt skrift i bilder blir lest godt, håndskrift sjelden. Samme fil to ganger gir ingen doble.
    """
    from lhl_assistant.cli.progress import progress
    from lhl_assistant.workshop.importing import bring_in, notes_of
    from lhl_assistant.workshop.photo import doubt
    from lhl_assistant.workshop.room import Room

    session = opened(which, bord)
    notes = notes_of(fil)
    new = bring_in(session, fil, notes.text)
    with progress(Said("Sorterer", "Sorterer")) as (step,):
        Room(session).sort_rest(step)
    if as_json:
        data({"new": [c.id for c in new], "unsure": notes.unsure})
    else:
        fresh = "nytt" if len(new) == 1 else "nye"
        tell(Said(f"{len(new)} {fresh} innspill fra {fil.name}.", f"{len(new)} {fresh} innspel frå {fil.name}."))
        if notes.unsure:
            tell(doubt(notes.unsure))


@verksted.command("slå-sammen", short_help="Samle flere bords filer i én.")
@click.argument("til", type=click.Path(path_type=Path, exists=False), metavar="TIL")
@click.argument("filer", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FIL…")
@AS_DATA
def slaa_sammen(til: Path, filer: tuple[Path, ...], as_json: bool) -> None:
    """Hent alt fra bordenes filer inn i TIL. Ingenting blir borte eller dobbelt, samme hva klokkene viser.

    Før møtet kopierer du verkstedets fil til hvert bords maskin, som bord2.jsonl. Der skriver de med
    «lhl verksted kjør bord2.jsonl --bord "bord 2"», eller i appen.
    """
    from lhl_assistant.workshop.folder import find
    from lhl_assistant.workshop.merging import merge

    found = merge(til if til.is_file() else find(str(til)), filer)
    if as_json:
        data({"contributions": found.contributions, "new": found.new, "one_workshop": found.one_workshop})
        return
    if not found.one_workshop:
        say(
            Said(
                "Merk: filene er begynt som hvert sitt verksted. Opplysningene i den første gjelder.",
                "Merk: filene er byrja som kvar sin verkstad. Opplysningane i den første gjeld.",
            )
        )
    tell(
        Said(
            f"{found.contributions} innspill i alt, {found.new} av dem nye.",
            f"{found.contributions} innspel i alt, {found.new} av dei nye.",
        )
    )


verksted.add_command(metoder)
verksted.add_command(kjoer)
verksted.add_command(kjoer_alias)
slaa_alias = copy.copy(slaa_sammen)
slaa_alias.name, slaa_alias.hidden = "slaa-sammen", True
verksted.add_command(slaa_alias)
for command in AFTER:
    verksted.add_command(command)
