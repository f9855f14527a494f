"""From rows to trained weights, and the check on plans that the training has not seen."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from lhl_assistant.embedding.engine import Matrix, Vector
from lhl_assistant.plan.sorting.disagreement import labels
from lhl_assistant.plan.sorting.features import join, rarity, spelling
from lhl_assistant.plan.sorting.learn import Array, fit, softmax, temperature
from lhl_assistant.plan.sorting.model import AREAS, OUTSIDE, SOLUTIONS
from lhl_assistant.plan.sorting.rows import PLANS, Row

_STRENGTH = 1.0


@dataclass(frozen=True, slots=True)
class Weights:
    """What training leaves: how to make features, and a weight for each of them and each area and løsning.

    ``areas`` is (width + 1, 6) and ``solutions`` (width + 1, 25), bias last; scores are divided by
    ``temperature`` before they become probabilities.
    """

    mean: Vector
    rare: Vector
    areas: Matrix
    solutions: Matrix
    temperature: float

    def scores(self, meanings: Matrix, spellings: Matrix) -> tuple[Array, Array]:
        """Scores of areas, (rows, 6), and of solutions, (rows, 25), both tempered."""
        features = join(meanings, spellings, self.mean, self.rare)
        areas = features @ self.areas[:-1] + self.areas[-1]
        solutions = features @ self.solutions[:-1] + self.solutions[-1]
        return (areas / self.temperature).astype(np.float64), (solutions / self.temperature).astype(np.float64)


@dataclass(frozen=True, slots=True)
class Held:
    """Measures that were sorted without their plan: ``scores`` (rows, 6), untempered, in the order of AREAS."""

    rows: tuple[Row, ...]
    scores: Array

    @property
    def right(self) -> npt.NDArray[np.bool_]:
        """(rows, 6): true for every area in which the row may stand."""
        return np.array([[area in row.areas for area in AREAS] for row in self.rows])

    def without(self, plan: str) -> "Held":
        """The measures of the other plans."""
        keep = [i for i, row in enumerate(self.rows) if row.plan != plan]
        return Held(tuple(self.rows[i] for i in keep), self.scores[keep])

    def of(self, plan: str) -> "Held":
        """The measures of one plan."""
        keep = [i for i, row in enumerate(self.rows) if row.plan == plan]
        return Held(tuple(self.rows[i] for i in keep), self.scores[keep])


def train(rows: Sequence[Row], meanings: Matrix, heat: float = 1.0) -> Weights:
    """Weights from rows and the vectors of their texts, (rows, dimension); ``heat`` is the temperature to keep."""
    spellings = np.stack([spelling(row.text) for row in rows])
    mean, rare = meanings.mean(axis=0), rarity(spellings)
    features = join(meanings, spellings, mean, rare)
    shares = labels(rows, meanings)
    known = [i for i, row in enumerate(rows) if row.solution or (row.kind == "line" and OUTSIDE not in row.areas)]
    places = np.stack([_places(rows[i]) for i in known])
    areas = fit(features, shares, _balanced(shares), _STRENGTH)
    solutions = fit(features[known], places, _balanced(places), _STRENGTH)
    return Weights(mean, rare, areas, solutions, heat)


def _places(row: Row) -> Array:
    """A label for the løsninger, (25,): the row's own, or all of its areas alike where none is meant."""
    if row.solution:
        return np.array([solution == row.solution for solution in SOLUTIONS], float)
    alike = np.array([int(solution[0]) in row.areas for solution in SOLUTIONS], float)
    places: Array = alike / alike.sum()
    return places


def _balanced(shares: Array) -> Array:
    """The importance of each row such that all classes count alike; 1 on average."""
    part = shares / np.maximum(shares.sum(axis=0), 1e-9)
    importance: Array = part.sum(axis=1) * len(shares) / shares.shape[1]
    return importance


def held_out(rows: Sequence[Row], meanings: Matrix, taught: Callable[[Row], bool] = lambda _: True) -> Held:
    """The measures of every plan, scored by a training that saw nothing of that plan, and only what is ``taught``."""
    sorted_rows: list[Row] = []
    scores = []
    for plan in PLANS:
        others = [i for i, row in enumerate(rows) if row.plan != plan and taught(row)]
        asked = [i for i, row in enumerate(rows) if row.plan == plan and row.kind == "measure"]
        weights = train([rows[i] for i in others], meanings[others])
        spellings = np.stack([spelling(rows[i].text) for i in asked])
        scores.append(weights.scores(meanings[asked], spellings)[0])
        sorted_rows += [rows[i] for i in asked]
    return Held(tuple(sorted_rows), np.concatenate(scores))


def heat(held: Held) -> float:
    """The temperature that makes the confidence of ``held`` honest."""
    return temperature(held.scores, held.right)


def probabilities(held: Held) -> Array:
    """(rows, 6): each plan's measures tempered by what the *other* plans' measures ask for."""
    found = np.zeros_like(held.scores)
    for plan in PLANS:
        own = [i for i, row in enumerate(held.rows) if row.plan == plan]
        found[own] = softmax(held.scores[own] / heat(held.without(plan)))
    return found
