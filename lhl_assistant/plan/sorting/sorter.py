"""A line to its place in the reform: innsatsområde, løsning, and what else it could be."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from lhl_assistant.embedding.engine import Engine, Vector
from lhl_assistant.errors import LibraryUnavailable
from lhl_assistant.plan.sorting import stored
from lhl_assistant.plan.sorting.features import spelling
from lhl_assistant.plan.sorting.learn import Array, softmax
from lhl_assistant.plan.sorting.model import AREAS, OUTSIDE, SOLUTIONS, Guess, Sorted
from lhl_assistant.said import Said

_PER_AREA = 5
_STANDS_OUT = 0.40
"""A løsning is named when it has at least this share of its area. Over lines held out, 66 % of those that have one then
get it, 59 % of those that have none get none, and 81 % of the named ones are right."""


@dataclass(frozen=True, slots=True)
class Scores:
    """What speaks for each of AREAS, (6,), and of SOLUTIONS, (25,), as logarithms.

    ``meaning`` is the line's vector less what all lines have in common, (dimension,).
    """

    meaning: Vector
    areas: Array
    solutions: Array


class Sorter:
    """Sorts lines with the stored weights; about ten milliseconds each."""

    def __init__(self, engine: Engine, trained: stored.Trained | None = None) -> None:
        """Raise LibraryUnavailable where the weights cannot be used or are for another model than ``engine``'s."""
        trained = trained or stored.load()
        if trained.fingerprint != engine.identity.fingerprint:
            raise LibraryUnavailable(
                Said(
                    "Sorteringen er laget for en annen språkmodell. Installer programmet på nytt.",
                    "Sorteringa er laga for ein annan språkmodell. Installer programmet på nytt.",
                )
            )
        self._engine, self._weights = engine, trained.weights

    def sort(self, text: str) -> Sorted:
        """Where ``text``, one line, belongs. A line without a letter lies outside."""
        if not any(c.isalpha() for c in text):
            nowhere = Guess(None, None, 1.0)
            return Sorted(text, nowhere, (Guess(1, None, 0.0), Guess(2, None, 0.0)))
        return self.placed(text, self.scores(text))

    def scores(self, text: str) -> Scores:
        """What speaks for each area and løsning, and what ``text`` means."""
        meaning = self._engine.query(text)
        areas, solutions = self._weights.scores(meaning[None], spelling(text)[None])
        return Scores(meaning - self._weights.mean, areas[0], solutions[0])

    def placed(self, text: str, scores: Scores) -> Sorted:
        """The place that ``scores`` give ``text``, and the two areas that come next."""
        chances = softmax(scores.areas[None])[0]
        guesses = [self._guess(i, float(chances[i]), scores.solutions) for i in np.argsort(-chances, kind="stable")]
        best, *others = guesses
        first, second = [g for g in others if g.focus_area is not None][:2]
        return Sorted(text, best, (first, second))

    def solutions(self, text: str) -> Mapping[str, float]:
        """The share (0..1) of each of the 25 løsninger in ``text``, whatever its area; they sum to 1."""
        shares = softmax(self.scores(text).solutions[None])[0]
        return dict(zip(SOLUTIONS, map(float, shares), strict=True))

    def _guess(self, place: int, chance: float, solutions: Array) -> Guess:
        if AREAS[place] == OUTSIDE:
            return Guess(None, None, chance)
        start = (AREAS[place] - 1) * _PER_AREA
        shares = softmax(solutions[start : start + _PER_AREA][None])[0]
        likeliest = int(np.argmax(shares))
        named = SOLUTIONS[start + likeliest] if shares[likeliest] >= _STANDS_OUT else None
        return Guess(AREAS[place], named, chance)
