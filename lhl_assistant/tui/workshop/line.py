"""The line that is typed in."""

from collections.abc import Callable

from textual import events
from textual.widgets import Input


class Line(Input):
    """The line that is typed in. Enter is done before the next key is read: who types fast has begun on the next."""

    def __init__(self, say: Callable[[str], bool]) -> None:
        """``say`` keeps what was typed, and says whether it could."""
        super().__init__(id="line", select_on_focus=False)
        self._say = say

    async def on_key(self, event: events.Key) -> None:
        """Keep the line and empty it."""
        if event.key != "enter":
            return
        event.stop()
        event.prevent_default()
        if self.value.strip() and self._say(self.value):
            self.value = ""
