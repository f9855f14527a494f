"""``lhl samtale``: a conversation line by line, and the conversations that are kept."""

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from lhl_assistant.cli import norsk, samtaler
from lhl_assistant.cli.console import say
from lhl_assistant.cli.voice import chosen
from lhl_assistant.errors import InputUnusable, LibraryUnavailable
from lhl_assistant.said import Said

if TYPE_CHECKING:
    from lhl_assistant.answer.model import Answer
    from lhl_assistant.answer.turns import Kept

_MAX_CHARACTERS = 2000
_END = frozenset({"slutt", "avslutt", "quit", "exit"})
_CANCELLED = 130


@click.group(
    cls=norsk.Group, name="samtale", invoke_without_command=True, short_help="Spør og spør videre, linje for linje."
)
@click.option(
    "--fortsett", is_flag=False, flag_value="", metavar="[ID]", help="Fortsett en samtale; uten ID den siste."
)
@click.option("--json", "as_json", is_flag=True, help="Skriv hvert svar som data, ett objekt per linje.")
@click.pass_context
def samtale(ctx: click.Context, fortsett: str | None, as_json: bool) -> None:
    """Still spørsmål, ett på hver linje, og spør videre om det samme: «og i Lesja?», «hva koster det?», «på nynorsk».

    Skriv «slutt» for å slutte. Samtalen blir tatt vare på i datamappen din.
    """
    if ctx.invoked_subcommand is not None:
        return
    if fortsett in samtale.commands:
        raise norsk.WrongUsage(
            Said(
                f"«{fortsett}» er en kommando og ingen samtale. Skriv «lhl samtale {fortsett}», eller «--fortsett» med"
                " ID.",
                f"«{fortsett}» er ein kommando og ingen samtale. Skriv «lhl samtale {fortsett}», eller «--fortsett» med"
                " ID.",
            )
        )
    kept = None if fortsett is None else _resumed(fortsett)
    try:
        _talk(kept, as_json)
    except KeyboardInterrupt:
        say(Said("Avbrutt. Det som er sagt, er tatt vare på.", "Avbrote. Det som er sagt, er teke vare på."))
        ctx.exit(_CANCELLED)


for command in samtaler.COMMANDS:
    samtale.add_command(command)


def _talk(kept: "Kept | None", as_json: bool) -> None:
    """Answer each line until the end; every turn is kept before it is shown."""
    from lhl_assistant.answer.conversation import respond
    from lhl_assistant.cli.aloud import aloud
    from lhl_assistant.cli.opening import opening

    id, before = (kept.id, kept.last) if kept else (samtaler.conversations().new(), None)
    keeping = True
    with opening() as opened:
        for question in _lines():
            reply = respond(opened, question, before, chosen())
            before = reply.turn
            keeping = keeping and _kept(id, reply.answer)
            if as_json:
                samtaler.data(id, reply.answer)
            else:
                click.echo(f"{aloud(reply.answer)}\n")
            sys.stdout.flush()
            if opened.missing is not None:
                say(opened.missing)


def _kept(id: str, answer: "Answer") -> bool:
    """Keep the turn; where that is impossible, say so once and go on."""
    from lhl_assistant.answer.turns import KeptTurn

    try:
        samtaler.conversations().keep(id, KeptTurn.of(answer))
    except LibraryUnavailable as error:
        say(error.said)
        return False
    return True


def _lines() -> Iterator[str]:
    """What the planner writes, a line at a time; a prompt on stderr where it is written by hand."""
    by_hand = sys.stdin.isatty()
    if by_hand:
        say(
            Said(
                "Still et spørsmål, og spør videre. Skriv «slutt» for å slutte.",
                "Still eit spørsmål, og spør vidare. Skriv «slutt» for å slutte.",
            )
        )
    encoding = sys.stdin.encoding if by_hand else "utf-8"
    while True:
        if by_hand:
            print("> ", end="", file=sys.stderr, flush=True)
        line = sys.stdin.buffer.readline()
        text = line.decode(encoding, errors="replace").strip("\ufeff \t\r\n")[:_MAX_CHARACTERS]
        if not line or text.lower().rstrip(".!") in _END:
            return
        if text:
            yield text


def _resumed(id: str) -> "Kept":
    """The conversation to go on with: the newest where no id is given. Raises InputUnusable where there is none."""
    if id:
        return samtaler.conversations().read(id)
    newest = next(samtaler.conversations().all(), None)
    if newest is None:
        raise InputUnusable(
            Said(
                "Det finnes ingen samtale å fortsette. Begynn en ny med «lhl samtale».",
                "Det finst ingen samtale å halde fram med. Byrj ein ny med «lhl samtale».",
            )
        )
    return newest
