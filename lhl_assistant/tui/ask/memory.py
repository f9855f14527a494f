"""The conversation that is going on: its turns, what the next question is completed from, and its place on disk."""

from dataclasses import dataclass, field

from lhl_assistant import places
from lhl_assistant.answer.conversation import following
from lhl_assistant.answer.followup import Turn
from lhl_assistant.answer.kept import Conversations
from lhl_assistant.answer.model import Answer
from lhl_assistant.answer.turns import Kept, KeptTurn


@dataclass
class Memory:
    """A conversation with ``id``; nothing is on disk before its first answer."""

    id: str = field(default_factory=Conversations.new)
    answers: list[Answer] = field(default_factory=list)
    befores: list[Turn | None] = field(default_factory=lambda: [None])

    @classmethod
    def of(cls, kept: Kept) -> "Memory":
        """The conversation that was kept."""
        memory = cls(kept.id)
        for turn in kept.turns:
            memory._follow(turn.answer)
        return memory

    @property
    def before(self) -> Turn | None:
        """What the next question is completed from."""
        return self.befores[-1]

    @property
    def before_last(self) -> Turn | None:
        """What the last question was completed from, for when it is asked anew in other words."""
        return self.befores[-2] if len(self.befores) > 1 else None

    def keep(self, answer: Answer) -> None:
        """Add an answer, on disk too. Raises LibraryUnavailable where that fails; it is remembered all the same."""
        self._follow(answer)
        Conversations(places.home()).keep(self.id, KeptTurn.of(answer))

    def _follow(self, answer: Answer) -> None:
        self.answers.append(answer)
        self.befores.append(following(self.before, answer))


def last(id: str) -> Kept:
    """The conversation with ``id``. Raises InputUnusable where there is none."""
    return Conversations(places.home()).read(id)
