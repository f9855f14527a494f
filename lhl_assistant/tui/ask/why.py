"""Why each passage came, for those who want to see behind the answer."""

from collections.abc import Sequence
from typing import ClassVar

from rich import box
from rich.table import Table
from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from lhl_assistant.safe import safe
from lhl_assistant.said import Said
from lhl_assistant.search.hits import Hit
from lhl_assistant.tui.phrase import Phrase, told

_TITLE = Said("Slik ble tekstutdragene funnet", "Slik vart tekstutdraga funne")
_KEYS = Said("↑ ↓ blar · Esc lukker", "↑ ↓ blar · Esc lukkar")
_COLUMNS = (
    Said("Kilde og avsnitt", "Kjelde og avsnitt"), Said("i alt", "i alt"), Said("mening", "meining"),
    Said("setning", "setning"), Said("spørsmål", "spørsmål"), Said("ord", "ord"), Said("navn", "namn"),
    Said("tyngde", "tyngd"),
)  # fmt: skip


class Why(ModalScreen[None]):
    """Shows the passages in order, with the signals that placed them."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "close", "", show=False)]

    def __init__(self, hits: Sequence[Hit]) -> None:
        super().__init__()
        self._hits = hits

    def compose(self) -> ComposeResult:
        """The table."""
        table = Table(box=box.SIMPLE_HEAD, pad_edge=False, expand=True)
        table.add_column(told(self, _COLUMNS[0]), ratio=1)
        for name in _COLUMNS[1:]:
            table.add_column(told(self, name), justify="right")
        for hit in self._hits:
            s = hit.signals
            values = (hit.score, s.passage, s.sentence, s.question, s.words, s.names, s.authority)
            where = Text(safe(f"{hit.source.title} › {hit.passage.heading[-1]}"))
            table.add_row(where, *(f"{v:.2f}".replace(".", ",") for v in values))
        with Vertical(classes="box wide"):
            yield Phrase(_TITLE, classes="title")
            with VerticalScroll(id="help"):
                yield Static(table)
            yield Phrase(_KEYS, classes="keys")

    def action_close(self) -> None:
        """Back to the conversation."""
        self.dismiss()
