"""``lhl sorter``: each line to its innsatsområde and løsning."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from lhl_assistant import places
from lhl_assistant.cli import norsk
from lhl_assistant.cli.console import safe
from lhl_assistant.cli.voice import chosen
from lhl_assistant.embedding.choose import load_engine
from lhl_assistant.errors import InputUnusable
from lhl_assistant.plan.sorting.model import Guess, Sorted
from lhl_assistant.plan.sorting.told import named
from lhl_assistant.reform.model import Reform
from lhl_assistant.said import Said

_MAX_CHARACTERS = 2000
_ELSE = Said("Ellers", "Elles")


@click.command(cls=norsk.Command, name="sorter", short_help="Sorter linjer på innsatsområde og løsning.")
@click.option(
    "--fil",
    type=click.Path(path_type=Path),
    metavar="FIL",
    help="Sorter hver linje i filen; uten --fil, eller med -, leses linjene fra inndata.",
)
@click.option("--json", "as_json", is_flag=True, help="Skriv svaret som data, ett objekt per linje.")
def sorter(fil: Path | None, as_json: bool) -> None:
    """Finn innsatsområde og løsning for hver linje: en strategi, et tiltak eller et innspill.

    Sorteringen er et forslag. De to nest beste områdene står ved siden av, for kommuner plasserer noen tiltak ulikt.
    """
    lines = _lines(fil)
    from lhl_assistant.plan.sorting.sorter import Sorter
    from lhl_assistant.reform.load import load

    sorting = Sorter(load_engine())
    reform = load(places.bundled("knowledge") / "reform.yaml")
    for line in lines:
        result = sorting.sort(line)
        if as_json:
            click.echo(json.dumps(_data(result), ensure_ascii=False))
        else:
            click.echo("\n".join(_readable(result, reform)))


def _lines(file: Path | None) -> list[str]:
    """The lines that say something, at most _MAX_CHARACTERS of each. Raises InputUnusable for an unreadable file."""
    try:
        data = sys.stdin.buffer.read() if file is None or str(file) == "-" else file.read_bytes()
    except OSError as error:
        raise InputUnusable(
            Said(
                f"Filen «{file}» kan ikke leses. Sjekk at den finnes og at du har tilgang.",
                f"Fila «{file}» kan ikkje lesast. Sjekk at ho finst og at du har tilgang.",
            )
        ) from error
    lines = data.decode("utf-8-sig", errors="replace").splitlines()
    return [line.strip()[:_MAX_CHARACTERS] for line in lines if line.strip()]


def _data(result: Sorted) -> dict[str, object]:
    """The contract (DESIGN §4): text, best guess, two runners-up."""
    return {
        "text": result.text,
        **_rounded(result.best),
        "alternatives": [_rounded(guess) for guess in result.alternatives],
    }


def _rounded(guess: Guess) -> dict[str, object]:
    confidence = round(guess.confidence, 4)
    return {"focus_area": guess.focus_area, "solution": guess.solution, "confidence": confidence}


def _readable(result: Sorted, reform: Reform) -> Iterator[str]:
    form = chosen() or "nb"
    yield safe(result.text)
    yield f"  {named(result.best, reform, form)}"
    yield f"  {_ELSE.in_(form)}: " + "; ".join(named(guess, reform, form) for guess in result.alternatives)
