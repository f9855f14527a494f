"""A new workshop: for which municipality and which day."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input

from lhl_assistant.said import Said
from lhl_assistant.tui.phrase import Phrase

_TITLE = Said("Lag et verksted", "Lag ein verkstad")
_MUNICIPALITY = Said("Kommune", "Kommune")
_DAY = Said("Dag, som 2026-12-03", "Dag, som 2026-12-03")
_KEYS = Said(
    "Tab går videre · Enter lager verkstedet · Esc lukker", "Tab går vidare · Enter lagar verkstaden · Esc lukkar"
)
_LACKS = Said("Skriv både kommune og en dag, som 2026-12-03.", "Skriv både kommune og ein dag, som 2026-12-03.")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was chosen."""

    municipality: str
    day: date


class BeginScreen(ModalScreen[Wanted | None]):
    """Dismissed with what was chosen, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "close", "", show=False)]

    def compose(self) -> ComposeResult:
        """A line for each."""
        with Vertical(classes="box"):
            yield Phrase(_TITLE, classes="title")
            yield Phrase(_MUNICIPALITY, classes="name")
            yield Input(id="municipality", compact=True)
            yield Phrase(_DAY, classes="name")
            yield Input(id="day", compact=True)
            yield Phrase(_KEYS, classes="keys", id="begin-keys")

    def on_mount(self) -> None:
        """To the first line."""
        self.query_one("#municipality").focus()

    @on(Input.Submitted)
    def _made(self) -> None:
        name = self.query_one("#municipality", Input).value.strip()
        try:
            day = date.fromisoformat(self.query_one("#day", Input).value.strip())
        except ValueError:
            day = None
        if name and day:
            self.dismiss(Wanted(name, day))
        else:
            self.query_one("#begin-keys", Phrase).say(_LACKS)
            self.query_one("#day" if name else "#municipality").focus()

    def action_close(self) -> None:
        """Nothing is made."""
        self.dismiss(None)
