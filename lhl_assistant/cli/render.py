"""An answer on the terminal: read at 60 and at 100 columns, with colours or none."""

from collections.abc import Iterable, Sequence

from rich import box
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from lhl_assistant.answer.frame import Frame, frame
from lhl_assistant.answer.model import Answer
from lhl_assistant.answer.parts import Bit, Grid, Part, Role, parts
from lhl_assistant.answer.sourcing import ORIGINALS, Cited, basis, by_place, facts, place
from lhl_assistant.cli.console import safe

_NUMBER_WIDTH = 4
_LOOKS: dict[Role, str] = {"said": "yellow", "heading": "bold", "quiet": "dim", "mark": "cyan"}


def show(console: Console, answer: Answer) -> None:
    """Print the answer and its sources, without the spaces with which rich fills its lines."""
    with console.capture() as told:
        _show(console, answer)
    console.file.write("".join(f"{line.rstrip()}\n" for line in told.get().splitlines()))


def _show(console: Console, answer: Answer) -> None:
    words = frame(answer.language)
    console.print()
    for together in parts(answer, console.width):
        console.print(Padding(Group(*map(_part, together)), (0, 1, 1, 1), expand=False))
    if answer.citations:
        console.print(Padding(Text(words.sources, style="bold"), (0, 1), expand=False))
        for cited in by_place(answer.citations):
            console.print(Padding(_cited(cited, words), (0, 1, 0, 1), expand=False))
        console.print()


def _part(part: Part) -> RenderableType:
    if isinstance(part, Grid):
        return _table(part)
    if part.kind == "item":
        return _beside("•", _text(part.bits))
    return Padding(_text(part.bits), (0, 0, 0, 2), expand=False) if part.kind == "below" else _text(part.bits)


def _text(bits: Iterable[Bit]) -> Text:
    told = Text()
    for bit in bits:
        told.append(safe(bit.text), style=_LOOKS.get(bit.role, ""))
    return told


def _beside(before: str, told: Text, width: int = 0) -> Table:
    grid = Table.grid(padding=(0, 1))
    grid.add_column(min_width=width or None)
    grid.add_row(Text(before, style="cyan" if width else ""), told)
    return grid


def _table(part: Grid) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, expand=False)
    for column, least in zip(part.columns, part.least, strict=True):
        table.add_column(column, min_width=least)
    table.add_column("", style="cyan", no_wrap=True)
    for cells, mark in part.rows:
        table.add_row(*(Text(safe(c)) for c in cells), Text(mark.text))
    return table


def _cited(cited: Cited, words: Frame) -> RenderableType:
    """The place, below it what our summary rests on, and then who issued it when."""
    first = cited.first
    doubt = [words.unconfirmed.lower()] if first.unconfirmed else []
    below = [_small(basis(first, words, ORIGINALS)), " · ".join([*facts(first, words.form), *doubt])]
    told = Text(safe(place(first))).append("".join(f"\n{safe(b)}" for b in below if b), style="dim")
    return _beside(", ".join(_run(run) for run in cited.runs), told, _NUMBER_WIDTH)


def _run(ids: Sequence[int]) -> str:
    return f"[{ids[0]}]" if len(ids) == 1 else f"[{ids[0]}]–[{ids[-1]}]"


def _small(words: str) -> str:
    return words[:1].lower() + words[1:]
