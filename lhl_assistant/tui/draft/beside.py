"""What stands beside the tree: the chapter, strategy or measure that is marked in it, or the suggestions."""

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.widget import Widget
from textual.widgets import Static

from lhl_assistant.sources.model import Span
from lhl_assistant.tui.draft import telling
from lhl_assistant.tui.draft.offer import Offer
from lhl_assistant.tui.phrase import form
from lhl_assistant.tui.reading.view import Reader

if TYPE_CHECKING:
    from lhl_assistant.plan.document.model import Chapter
    from lhl_assistant.plan.link.propose import Linked
    from lhl_assistant.tui.draft.opened import OpenPlan


class Beside(Vertical):
    """One of the three at a time; ``shown`` is the widget that takes the keys."""

    def __init__(self) -> None:
        super().__init__(id="shown")

    def compose(self) -> ComposeResult:
        """The three."""
        yield Reader(id="chapter")
        with VerticalScroll(id="item"):
            yield Static(id="item-about")
        yield Offer()

    @property
    def shown(self) -> Widget:
        """What the focus goes to."""
        shown = next(child for child in self.children if child.display)
        return shown.query_one("#offered") if isinstance(shown, Offer) else shown

    def chapter(self, chapter: "Chapter", at: "OpenPlan", quote: Span | None = None) -> None:
        """Show a chapter, at a place in it where ``quote`` tells one."""
        self._only("chapter")
        self.query_one("#chapter", Reader).show(telling.chapter_text(chapter, at.plan, form(self)), None, quote)

    def item(self, entry: "Linked | None", at: "OpenPlan") -> None:
        """Show a strategy or measure, or nothing."""
        self._only("item")
        about = telling.item(entry, at.plan, at.reform, form(self)) if entry is not None else ""
        self.query_one("#item-about", Static).update(about)

    def offer(self, at: "OpenPlan", area: int | None) -> None:
        """Show the suggestions for an innsatsområde."""
        self._only("offer")
        self.query_one(Offer).show(at, area)

    def _only(self, id: str) -> None:
        for child in self.children:
            child.display = child.id == id
