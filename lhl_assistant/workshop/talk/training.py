"""From lines of talk to weights, and how three views of a line are put together.

A regression on the five areas and outside; one on the løsninger, whose shares are added up by area; and what the lines
that mean most the same are. Measured by cross-validation on the lines of ``verksted/prat.yaml``: macro-F1 0.68 for the
first alone, 0.70 for two, 0.72 for all three; what each counts is chosen there.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from lhl_assistant.embedding.engine import Matrix
from lhl_assistant.plan.sorting.features import join, rarity
from lhl_assistant.plan.sorting.learn import Array, fit, softmax, temperature
from lhl_assistant.plan.sorting.model import AREAS, OUTSIDE, SOLUTIONS
from lhl_assistant.plan.sorting.rows import Row
from lhl_assistant.plan.sorting.train import Weights

_STRENGTH = 3.0
_PLACES_COUNT = 0.5
_NEIGHBOURS_COUNT = 0.3
_REACH = 0.03
"""How much nearer, in cosine, a line must be to count 2.7 times as much."""
_LEAST = 1e-3
_FOLDS = 5
_PER_AREA = 5
PLACES = len(SOLUTIONS) + len(AREAS)
"""The løsninger, and after them OUTSIDE and each area's lines of no løsning, in the order of AREAS."""


@dataclass(frozen=True, slots=True)
class Taught:
    """What the sorter of talk knows: the weights, whose ``solutions`` are (width + 1, PLACES), and the lines.

    ``directions`` are the lines' meanings without what all have in common, of length 1, (rows, dimension); ``shares``
    (rows, 6) what each counts for each of AREAS.
    """

    weights: Weights
    directions: Matrix
    shares: Matrix

    def scores(self, meanings: Matrix, spellings: Matrix) -> tuple[Array, Array]:
        """What speaks for each of AREAS, (rows, 6), and of SOLUTIONS, (rows, 25), as logarithms, tempered."""
        weights = self.weights
        features = join(meanings, spellings, weights.mean, weights.rare)
        areas = (features @ weights.areas[:-1] + weights.areas[-1]).astype(np.float64)
        places = (features @ weights.solutions[:-1] + weights.solutions[-1]).astype(np.float64)
        found = (
            (1 - _PLACES_COUNT) * np.log(softmax(areas))
            + _PLACES_COUNT * np.log(_by_area(softmax(places)) + 1e-9)
            + _NEIGHBOURS_COUNT * np.log(self._neighbours(meanings))
        )
        return found / weights.temperature, places[:, : len(SOLUTIONS)]

    def _neighbours(self, meanings: Matrix) -> Array:
        """The share of each area among the lines that mean much the same, (rows, 6)."""
        cosines = directions(meanings, self.weights.mean) @ self.directions.T
        near = np.exp((cosines - cosines.max(axis=1, keepdims=True)) / _REACH)
        found = (near @ self.shares).astype(np.float64) + _LEAST
        shares: Array = found / found.sum(axis=1, keepdims=True)
        return shares


def train(rows: Sequence[Row], meanings: Matrix, spellings: Matrix) -> Taught:
    """Learn from all rows, as confident as they are right on rows held out."""
    fold = np.arange(len(rows)) % _FOLDS
    scores = np.zeros((len(rows), len(AREAS)))
    for held in range(_FOLDS):
        taught, asked = np.flatnonzero(fold != held).tolist(), np.flatnonzero(fold == held).tolist()
        known = _learn([rows[i] for i in taught], meanings[taught], spellings[taught], 1.0)
        scores[asked] = known.scores(meanings[asked], spellings[asked])[0]
    right = np.array([[area in row.areas for area in AREAS] for row in rows])
    return _learn(rows, meanings, spellings, temperature(scores, right))


def directions(meanings: Matrix, mean: Matrix) -> Matrix:
    """``meanings`` without ``mean``, each of length 1."""
    turned = meanings - mean
    unit: Matrix = turned / np.maximum(np.linalg.norm(turned, axis=1, keepdims=True), 1e-9)
    return unit


def _learn(rows: Sequence[Row], meanings: Matrix, spellings: Matrix, heat: float) -> Taught:
    mean, rare = meanings.mean(axis=0), rarity(spellings)
    features = join(meanings, spellings, mean, rare)
    labels, places = _labels(rows), np.stack([_place(row) for row in rows])
    weighing = _balance(labels)
    weights = Weights(
        mean,
        rare,
        fit(features, labels, weighing, _STRENGTH),
        fit(features, places, _balance(places), _STRENGTH),
        heat,
    )
    return Taught(weights, directions(meanings, mean), (labels * weighing[:, None]).astype(np.float32))


def _labels(rows: Sequence[Row]) -> Array:
    labels = np.array([[area in row.areas for area in AREAS] for row in rows], float)
    shares: Array = labels / labels.sum(axis=1, keepdims=True)
    return shares


def _place(row: Row) -> Array:
    """A label of PLACES: the row's løsning, else its areas."""
    place = np.zeros(PLACES)
    if row.solution:
        place[SOLUTIONS.index(row.solution)] = 1
    else:
        for area in row.areas:
            place[len(SOLUTIONS) + AREAS.index(area)] = 1 / len(row.areas)
    return place


def _balance(labels: Array) -> Array:
    """The importance of each row such that all classes count alike; 1 on average."""
    part = labels / np.maximum(labels.sum(axis=0), 1e-9)
    importance: Array = part.sum(axis=1) * len(labels) / labels.shape[1]
    return importance


def _by_area(places: Array) -> Array:
    """Shares of PLACES, (rows, PLACES), added up by area, (rows, 6)."""
    alone = places[:, len(SOLUTIONS) :].copy()
    for at, area in enumerate(AREAS):
        if area != OUTSIDE:
            start = (area - 1) * _PER_AREA
            alone[:, at] += places[:, start : start + _PER_AREA].sum(axis=1)
    return alone
