"""How near the passages of a library are to a question in meaning.

A question is read twice: as it was asked, and with the sources' own terms for what it says in everyday words. The
first is compared with whole passages and with the questions they answer, the second with their sentences.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from lhl_assistant.embedding.engine import Vector
from lhl_assistant.search.lens import Lens
from lhl_assistant.search.points import PointKind
from lhl_assistant.search.snapshot import Snapshot

Shares = npt.NDArray[np.float32]
Range = tuple[float, float]

PLAIN: Range = (0.75, 0.95)
"""Between these lie the model's own cosines on Norwegian text."""

TURNED: Range = (0.0, 0.40)
"""Between these lie the cosines once the lens has turned the question; nine in ten best passages lie under 0.36."""

_NEAREST = 4000


@dataclass(frozen=True, slots=True)
class Spoken:
    """A question's vectors: as it was asked, and with the sources' own terms (the same one where it has none)."""

    asked: Vector
    wider: Vector

    def through(self, lens: Lens) -> "Spoken":
        """Both vectors turned by the lens."""
        asked = lens.turn(self.asked)
        return Spoken(asked, asked if self.wider is self.asked else lens.turn(self.wider))


def stretch(cosines: npt.NDArray[np.float32], between: Range) -> Shares:
    """Cosines as shares (0–1) of the range in which they lie."""
    least, most = between
    stretched: Shares = np.clip((cosines - least) / (most - least), 0.0, 1.0)
    return stretched


def cosines(snapshot: Snapshot, spoken: Spoken, least: float) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.int32]]:
    """For every passage its cosines, shape (kinds, passages), and the place of its best sentence.

    Only the nearest points are asked for; a passage without one of a kind gets the least that was found, at most
    ``least``. One without sentences of its own has the whole passage for its best sentence, and one without
    anticipated questions (a user's own document) its best sentence for its best question: no library has an advantage.
    """
    found, best = _nearest(snapshot, spoken.asked, least)
    if spoken.wider is not spoken.asked:
        wider, best = _nearest(snapshot, spoken.wider, least)
        found[PointKind.SENTENCE] = np.maximum(wider[PointKind.SENTENCE], wider[PointKind.PASSAGE])
    else:
        found[PointKind.SENTENCE] = np.maximum(found[PointKind.SENTENCE], found[PointKind.PASSAGE])
    found[PointKind.QUESTION] = np.where(snapshot.questioned, found[PointKind.QUESTION], found[PointKind.SENTENCE])
    return found, best


def _nearest(snapshot: Snapshot, vector: Vector, least: float) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.int32]]:
    count = snapshot.passage_count()
    values, numbers = snapshot.nearest(vector, _NEAREST)
    owners, kinds = snapshot.owners[numbers], snapshot.kinds[numbers]
    found = np.full((len(PointKind), count), min(least, float(values.min(initial=least))), np.float32)
    np.maximum.at(found, (kinds, owners), values)
    best = np.zeros(count, np.int32)
    rising = kinds[::-1] == int(PointKind.SENTENCE)
    best[owners[::-1][rising]] = snapshot.items[numbers[::-1][rising]]
    return found, best
