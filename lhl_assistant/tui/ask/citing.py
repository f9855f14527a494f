"""Which citation is open beside the conversation, and going from one to the next."""

from typing import TYPE_CHECKING

from lhl_assistant.errors import PlannerError
from lhl_assistant.said import Said
from lhl_assistant.tui.ask.beside import Beside
from lhl_assistant.tui.ask.talk import Talk
from lhl_assistant.tui.ask.turn import TurnView

if TYPE_CHECKING:
    from lhl_assistant.tui.app import Assistant
    from lhl_assistant.tui.pane import Pane

_NO_CITATION = Said("Det er ingen kilde å vise her.", "Det er inga kjelde å vise her.")
_NO_SOURCE = Said(
    "Velg et tall i svaret først, med Tab eller musen.", "Vel eit tal i svaret først, med Tab eller musa."
)


class Citing:
    """The turn and the number that are open, if any; ``by_hand`` where the planner opened it."""

    def __init__(self, pane: "Pane", app: "Assistant") -> None:
        self._pane, self._app = pane, app
        self._shown: tuple[TurnView, int] | None = None
        self.by_hand = False

    @property
    def turn(self) -> TurnView | None:
        """The turn whose source is open, None where none is."""
        return self._shown[0] if self._shown is not None and self._shown[0].is_attached else None

    @property
    def opened(self) -> bool:
        """Whether a source is open."""
        return self._shown is not None

    async def open(self, turn: TurnView, number: int, by_hand: bool = True) -> None:
        """Show a citation of the turn."""
        from lhl_assistant.tui.ask.excerpt import excerpt

        citation = next((c for c in turn.answer.citations if c.id == number), None) if turn.answer else None
        if citation is None:
            return
        if self._shown is not None and self._shown[0] is not turn:
            self._shown[0].choose(None)
        self._shown, self.by_hand = (turn, number), by_hand
        turn.choose(number)
        try:
            found = await self._app.desk.do(lambda searcher: excerpt(searcher, citation))
        except PlannerError:
            found = None
        if self._shown == (turn, number):
            self._pane.query_one(Beside).show(citation, found)
            self._pane.add_class("open")
            self._app.offer()

    async def open_first(self) -> None:
        """Show the newest answer's first source, where there is an answer and room beside it."""
        turn = self._pane.query_one(Talk).last
        if turn is None or turn.answer is None:
            return
        if turn.answer.answered and turn.answer.citations and not self._pane.has_class("narrow"):
            await self.open(turn, turn.answer.citations[0].id, by_hand=False)
        else:
            self.shut()

    async def step(self, step: int) -> None:
        """The next citation of the answer whose source is open, else of the newest; from its last to its first."""
        talk = self._pane.query_one(Talk)
        turn = self.turn or talk.last
        numbers = [c.id for c in turn.answer.citations] if turn is not None and turn.answer is not None else []
        if turn is None or not numbers:
            self._app.tell(_NO_CITATION)
            return
        at = numbers.index(self._shown[1]) if self._shown is not None and self._shown[0] is turn else None
        number = numbers[(at + step) % len(numbers)] if at is not None else numbers[0 if step > 0 else -1]
        await self.open(turn, number)
        line = turn.region.y - talk.region.y + turn.line_of(number) + 2
        if not 0 <= line < talk.size.height:
            talk.scroll_relative(y=line - talk.size.height // 2, animate=False)

    def shut(self) -> None:
        """Show none."""
        if self._shown is not None:
            self._shown[0].choose(None)
        self._shown, self.by_hand = None, False
        self._pane.query_one(Beside).show(None, None)
        self._pane.remove_class("open")
        self._app.offer()

    async def read(self) -> None:
        """Open the whole document where it is cited."""
        citation = self._pane.query_one(Beside).citation
        if citation is None:
            self._app.tell(_NO_SOURCE)
            return
        await self._app.action_go("kilder")
        from lhl_assistant.sources.model import Span
        from lhl_assistant.tui.sources.pane import SourcesPane

        pane = self._app.pane
        if isinstance(pane, SourcesPane):
            await pane.open(citation.library, citation.source, Span(citation.start, citation.end))
