"""``lhl samtale list|vis|søk|eksporter|slett``: the conversations that are kept."""

import copy
import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lhl_assistant import places
from lhl_assistant.cli import norsk
from lhl_assistant.cli.console import safe, say
from lhl_assistant.errors import InputUnusable
from lhl_assistant.said import Said

if TYPE_CHECKING:
    from lhl_assistant.answer.kept import Conversations
    from lhl_assistant.answer.model import Answer
    from lhl_assistant.answer.turns import Kept, KeptTurn

_AS_DATA = click.option("--json", "as_json", is_flag=True, help="Skriv som data, ett objekt per linje.")


@click.command(cls=norsk.Command, name="list", short_help="Vis samtalene som er tatt vare på.")
@_AS_DATA
def list_(as_json: bool) -> None:
    """Vis samtalene som er tatt vare på, den nyeste først."""
    for kept in conversations().all():
        _listed(kept, kept.turns[:1], as_json)


@click.command(cls=norsk.Command, name="vis", short_help="Vis en samtale.")
@click.argument("id", metavar="ID")
@_AS_DATA
def vis(id: str, as_json: bool) -> None:
    """Vis alt som ble sagt i en samtale."""
    from lhl_assistant.answer.frame import frame
    from lhl_assistant.cli.aloud import aloud

    for number, turn in enumerate(conversations().read(id).turns, 1):
        if as_json:
            data(id, turn.answer)
        else:
            click.echo(safe(f"{frame(turn.language).question} {number}: {turn.question}\n{aloud(turn.answer)}\n"))


@click.command(cls=norsk.Command, name="søk", short_help="Let i samtalene.")
@click.argument("ord", nargs=-1, required=True, metavar="ORD …")
@_AS_DATA
def soek(ord: tuple[str, ...], as_json: bool) -> None:
    """Finn samtalene der alle ordene står i samme spørsmål og svar."""
    for kept, turns in conversations().find(" ".join(ord)):
        _listed(kept, turns, as_json)


alias = copy.copy(soek)
alias.name, alias.hidden = "soek", True


@click.command(cls=norsk.Command, name="eksporter", short_help="Skriv en samtale som Markdown med kilder.")
@click.argument("id", metavar="ID")
@click.option("--fil", type=click.Path(path_type=Path), metavar="FIL", help="Skriv til denne filen.")
def eksporter(id: str, fil: Path | None) -> None:
    """Skriv en samtale som Markdown, med kildene under hvert svar."""
    from lhl_assistant.answer.transcript import transcript

    text = safe(transcript(conversations().read(id)))
    if fil is None:
        click.echo(text, nl=False)
        return
    try:
        fil.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise InputUnusable(
            Said(
                f"Filen «{fil}» kan ikke skrives. Velg en annen plass.",
                f"Fila «{fil}» kan ikkje skrivast. Vel ein annan plass.",
            )
        ) from error
    say(Said(f"Samtalen er skrevet til {fil}.", f"Samtalen er skriven til {fil}."))


@click.command(cls=norsk.Command, name="slett", short_help="Slett en samtale.")
@click.argument("id", metavar="ID")
def slett(id: str) -> None:
    """Slett en samtale for godt."""
    conversations().delete(id)
    say(Said(f"Samtalen {id} er slettet.", f"Samtalen {id} er sletta."))


def _listed(kept: "Kept", turns: "tuple[KeptTurn, ...]", as_json: bool) -> None:
    """A line or two on a conversation, with the questions of ``turns``."""
    began, questions = kept.turns[0].at, [t.question for t in turns]
    if as_json:
        fields = {"id": kept.id, "began": began.isoformat(), "turns": len(kept.turns), "questions": questions}
        click.echo(json.dumps(fields, ensure_ascii=False))
        return
    count = f"{len(kept.turns)} spørsmål"
    click.echo(safe("\n".join([f"{kept.id}, {began:%d.%m.%Y kl. %H.%M}, {count}", *(f"  {q}" for q in questions)])))


COMMANDS = (list_, vis, soek, alias, eksporter, slett)


def conversations() -> "Conversations":
    """The conversations in the data folder."""
    from lhl_assistant.answer.kept import Conversations

    return Conversations(places.home())


def data(id: str, answer: "Answer") -> None:
    """The answer as ``lhl spør --json`` tells it, with the conversation's id."""
    from lhl_assistant.cli.contract import AnswerJson

    click.echo(json.dumps({"conversation": id, **AnswerJson.of(answer).model_dump()}, ensure_ascii=False))
