"""``lhl spør --forklar``: why each passage came, for those who want to see behind the answer."""

from collections.abc import Sequence

from rich import box
from rich.console import Console
from rich.table import Table

from lhl_assistant.cli.console import safe
from lhl_assistant.search.hits import Hit

_COLUMNS = ("Kilde og avsnitt", "i alt", "mening", "setning", "spørsmål", "linse", "ord", "navn", "tyngde")


def explain(console: Console, hits: Sequence[Hit]) -> None:
    """Print the passages in order with their signals: cosines, share of the words, and what names and authority add."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column(_COLUMNS[0])
    for name in _COLUMNS[1:]:
        table.add_column(name, justify="right")
    for hit in hits:
        s = hit.signals
        row = f" (rad {hit.passage.row})" if hit.passage.row else ""
        values = (hit.score, s.passage, s.sentence, s.question, s.lens, s.words, s.names, s.authority)
        where = safe(f"{hit.source.id} › {hit.passage.heading[-1]}{row}")
        table.add_row(where, *(f"{v:.2f}".replace(".", ",") for v in values))
    console.print("Slik ble tekstutdragene funnet:")
    console.print(table)
