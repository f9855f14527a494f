"""``lhl``: the commands, and the one place where errors become a sentence and an exit code."""

import os
import sqlite3
import sys
import traceback
from importlib import import_module

import click

from lhl_assistant import places, settings
from lhl_assistant.cli import norsk
from lhl_assistant.cli.console import ready, say
from lhl_assistant.cli.voice import Voice
from lhl_assistant.errors import PlannerError
from lhl_assistant.said import Said

_WRONG_USAGE, _LIBRARY, _UNEXPECTED, _CANCELLED = 2, 4, 70, 130
_STOPPED = Said("Avbrutt. Alt er som det var.", "Avbrote. Alt er som det var.")


_COMMANDS = {
    "spør": "spoer.spoer",
    "spoer": "spoer.alias",
    "samtale": "samtale.samtale",
    "sorter": "sorter.sorter",
    "utkast": "utkast.utkast",
    "sjekk": "sjekk.sjekk",
    "verksted": "verksted.verksted",
    "kilder": "kilder.kilder",
    "indeks": "indeks.indeks",
    "samling": "samling.samling",
    "sikkerhetskopi": "sikkerhetskopi.sikkerhetskopi",
    "målform": "maalform.maalform",
    "maalform": "maalform.alias",
    "web": "web.web",
}
"""Each command's module in this package, and its name there."""


class _Lhl(norsk.Group):
    """The commands in the order of the jobs; each is imported when it is wanted, and pays for itself alone."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in _COMMANDS:
            return None
        module, name = _COMMANDS[cmd_name].split(".")
        command: click.Command = getattr(import_module(f"lhl_assistant.cli.{module}"), name)
        return command


@click.group(cls=_Lhl, name="lhl", invoke_without_command=True)
@click.version_option(None, "--versjon", package_name="lhl-assistant", message="lhl %(version)s", help="Vis versjonen.")
@click.pass_context
def lhl(ctx: click.Context) -> None:
    """Veiledning for planleggere som arbeider med Leve hele livet og Bo trygt hjemme.

    Alt skjer på din egen maskin. Prøv: lhl spør "Hva er hverdagsmestring?"
    """
    if ctx.invoked_subcommand is None:
        if not (sys.stdin.isatty() and sys.stdout.isatty()):
            click.echo(ctx.get_help())
            return
        from lhl_assistant.tui.run import run

        ctx.exit(run())


def main() -> None:
    """Run the command line and exit with DESIGN's codes: 0, 2, 3, 4 or 130."""
    ready()
    voice = Voice(settings.read().form)
    try:
        code = lhl.main(prog_name="lhl", standalone_mode=False, obj=voice)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    except (Exception, KeyboardInterrupt) as error:
        said, code = _told(error)
        say(said.in_(voice.chosen or "nb"))
    sys.exit(code if isinstance(code, int) else 0)


def _told(error: BaseException) -> tuple[Said, int]:
    """What went wrong, as a sentence and an exit code."""
    match error:
        case click.UsageError():
            return norsk.sentence(error), _WRONG_USAGE
        case PlannerError():
            return error.said, error.exit_code
        case _ if _stopped(error):
            return _STOPPED, _CANCELLED
        case sqlite3.DatabaseError():
            return Said(
                "En indeks er skadet. Lag den på nytt med «lhl indeks bygg».",
                "Ein indeks er skadd. Lag han på nytt med «lhl indeks bygg».",
            ), _LIBRARY
    nb, nn = _noted()
    return Said(
        f"Noe uventet gikk galt, og ingenting er endret. Hva som skjedde, står i {nb}.",
        f"Noko uventa gjekk gale, og ingenting er endra. Kva som skjedde, står i {nn}.",
    ), _UNEXPECTED


def _stopped(error: BaseException | None) -> bool:
    """Whether the planner's Ctrl+C began it: a native module that is stopped while it loads tells it as ImportError."""
    while error is not None and not isinstance(error, click.Abort | KeyboardInterrupt):
        error = error.__cause__ or error.__context__
    return error is not None


def _noted() -> tuple[str, str]:
    """Where the error now being handled was written down: a file in the data folder, if it can be written."""
    file = places.home() / "feil.txt"
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(traceback.format_exc(), encoding="utf-8")
    except OSError:
        return (
            "ingen fil, fordi datamappen ikke kan skrives",
            "inga fil, fordi datamappa ikkje kan skrivast",
        )
    return str(file), str(file)
