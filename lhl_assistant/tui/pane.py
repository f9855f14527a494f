"""What every tab's screen is."""

from typing import ClassVar

from textual.containers import Vertical

from lhl_assistant.said import Said
from lhl_assistant.tui.actions.model import Action, bindings


class Pane(Vertical):
    """The content of a tab. See the package's docstring for how to add one."""

    ACTIONS: ClassVar[tuple[Action, ...]] = ()
    """What the planner can do here."""

    HOW: ClassVar[Said]
    """How one works here: two to five short paragraphs for F1, a blank line between them."""

    def __init_subclass__(cls) -> None:
        cls.BINDINGS = [*bindings(cls.ACTIONS)]
        super().__init_subclass__()

    def enter(self) -> None:
        """Put the focus where the planner will want to write or choose; called each time the tab is shown.

        Use ``self.screen.set_focus``, which holds for the very next key; ``focus()`` comes a moment later.
        """

    def actions(self) -> tuple[Action, ...]:
        """What the footer and the palette offer now; fewer than ``ACTIONS`` where some make no sense yet."""
        return self.ACTIONS
