"""All questions of the sets asked of a library, and what came of each."""

from collections.abc import Sequence
from dataclasses import dataclass
from time import perf_counter

from lhl_assistant.answer.ask import ask
from lhl_assistant.answer.conversation import respond
from lhl_assistant.answer.followup import Turn
from lhl_assistant.answer.model import Answer
from lhl_assistant.answer.text import markdown
from lhl_assistant.search.rank import Searcher
from tests.answer.test_quotes import unfaithful
from tests.evaluation.evidence import holds, holds_all, opening, plain
from tests.evaluation.ranking import DEPTH, measure, passages, relevant
from tests.evaluation.sets import Dialogue, Question, Refusal, Sets

CORRECTED = "rettet fra kilden"
"""The figure that only questions with a false premise have."""

_RIGHT_SOURCE = 5


@dataclass(frozen=True, slots=True)
class Asked:
    """What came of one question of any set: the verdict, and figures by name, each 0–1."""

    id: str
    subsets: tuple[str, ...]
    answered: bool
    sure: bool
    confidence: float
    figures: dict[str, float]


@dataclass(frozen=True, slots=True)
class Outcomes:
    """What came of all; ``faithful`` is 0 or 1 for every answer given, ``milliseconds`` how long each took.

    ``unfindable`` are the questions whose evidence stands in no passage of the library.
    """

    questions: tuple[Asked, ...]
    refusals: tuple[Asked, ...]
    dialogues: tuple[Asked, ...]
    faithful: tuple[float, ...]
    milliseconds: tuple[float, ...]
    unfindable: tuple[str, ...]


class _Asker:
    """Asks, and keeps what is asked of every answer alike."""

    def __init__(self, searcher: Searcher) -> None:
        self.searcher = searcher
        self.texts = {s.id: s.text for _, snapshot in searcher.libraries for s in snapshot.sources.values()}
        self.faithful: list[float] = []
        self.milliseconds: list[float] = []
        ask(searcher, "Er biblioteket åpent?")

    def __call__(self, question: str) -> Answer:
        start = perf_counter()
        answer = ask(self.searcher, question)
        self.milliseconds.append(1000 * (perf_counter() - start))
        self.faithful.append(float(not unfaithful(answer, self.texts)))
        return answer

    def go_on(self, question: str, before: Turn | None) -> tuple[Answer, Turn | None]:
        """The answer in a conversation, and what the next turn is completed from."""
        reply = respond(self.searcher, question, before)
        self.faithful.append(float(not unfaithful(reply.answer, self.texts)))
        return reply.answer, reply.turn


def run(searcher: Searcher, sets: Sets) -> Outcomes:
    """Ask everything. The searcher must have one library, in which the evidence is looked for."""
    asker = _Asker(searcher)
    questions, unfindable = _questions(asker, sets.questions)
    refusals = [_refusal(asker(r.question), r) for r in sets.refusals]
    milliseconds = tuple(asker.milliseconds)
    dialogues = [_dialogue(asker, d) for d in sets.dialogues]
    return Outcomes(
        tuple(questions),
        tuple(refusals),
        tuple(dialogues),
        tuple(asker.faithful),
        milliseconds,
        unfindable,
    )


def _questions(asker: _Asker, questions: Sequence[Question]) -> tuple[list[Asked], tuple[str, ...]]:
    ((_, snapshot),) = asker.searcher.libraries
    library = passages(snapshot)
    answers = {q.id: asker(q.question) for q in questions}
    right = {q.id: relevant(q, library) for q in questions}
    ranked = {id: [str(h.number) for h in answer.hits[:DEPTH]] for id, answer in answers.items()}
    found = measure(ranked, right)
    return [_question(answers[q.id], q, found[q.id]) for q in questions], tuple(id for id, r in right.items() if not r)


def _question(answer: Answer, question: Question, found: dict[str, float]) -> Asked:
    told = {
        "riktig svar": holds_all(opening(markdown(answer)), question.sides),
        "feilaktig avvist": not answer.answered,
        "usikker": answer.answered and not answer.sure,
    }
    return _asked(answer, question.id, question.subsets, {**found, **told})


def _refusal(answer: Answer, refusal: Refusal) -> Asked:
    """A false premise is also met where the answer tells the truth."""
    corrected = bool(refusal.truth) and holds(plain(markdown(answer)), [refusal.truth])
    doubted = not (answer.answered and answer.sure)
    figures = {"avvist": not answer.answered, "avvist eller usikker": doubted}
    if refusal.truth:
        figures |= {CORRECTED: corrected, "rettet, avvist eller usikker": corrected or doubted}
    return _asked(answer, refusal.id, (refusal.kind,), figures)


def _dialogue(asker: _Asker, dialogue: Dialogue) -> Asked:
    before: Turn | None = None
    for question in dialogue.turns:
        answer, before = asker.go_on(question, before)
    figures = {
        "riktig kilde blant fem": any(h.source.id in dialogue.sources for h in answer.hits[:_RIGHT_SOURCE]),
        "riktig svar": holds(opening(markdown(answer)), dialogue.evidence),
    }
    return _asked(answer, dialogue.id, (), figures)


def _asked(
    answer: Answer, id: str, subsets: tuple[str, ...], figures: dict[str, bool] | dict[str, float | bool]
) -> Asked:
    values = {name: float(value) for name, value in figures.items()}
    return Asked(id, subsets, answer.answered, answer.sure, answer.confidence, values)
