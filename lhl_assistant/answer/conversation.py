"""One turn of a conversation: the question completed from the turns before, asked, and remembered for the next."""

from dataclasses import dataclass, replace

from lhl_assistant.answer.ask import ask
from lhl_assistant.answer.decline import Declined, declined
from lhl_assistant.answer.followup import Completed, Turn, complete, extends
from lhl_assistant.answer.frame import frame
from lhl_assistant.answer.model import Answer, Citation, Reason
from lhl_assistant.language.detect import Asked, detect
from lhl_assistant.search.hits import Hit
from lhl_assistant.search.rank import Searcher

_UNTOLD = (Reason.NEEDS_CONTEXT, Reason.DECLINED)


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer, and what the next question is completed from."""

    answer: Answer
    turn: Turn | None


def respond(
    searcher: Searcher,
    question: str,
    before: Turn | None = None,
    language: Asked | None = None,
    only_source: str | None = None,
) -> Reply:
    """The answer to ``question`` in its conversation. ``language`` frames it; None takes the conversation's own.

    ``Answer.completed_question`` is what was asked where that is not what was typed. A question with nothing to
    complete it from is not asked, nor one about the answer itself: the reason is ``needs_context``.
    """
    courteous = declined(question) is Declined.COURTESY
    completed = Completed(question, False) if courteous else complete(question, before, searcher.places)
    spoken = completed.language or language or detect(_said(question, completed, before))
    if completed.lacks or completed.of_answer:
        said = frame(spoken).empty if completed.lacks else frame(spoken).below
        answer = Answer.unasked(question, spoken, Reason.NEEDS_CONTEXT, said)
        return Reply(answer, before)
    rest = _Untold(searcher, completed.leave_out) if completed.leave_out else searcher
    answer = ask(rest, completed.question, only_source, spoken)
    if completed.leave_out and not answer.answered:
        answer = replace(answer, said=frame(spoken).no_more, blocks=(), citations=())
    answer = replace(answer, question=question, completed_question=completed.question if completed.changed else None)
    return Reply(answer, following(before, answer))


def following(before: Turn | None, answer: Answer) -> Turn | None:
    """What the question after ``answer`` is completed from: the last that was asked and names what it asks."""
    if answer.reason in _UNTOLD:
        return before
    told = (*(before.told if before else ()), *answer.citations)
    if before and not extends(answer.question):
        return Turn(before.question, told)
    return Turn(answer.completed_question or answer.question, told)


def _said(question: str, completed: Completed, before: Turn | None) -> str:
    """The words that show the language: of a follow-up also those of the question before."""
    follows = completed.changed or completed.of_answer
    return f"{before.question} {question}" if before and follows else question


class _Untold(Searcher):
    """The same libraries without the passages that were told."""

    def __init__(self, whole: Searcher, told: tuple[Citation, ...]) -> None:
        vars(self).update(vars(whole))
        self._told = told

    def search(
        self, question: str, count: int = 10, only_source: str | None = None, place: str | None = None
    ) -> list[Hit]:
        """The best ``count`` passages that were not told."""
        found = super().search(question, count + len(self._told), only_source, place)
        return [h for h in found if not self._was_told(h)][:count]

    def section(self, hit: Hit, rows: bool | None = None) -> list[Hit]:
        """The rows of the table that were not told."""
        return [h for h in super().section(hit, rows) if not self._was_told(h)]

    def _was_told(self, hit: Hit) -> bool:
        span = hit.passage.span
        return any(
            (c.library, c.source) == (hit.library, hit.source.id) and span.start < c.end and c.start < span.end
            for c in self._told
        )
