"""A mean with its 95 % interval, by drawing the questions again with replacement (bootstrap, percentiles)."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

_DRAWS = 2000
_SEED = 20261122


@dataclass(frozen=True, slots=True)
class Interval:
    """The mean of some questions, and where it would lie for 95 of 100 other sets of questions like these."""

    mean: float
    low: float
    high: float

    def __str__(self) -> str:
        return f"{self.mean:.2f} ({self.low:.2f}–{self.high:.2f})"


def interval(values: Sequence[float]) -> Interval:
    """The interval of the mean of ``values``; the same values always give the same one."""
    if not values:
        return Interval(float("nan"), float("nan"), float("nan"))
    array = np.asarray(values, np.float64)
    drawn = np.random.default_rng(_SEED).integers(0, len(array), (_DRAWS, len(array)))
    low, high = np.percentile(array[drawn].mean(axis=1), [2.5, 97.5])
    return Interval(float(array.mean()), float(low), float(high))
