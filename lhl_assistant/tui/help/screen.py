"""F1: how one works where one is, what can be done there, with which key, and which command does the same."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from lhl_assistant.said import Said
from lhl_assistant.tui.actions.keys import spelt
from lhl_assistant.tui.actions.model import Action
from lhl_assistant.tui.phrase import Phrase, told

_KEYS = Said("↑ ↓ blar · Esc lukker", "↑ ↓ blar · Esc lukkar")
_HERE = Said("Her kan du", "Her kan du")
_EVERYWHERE = Said("Alle steder", "Alle stader")
_TWIN = Said("samme på kommandolinjen: {}", "det same på kommandolinja: {}")


class Help(ModalScreen[None]):
    """Dismissed with Esc, F1 or a click outside."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f1,q", "close", "", show=False),
        Binding("down", "scroll('down')", "", show=False, priority=True),
        Binding("up", "scroll('up')", "", show=False, priority=True),
    ]

    def __init__(self, title: Said, how: Said, here: Sequence[Action], everywhere: Sequence[Action]) -> None:
        super().__init__()
        self._title, self._how, self._here, self._everywhere = title, how, here, everywhere

    def compose(self) -> ComposeResult:
        """The text and two lists."""
        with Vertical(classes="box tall"):
            yield Phrase(self._title, classes="title")
            with VerticalScroll(id="help"):
                yield Phrase(self._how, classes="prose")
                yield from self._list(_HERE, self._here)
                yield from self._list(_EVERYWHERE, self._everywhere)
            yield Phrase(_KEYS, classes="keys")

    def on_mount(self) -> None:
        """Let the arrows scroll."""
        self.query_one("#help").focus()

    def _list(self, heading: Said, actions: Sequence[Action]) -> Iterator[Static]:
        if not actions:
            return
        yield Phrase(heading, classes="heading")
        for action in actions:
            yield _Line(action)

    def action_scroll(self, way: str) -> None:
        """Scroll the help by a line."""
        getattr(self.query_one("#help"), f"scroll_{way}")(animate=False)

    def action_close(self) -> None:
        """Back to the app."""
        self.dismiss()


class _Line(Static):
    """One action: its key, name, what it does and its command."""

    def __init__(self, action: Action) -> None:
        super().__init__(classes="action")
        self._of = action

    def on_mount(self) -> None:
        """Speak the planner's form."""
        self.watch(self.app, "form", self._speak)

    def _speak(self) -> None:
        action = self._of
        parts = [(f"{spelt(action.key)}  " if action.key else "", "bold $primary"), (told(self, action.name), "bold")]
        parts.append((f"\n{told(self, action.help)}", ""))
        if action.twins:
            parts.append((f"\n{told(self, _TWIN).format(', '.join(action.twins))}", "$quiet"))
        self.update(Content.assemble(*parts))
