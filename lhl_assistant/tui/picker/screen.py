"""A list over the screen, filtered as one types; Enter or a click chooses."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar, Generic, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from lhl_assistant.said import Said
from lhl_assistant.tui.phrase import Phrase, told

Value = TypeVar("Value")
_NONE = Said("Ingenting passer. Skriv noe annet.", "Ingenting passar. Skriv noko anna.")
_KEYS = Said(
    "Skriv for å lete · ↑ ↓ velger · Enter bruker · Esc lukker",
    "Skriv for å leite · ↑ ↓ vel · Enter brukar · Esc lukkar",
)


@dataclass(frozen=True, slots=True)
class Choice(Generic[Value]):
    """Something to choose: its name, a second line, what stands on the right (a key), and what is chosen."""

    value: Value
    name: str
    below: str = ""
    right: str = ""


Search = Callable[[str], Sequence[Choice[Value]]]


class Picker(ModalScreen[Value | None]):
    """Shows what ``search`` finds for the words typed; dismissed with the value chosen, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "", show=False),
        Binding("down", "move('cursor_down')", "", show=False, priority=True),
        Binding("up", "move('cursor_up')", "", show=False, priority=True),
        Binding("pagedown", "move('page_down')", "", show=False, priority=True),
        Binding("pageup", "move('page_up')", "", show=False, priority=True),
    ]

    def __init__(self, title: Said, search: Search[Value]) -> None:
        super().__init__()
        self._title, self._search = title, search
        self._found: Sequence[Choice[Value]] = ()

    def compose(self) -> ComposeResult:
        """The title, the line to write on, the list and the keys."""
        with Vertical(classes="box"):
            yield Phrase(self._title, classes="title")
            yield Input(id="words")
            yield OptionList(id="found")
            yield Phrase(_KEYS, classes="keys")

    def on_mount(self) -> None:
        """Show all that there is."""
        self._show("")
        self.query_one(Input).focus()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self._show(event.value)

    def again(self) -> None:
        """Search anew: what there is has changed."""
        self._show(self.query_one(Input).value)

    def _show(self, words: str) -> None:
        self._found = self._search(words)
        choices = self.query_one(OptionList)
        choices.clear_options()
        if not self._found:
            choices.add_option(Option(Content.styled(told(self, _NONE), "$quiet"), disabled=True))
            return
        width = max(20, min(self.size.width - 10, 72))
        choices.add_options([Option(_line(choice, width)) for choice in self._found])
        choices.highlighted = 0

    def action_move(self, how: str) -> None:
        """Move in the list while the words keep the focus."""
        choices = self.query_one(OptionList)
        getattr(choices, f"action_{how}")()

    @property
    def marked(self) -> Choice[Value] | None:
        """The choice that Enter would use."""
        at = self.query_one(OptionList).highlighted
        return self._found[at] if at is not None and at < len(self._found) else None

    @on(Input.Submitted)
    def _entered(self) -> None:
        if self.marked is not None:
            self.dismiss(self.marked.value)

    @on(OptionList.OptionSelected)
    def _clicked(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self._found[event.option_index].value)

    def action_close(self) -> None:
        """Choose nothing."""
        self.dismiss(None)


def _line(choice: Choice[Value], width: int) -> Content:
    """The name, on the right its key, and below it the rest in a quieter colour."""
    room = width - len(choice.right) - 1
    name = Content(choice.name).truncate(room, ellipsis=True)
    first = Content.assemble(name, " " * (width - name.cell_length - len(choice.right)), (choice.right, "$quiet"))
    below = Content.styled(f"\n{choice.below}", "$quiet") if choice.below else Content()
    return first + below
