"""What the commands of ``lhl utkast`` have in common: the plan's file, and results as data."""

import json
from pathlib import Path

import click

AS_DATA = click.option("--json", "as_json", is_flag=True, help="Skriv resultatet som data.")
FILE = click.option(
    "--fil",
    type=click.Path(path_type=Path),
    default=Path("plan.yaml"),
    metavar="FIL",
    help="Planens fil; plan.yaml når du ikke sier noe.",
)


def data(fields: object) -> None:
    """One object on stdout."""
    click.echo(json.dumps(fields, ensure_ascii=False))
