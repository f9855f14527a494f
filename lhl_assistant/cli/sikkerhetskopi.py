"""``lhl sikkerhetskopi``: all that is the planner's in one file, and back again."""

import sys
from pathlib import Path

import click

from lhl_assistant import places
from lhl_assistant.cli import norsk
from lhl_assistant.cli.console import say
from lhl_assistant.cli.progress import progress
from lhl_assistant.cli.voice import spoken
from lhl_assistant.said import Said

_YES = click.option("--ja", "sure", is_flag=True, help="Ikke spør før noe erstattes.")
_FILE = click.argument("file", metavar="FIL", type=click.Path(path_type=Path))


@click.group(cls=norsk.Group, name="sikkerhetskopi", short_help="Ta vare på alt ditt i én fil, og hent det tilbake.")
def sikkerhetskopi() -> None:
    """Ta vare på alt ditt i én fil – kilder, samtaler, planer, verksteder og innstillinger – og hent det tilbake."""


@sikkerhetskopi.command("lag", short_help="Skriv alt ditt til en fil.")
@_FILE
@_YES
def lag(file: Path, sure: bool) -> None:
    """Skriv alt ditt til en fil. Den kan ha personopplysninger i seg; legg den et trygt sted."""
    from lhl_assistant.library.backup import save

    if file.exists():
        _ask(Said(f"«{file}» finnes. Skal den erstattes?", f"«{file}» finst. Skal ho erstattast?"), sure)
    with progress(Said("Skriver", "Skriv")) as (step,):
        count = save(file, places.home(), step)
    size = _size(file.stat().st_size)
    say(
        Said(
            f"Sikkerhetskopien er skrevet til {file}: {_many(count)}, {size}. Den kan ha personopplysninger i seg.",
            f"Tryggingskopien er skriven til {file}: {_many(count)}, {size}. Han kan ha personopplysningar i seg.",
        )
    )


@sikkerhetskopi.command("hent", short_help="Hent alt tilbake fra en fil.")
@_FILE
@_YES
def hent(file: Path, sure: bool) -> None:
    """Hent alt tilbake fra en sikkerhetskopi. Det erstatter alt som ligger i datamappen nå."""
    from lhl_assistant.library.backup import check, index_again, restore

    check(file)
    home = places.home()
    if home.is_dir() and any(not p.name.endswith(".lock") for p in home.iterdir()):
        _ask(
            Said(
                f"Alt som ligger i {home} nå, blir erstattet. Vil du det?",
                f"Alt som ligg i {home} no, blir erstatta. Vil du det?",
            ),
            sure,
        )
    with progress(Said("Henter", "Hentar")) as (step,):
        count = restore(file, home, step)
    say(Said(f"Hentet tilbake: {_many(count)}.", f"Henta tilbake: {_many(count)}."))
    with progress(Said("Lager indeks for egne kilder", "Lagar indeks for eigne kjelder")) as (step,):
        index_again(step)


def _ask(question: Said, sure: bool) -> None:
    """Go on only with a yes. Raises Abort for a no, WrongUsage where nobody can be asked."""
    if sure:
        return
    if not sys.stdin.isatty():
        raise norsk.WrongUsage(question + Said("Kjør igjen med --ja.", "Køyr igjen med --ja."))
    answer = click.prompt(f"{spoken(question)} [j/N]", default="n", show_default=False, err=True)
    if answer.strip().lower() not in ("j", "ja"):
        raise click.Abort


def _size(count: int) -> str:
    """So many bytes, as a planner reads them."""
    return f"{max(1, round(count / 1e3))} kB" if count < 1e6 else f"{count / 1e6:.1f} MB".replace(".", ",")


def _many(files: int) -> str:
    return f"{files} {'fil' if files == 1 else 'filer'}"
