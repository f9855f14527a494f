"""How the lens is learned: pull each question towards what answers it, away from everything else.

Two lessons are learned together: an anticipated question belongs to the passages and sentences of its section, and
what people say for a concept belongs to the words that the sources use for it. The loss is the contrastive one
(InfoNCE) with all texts as the alternatives and all right ones counted together; Adam, in numpy, so that a developer
needs nothing more. Rank, temperature and rounds lie on a plateau: halved or doubled they cost at most 0.07 in Recall@5
of the vectors alone, and 0.03 once all signals are weighed together.

What is learned is mostly these sections and these words: other questions about a section that was taught find it more
often, and so do everyday words for a listed concept, in any document. Of sections kept out of the training the
anticipated questions gain little (Recall@5 .655 to .670, MRR .497 to .499; benchmarks/lens.py), so teach anew when
sections have come.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from lhl_assistant.embedding.engine import Engine, Matrix
from lhl_assistant.language.concepts import Concepts
from lhl_assistant.search.lens import Lens
from lhl_assistant.search.points import PointKind
from lhl_assistant.search.snapshot import Snapshot

Numbers = npt.NDArray[np.int64]

_RANK, _TEMPERATURE, _ROUNDS, _BATCH, _STEP = 64, 0.02, 60, 256, 1e-3
_MOMENTUM, _SCALE, _TINY = 0.9, 0.999, 1e-8


@dataclass(frozen=True, slots=True)
class Lesson:
    """Questions and texts as unit vectors, one a row; a question belongs to the texts of the same subject."""

    questions: Matrix
    question_subjects: Numbers
    texts: Matrix
    text_subjects: Numbers

    def only(self, questions: npt.NDArray[np.bool_]) -> "Lesson":
        """The lesson with some of its questions, and all its texts."""
        return Lesson(self.questions[questions], self.question_subjects[questions], self.texts, self.text_subjects)


def sections(snapshot: Snapshot) -> Lesson:
    """The anticipated questions of a library, and the passages and sentences of each section."""
    numbers: dict[tuple[str, ...], int] = {}
    subject = np.array([numbers.setdefault((s, *p.heading), len(numbers)) for s, p in snapshot.passages()])
    owners = subject[snapshot.owners]
    asked = snapshot.kinds == PointKind.QUESTION
    rows = np.column_stack([owners[asked], snapshot.vectors[asked]])
    _, first = np.unique(rows, axis=0, return_index=True)
    return Lesson(snapshot.vectors[asked][first], owners[asked][first], snapshot.vectors[~asked], owners[~asked])


def speech(concepts: Concepts, engine: Engine) -> Lesson:
    """What people say for each concept, and the words that the sources use for it."""
    said = [(number, form) for number, (_, forms) in enumerate(concepts.entries) for form in forms]
    written = [(number, term) for number, (c, _) in enumerate(concepts.entries) for term in c.terms]
    return Lesson(
        np.stack([engine.query(form) for _, form in said]),
        np.array([number for number, _ in said]),
        np.stack(list(engine.passages([term for _, term in written]))),
        np.array([number for number, _ in written]),
    )


def learn(lessons: Sequence[Lesson], rounds: int = _ROUNDS, seed: int = 0) -> Lens:
    """The lens that the lessons teach; the first gives the length of a round, the others are drawn from."""
    chance = np.random.default_rng(seed)
    size = lessons[0].questions.shape[1]
    down = _Weight(chance.normal(0.0, 0.02, (size, _RANK)).astype(np.float32))
    up = _Weight(np.zeros((_RANK, size), np.float32))
    for _ in range(rounds):
        order = chance.permutation(len(lessons[0].questions))
        for start in range(0, len(order), _BATCH):
            drawn = [order[start : start + _BATCH]]
            drawn += [chance.choice(len(other.questions), _BATCH) for other in lessons[1:]]
            slopes = [_slope(down.now, up.now, les, rows) for les, rows in zip(lessons, drawn, strict=True)]
            down.step(np.sum([s[0] for s in slopes], axis=0))
            up.step(np.sum([s[1] for s in slopes], axis=0))
    return Lens(down.now, up.now)


class _Weight:
    """A matrix that goes down its slope by Adam."""

    def __init__(self, start: Matrix) -> None:
        self.now = start
        self._mean, self._square, self._steps = np.zeros_like(start), np.zeros_like(start), 0

    def step(self, slope: Matrix) -> None:
        """One step against ``slope``."""
        self._steps += 1
        self._mean = _MOMENTUM * self._mean + (1 - _MOMENTUM) * slope
        self._square = _SCALE * self._square + (1 - _SCALE) * slope * slope
        pace = np.sqrt(self._square / (1 - _SCALE**self._steps)) + _TINY
        self.now = self.now - np.float32(_STEP / (1 - _MOMENTUM**self._steps)) * self._mean / pace


def _slope(down: Matrix, up: Matrix, lesson: Lesson, rows: Numbers) -> tuple[Matrix, Matrix]:
    """How the loss of some questions of a lesson rises with ``down`` and ``up``."""
    asked = lesson.questions[rows]
    turned = asked + asked @ down @ up
    length = np.linalg.norm(turned, axis=1, keepdims=True)
    unit = turned / length
    near = np.exp((unit @ lesson.texts.T - 1.0) / _TEMPERATURE)
    right = near * (lesson.question_subjects[rows][:, None] == lesson.text_subjects[None, :])
    surplus = near / near.sum(1, keepdims=True) - right / right.sum(1, keepdims=True)
    pull = surplus @ lesson.texts / (_TEMPERATURE * len(rows))
    pull = (pull - unit * (unit * pull).sum(1, keepdims=True)) / length
    return asked.T @ (pull @ up.T), (asked @ down).T @ pull
