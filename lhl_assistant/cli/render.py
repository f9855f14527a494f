"""An answer on the terminal: read at 60 and at 100 columns, with colours or none."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from rich import box
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from lhl_assistant.answer.model import Answer, Block, Citation, Statement
from lhl_assistant.answer.rows import EMPTY
from lhl_assistant.answer.text import lines
from lhl_assistant.cli.console import safe

_ORIGINALS = 2
_NUMBER_WIDTH = 4
_WORDS = {
    "nb": {
        "sources": "Kilder",
        "summary": "vårt sammendrag av",
        "doubt": "ubekreftet",
        "others": "og flere",
    },
    "nn": {
        "sources": "Kjelder",
        "summary": "vårt samandrag av",
        "doubt": "ikkje stadfesta",
        "others": "og fleire",
    },
}


def show(console: Console, answer: Answer) -> None:
    """Print the answer and its sources, without the spaces with which rich fills its lines."""
    with console.capture() as told:
        _show(console, answer)
    console.file.write("".join(f"{line.rstrip()}\n" for line in told.get().splitlines()))


def _show(console: Console, answer: Answer) -> None:
    words = _WORDS["nn" if answer.language == "nn" else "nb"]
    console.print()
    if answer.said:
        console.print(Padding(Text(answer.said, style="yellow"), (0, 1, 1, 1), expand=False))
    for block in answer.blocks:
        console.print(Padding(Group(*_block(block, console.width)), (0, 1, 1, 1), expand=False))
    if answer.citations:
        console.print(Padding(Text(words["sources"], style="bold"), (0, 1), expand=False))
        for _, same in groupby(answer.citations, lambda c: (c.source, c.heading, c.unconfirmed)):
            console.print(Padding(_citations(list(same), words), (0, 1, 0, 1), expand=False))
        console.print()


def _block(block: Block, width: int) -> Iterable[RenderableType]:
    if block.heading:
        yield Text(block.heading, style="bold")
    if block.rows:
        yield _table(block) if _least_width(block) <= width else Group(*_records(block))
    for line in lines(block):
        if line[0].bullet:
            yield _item(line[0])
        else:
            yield Text(" ").join(_marked(s) for s in line)


def _marked(statement: Statement) -> Text:
    text = Text()
    for i, piece in enumerate(statement.pieces):
        text.append(" · " if i else "", style="dim").append(safe(piece.lead), style="dim").append(safe(piece.text))
    return text.append(f"\u00a0[{statement.citation}]", style="cyan")


def _item(statement: Statement) -> RenderableType:
    grid = Table.grid(padding=(0, 1))
    grid.add_row(Text("•"), _marked(statement))
    return grid


def _longest_words(block: Block) -> list[int]:
    """For each column the length of its longest word, which must not be broken."""
    columns = zip(block.columns, *(cells for cells, _ in block.rows), strict=True)
    return [max(len(word) for text in column for word in (text.split() or [""])) for column in columns]


def _least_width(block: Block) -> int:
    return sum(_longest_words(block)) + 3 * len(block.columns) + len(" [99] ")


def _table(block: Block) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, expand=False)
    for column, width in zip(block.columns, _longest_words(block), strict=True):
        table.add_column(column, min_width=width)
    table.add_column("", style="cyan", no_wrap=True)
    for cells, number in block.rows:
        table.add_row(*(Text(safe(c)) for c in cells), Text(f"[{number}]"))
    return table


def _records(block: Block) -> Iterable[RenderableType]:
    """A table told line by line, for a window too narrow for columns."""
    for cells, number in block.rows:
        yield Text(safe(cells[0])).append(f" [{number}]", style="cyan")
        told = [(c, v) for c, v in zip(block.columns[1:], cells[1:], strict=True) if v != EMPTY]
        for column, cell in told:
            yield Padding(
                Text(f"{column}: ", style="dim").append(safe(cell), style="not dim"), (0, 0, 0, 2), expand=False
            )


def _basis(citation: Citation, words: dict[str, str]) -> str:
    """The originals and places, without the title that stands above; of many, the first two."""
    named = (citation.original or "").replace(f"{citation.title}, ", "").split("; ")
    return "; ".join(named[:_ORIGINALS]) + (f" {words['others']}" if len(named) > _ORIGINALS else "")


def _citations(same: Sequence[Citation], words: dict[str, str]) -> RenderableType:
    """Citations of one place: a table's rows are named together."""
    citation = same[0]
    numbers = f"[{citation.id}]" if len(same) == 1 else f"[{citation.id}]–[{same[-1].id}]"
    grid = Table.grid(padding=(0, 1))
    grid.add_column(min_width=_NUMBER_WIDTH)
    place = " › ".join((citation.title, *citation.heading[1:]))
    lines = Text(safe(place))
    if citation.original:
        basis = _basis(citation, words)
        lines.append(f"\n{words['summary']} {safe(basis)}", style="dim")
    facts = [citation.issuer, str(citation.year) if citation.year else "", citation.status.value]
    facts.append(words["doubt"] if citation.unconfirmed else "")
    lines.append("\n" + " · ".join(safe(f) for f in facts if f), style="dim")
    grid.add_row(Text(numbers, style="cyan"), lines)
    return grid
