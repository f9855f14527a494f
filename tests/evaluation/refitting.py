"""What the ranking is worth where its weights were fitted on other questions than those it is asked.

The product's weights were chosen with these questions in view, so their own figures flatter them. Here the questions
are dealt into folds; for each fold the weights of the five signals are fitted anew on the others, from a plain start,
and only then is the fold asked. What names and authority add, the order inside the lens, and which 60 passages there
are to choose among, are left as they are.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from lhl_assistant.search import meaning
from lhl_assistant.search.hits import Hit
from lhl_assistant.search.rank import Searcher
from tests.evaluation.ranking import Passages, measure, relevant
from tests.evaluation.sets import Question

SIGNALS = 5
FOLDS = 5
_CANDIDATES = 60
_PLAIN = (0.3, 0.3, 0.3, 0.5, 0.5)
_STEPS = (0.5, 0.7, 0.85, 1.2, 1.4, 2.0)
_LEAST_GAIN = 1e-6

Weights = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Candidates:
    """What was found for one question: the passages' names, their signals (one row each), what else was added."""

    question: Question
    names: tuple[str, ...]
    signals: npt.NDArray[np.float64]
    added: npt.NDArray[np.float64]
    right: npt.NDArray[np.bool_]

    def ranked(self, weights: Weights) -> list[str]:
        """The passages, best first, as ``weights`` would have them."""
        return [self.names[place] for place in np.argsort(-(self.signals @ weights + self.added), kind="stable")]


def candidates(searcher: Searcher, questions: Sequence[Question], library: Passages) -> list[Candidates]:
    """The passages among which the weights can choose, for each question."""
    return [_candidates(searcher.search(q.question, _CANDIDATES), q, library) for q in questions]


def _candidates(hits: Sequence[Hit], question: Question, library: Passages) -> Candidates:
    right = relevant(question, library)
    names = tuple(str(h.number) for h in hits)
    cosines = np.array([(h.signals.passage, h.signals.sentence, h.signals.question) for h in hits], np.float32)
    others = np.array([(h.signals.words, h.signals.lens) for h in hits])
    signals = np.hstack([meaning.stretch(cosines, meaning.PLAIN), others])
    added = np.array([h.signals.names + h.signals.authority for h in hits])
    return Candidates(question, names, signals, added, np.array([n in right for n in names]))


def fit(asked: Sequence[Candidates]) -> Weights:
    """The weights that put the right passages highest (mean reciprocal rank), by coordinate ascent."""
    weights = np.array(_PLAIN)
    best = _worth(asked, weights)
    while True:
        before = best
        for signal in range(SIGNALS):
            for step in _STEPS:
                tried = weights.copy()
                tried[signal] *= step
                if (worth := _worth(asked, tried)) > best + _LEAST_GAIN:
                    best, weights = worth, tried
        if best <= before:
            return weights


def _worth(asked: Sequence[Candidates], weights: Weights) -> float:
    """The mean reciprocal rank of the first right passage."""
    total = 0.0
    for one in asked:
        if one.right.any():
            scores = one.signals @ weights + one.added
            total += 1.0 / (1 + int((scores > scores[one.right].max()).sum()))
    return total / len(asked)


def crossvalidated(asked: Sequence[Candidates], seed: int = 0) -> dict[str, dict[str, float]]:
    """Each question's measures, {question: {measure: value}}, by weights that were fitted without it."""
    fold = np.random.default_rng(seed).permutation(len(asked)) % FOLDS
    ranked: dict[str, list[str]] = {}
    for number in range(FOLDS):
        weights = fit([one for one, f in zip(asked, fold, strict=True) if f != number])
        ranked |= {one.question.id: one.ranked(weights)[:10] for one, f in zip(asked, fold, strict=True) if f == number}
    right = {one.question.id: frozenset(n for n, r in zip(one.names, one.right, strict=True) if r) for one in asked}
    return measure(ranked, right)
