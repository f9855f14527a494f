"""The words of a shared library: counted on the server, weighed here by the very class that weighs local ones."""

from collections.abc import Iterator, Sequence

import numpy as np

from lhl_assistant.language.words import content_words, stem, terms
from lhl_assistant.search.lexical import Lexicon
from lhl_assistant.search.query import Vocabulary
from lhl_assistant.search.shared.connecting import Connection

_MIN_PASSAGES = 2
_LONGEST = 500
_LAST_POSITION = 16383

_CHANGED = """
select term, scope, passages, stems from lhl.term where revision > %s
"""


class Words:
    """How many passages have each term, kept in step with the server by what has changed since the last look."""

    def __init__(self) -> None:
        self._revision = -1
        self._counts: dict[tuple[str, str], tuple[int, int]] = {}
        self.documents, self.mean_length = 0, 1.0
        self.stems: dict[str, int] = {}
        self.lexicon = _lexicon(0, {}, frozenset())

    def renew(self, connection: Connection, revision: int) -> None:
        """Take in what has changed up to ``revision``, which ``connection`` sees."""
        if revision == self._revision:
            return
        for term, scope, passages, stems in connection.execute(_CHANGED, (self._revision,)):
            self._counts[str(term), str(scope)] = int(passages), int(stems)
        row = connection.execute("select sum(passages), sum(length) from lhl.statistics").fetchone()
        self.documents, length = (int(n or 0) for n in row or (0, 0))
        self.mean_length = length / self.documents if self.documents else 1.0
        frequency: dict[str, int] = {}
        self.stems = {}
        for (term, _), (passages, stems) in self._counts.items():
            if passages:
                frequency[term] = frequency.get(term, 0) + passages
            if stems:
                self.stems[term] = self.stems.get(term, 0) + stems
        known = frozenset(t for t, n in self.stems.items() if n >= _MIN_PASSAGES)
        self.lexicon = _lexicon(self.documents, frequency, known)
        self._revision = revision


def vocabulary(texts: Sequence[str], before: dict[str, int]) -> frozenset[str]:
    """The stems of at least two passages, ``texts`` counted with the stems that are there ``before``."""
    counts = dict(before)
    for text in texts:
        for own in {stem(w) for w in content_words(text)}:
            counts[own] = counts.get(own, 0) + 1
    return frozenset(s for s, n in counts.items() if n >= _MIN_PASSAGES)


def lexemes(text: str, known: frozenset[str]) -> tuple[str, int]:
    """The index terms of ``text`` as a tsvector, and how many they are (at least 1).

    Weight A marks a word's own stem; a term's positions are its occurrences.
    """
    places: dict[str, list[str]] = {}
    found = list(_marked(text, known))
    for at, (term, mark) in enumerate(found[:_LAST_POSITION], start=1):
        places.setdefault(term[:_LONGEST], []).append(f"{at}{mark}")
    quoted = (f"{_quoted(term)}:{','.join(at)}" for term, at in places.items())
    return " ".join(quoted), max(1, len(found))


def query(found: Sequence[str]) -> str:
    """A tsquery for passages that have any of the terms."""
    return " | ".join(_quoted(term) for term in found)


def _marked(text: str, known: frozenset[str]) -> Iterator[tuple[str, str]]:
    own = {stem(w) for w in content_words(text)}
    for term in terms(text, known):
        yield term, "A" if term in own else "D"


def _quoted(term: str) -> str:
    escaped = term.replace("\\", "\\\\").replace("'", "''")
    return f"'{escaped}'"


def _lexicon(documents: int, frequency: dict[str, int], known: frozenset[str]) -> Lexicon:
    none = np.zeros(0, np.float32)
    vocabulary = Vocabulary(known, tuple(frequency))
    return Lexicon(documents, {}, frequency, vocabulary, none, none.astype(np.int32), np.zeros(1, np.int64))
