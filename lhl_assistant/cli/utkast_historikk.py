"""``lhl utkast historikk``: earlier versions of the plan, and the way back to one."""

from pathlib import Path

import click

from lhl_assistant.cli import norsk
from lhl_assistant.cli.console import say, tell
from lhl_assistant.cli.utkast_felles import AS_DATA, FILE, data
from lhl_assistant.errors import InputUnusable
from lhl_assistant.said import Said


@click.command(cls=norsk.Command, name="historikk", short_help="Vis og hent tilbake eldre utgaver av planen.")
@click.option("--hent", "number", type=click.IntRange(1), metavar="NUMMER", help="Hent tilbake denne utgaven.")
@FILE
@AS_DATA
def historikk(number: int | None, fil: Path, as_json: bool) -> None:
    """Vis utgavene som er tatt vare på, eldst først. Den som erstattes, blir selv tatt vare på."""
    from lhl_assistant.plan.document import file, history

    versions = history.versions(fil)
    if number is not None:
        if number > len(versions):
            raise InputUnusable(
                Said(
                    f"Det finnes ingen utgave {number} av {fil.name}.", f"Det finst inga utgåve {number} av {fil.name}."
                )
            )
        file.restore(fil, versions[number - 1])
        say(Said(f"Hentet tilbake utgave {number}.", f"Henta tilbake utgåve {number}."))
        return
    for place, version in enumerate(versions, 1):
        kept = history.moment(version)
        if as_json:
            data({"number": place, "kept": kept.isoformat(), "file": str(version)})
        else:
            tell(f"{place}  {kept.astimezone():%d.%m.%Y %H:%M:%S}")
    if not versions:
        say(Said("Det er ingen eldre utgaver ennå.", "Det er ingen eldre utgåver enno."))
