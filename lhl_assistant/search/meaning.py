"""How near passages are to a question in meaning.

A question is read twice: as it was asked, and with the sources' own terms for what it says in everyday words. The
first is compared with whole passages and with the questions they answer, the second with their sentences.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from lhl_assistant.embedding.engine import Vector
from lhl_assistant.search.lens import Lens
from lhl_assistant.search.points import PointKind

Shares = npt.NDArray[np.float32]
Range = tuple[float, float]

PLAIN: Range = (0.75, 0.95)
"""Between these lie the model's own cosines on Norwegian text."""

TURNED: Range = (0.0, 0.40)
"""Between these lie the cosines once the lens has turned the question; nine in ten best passages lie under 0.36."""

NEAREST = 4000
"""How many points of a library that lies here are looked at."""


@dataclass(frozen=True, slots=True)
class Compared:
    """Points compared with one vector, nearest first: which of the passages each belongs to, its PointKind, its place
    among that passage's points of the kind, and its cosine.
    """

    owners: npt.NDArray[np.integer]
    kinds: npt.NDArray[np.integer]
    items: npt.NDArray[np.integer]
    values: npt.NDArray[np.float32]


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


def cosines(
    asked: Compared, wider: Compared | None, questioned: npt.NDArray[np.bool_], least: float
) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.int32]]:
    """For every passage its cosines, shape (kinds, passages), and the place of its best sentence.

    ``asked`` and ``wider`` are the points as the question's two readings see them (None: both are one); ``questioned``
    says which passages have anticipated questions. A passage without a point of a kind gets the least that was found,
    at most ``least``. One without sentences of its own has the whole passage for its best sentence, and one without
    anticipated questions (a user's own document) its best sentence for its best question: no library has an advantage.
    """
    found, best = _best(asked, len(questioned), least)
    if wider is not None:
        wide, best = _best(wider, len(questioned), least)
        found[PointKind.SENTENCE] = np.maximum(wide[PointKind.SENTENCE], wide[PointKind.PASSAGE])
    else:
        found[PointKind.SENTENCE] = np.maximum(found[PointKind.SENTENCE], found[PointKind.PASSAGE])
    found[PointKind.QUESTION] = np.where(questioned, found[PointKind.QUESTION], found[PointKind.SENTENCE])
    return found, best


def _best(points: Compared, count: int, least: float) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.int32]]:
    found = np.full((len(PointKind), count), min(least, float(points.values.min(initial=least))), np.float32)
    np.maximum.at(found, (points.kinds, points.owners), points.values)
    best = np.zeros(count, np.int32)
    rising = points.kinds[::-1] == int(PointKind.SENTENCE)
    best[points.owners[::-1][rising]] = points.items[::-1][rising]
    return found, best
