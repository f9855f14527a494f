"""Refitting finds what carries over to other questions, and does not flatter what does not."""

import numpy as np

from tests.evaluation.refitting import SIGNALS, Candidates, crossvalidated, fit
from tests.evaluation.sets import Question

QUESTIONS, PASSAGES, TELLING = 60, 20, 3


def asked(seed: int, telling: float) -> list[Candidates]:
    """Questions with noise for signals; one signal is ``telling`` higher for the one right passage."""
    chance = np.random.default_rng(seed)
    names = tuple(str(n) for n in range(PASSAGES))
    made = []
    for number in range(QUESTIONS):
        right = np.arange(PASSAGES) == chance.integers(PASSAGES)
        signals = chance.random((PASSAGES, SIGNALS))
        signals[right, TELLING] += telling
        question = Question(str(number), "direct", "nb", "?", (("x",),), frozenset())
        made.append(Candidates(question, names, signals, np.zeros(PASSAGES), right))
    return made


def mean(values: dict[str, dict[str, float]]) -> float:
    return float(np.mean([v["MRR@10"] for v in values.values()]))


def in_sample(some: list[Candidates]) -> float:
    weights = fit(some)
    places = [one.ranked(weights).index(one.names[int(one.right.argmax())]) + 1 for one in some]
    return float(np.mean([1 / p if p <= 10 else 0.0 for p in places]))


def test_the_signal_that_tells_is_given_the_most_weight_and_it_carries_over() -> None:
    some = asked(seed=1, telling=0.6)
    weights = fit(some)
    assert weights.argmax() == TELLING
    assert mean(crossvalidated(some)) > 0.6


def test_noise_looks_better_where_it_was_fitted_than_where_it_was_not() -> None:
    flattered = [in_sample(asked(seed, telling=0.0)) for seed in range(3)]
    honest = [mean(crossvalidated(asked(seed, telling=0.0))) for seed in range(3)]
    assert np.mean(flattered) > np.mean(honest) + 0.03


def test_every_question_is_asked_once() -> None:
    some = asked(seed=2, telling=0.3)
    assert set(crossvalidated(some)) == {one.question.id for one in some}
