"""What a searcher asks of a library, wherever that lies: in a file here, or on a server."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import numpy.typing as npt

from lhl_assistant.embedding.engine import Matrix
from lhl_assistant.search.lexical import Lexicon
from lhl_assistant.search.meaning import Spoken
from lhl_assistant.search.query import Group
from lhl_assistant.search.schema import Identity
from lhl_assistant.sources.model import Original, Passage, Source


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as a library needs it: its words, its vectors, and the same vectors through the lens, if there is one.

    ``inside`` are the ids of the only sources that may answer (None: all); ``also`` those whose passages must be among
    the candidates whatever they say.
    """

    groups: Sequence[Group]
    spoken: Spoken
    turned: Spoken | None
    inside: frozenset[str] | None
    also: frozenset[str]


@dataclass(frozen=True, slots=True)
class Near:
    """The passages that may answer, with their signals.

    ``numbers`` are the passages, shape (n,); ``words`` their shares of the question's words, shape (n,); ``cosines``
    and ``turned`` (None without a lens) have shape (kinds, n); ``best`` is the place of each one's best sentence.
    """

    numbers: npt.NDArray[np.int64]
    words: npt.NDArray[np.float32]
    cosines: npt.NDArray[np.float32]
    turned: npt.NDArray[np.float32] | None
    best: npt.NDArray[np.int32]

    def at(self, chosen: npt.NDArray[np.int64]) -> "Near":
        """Only the passages at these places, in this order."""
        turned = None if self.turned is None else self.turned[:, chosen]
        return Near(self.numbers[chosen], self.words[chosen], self.cosines[:, chosen], turned, self.best[chosen])


Cut = Callable[[Near], npt.NDArray[np.int64]]
"""The places of the passages that are worth weighing with all signals, best first."""


@dataclass(frozen=True, slots=True)
class Points:
    """The vectors of one passage, shape (points, dimension), each with its PointKind and its place in its kind."""

    kinds: npt.NDArray[np.uint8]
    items: npt.NDArray[np.int32]
    vectors: Matrix


class Library(Protocol):
    """Sources with their passages, words and vectors. Any of it may raise LibraryUnavailable on a server."""

    @property
    def identity(self) -> Identity:
        """What made its vectors and words."""
        ...

    @property
    def sources(self) -> Mapping[str, Source]:
        """All sources by id."""
        ...

    @property
    def originals(self) -> Mapping[str, Original]:
        """The originals that the sources' attributions name, by id."""
        ...

    @property
    def ranges(self) -> Mapping[str, tuple[int, int]]:
        """For every source the numbers of its passages, as (first, after the last)."""
        ...

    @property
    def places(self) -> Mapping[str, frozenset[str]]:
        """For every source, the municipality or region that it is from."""
        ...

    @property
    def lexicon(self) -> Lexicon:
        """The words of the library."""
        ...

    def near(self, asked: Asked, cut: Cut) -> Near:
        """The passages that may answer, cut to the best: those can then be read without fail."""
        ...

    def points(self, number: int) -> Points:
        """The vectors of a passage."""
        ...

    def passage(self, number: int) -> tuple[str, Passage]:
        """Passage ``number`` with the id of its source."""
        ...

    def passages(self) -> list[tuple[str, Passage]]:
        """All passages in order, each with the id of its source."""
        ...

    def passage_count(self) -> int:
        """How many passages the library has."""
        ...
