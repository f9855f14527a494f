"""The line below: what can be done here and with which key, each to be clicked; as many as the window has room for."""

from collections.abc import Iterable

from textual.content import Content
from textual.style import Style
from textual.widgets import Static

from lhl_assistant.tui.actions.keys import spelt
from lhl_assistant.tui.actions.model import Action
from lhl_assistant.tui.phrase import told

_BETWEEN = "  "
_FIRST, _ALWAYS, _WIDE = 2, 90, 100


class Bottom(Static):
    """The keys of the actions that it was last given; help and the palette always, quitting before what is rarer."""

    auto_links = False

    def __init__(self) -> None:
        super().__init__(id="bottom")
        self._actions: tuple[Action, ...] = ()

    def on_mount(self) -> None:
        """Follow the form."""
        self.watch(self.app, "form", self._speak)

    def on_resize(self) -> None:
        """Tell as many as there is room for."""
        self._speak()

    def show(self, actions: Iterable[Action]) -> None:
        """Tell of these actions, by rank."""
        self._actions = tuple(sorted((a for a in actions if a.rank and a.key), key=lambda a: a.rank))
        self._speak()

    def _speak(self) -> None:
        always = [a for a in self._actions if a.rank >= _ALWAYS]
        spare = [] if self.size.width >= _WIDE else always[2:]
        always = [a for a in always if a not in spare]
        room = self.size.width - sum(self._told(a).cell_length + len(_BETWEEN) for a in always)
        here: list[Action] = []
        here_first = [a for a in self._actions if a.rank < _ALWAYS]
        for action in (*here_first[:_FIRST], *spare, *here_first[_FIRST:]):
            needed = self._told(action).cell_length + len(_BETWEEN)
            if needed <= room + len(_BETWEEN):
                room -= needed
                here.append(action)
        shown = sorted((*here, *always), key=lambda a: a.rank)
        self.update(Content(_BETWEEN).join([self._told(a) for a in shown]))

    def _told(self, action: Action) -> Content:
        """Its key and name, which a click performs."""
        words = Content.assemble((spelt(action.key or ""), "bold $primary"), f" {told(self, action.label)}")
        return words.stylize(Style.from_meta({"@click": f"app.perform({action.method!r})"}))
