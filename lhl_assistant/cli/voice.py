"""The form of Norwegian in which a command speaks: what ``--målform`` says, else the setting, else bokmål."""

from dataclasses import dataclass

import click

from lhl_assistant import settings
from lhl_assistant.said import Form, Said

_NAME = "--målform"


@dataclass(slots=True)
class Voice:
    """What is chosen for this run; None where nothing is, so that an answer follows its question."""

    chosen: Form | None = None


def chosen() -> Form | None:
    """The form that the planner has chosen, for this command or for good; None where there is no choice."""
    context = click.get_current_context(silent=True)
    voice = context.find_object(Voice) if context else None
    return voice.chosen if voice else settings.read().form


def spoken(said: Said | str) -> str:
    """``said`` in the planner's form."""
    return said if isinstance(said, str) else said.in_(chosen() or "nb")


def _choose(ctx: click.Context, param: click.Parameter, value: Form | None) -> None:  # noqa: ARG001
    if value is not None:
        ctx.ensure_object(Voice).chosen = value


def option() -> click.Option:
    """``--målform nb|nn``, which every command has."""
    return click.Option(
        [_NAME],
        type=click.Choice(["nb", "nn"]),
        metavar="FORM",
        help="Bokmål (nb) eller nynorsk (nn).",
        expose_value=False,
        is_eager=True,
        callback=_choose,
    )
