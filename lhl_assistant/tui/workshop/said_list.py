"""What has been said, line by line: where it is placed and how sure that is, the words, and what counts."""

from textwrap import wrap
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList

from lhl_assistant.safe import safe

if TYPE_CHECKING:
    from lhl_assistant.tui.workshop.pane import WorkshopPane
    from lhl_assistant.workshop.state import Contribution

_NO_PLACE = "…"
_INDENT = 6
_BESIDE = _INDENT + 5
"""The columns of a line that the words cannot have: the place, the margins and the scroll bar."""
_NARROWEST = 20


class SaidList(OptionList):
    """What has been said; one key moves, votes or joins the one that is marked."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(str(n), f"place({n})", "", show=False) for n in range(6)),
        Binding("plus", "vote(1)", "", show=False),
        Binding("minus", "vote(-1)", "", show=False),
        Binding("j", "same", "", show=False),
        Binding("u", "other", "", show=False),
        Binding("tab", "back", "", show=False),
    ]

    def __init__(self, pane: "WorkshopPane") -> None:
        super().__init__(id="said", markup=False)
        self._pane = pane

    def action_place(self, area: int) -> None:
        """Move the marked one."""
        self._pane.place(area or None)

    def action_vote(self, more: int) -> None:
        """Count a vote more, or one less."""
        self._pane.vote(more)

    def action_back(self) -> None:
        """To the line."""
        self._pane.enter()

    def action_same(self) -> None:
        """The pair that is offered says the same."""
        self._pane.judge(True)

    def action_other(self) -> None:
        """The pair that is offered does not."""
        self._pane.judge(False)


def told(one: "Contribution", width: int) -> Content:
    """«3   Middag i lag   2 g.  ●7»: the place with the doubt, the words, and what counts; long ones hang.

    ``width`` is the screen's, in columns.
    """
    marks = (f"{one.voices} g." if one.voices > 1 else "", f"●{one.votes}" if one.votes else "")
    words = "   ".join(filter(None, [safe(one.edited or one.text), " ".join(filter(None, marks))]))
    lines = wrap(words, max(_NARROWEST, width - _BESIDE)) or [""]
    place = Content.styled(f"{_place(one):<{_INDENT}}", "bold $primary")
    return Content.assemble(place, Content(f"\n{'':<{_INDENT}}".join(lines)))


def _place(one: "Contribution") -> str:
    from lhl_assistant.workshop.sorting import SURE

    if one.placed is None and one.suggested is None:
        return _NO_PLACE
    place = str(one.area or 0)
    if one.placed or one.suggested is None or one.suggested.best.confidence >= SURE or not one.runners_up:
        return place
    return f"{place}? {one.runners_up[0].focus_area or 0}"
