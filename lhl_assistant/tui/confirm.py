"""A question with yes and no, before something is lost."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen
from textual.widgets import Button

from lhl_assistant.said import Said
from lhl_assistant.tui.phrase import Phrase, told

_YES = Said("Ja", "Ja")
_NO = Said("Nei", "Nei")
_KEYS = Said("J ja · N nei · Esc lukker", "J ja · N nei · Esc lukkar")


class Confirm(ModalScreen[bool]):
    """Dismissed with True only for a yes; no is where the focus is."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j", "answer(True)", "", show=False),
        Binding("n,escape", "answer(False)", "", show=False),
        Binding("left,right", "app.focus_next", "", show=False),
    ]

    def __init__(self, question: Said) -> None:
        super().__init__()
        self._question = question

    def compose(self) -> ComposeResult:
        """The question and two buttons."""
        with Vertical(classes="box small"):
            yield Phrase(self._question)
            with Horizontal(classes="buttons"):
                yield Button(told(self, _YES), id="yes", compact=True)
                yield Button(told(self, _NO), id="no", compact=True)
            yield Phrase(_KEYS, classes="keys")

    def on_mount(self) -> None:
        """Enter says no."""
        self.query_one("#no").focus()

    @on(Button.Pressed)
    def _pressed(self, event: Button.Pressed) -> None:
        self.dismiss(event.button.id == "yes")

    def action_answer(self, yes: bool) -> None:
        """What was answered."""
        self.dismiss(yes)
