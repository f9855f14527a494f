"""``lhl utkast eksporter``: the plan, its case paper and its letter as Word, PDF or Markdown."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import click

from lhl_assistant.cli import norsk
from lhl_assistant.cli.console import say
from lhl_assistant.cli.utkast_felles import AS_DATA, FILE, data
from lhl_assistant.said import Said

if TYPE_CHECKING:
    from lhl_assistant.plan.document.model import Plan

_WHAT = ("plan", "saksframlegg", "høringsbrev")


@click.command(cls=norsk.Command, name="eksporter", short_help="Skriv planen som Word, PDF eller Markdown.")
@click.option("--til", "to", type=click.Choice(["word", "pdf", "md"]), default="word", metavar="word|pdf|md")
@click.option("--hva", "what", type=click.Choice(_WHAT), default="plan", metavar="HVA", help=f"{', '.join(_WHAT)}.")
@click.option("--ut", "out", type=click.Path(path_type=Path), metavar="FIL", help="Filen som skrives.")
@click.option("--mal", "template", type=click.Path(path_type=Path), metavar="FIL", help="Kommunens egen Word-mal.")
@click.option("--skjul-funn", "hide", is_flag=True, help="Dekk over personopplysninger i innspillene.")
@FILE
@AS_DATA
def eksporter(to: str, what: str, out: Path | None, fil: Path, hide: bool, **others: object) -> None:
    """Skriv planen, saksframlegget eller høringsbrevet til en fil du kan sende.

    Det som står som [FYLL INN: …], er merket i dokumentet. Ser det ut til at innspillene fra et verksted har
    personopplysninger, blir du gjort oppmerksom på det. Uten --ut heter filen det samme som planens fil.
    """
    from lhl_assistant.export.letters import Which
    from lhl_assistant.export.send import What, send
    from lhl_assistant.export.write import SUFFIXES, Format
    from lhl_assistant.plan.document import file
    from lhl_assistant.plan.document.gaps import gaps

    template = others["template"] if isinstance(others["template"], Path) else None
    form: Format = next(f for f in get_args(Format) if f == to)
    chosen: What = next(w for w in ("plan", *get_args(Which)) if w == what)
    plan = file.read(fil).plan
    if chosen == "plan":
        plan = _looked_through(plan, hide)
    name = fil.stem if what == "plan" else f"{fil.stem}-{what}"
    written = send(plan, out or fil.with_name(f"{name}{SUFFIXES[form]}"), date.today(), chosen, template)
    left = len(gaps(plan))
    if others["as_json"]:
        data({"files": [str(path) for path in written], "gaps": left})
        return
    listed = ", ".join(str(path) for path in written)
    say(
        Said(
            f"Skrevet: {listed}. Steder som ikke er fylt inn: {left}.",
            f"Skrive: {listed}. Stader som ikkje er fylte inn: {left}.",
        )
    )


def _looked_through(plan: "Plan", hide: bool) -> "Plan":
    """The plan as it is written out, after pointing out what looks like personal data in the participants' words."""
    from lhl_assistant.workshop.privacy.in_plan import hidden, told

    found = told(plan)
    for sentence in found:
        say(sentence)
    if found and not hide:
        say(
            Said(
                "Dette står åpent i dokumentet. Skjul det med --skjul-funn.",
                "Dette står ope i dokumentet. Skjul det med --skjul-funn.",
            )
        )
    return hidden(plan) if hide else plan
