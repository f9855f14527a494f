"""What every embedding engine promises: texts in, unit vectors out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeAlias

import numpy as np
import numpy.typing as npt

from lhl_assistant.errors import LibraryUnavailable

Vector: TypeAlias = npt.NDArray[np.float32]
"""A float32 array of shape (dimension,) and length 1, so that a dot product is a cosine in -1..1."""

Matrix: TypeAlias = npt.NDArray[np.float32]
"""A float32 array of shape (rows, dimension)."""


@dataclass(frozen=True)
class ModelIdentity:
    """What an index must agree with before its vectors may be compared with new ones.

    ``dimension`` is the length of a vector; the prefixes are put in front of each text of their kind;
    ``fingerprint`` is a short hash that differs when the weights do.
    """

    name: str
    dimension: int
    query_prefix: str
    passage_prefix: str
    fingerprint: str


class Engine(Protocol):
    """Turns questions and passages into vectors of one space."""

    @property
    def identity(self) -> ModelIdentity:
        """The model behind the vectors; constant for the life of the engine."""
        ...

    def query(self, text: str) -> Vector:
        """Return the unit vector of a question. Any text is accepted, also an empty one."""
        ...

    def passages(self, texts: Sequence[str]) -> Iterator[Vector]:
        """Yield one unit vector for each passage, in the order of ``texts``, as soon as it is ready."""
        ...


class ModelUnavailable(LibraryUnavailable):
    """The model cannot be used; the message says in one Norwegian sentence what is wrong and what to do."""
