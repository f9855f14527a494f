"""Windows to write in: a longer text, and a measure's fields."""

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.timer import Timer
from textual.widgets import Input, Static, TextArea

from lhl_assistant.safe import safe
from lhl_assistant.said import Said
from lhl_assistant.tui.confirm import Confirm
from lhl_assistant.tui.draft.telling import FIELDS
from lhl_assistant.tui.phrase import Phrase, told

if TYPE_CHECKING:
    from lhl_assistant.plan.document.model import Measure

_KEYS = Said("Ctrl+S lagrer · Esc lukker", "Ctrl+S lagrar · Esc lukkar")
_FIELD_KEYS = Said("Tab går videre · Ctrl+S lagrer · Esc lukker", "Tab går vidare · Ctrl+S lagrar · Esc lukkar")
_LOSE = Said("Lukke uten å lagre det du har endret?", "Lukke utan å lagre det du har endra?")
_MEASURE = Said("Rediger tiltaket", "Rediger tiltaket")
_TEXT = Said("Tiltak", "Tiltak")
_PAUSE = 0.5


class TextScreen(ModalScreen[str | None]):
    """Dismissed with the text, or None. ``keep`` is given what is written at every pause."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "", show=False, priority=True),
        Binding("ctrl+s", "save", "", show=False, priority=True),
    ]

    def __init__(self, title: Said, text: str, begun: str | None, keep: Callable[[str], None], hint: Said) -> None:
        super().__init__()
        self._title, self._text, self._keep, self._hint = title, text, keep, hint
        self._begun = text if begun is None else begun
        self._soon: Timer | None = None

    def compose(self) -> ComposeResult:
        """The text, in all the room there is."""
        with Vertical(classes="box wide"):
            yield Phrase(self._title, classes="title")
            yield TextArea(safe(self._begun), id="writing", compact=True, highlight_cursor_line=False)
            yield Phrase(self._hint, classes="keys")
            yield Phrase(_KEYS, classes="quiet")

    def on_mount(self) -> None:
        """To the text."""
        self.query_one(TextArea).focus()

    @on(TextArea.Changed)
    def _changed(self) -> None:
        if self._soon is not None:
            self._soon.stop()
        self._soon = self.set_timer(_PAUSE, lambda: self._keep(self.query_one(TextArea).text))

    def action_save(self) -> None:
        """Done."""
        self._end(self.query_one(TextArea).text)

    def action_close(self) -> None:
        """Back; asks first where something would be lost."""

        def answered(yes: bool | None) -> None:
            if yes:
                self._end(None)

        if self.query_one(TextArea).text == self._text:
            self._end(None)
        else:
            self.app.push_screen(Confirm(_LOSE), answered)

    def _end(self, text: str | None) -> None:
        if self._soon is not None:
            self._soon.stop()
        self.dismiss(text)


class MeasureScreen(ModalScreen[dict[str, str] | None]):
    """Dismissed with the fields that were changed, or None. A gap stands above its line as the question that it is."""

    AUTO_FOCUS = ""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "", show=False),
        Binding("ctrl+s", "save", "", show=False, priority=True),
    ]

    def __init__(self, measure: "Measure") -> None:
        super().__init__()
        self._measure = measure

    def compose(self) -> ComposeResult:
        """A line for each field."""
        with Vertical(classes="box wide"):
            yield Phrase(_MEASURE, classes="title")
            with VerticalScroll(can_focus=False, id="measure-fields", classes="fields"):
                for name, said in {"text": _TEXT, **FIELDS}.items():
                    value, asks = self._value(name)
                    yield Static(Content.assemble(told(self, said), (f" – {safe(asks)}" if asks else "", "$warning")))
                    yield Input(safe(value), id=f"field-{name}", compact=True, select_on_focus=False)
            yield Phrase(_FIELD_KEYS, classes="keys")

    def on_mount(self) -> None:
        """To the first field, with its name in view."""
        self.query(Input).first().focus(scroll_visible=False)

    def _value(self, name: str) -> tuple[str, str]:
        """What stands in the field, and what its gap asks for where it is nothing but a gap."""
        from lhl_assistant.plan.document.gaps import GAP

        value = str(getattr(self._measure, name))
        gap = GAP.fullmatch(value.strip())
        return ("", gap[1]) if gap else (value, "")

    @on(Input.Submitted)
    def action_save(self) -> None:
        """Done; a gap whose line is still empty stays."""
        written = {name: self.query_one(f"#field-{name}", Input).value.strip() for name in ("text", *FIELDS)}
        self.dismiss({name: value for name, value in written.items() if value != safe(self._value(name)[0]).strip()})

    def action_close(self) -> None:
        """Change nothing."""
        self.dismiss(None)
