"""What a search brings back: passages, each with why it came."""

from dataclasses import dataclass

from lhl_assistant.search.libraries import LibraryName
from lhl_assistant.sources.model import Kind, Original, Passage, Source


@dataclass(frozen=True, slots=True)
class Signals:
    """Why a passage came: cosines (0–1), its nearness through the lens and its share of the words (both 0–1), and what
    naming and authority added.
    """

    passage: float
    sentence: float
    question: float
    words: float
    names: float
    authority: float
    lens: float = 0.0


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that was found. ``sentence`` is the place of its best sentence in ``passage.sentences``."""

    library: LibraryName
    source: Source
    passage: Passage
    number: int
    score: float
    signals: Signals
    sentence: int
    originals: tuple[Original, ...]

    @property
    def kind(self) -> Kind:
        """What the passage rests on: the kind of its first original, else of its source."""
        return self.originals[0].kind if self.originals else self.source.kind
