"""One question and its answer on the screen."""

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from lhl_assistant.safe import safe
from lhl_assistant.said import Said
from lhl_assistant.tui.phrase import Phrase
from lhl_assistant.tui.themes import SPACIOUS

if TYPE_CHECKING:
    from lhl_assistant.answer.model import Answer
    from lhl_assistant.tui.ask.page import Page

_LOOKING = Said("Leter i kildene …", "Leiter i kjeldene …")
WIDEST = 90


class TurnView(Vertical):
    """Shows a question and, when it is there, its answer; ``chosen`` is the citation that is open beside it."""

    class Opened(Message):
        """A mark was clicked."""

        def __init__(self, turn: "TurnView", citation: int) -> None:
            super().__init__()
            self.turn, self.citation = turn, citation

    class Grown(Message):
        """The answer that came has its place on the screen."""

        def __init__(self, turn: "TurnView") -> None:
            super().__init__()
            self.turn = turn

    def __init__(self, question: str, answer: "Answer | None" = None) -> None:
        super().__init__(classes="turn")
        self.question, self.answer = question, answer
        self.page: Page | None = None
        self.chosen: int | None = None
        self._sources = False
        self._fresh = False
        self._laid: tuple[object, ...] = ()

    def compose(self) -> ComposeResult:
        """The question, then the answer or that it is being looked for."""
        yield Static(Content(safe(self.question)), classes="question")
        yield _Answer(classes="answer")
        if self.answer is None:
            yield Phrase(_LOOKING, classes="looking")

    def on_mount(self) -> None:
        """Lay out what is there, and anew when the look changes."""
        self.watch(self.app, "theme", self._lay_out)

    def on_resize(self) -> None:
        """Lay the answer out for the new width; tell when an answer that came has got its room."""
        self._lay_out()
        if self._fresh and self.page is not None and self.size.height > self.page.content.plain.count("\n"):
            self._fresh = False
            self.post_message(self.Grown(self))

    def show(self, answer: "Answer") -> None:
        """Show the answer that came."""
        self.answer = answer
        self.tell_when_grown()

    def tell_when_grown(self) -> None:
        """Lay the answer out, and tell when it has got its room."""
        self._fresh = True
        self._lay_out()

    def choose(self, citation: int | None) -> None:
        """Set off the marks of this citation."""
        if citation != self.chosen:
            self.chosen = citation
            self._lay_out()

    def list_sources(self, yes: bool) -> None:
        """Whether the sources are named under the answer, as where there is no room beside it."""
        if yes != self._sources:
            self._sources = yes
            self._lay_out()

    def _lay_out(self) -> None:
        if not self.is_attached or not self.query(_Answer):
            return
        for looking in self.query(Phrase):
            looking.display = self.answer is None
        shown = self.query_one(_Answer)
        shown.display = self.answer is not None
        width = min(WIDEST, self.size.width - 4)
        how = (width, self.chosen, self._sources, self.app.theme == SPACIOUS)
        if self.answer is not None and width > 0 and (id(self.answer), *how) != self._laid:
            from lhl_assistant.tui.ask.page import page

            self._laid = (id(self.answer), *how)
            self.page = page(self.answer, *how)
            shown.update(self.page.content)

    def line_of(self, citation: int) -> int:
        """The line of the answer that the citation is first marked on."""
        return next((line for number, line in (self.page.marks if self.page else ()) if number == citation), 0)


class _Answer(Static):
    """The answer's page; a click on a mark tells which."""

    auto_links = False

    def action_open(self, citation: int) -> None:
        """A mark was clicked."""
        turn = self.parent
        if isinstance(turn, TurnView):
            self.post_message(TurnView.Opened(turn, citation))
