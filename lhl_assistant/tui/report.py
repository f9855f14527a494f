"""Several lines to be read before one goes on."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen

from lhl_assistant.safe import safe
from lhl_assistant.said import Said
from lhl_assistant.tui.phrase import Phrase

_KEYS = Said("↑ ↓ blar · Esc lukker", "↑ ↓ blar · Esc lukkar")


class Report(ModalScreen[None]):
    """Dismissed with Esc or Enter."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,enter", "close", "", show=False)]

    def __init__(self, title: Said, lines: Sequence[Said]) -> None:
        super().__init__()
        self._title, self._lines = title, lines

    def compose(self) -> ComposeResult:
        """The title and the lines."""
        with Vertical(classes="box"):
            yield Phrase(self._title, classes="title")
            with VerticalScroll(id="lines"):
                for line in self._lines:
                    yield Phrase(Said(safe(line.nb), safe(line.nn)), classes="line")
            yield Phrase(_KEYS, classes="keys")

    def on_mount(self) -> None:
        """Let the arrows scroll."""
        self.query_one("#lines").focus()

    def action_close(self) -> None:
        """Back."""
        self.dismiss()
