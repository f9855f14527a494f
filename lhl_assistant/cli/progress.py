"""A bar on stderr for work that takes longer than a second."""

from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TextColumn, TimeRemainingColumn
from rich.text import Text

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


class _Rate(ProgressColumn):
    """How many are done a minute."""

    def render(self, task: Task) -> Text:
        """The rate of ``task``; nothing before there is one."""
        return Text("" if task.speed is None else f"{60 * task.speed:.0f}/min")


@contextmanager
def progress(*steps: Said, rate: bool = False) -> Iterator[list[Step]]:
    """A bar for each of ``steps``, which move as the work goes on; nothing where stderr is no terminal.

    ``rate`` also shows how many are done a minute.
    """
    console = Console(stderr=True)
    bar = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        *([_Rate()] if rate else []),
        TimeRemainingColumn(),
        console=console,
        transient=True,
        disable=not console.is_terminal,
    )
    with bar:
        yield [Step(bar, what) for what in steps]
