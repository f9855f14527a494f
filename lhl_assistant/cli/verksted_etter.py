"""``lhl verksted rapport | svar | koble | spor | slett``: after the meeting."""

from pathlib import Path
from typing import get_args

import click

from lhl_assistant.cli import norsk
from lhl_assistant.cli.console import safe, say, tell
from lhl_assistant.cli.verksted_felles import AS_DATA, WHICH, as_data, data, opened, out_file, personal, reform
from lhl_assistant.said import Said
from lhl_assistant.workshop.journal.acts import Outcome
from lhl_assistant.workshop.session import Session

_TO = click.option(
    "--til",
    "to",
    type=click.Choice(["word", "pdf", "md"]),
    default="word",
    metavar="FORMAT",
    help="word, pdf eller md; word når du ikke sier noe.",
)
_OUT = click.option(
    "--ut", "out", type=click.Path(path_type=Path), default=None, metavar="FIL", help="Filen som skrives."
)
_HIDE = click.option("--skjul-funn", "hide", is_flag=True, help="Dekk over det som ser ut som personopplysninger.")
_ACCEPT = click.option("--med-funn", "accept", is_flag=True, help="Skriv likevel; du har sett på funnene.")
_IN = click.option("--verksted", "which", default=None, metavar="VERKSTED", help="Hvilket verksted; ellers det nyeste.")
_PLAN = click.option(
    "--fil", type=click.Path(path_type=Path), default=Path("plan.yaml"), metavar="FIL", help="Planens fil."
)
_ANSWERS: dict[str, Outcome] = {"vedtatt": "adopted", "delvis": "partly", "ikke": "not"}


@click.command(cls=norsk.Command, name="rapport", short_help="Skriv rapporten, ordrett og sortert.")
@WHICH
@_TO
@_OUT
@click.option("--storskrift", "large", is_flag=True, help="Siden til deltakerne, i stor skrift.")
@_HIDE
@_ACCEPT
def rapport(verksted: str | None, to: str, out: Path | None, large: bool, hide: bool, accept: bool) -> None:
    """Skriv hva som ble sagt, ordrett, sortert og prioritert. Personopplysninger blir vist for deg først."""
    from lhl_assistant.export.write import SUFFIXES, Format, write
    from lhl_assistant.workshop.after.report import large_print, report

    session = opened(verksted)
    shown = personal(session.state, hide, accept)
    document = large_print(session.state, shown) if large else report(session.state, reform(), shown)
    form: Format = next(f for f in get_args(Format) if f == to)
    for file in write(document, out_file(out, session, "storskrift" if large else "rapport", SUFFIXES[form])):
        session.exported(file.resolve())
        click.echo(str(file))


@click.command(cls=norsk.Command, name="svar", short_help="Si hva det ble av hvert innspill, og hvorfor.")
@click.argument("kode", required=False, metavar="[KODE]")
@click.option("--utfall", "outcome", type=click.Choice(list(_ANSWERS)), default=None, metavar="vedtatt|delvis|ikke")
@click.option("--fordi", "why", default=None, metavar="TEKST", help="Hvorfor.")
@_IN
@click.option(
    "--til",
    "to",
    type=click.Choice(["word", "pdf", "md"]),
    default=None,
    metavar="FORMAT",
    help="Skriv tabellen som word, pdf eller md.",
)
@_OUT
@_HIDE
@_ACCEPT
@AS_DATA
def svar(**options: object) -> None:
    """Vis hva det ble av innspillene, eller av ett (KODE); med --utfall og --fordi svarer du på det.

    Koden står foran innspillet i «lhl verksted vis --del innspill». Med --til skrives tabellen.
    """
    from lhl_assistant.workshop.after.followed import followed
    from lhl_assistant.workshop.after.report import OUTCOMES, UNANSWERED

    session = opened(options["which"] if isinstance(options["which"], str) else None)
    code, outcome, why = options["kode"], options["outcome"], options["why"]
    if outcome or why:
        if not (code and outcome and why):
            raise norsk.WrongUsage(
                Said("Et svar trenger KODE, --utfall og --fordi.", "Eit svar treng KODE, --utfall og --fordi.")
            )
        session.answer(session.contribution(str(code)).id, _ANSWERS[str(outcome)], str(why))
    if options["to"]:
        _write_answers(session, options)
        return
    form = session.state.setup.language
    asked = [session.contribution(str(code))] if code else session.state.spoken
    for one in (followed(contribution, session.state) for contribution in asked):
        if options["as_json"]:
            data(as_data(one))
            continue
        said = OUTCOMES[one.answer.outcome] if one.answer else UNANSWERED
        reason = f": {one.answer.why}" if one.answer else ""
        click.echo(safe(f"{one.code}  {one.text}\n        {said.in_(form)}{reason}"))
        for link in one.links:
            click.echo(safe(f"        → {link.into} {link.text}"))


def _write_answers(session: Session, options: dict[str, object]) -> None:
    from lhl_assistant.export.write import SUFFIXES, Format, write
    from lhl_assistant.workshop.after.report import answers

    shown = personal(session.state, bool(options["hide"]), bool(options["accept"]))
    form: Format = next(f for f in get_args(Format) if f == options["to"])
    out = options["out"] if isinstance(options["out"], Path) else None
    for file in write(answers(session.state, reform(), shown), out_file(out, session, "svar", SUFFIXES[form])):
        session.exported(file.resolve())
        click.echo(str(file))


@click.command(cls=norsk.Command, name="koble", short_help="Legg innspill bak en strategi eller et tiltak i planen.")
@click.argument("til", metavar="STRATEGI")
@click.argument("koder", nargs=-1, required=True, metavar="KODE…")
@_PLAN
@_IN
def koble(til: str, koder: tuple[str, ...], fil: Path, which: str | None) -> None:
    """Legg innspillene KODE bak STRATEGI (id i planen, som s3). Koblingen står begge steder."""
    from lhl_assistant.workshop.after.linking import link

    session = opened(which)
    for code in koder:
        text = link(session, code, fil, til)
        tell(Said(f"{code} → {til} {text}", f"{code} → {til} {text}"))


@click.command(cls=norsk.Command, name="spor", short_help="Fra en setning i planen til ordene bak, og motsatt.")
@click.argument("hva", metavar="SETNING|KODE")
@_PLAN
@click.option(
    "--dokument", "document", type=click.Path(path_type=Path), default=None, metavar="FIL", help="Vedtatt plan."
)
@_IN
@AS_DATA
def spor(hva: str, fil: Path, document: Path | None, which: str | None, as_json: bool) -> None:
    """Hvem ba om dette? Eller: hvor ble det av innspillet? Med --dokument sjekkes teksten i planen som ble vedtatt."""
    from lhl_assistant.workshop.after.tracing import back, forward

    code = hva.strip()
    known = code.isalnum() and len(code) == 6
    one = opened(which).state.find(code) if known else None
    traces = forward(one.id, fil, document) if one else back(hva, fil, document)
    if as_json:
        data([{"id": t.id, "text": t.text, "adopted": t.adopted, "words": [w.words for w in t.words]} for t in traces])
        return
    for trace in traces:
        click.echo(safe(f"{trace.id}  {trace.text}"))
        if trace.adopted is not None:
            tell(
                Said("    står i dokumentet", "    står i dokumentet")
                if trace.adopted
                else Said("    står ikke slik i dokumentet", "    står ikkje slik i dokumentet")
            )
        for words in trace.words:
            click.echo(safe(f"    «{words.words}» ({words.workshop}, {words.date}, {words.id[-8:][:6]})"))
    if not traces:
        tell(
            Said(
                f"Fant ingen strategi eller tiltak i {fil.name} som dette hører til.",
                f"Fann ingen strategi eller tiltak i {fil.name} som dette høyrer til.",
            )
        )


@click.command(cls=norsk.Command, name="slett", short_help="Slett et innspill alle steder.")
@click.argument("kode", metavar="KODE")
@_IN
def slett(kode: str, which: str | None) -> None:
    """Slett innspillet fra verkstedet, fra planene det er lagt inn i, og fra deres eldre utgaver."""
    from lhl_assistant.workshop.after.linking import delete

    for told in delete(opened(which), kode):
        say(told)


COMMANDS = (rapport, svar, koble, spor, slett)
