"""What of a passage gets a vector: the whole, each of its sentences, and each question that it answers.

A table row has no sentences but itself. The questions of a section belong to its passages alike, so a table's
questions find its rows; one vector serves them all.
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from lhl_assistant.sources.model import Passage, Source, fold


class PointKind(IntEnum):
    """What a vector stands for."""

    PASSAGE = 0
    SENTENCE = 1
    QUESTION = 2


@dataclass(frozen=True, slots=True)
class Point:
    """A text to embed, the passage it finds (its place in the list) and, for a sentence, which one."""

    passage: int
    kind: PointKind
    item: int
    text: str

    def digest(self) -> bytes:
        """16 bytes that tell this text from others: an unchanged text keeps its vector in the next index."""
        return hashlib.blake2b(f"{self.kind == PointKind.QUESTION}\0{self.text}".encode(), digest_size=16).digest()


def points(source: Source, passages: Sequence[Passage], first: int) -> Iterator[Point]:
    """The points of a source whose passages are numbered from ``first``."""
    for number, passage in enumerate(passages, start=first):
        yield Point(number, PointKind.PASSAGE, 0, passage.embedding_text(source.text))
        if not passage.cells and len(passage.sentences) > 1:
            for item, span in enumerate(passage.sentences):
                yield Point(number, PointKind.SENTENCE, item, fold(source.text[span.start : span.end]))
        for item, question in enumerate(passage.questions):
            yield Point(number, PointKind.QUESTION, item, question)
