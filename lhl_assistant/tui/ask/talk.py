"""The conversation on the screen: the latest turns are there, earlier ones come as one scrolls up to them."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll

from lhl_assistant.tui.ask.turn import TurnView
from lhl_assistant.tui.ask.welcome import Welcome

if TYPE_CHECKING:
    from lhl_assistant.answer.model import Answer

_BEGUN, _PAGE, _MOST = 3, 1, 8
"""Turns that are mounted when a conversation is opened, that come at a time, and that there are at most: so few that
500 move as lightly as five."""


_SETTLED = 0.15
"""Seconds in which an answer finds its final height."""


class Talk(VerticalScroll, can_focus=False):
    """Shows turns, the newest last."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._answers: list[tuple[str, Answer | None]] = []
        self._first = 0
        self._sources = False
        self._moving = False

    def compose(self) -> ComposeResult:
        """What to ask, while nothing is."""
        yield Welcome()

    @property
    def turns(self) -> Sequence[TurnView]:
        """The turns that are on the screen."""
        return list(self.query_children(TurnView))

    @property
    def last(self) -> TurnView | None:
        """The newest turn."""
        return self.turns[-1] if self.turns else None

    async def fill(self, answers: "Iterable[Answer]") -> None:
        """Show another conversation, from its last question."""
        self._answers = [(a.question, a) for a in answers]
        await self.query_children(TurnView).remove()
        self._first = max(0, len(self._answers) - _BEGUN)
        made = self._made(self._first, len(self._answers))
        await self.mount(*made)
        self.query_one(Welcome).display = not self._answers
        if made:
            made[-1].tell_when_grown()
            self.call_after_refresh(self.reveal, made[-1])

    async def begin(self, question: str) -> TurnView:
        """A turn whose answer is yet to come."""
        if self._first + len(self.turns) < len(self._answers):
            await self.fill(a for _, a in self._answers if a is not None)
        self._answers.append((question, None))
        turn = TurnView(question)
        self.query_one(Welcome).display = False
        await self.mount(turn)
        await self._drop_first()
        self.call_after_refresh(self.scroll_end, animate=False)
        return turn

    def end(self, turn: TurnView, answer: "Answer") -> None:
        """Its answer."""
        at = next(i for i in range(len(self._answers) - 1, -1, -1) if self._answers[i] == (turn.question, None))
        self._answers[at] = (turn.question, answer)
        turn.list_sources(self._sources)
        turn.show(answer)
        self.call_after_refresh(self.reveal, turn)

    @on(TurnView.Grown)
    def _grown(self, event: TurnView.Grown) -> None:
        """Reveal it in its full height, and once more when the scrollbar that came with it has taken its column."""
        self.call_after_refresh(self.reveal, event.turn)
        self.set_timer(_SETTLED, lambda: self.reveal(event.turn))

    async def forget(self, turn: TurnView) -> None:
        """Take away a turn that came to nothing."""
        self._answers = [a for a in self._answers if a != (turn.question, None)]
        await turn.remove()
        self.query_one(Welcome).display = not self._answers

    def reveal(self, turn: TurnView) -> None:
        """Show the question of the newest turn at the top, or all of the turn where there is room."""
        if turn.is_mounted and turn is self.last:
            self.scroll_to_widget(turn, animate=False, top=turn.size.height > self.size.height)

    def list_sources(self, yes: bool) -> None:
        """Whether each answer names its sources below."""
        self._sources = yes
        for turn in self.turns:
            turn.list_sources(yes)

    def watch_scroll_y(self, old: float, new: float) -> None:
        """Bring the turns before, or after, when the edge is near."""
        super().watch_scroll_y(old, new)
        if self._moving or not self.turns:
            return
        if new < old and new <= self.size.height // 2 and self._first > 0:
            self._moving = True
            self.run_worker(self._earlier(), exclusive=True)
        elif new > old and new >= self.max_scroll_y - self.size.height // 2 and self._after < len(self._answers):
            self._moving = True
            self.run_worker(self._later(), exclusive=True)

    @property
    def _after(self) -> int:
        return self._first + len(self.turns)

    async def _earlier(self) -> None:
        first = max(0, self._first - _PAGE)
        await self._exchange(self._made(first, self._first), before=True)
        self._first = first

    async def _later(self) -> None:
        await self._exchange(self._made(self._after, min(len(self._answers), self._after + _PAGE)), before=False)

    async def _exchange(self, made: list[TurnView], before: bool) -> None:
        """Mount the turns at one end, and take as many away at the other, with the lines in sight where they are."""
        turns = self.turns
        anchor = turns[0] if before else turns[-1]
        above = anchor.region.y - self.region.y
        await self.mount(*made, before=turns[0] if before else None)
        gone = self.turns[_MOST:] if before else self.turns[:-_MOST]
        for turn in gone:
            await turn.remove()
        if not before:
            self._first += len(gone)

        def settle() -> None:
            self.scroll_relative(y=anchor.region.y - self.region.y - above, animate=False)
            self._moving = False

        self.call_after_refresh(settle)

    async def _drop_first(self) -> None:
        for turn in self.turns[:-_MOST]:
            await turn.remove()
            self._first += 1

    def _made(self, first: int, after: int) -> list[TurnView]:
        made = [TurnView(question, answer) for question, answer in self._answers[first:after]]
        for turn in made:
            turn.list_sources(self._sources)
        return made
