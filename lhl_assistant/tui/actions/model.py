"""One thing that the planner can do."""

from collections.abc import Iterable
from dataclasses import dataclass

from textual.binding import Binding

from lhl_assistant.said import Said


@dataclass(frozen=True, slots=True)
class Action:
    """A function of the app.

    ``method`` names the pane's (or the app's) ``action_<method>``. ``key`` is Textual's name of a key that a Norwegian
    keyboard has, None where the palette is enough. ``twins`` are the commands that do the same, with their option;
    where there is none, ``alone`` says why. ``rank`` orders the footer, the lowest first; 0 leaves it out.
    """

    method: str
    name: Said
    help: Said
    key: str | None = None
    short: Said | None = None
    twins: tuple[str, ...] = ()
    alone: Said | None = None
    rank: int = 0
    priority: bool = True

    @property
    def label(self) -> Said:
        """Its name in the footer."""
        return self.short or self.name


def bindings(actions: Iterable[Action]) -> list[Binding]:
    """The keys of the actions, for a widget's ``BINDINGS``."""
    return [Binding(a.key, a.method, "", show=False, priority=a.priority) for a in actions if a.key is not None]
