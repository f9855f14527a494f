"""Sorting in a workshop: the sorter of talk, and what the facilitator has corrected since.

A contribution that means much the same as one she has placed is drawn to that place, and away from where the sorter
had put it. Nothing is kept but her own acts, so it is learnt anew, in milliseconds, when the workshop is opened.
"""

from dataclasses import dataclass, replace

import numpy as np

from lhl_assistant.embedding.engine import Vector
from lhl_assistant.plan.sorting.model import AREAS, OUTSIDE, Guess, Sorted
from lhl_assistant.plan.sorting.sorter import Scores, Sorter
from lhl_assistant.workshop.journal.acts import Guessed
from lhl_assistant.workshop.state import State

_PULL = 8.0
"""How much a correction of a contribution that means the same adds to its area's score, and takes from the wrong one's.
Measured on lines of talk held out, eighty at a time: at this reach five corrections neither help nor harm the
others, for eighty people talk of many things; with a wider one, or a leaning of all towards what was corrected, they
do harm."""
_NEAR = 0.4
"""From which cosine (0..1) two contributions have something to do with each other."""

SURE = 0.5
"""Below this confidence the doubt is shown beside the place."""


@dataclass(frozen=True, slots=True)
class _Correction:
    meaning: Vector
    wrong: int
    right: int


class SessionSorter:
    """The sorter of one open workshop."""

    def __init__(self, sorter: Sorter) -> None:
        self._sorter = sorter
        self._corrections: dict[str, _Correction] = {}
        self._scores: dict[str, Scores] = {}

    def learn(self, state: State) -> None:
        """Take in where the facilitator has placed contributions; what she has taken back is forgotten."""
        placed = {c.id: c for c in state.spoken if c.placed is not None}
        self._corrections = {
            id: self._corrections.get(id) or self._correction(one.text, one.area) for id, one in placed.items()
        }

    def sort(self, text: str) -> Sorted:
        """Where ``text`` belongs, by all that is learnt so far."""
        if not any(c.isalpha() for c in text):
            return self._sorter.sort(text)
        scores = self._scored(text)
        areas = scores.areas.copy()
        for correction in self._corrections.values():
            near = _PULL * max(0.0, _cosine(scores.meaning, correction.meaning) - _NEAR) / (1 - _NEAR)
            areas[correction.right] += near
            if correction.wrong != correction.right:
                areas[correction.wrong] -= near
        return self._sorter.placed(text, replace(scores, areas=areas))

    def _correction(self, text: str, area: int | None) -> _Correction:
        scores = self._scored(text)
        return _Correction(scores.meaning, int(np.argmax(scores.areas)), AREAS.index(area or OUTSIDE))

    def _scored(self, text: str) -> Scores:
        if text not in self._scores:
            self._scores[text] = self._sorter.scores(text)
        return self._scores[text]


def guessed(guess: Guess) -> Guessed:
    """A guess as the journal keeps it."""
    return Guessed(
        focus_area=guess.focus_area, solution=guess.solution, confidence=min(1.0, round(guess.confidence, 4))
    )


def _cosine(a: Vector, b: Vector) -> float:
    return float(a @ b / max(float(np.linalg.norm(a) * np.linalg.norm(b)), 1e-9))
