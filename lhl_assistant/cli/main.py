"""``lhl``: the commands, and the one place where errors become a sentence and an exit code."""

import os
import sqlite3
import sys
import traceback

import click

from lhl_assistant import places
from lhl_assistant.cli import indeks, kilder, norsk, samtale, sorter, spoer
from lhl_assistant.cli.console import ready, say
from lhl_assistant.errors import PlannerError

_WRONG_USAGE, _LIBRARY, _UNEXPECTED, _CANCELLED = 2, 4, 70, 130


@click.group(cls=norsk.Group, name="lhl", invoke_without_command=True)
@click.version_option(None, "--versjon", package_name="lhl-assistant", message="lhl %(version)s", help="Vis versjonen.")
@click.pass_context
def lhl(ctx: click.Context) -> None:
    """Veiledning for planleggere som arbeider med Leve hele livet og Bo trygt hjemme.

    Alt skjer på din egen maskin. Prøv: lhl spør "Hva er hverdagsmestring?"
    """
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())


lhl.add_command(spoer.spoer)
lhl.add_command(spoer.alias)
lhl.add_command(samtale.samtale)
lhl.add_command(sorter.sorter)
lhl.add_command(kilder.kilder)
lhl.add_command(indeks.indeks)


def main() -> None:
    """Run the command line and exit with DESIGN's codes: 0, 2, 3, 4 or 130."""
    ready()
    try:
        code = lhl.main(prog_name="lhl", standalone_mode=False)
    except click.UsageError as error:
        say(norsk.sentence(error))
        code = _WRONG_USAGE
    except PlannerError as error:
        say(error.message)
        code = error.exit_code
    except (click.Abort, KeyboardInterrupt):
        say("Avbrutt. Indeksene er som de var; la du til eller fjernet kilder, kjør «lhl indeks bygg».")
        code = _CANCELLED
    except sqlite3.DatabaseError as error:
        say(f"En indeks er skadet ({error}). Lag den på nytt med «lhl indeks bygg».")
        code = _LIBRARY
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    except Exception:
        say(f"Noe uventet gikk galt, og ingenting er endret. Hva som skjedde, står i {_noted()}.")
        code = _UNEXPECTED
    sys.exit(code if isinstance(code, int) else 0)


def _noted() -> str:
    """Where the error now being handled was written down: a file in the data folder, if it can be written."""
    file = places.home() / "feil.txt"
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(traceback.format_exc(), encoding="utf-8")
    except OSError:
        return "ingen fil, fordi datamappen ikke kan skrives"
    return str(file)
