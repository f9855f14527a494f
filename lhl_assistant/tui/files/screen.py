"""A window to name a file or a folder in."""

from pathlib import Path
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from lhl_assistant.safe import safe
from lhl_assistant.said import Said
from lhl_assistant.tui.files.completing import completions
from lhl_assistant.tui.files.dropped import dropped
from lhl_assistant.tui.files.refusing import Refuse, absent
from lhl_assistant.tui.phrase import Phrase

_KEYS = Said(
    "Tab fyller ut · ↑ ↓ velger · Enter bruker · Esc lukker",
    "Tab fyller ut · ↑ ↓ vel · Enter brukar · Esc lukkar",
)


_ANEW = ("/", "~", "'", '"')
"""With these a path begins: written after the one that stood there, they take its place."""


class PathLine(Input):
    """A line that takes a pasted or dropped path whole, however the terminal writes it."""

    def _on_paste(self, event: events.Paste) -> None:
        if (paths := dropped(event.text)) and all(p.exists() for p in paths):
            self.value = " ".join(f"'{p}'" if len(paths) > 1 else str(p) for p in paths)
            self.cursor_position = len(self.value)
            event.stop()
            event.prevent_default()


class PathScreen(ModalScreen[list[Path] | None]):
    """Dismissed with the paths named, or None. ``suffixes`` limits what is offered; ``begun`` is written already.

    ``refuse`` says what is wrong with the paths, None where nothing is: what was written stays, and the sentence stands
    below it.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "", show=False),
        Binding("tab", "complete", "", show=False, priority=True),
        Binding("down", "move('cursor_down')", "", show=False, priority=True),
        Binding("up", "move('cursor_up')", "", show=False, priority=True),
    ]

    def __init__(
        self, title: Said, how: Said, begun: str = "", suffixes: tuple[str, ...] = (), refuse: Refuse = absent
    ) -> None:
        super().__init__()
        self._title, self._how, self._begun, self._suffixes, self._refuse = title, how, begun, suffixes, refuse
        self._offered: list[str] = []

    def compose(self) -> ComposeResult:
        """The title, how to, the line and what it can become."""
        with Vertical(classes="box"):
            yield Phrase(self._title, classes="title")
            yield Phrase(self._how)
            yield PathLine(self._begun, id="path", select_on_focus=False)
            yield Phrase(Said("", ""), id="refused")
            yield OptionList(id="found")
            yield Phrase(_KEYS, classes="keys")

    def on_mount(self) -> None:
        """To the line."""
        self.query_one(OptionList).can_focus = False
        self.query_one("#refused").display = False
        self.query_one(Input).focus()
        self._offer(self._begun)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        rest = event.value.removeprefix(self._begun)
        if rest != event.value and rest.startswith(_ANEW) and self._begun:
            event.input.value = rest
            event.input.cursor_position = len(rest)
            return
        self.query_one("#refused").display = False
        self._offer(event.value)

    def _offer(self, typed: str) -> None:
        self._offered = [] if typed.startswith(("'", '"')) else completions(typed, self._suffixes)
        found = self.query_one(OptionList)
        found.clear_options()
        found.add_options([Option(Content(safe(path))) for path in self._offered])
        found.display = bool(self._offered)

    def action_move(self, how: str) -> None:
        """Move in the list while the line keeps the focus."""
        getattr(self.query_one(OptionList), f"action_{how}")()

    def action_complete(self) -> None:
        """Write what is marked in the list, else the first."""
        if self._offered:
            self._take(self.query_one(OptionList).highlighted or 0)

    @on(OptionList.OptionSelected)
    def _clicked(self, event: OptionList.OptionSelected) -> None:
        self._take(event.option_index)

    def _take(self, index: int) -> None:
        line = self.query_one(Input)
        line.value = self._offered[index]
        line.cursor_position = len(line.value)
        line.focus()

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        at = self.query_one(OptionList).highlighted
        typed = self._offered[at] if at is not None and at < len(self._offered) else event.value
        paths = dropped(typed)
        why = self._refuse(paths) if paths else None
        if why is not None:
            refused = self.query_one("#refused", Phrase)
            refused.say(why)
            refused.display = True
        elif paths:
            self.dismiss(paths)

    def action_close(self) -> None:
        """Name nothing."""
        self.dismiss(None)
