"""A bar on stderr for work that takes longer than a second."""

from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from lhl_assistant.cli.voice import spoken
from lhl_assistant.said import Said


class Step:
    """A bar that is there from the first move until it is full; called with (done, total)."""

    def __init__(self, bar: Progress, what: Said) -> None:
        self._bar = bar
        self._task = bar.add_task(spoken(what), total=None, visible=False)

    def __call__(self, done: int, total: int) -> None:
        """Show ``done`` of ``total``."""
        self._bar.update(self._task, completed=done, total=total, visible=done < total)


@contextmanager
def progress(*steps: Said) -> Iterator[list[Step]]:
    """A bar for each of ``steps``, which move as the work goes on; nothing where stderr is no terminal."""
    console = Console(stderr=True)
    bar = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=console,
        transient=True,
        disable=not console.is_terminal,
    )
    with bar:
        yield [Step(bar, what) for what in steps]
