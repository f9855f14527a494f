"""A new plan: for whom, for which years, in which form, and where its file is to lie."""

from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Input, Select

from lhl_assistant.said import Form, Said
from lhl_assistant.tui.phrase import Phrase, form, told

_TITLE = Said("Lag en ny plan", "Lag ein ny plan")
_MUNICIPALITY = Said("Kommune", "Kommune")
_PERIOD = Said("Periode, for eksempel 2027–2030", "Periode, til dømes 2027–2030")
_FORM = Said("Målform i planen", "Målform i planen")
_CHAPTERS = Said("Kapitler", "Kapittel")
_FILE = Said("Planens fil", "Fila til planen")
_DRAFTED = Said("Med utkast til tekst", "Med utkast til tekst")
_EMPTY = Said("Bare overskriftene", "Berre overskriftene")
_KEYS = Said("Tab går videre · Enter lager planen · Esc lukker", "Tab går vidare · Enter lagar planen · Esc lukkar")
_LACKS = Said("Skriv både kommune, periode og fil.", "Skriv både kommune, periode og fil.")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was chosen."""

    municipality: str
    period: str
    form: Form
    drafted: bool
    file: Path


class BeginScreen(ModalScreen[Wanted | None]):
    """Dismissed with what was chosen, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "", show=False),
        Binding("ctrl+s", "make", "", show=False, priority=True),
    ]

    def compose(self) -> ComposeResult:
        """A line for each."""
        with Vertical(classes="box"):
            yield Phrase(_TITLE, classes="title")
            with VerticalScroll(can_focus=False, classes="fields"):
                yield Phrase(_MUNICIPALITY, classes="name")
                yield Input(id="municipality", compact=True)
                yield Phrase(_PERIOD, classes="name")
                yield Input(id="period", compact=True)
                yield Phrase(_FORM, classes="name")
                forms = [("Bokmål", "nb"), ("Nynorsk", "nn")]
                yield Select(forms, value=form(self), allow_blank=False, id="plan-form", compact=True)
                yield Phrase(_CHAPTERS, classes="name")
                drafted = [(told(self, _DRAFTED), True), (told(self, _EMPTY), False)]
                yield Select(drafted, value=True, allow_blank=False, id="drafted", compact=True)
                yield Phrase(_FILE, classes="name")
                yield Input(str(Path.cwd() / "plan.yaml"), id="file", compact=True, select_on_focus=False)
            yield Phrase(_KEYS, classes="keys")

    def on_mount(self) -> None:
        """To the first line."""
        self.query_one("#municipality").focus()

    @on(Input.Submitted)
    def action_make(self) -> None:
        """Done, if nothing lacks."""
        lines = [self.query_one(f"#{id}", Input).value.strip() for id in ("municipality", "period", "file")]
        if not all(lines):
            self.notify(told(self, _LACKS), markup=False, severity="warning")
            return
        file = Path(lines[2]).expanduser()
        spoken: Form = "nn" if self.query_one("#plan-form", Select).value == "nn" else "nb"
        drafted = self.query_one("#drafted", Select).value is True
        self.dismiss(Wanted(lines[0], lines[1], spoken, drafted, file if file.suffix else file.with_suffix(".yaml")))

    def action_close(self) -> None:
        """Make none."""
        self.dismiss(None)
