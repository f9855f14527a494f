"""The line to write a question on."""

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import TextArea

from lhl_assistant.said import Said
from lhl_assistant.tui.phrase import told

LONGEST = 2000
_HINT = Said(
    "Spør om planen, reformen eller andres erfaringer …", "Spør om planen, reforma eller røynslene til andre …"
)


class Prompt(TextArea):
    """Enter asks; the arrows go to the suggestions and to the last question when they have nowhere to go here."""

    class Asked(Message):
        """Enter was pressed: ``words`` stood there, and are gone before the next key comes."""

        def __init__(self, words: str) -> None:
            super().__init__()
            self.words = words

    class Beyond(Message):
        """An arrow was pressed at the first or the last line: ``down`` or not."""

        def __init__(self, down: bool) -> None:
            super().__init__()
            self.down = down

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "vertical(False)", "", show=False),
        Binding("down", "vertical(True)", "", show=False),
    ]

    def __init__(self) -> None:
        super().__init__(id="prompt", compact=True, highlight_cursor_line=False)

    def on_mount(self) -> None:
        """Speak the planner's form."""
        self.watch(self.app, "form", self._speak)

    def _speak(self) -> None:
        self.placeholder = told(self, _HINT)

    @property
    def words(self) -> str:
        """What is written, on one line."""
        return " ".join(self.text.split())[:LONGEST]

    def write(self, words: str) -> None:
        """Put ``words`` there, with the cursor after them."""
        self.load_text(words)
        self.move_cursor(self.document.end)

    async def _on_key(self, event: events.Key) -> None:
        """Enter in its turn among the keys: as a binding it would overtake letters that are still on their way."""
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            self.action_ask()
        else:
            await super()._on_key(event)

    def action_ask(self) -> None:
        """Enter."""
        words = self.words
        self.write("")
        self.post_message(self.Asked(words))

    def action_vertical(self, down: bool) -> None:
        """Move by a line, or beyond."""
        at_edge = self.cursor_at_last_line if down else self.cursor_at_first_line
        if at_edge:
            self.post_message(self.Beyond(down))
        elif down:
            self.action_cursor_down()
        else:
            self.action_cursor_up()
