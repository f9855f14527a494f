"""``lhl``: the commands, and the one place where errors become a sentence and an exit code."""

import os
import sqlite3
import sys
import traceback

import click

from lhl_assistant import places, settings
from lhl_assistant.cli import (
    indeks,
    kilder,
    maalform,
    norsk,
    samling,
    samtale,
    sikkerhetskopi,
    sjekk,
    sorter,
    spoer,
    utkast,
    verksted,
    web,
)
from lhl_assistant.cli.console import ready, say
from lhl_assistant.cli.voice import Voice
from lhl_assistant.errors import PlannerError
from lhl_assistant.said import Said

_WRONG_USAGE, _LIBRARY, _UNEXPECTED, _CANCELLED = 2, 4, 70, 130
_STOPPED = Said("Avbrutt. Alt er som det var.", "Avbrote. Alt er som det var.")


@click.group(cls=norsk.Group, name="lhl", invoke_without_command=True)
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


lhl.add_command(spoer.spoer)
lhl.add_command(spoer.alias)
lhl.add_command(samtale.samtale)
lhl.add_command(sorter.sorter)
lhl.add_command(utkast.utkast)
lhl.add_command(sjekk.sjekk)
lhl.add_command(verksted.verksted)
lhl.add_command(kilder.kilder)
lhl.add_command(indeks.indeks)
lhl.add_command(samling.samling)
lhl.add_command(sikkerhetskopi.sikkerhetskopi)
lhl.add_command(maalform.maalform)
lhl.add_command(maalform.alias)
lhl.add_command(web.web)


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
        case click.Abort() | KeyboardInterrupt():
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
