"""How near the passages of a library are to a question in meaning.

Cosines of this model lie between 0.75 and 0.95 on Norwegian text, so they are stretched over that range before they
are weighed against other signals.
"""

import numpy as np
import numpy.typing as npt

from lhl_assistant.embedding.engine import Vector
from lhl_assistant.search.points import PointKind
from lhl_assistant.search.snapshot import Snapshot

_LEAST, _MOST = 0.75, 0.95
_NEAREST = 4000


def stretch(cosines: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    """Cosines as shares (0–1) of the range that this model uses."""
    stretched: npt.NDArray[np.float32] = np.clip((cosines - _LEAST) / (_MOST - _LEAST), 0.0, 1.0)
    return stretched


def cosines(snapshot: Snapshot, vector: Vector) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.int32]]:
    """For every passage its cosines, shape (kinds, passages), and the place of its best sentence.

    Only the nearest points are asked for; a passage without one of a kind gets the least that was found. One without
    sentences of its own has the whole passage for its best sentence, and one without anticipated questions (a user's
    own document) its best sentence for its best question: no library has an advantage.
    """
    count = snapshot.passage_count()
    values, numbers = snapshot.nearest(vector, _NEAREST)
    owners, kinds = snapshot.owners[numbers], snapshot.kinds[numbers]
    found = np.full((len(PointKind), count), min(_LEAST, float(values.min(initial=_LEAST))), np.float32)
    np.maximum.at(found, (kinds, owners), values)
    best = np.zeros(count, np.int32)
    rising = kinds[::-1] == int(PointKind.SENTENCE)
    best[owners[::-1][rising]] = snapshot.items[numbers[::-1][rising]]
    found[PointKind.SENTENCE] = np.maximum(found[PointKind.SENTENCE], found[PointKind.PASSAGE])
    found[PointKind.QUESTION] = np.where(snapshot.questioned, found[PointKind.QUESTION], found[PointKind.SENTENCE])
    return found, best
