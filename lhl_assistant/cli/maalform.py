"""``lhl målform``: bokmål or nynorsk, chosen for good."""

import copy

import click

from lhl_assistant import settings
from lhl_assistant.cli import norsk
from lhl_assistant.cli.console import say, tell
from lhl_assistant.said import Form, Said

_DEFAULT = "standard"
_HOLDS: dict[Form | None, Said] = {
    "nb": Said("Målformen er bokmål.", "Målforma er bokmål."),
    "nn": Said("Målformen er nynorsk.", "Målforma er nynorsk."),
    None: Said(
        "Målformen er bokmål, og svarene følger målformen i spørsmålet.",
        "Målforma er bokmål, og svara følgjer målforma i spørsmålet.",
    ),
}


@click.command(cls=norsk.Command, name="målform", short_help="Velg bokmål eller nynorsk.")
@click.argument("form", required=False, type=click.Choice(["nb", "nn", _DEFAULT]), metavar="[nb|nn|standard]")
def maalform(form: str | None) -> None:
    """Velg bokmål (nb) eller nynorsk (nn) for alt programmet sier; uten valg vises det som gjelder.

    Med «standard» er programmet på bokmål, og hvert svar følger målformen i spørsmålet.
    """
    now = settings.read()
    if form is None:
        tell(_HOLDS[now.form])
        return
    new: Form | None = None if form == _DEFAULT else "nn" if form == "nn" else "nb"
    settings.write(now.model_copy(update={"form": new}))
    say(_HOLDS[new].in_(new or "nb"))


alias = copy.copy(maalform)
alias.name, alias.hidden = "maalform", True
