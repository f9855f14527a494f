"""Work that takes time: told how far it has come, stopped with Esc, while the app can be used as before."""

import asyncio
import threading
from collections.abc import Callable
from typing import TypeVar

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import ProgressBar

from lhl_assistant.said import Said
from lhl_assistant.tui.phrase import Phrase

Result = TypeVar("Result")
Step = Callable[[int, int], None]
_HOW_TO_STOP = Said("Esc avbryter", "Esc avbryt")
_STOPPING = Said("Avbryter …", "Avbryt …")
_OFTEN = 0.1


class Stopped(Exception):
    """The planner stopped the work; what was being done has changed nothing."""


class Working(Horizontal):
    """A line with a bar, shown while something is done in a thread; one thing at a time."""

    def __init__(self) -> None:
        super().__init__(classes="working")
        self._stop = threading.Event()
        self.done, self._total = 0, 0
        self.busy = False

    def compose(self) -> ComposeResult:
        """What is done, and how far it has come."""
        yield Phrase(Said("", ""))
        yield ProgressBar(show_eta=False)
        yield Phrase(_HOW_TO_STOP, classes="quiet")

    def on_mount(self) -> None:
        """Hidden until there is work."""
        self.display = False
        self.set_interval(_OFTEN, self._show)

    def stop(self) -> None:
        """Ask the work to end as soon as it can."""
        if self.busy:
            self._stop.set()
            self.query(Phrase).first().say(_STOPPING)

    def on_click(self) -> None:
        """A click stops it too."""
        self.stop()

    async def carry_out(self, what: Said, do: Callable[[Step], Result]) -> Result:
        """What ``do`` returns; it is given the callback ``(done, total)``, which raises Stopped after ``stop``."""
        self.busy, self.display = True, True
        self._stop.clear()
        self.done = self._total = 0
        self.query(Phrase).first().say(what)
        try:
            return await asyncio.to_thread(do, self._step)
        finally:
            self.busy, self.display = False, False

    def _step(self, done: int, total: int) -> None:
        if self._stop.is_set():
            raise Stopped
        self.done, self._total = done, total

    def _show(self) -> None:
        if self.busy:
            self.query_one(ProgressBar).update(total=self._total or None, progress=self.done)
