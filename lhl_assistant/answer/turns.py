"""A conversation as it is stored: its turns, and what the next question is completed from."""

from dataclasses import dataclass
from datetime import datetime

from pydantic import BaseModel, ConfigDict

from lhl_assistant.answer.conversation import following
from lhl_assistant.answer.followup import Turn
from lhl_assistant.answer.model import Answer, Block, Citation, Reason
from lhl_assistant.answer.text import markdown
from lhl_assistant.language.detect import Asked
from lhl_assistant.language.words import stem, tokens


class KeptTurn(BaseModel):
    """A turn as it is stored: when, what was asked, and the answer without the passages that it was chosen from."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    at: datetime
    question: str
    completed_question: str | None
    language: Asked
    answered: bool
    sure: bool
    reason: Reason | None
    said: str
    blocks: tuple[Block, ...]
    citations: tuple[Citation, ...]
    focus_areas: tuple[int, ...]
    confidence: float

    @classmethod
    def of(cls, answer: Answer) -> "KeptTurn":
        """The turn that ends in ``answer``, now."""
        fields = {name: getattr(answer, name) for name in cls.model_fields if name != "at"}
        return cls(at=datetime.now().astimezone(), **fields)

    @property
    def answer(self) -> Answer:
        """The answer again, without its hits and times."""
        return Answer(**{name: getattr(self, name) for name in type(self).model_fields if name != "at"})

    @property
    def stems(self) -> frozenset[str]:
        """The stems of all its words and of its sources' names, by which it is found."""
        titles = " ".join(f"{c.title} {c.issuer}" for c in self.citations)
        said = f"{self.question} {self.completed_question or ''} {markdown(self.answer)} {titles}"
        return frozenset(stem(word) for word in tokens(said))


@dataclass(frozen=True, slots=True)
class Kept:
    """A conversation on disk, at least one turn long."""

    id: str
    turns: tuple[KeptTurn, ...]

    @property
    def last(self) -> Turn | None:
        """What the next question is completed from."""
        before: Turn | None = None
        for turn in self.turns:
            before = following(before, turn.answer)
        return before
