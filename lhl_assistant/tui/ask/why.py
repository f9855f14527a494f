"""Why each passage came, for those who want to see behind the answer."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from lhl_assistant.safe import safe
from lhl_assistant.said import Said
from lhl_assistant.search.hits import Hit
from lhl_assistant.tui.phrase import Phrase, told

_TITLE = Said("Slik ble tekstutdragene funnet", "Slik vart tekstutdraga funne")
_KEYS = Said("↑ ↓ blar · Esc lukker", "↑ ↓ blar · Esc lukkar")
_SIGNALS = (
    Said("i alt", "i alt"), Said("mening", "meining"), Said("setning", "setning"), Said("spørsmål", "spørsmål"),
    Said("ord", "ord"), Said("navn", "namn"), Said("tyngde", "tyngd"),
)  # fmt: skip


class Why(ModalScreen[None]):
    """Shows the passages in order, with the signals that placed them."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "close", "", show=False)]

    def __init__(self, hits: Sequence[Hit]) -> None:
        super().__init__()
        self._hits = hits

    def compose(self) -> ComposeResult:
        """A line for each passage, and below it the signals."""
        with Vertical(classes="box wide"):
            yield Phrase(_TITLE, classes="title")
            with VerticalScroll(id="help"):
                yield Static(Content("\n\n").join(self._told(hit) for hit in self._hits))
            yield Phrase(_KEYS, classes="keys")

    def on_mount(self) -> None:
        """Let the arrows scroll."""
        self.query_one("#help").focus()

    def _told(self, hit: Hit) -> Content:
        s = hit.signals
        values = (hit.score, s.passage, s.sentence, s.question, s.words, s.names, s.authority)
        where = safe(f"{hit.source.title} › {hit.passage.heading[-1]}")
        parts = [
            Content.assemble((f"{told(self, name)} ", "$quiet"), f"{value:.2f}".replace(".", ","))
            for name, value in zip(_SIGNALS, values, strict=True)
        ]
        return Content.assemble((where, "bold"), "\n", Content("  ").join(parts))

    def action_close(self) -> None:
        """Back to the conversation."""
        self.dismiss()
