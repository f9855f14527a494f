"""Suggestions for the innsatsområde that the planner stands in, each with a tick where it is in the plan."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from lhl_assistant.said import Said
from lhl_assistant.tui.draft import telling
from lhl_assistant.tui.phrase import Phrase, form, told

if TYPE_CHECKING:
    from lhl_assistant.plan.draft.suggest import Suggestion
    from lhl_assistant.tui.draft.opened import OpenPlan

_ALL, _FOR = Said("Forslag", "Forslag"), Said("Forslag til {}", "Forslag til {}")
_TICK = Said("Enter tar med eller fjerner · Esc lukker", "Enter tek med eller fjernar · Esc lukkar")


class Offer(Vertical):
    """The list, and below it where the marked one is from."""

    class Chosen(Message):
        """Enter on a suggestion."""

        def __init__(self, suggestion: "Suggestion") -> None:
            super().__init__()
            self.suggestion = suggestion

    def __init__(self) -> None:
        super().__init__(id="offer")
        self.suggestions: Sequence[Suggestion] = ()
        self._offered: list[Suggestion] = []
        self._at: tuple[OpenPlan, int | None] | None = None

    def compose(self) -> ComposeResult:
        """What for, the list, and about the marked one."""
        yield Static(id="offer-title")
        yield OptionList(id="offered")
        with VerticalScroll(id="offer-from", can_focus=False):
            yield Static(id="offer-about")
        yield Phrase(_TICK, classes="quiet")

    @property
    def _list(self) -> OptionList:
        return self.query_one("#offered", OptionList)

    def on_resize(self) -> None:
        """Lay the lines out for the new width."""
        self._lay_out()

    def show(self, at: "OpenPlan", area: int | None) -> None:
        """Offer what is for ``area`` of the plan, or all where it is None."""
        self._at = at, area
        name = f"{area} {at.reform.area(area).name.in_(form(self))}" if area else ""
        title = told(self, _FOR).format(name) if name else told(self, _ALL)
        self.query_one("#offer-title", Static).update(Content(title))
        self._offered = [s for s in self.suggestions if area in (None, s.area)]
        self._lay_out()

    def _lay_out(self) -> None:
        from lhl_assistant.plan.draft.suggest import taken

        if self._at is None or not self.size.width:
            return
        plan, listed = self._at[0].plan, self._list
        at = listed.highlighted or 0
        listed.clear_options()
        width = self.size.width - 4
        lines = [telling.suggestion_line(s, taken(s, plan), form(self), width) for s in self._offered]
        listed.add_options([Option(line) for line in lines])
        listed.highlighted = min(at, len(self._offered) - 1) if self._offered else None

    @on(OptionList.OptionHighlighted)
    def _about(self, event: OptionList.OptionHighlighted) -> None:
        about = telling.suggestion_about(self._offered[event.option_index], form(self))
        self.query_one("#offer-about", Static).update(about)

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.post_message(self.Chosen(self._offered[event.option_index]))
