"""Where the example plans place the same matter differently, and what that does to the labels of their measures.

Two measures are the same matter where their vectors, less what all measures have in common, have a cosine of at least
SAME; read through by eye, the pairs above it are about the same thing and many of those below it are not.
"""

from collections.abc import Iterator, Sequence

import numpy as np

from lhl_assistant.embedding.engine import Matrix
from lhl_assistant.plan.sorting.learn import Array
from lhl_assistant.plan.sorting.model import AREAS
from lhl_assistant.plan.sorting.rows import PLANS, Row

SAME = 0.30


def counterparts(rows: Sequence[Row], meanings: Matrix) -> Iterator[tuple[int, int]]:
    """(measure, the nearest measure of another plan) for each other plan that has the same matter; by place in rows."""
    measures = [i for i, row in enumerate(rows) if row.kind == "measure"]
    if not measures:
        return
    centred = meanings[measures] - meanings[measures].mean(axis=0)
    centred = centred / np.linalg.norm(centred, axis=1, keepdims=True)
    cosines = centred @ centred.T
    for plan in PLANS:
        theirs = np.array([rows[i].plan == plan for i in measures])
        for at, i in enumerate(measures):
            nearest = int(np.argmax(np.where(theirs, cosines[at], -1)))
            if theirs.any() and not theirs[at] and cosines[at, nearest] >= SAME:
                yield i, measures[nearest]


def labels(rows: Sequence[Row], meanings: Matrix) -> Array:
    """(rows, 6), each summing to 1: the row's own areas, shared with those of its counterparts in other plans."""
    own = np.array([[area in row.areas for area in AREAS] for row in rows], float)
    own /= own.sum(axis=1, keepdims=True)
    shared = own.copy()
    for i, j in counterparts(rows, meanings):
        shared[i] += own[j]
    shares: Array = shared / shared.sum(axis=1, keepdims=True)
    return shares
