"""A question on its way to its answer: remembered, asked of the libraries, shown and kept."""

import asyncio
from typing import TYPE_CHECKING

from lhl_assistant.errors import PlannerError
from lhl_assistant.tui.ask.talk import Talk
from lhl_assistant.tui.ask.turn import TurnView
from lhl_assistant.tui.desk import Scope

if TYPE_CHECKING:
    from lhl_assistant.answer.conversation import Reply
    from lhl_assistant.tui.app import Assistant
    from lhl_assistant.tui.ask.memory import Memory
    from lhl_assistant.tui.pane import Pane


class Asking:
    """The conversation that is going on. ``editing``: the next question takes the place of the last."""

    def __init__(self, pane: "Pane", app: "Assistant") -> None:
        self._pane, self._app = pane, app
        self._ready = asyncio.Event()
        self.memory: Memory | None = None
        self.scope = Scope()
        self.editing = False

    @property
    def _talk(self) -> Talk:
        return self._pane.query_one(Talk)

    async def wake(self) -> None:
        """Take up the conversation that was left, while the planner can write already."""
        await asyncio.to_thread(_import)
        from lhl_assistant.tui.ask.memory import Memory, last

        self.memory = Memory()
        if self._app.left.conversation:
            try:
                self.memory = Memory.of(await asyncio.to_thread(last, self._app.left.conversation))
                await self._talk.fill(self.memory.answers)
            except PlannerError:
                self._app.remember(conversation="")
        self._ready.set()

    async def answer(self, question: str) -> bool:
        """Show the question at once, the answer when it comes, and keep both; whether there is an answer.

        False where it could not be asked: then nothing has changed, and why is told.
        """
        editing, self.editing = self.editing, False
        turn = await self._talk.begin(question)
        await self._ready.wait()
        assert self.memory is not None
        try:
            before = self.memory.before_last if editing else self.memory.before
            reply = await self._app.desk.ask(question, before, self._app.answer_form, self.scope)
        except PlannerError as error:
            await self._talk.forget(turn)
            self._app.tell(error.said, wrong=True)
            return False
        self._keep(reply, self.memory, turn)
        return True

    def _keep(self, reply: "Reply", memory: "Memory", turn: TurnView) -> None:
        try:
            memory.keep(reply.answer)
            self._app.remember(conversation=memory.id)
        except PlannerError as error:
            self._app.tell(error.said, wrong=True)
        if turn.is_attached:
            self._talk.end(turn, reply.answer)
        if self._app.desk.missing is not None:
            self._app.tell(self._app.desk.missing, wrong=True)

    async def begin(self) -> None:
        """Put the conversation away and begin another."""
        from lhl_assistant.tui.ask.memory import Memory

        self.memory, self.editing = Memory(), False
        await self._talk.fill(())
        self._app.remember(conversation="")

    async def resume(self, id: str) -> bool:
        """Go on with the conversation ``id``; whether it could be found."""
        from lhl_assistant.tui.ask.memory import Memory, last

        try:
            self.memory = Memory.of(await asyncio.to_thread(last, id))
        except PlannerError as error:
            self._app.tell(error.said, wrong=True)
            return False
        self._app.remember(conversation=id)
        await self._talk.fill(self.memory.answers)
        return True


def _import() -> None:
    """What the first answer needs, imported in a thread: the keyboard is free the while."""
    import lhl_assistant.tui.ask.memory
    import lhl_assistant.tui.ask.page  # noqa: F401
