"""Question to ranked passages: meaning, Norwegian words and what the question names, weighed together.

Meaning is the cosine with the whole passage, with its best sentence and with the best of the questions it answers, as
the model sees them and once more as seen through the lens; words are BM25, as a share of what all the question's words
would give. The weights were tuned on two sets with evidence; ``python -m tests.evaluation`` shows beside each figure
what it is when they are fitted on other questions than those that are asked.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

import numpy as np
import numpy.typing as npt

from lhl_assistant.embedding.engine import Engine
from lhl_assistant.errors import LibraryUnavailable
from lhl_assistant.language.concepts import Concepts
from lhl_assistant.reform.model import Reform
from lhl_assistant.said import Said
from lhl_assistant.search import bonus, lens, meaning
from lhl_assistant.search.held import originals_first
from lhl_assistant.search.hits import Hit, Signals
from lhl_assistant.search.libraries import LibraryName
from lhl_assistant.search.library import Asked, Library, Near
from lhl_assistant.search.names import KnownWords, Named, find, without_places
from lhl_assistant.search.points import PointKind
from lhl_assistant.search.query import Group, expanded, groups

_CANDIDATES, _REMEMBERED = 60, 64
_NO_CONCEPTS = Concepts(())
_WEIGHTS = bonus.Weights()


@dataclass(frozen=True, slots=True)
class _Query:
    question: str
    spoken: meaning.Spoken
    turned: meaning.Spoken | None
    named: Named
    only_source: str | None
    place: str | None


class Searcher:
    """The opened libraries, searched as one.

    ``missing`` says why the shared library did not answer, None where nothing is missing: a server that is gone never
    stands in the way of what lies here.
    """

    def __init__(
        self,
        libraries: Sequence[tuple[LibraryName, Library]],
        engine: Engine,
        reform: Reform,
        concepts: Concepts = _NO_CONCEPTS,
        weights: bonus.Weights = _WEIGHTS,
        missing: Said | None = None,
    ) -> None:
        self.libraries = [(name, s) for name, s in libraries if name == "felles" or s.passage_count()]
        self.missing = missing
        self.reform = reform
        self.concepts = concepts
        self.engine = engine
        self._vector = lru_cache(maxsize=_REMEMBERED)(engine.query)
        self._groups = lru_cache(maxsize=_REMEMBERED)(groups)
        self._weights = weights

    @cached_property
    def _lens(self) -> lens.Lens | None:
        return lens.load(self.engine.identity.fingerprint)

    @property
    def places(self) -> frozenset[str]:
        """The municipalities and regions that the sources are from."""
        return frozenset(p for _, s in self.libraries for places in s.places.values() for p in places)

    @property
    def known_words(self) -> KnownWords:
        """All words of all libraries."""
        return KnownWords(s.lexicon for _, s in self.libraries)

    def groups(self, library: Library, question: str) -> tuple[Group, ...]:
        """The question's words as the library knows them."""
        return self._groups(question, self.concepts, library.lexicon.vocabulary)

    def names(self, question: str) -> Named:
        """What the question names."""
        return find(question, self.places, self.reform, self.known_words)

    def search(
        self, question: str, count: int = 10, only_source: str | None = None, place: str | None = None
    ) -> list[Hit]:
        """The best ``count`` passages, best first. ``only_source`` and ``place`` keep to one source or municipality."""
        named = self.names(question)
        spoken = self._spoken(without_places(question, named.places))
        turned = spoken.through(self._lens) if self._lens else None
        query = _Query(question, spoken, turned, named, only_source, place)
        hits: list[Hit] = []
        if any(name == "felles" for name, _ in self.libraries):
            self.missing = None
        for name, library in self.libraries:
            try:
                hits += [h for h in self._hits(name, library, query) if not _twice(h, hits)]
            except LibraryUnavailable as error:
                self._without(name, error)
        return originals_first(sorted(hits, key=lambda h: -h.score))[:count]

    def _spoken(self, topic: str) -> meaning.Spoken:
        """The vectors of what is asked about; a place that is named is no part of that, it has its own weight."""
        asked, wide = self._vector(topic), expanded(topic, self.concepts)
        return meaning.Spoken(asked, self._vector(wide) if wide != topic else asked)

    def nearness(self, hit: Hit, question: str) -> float:
        """The cosine between ``question`` and the hit's passage or its best sentence."""
        own = self._library(hit).points(hit.number)
        return float((own.vectors[own.kinds != PointKind.QUESTION] @ self._vector(question)).max())

    def likenesses(self, hit: Hit, question: str) -> list[float]:
        """The cosine between ``question`` and each of the hit's sentences, in their order."""
        points = self._library(hit).points(hit.number)
        own = points.kinds == PointKind.SENTENCE
        found = dict(zip(points.items[own], points.vectors[own] @ self._vector(question), strict=True))
        whole = self.nearness(hit, question)
        return [float(found.get(i, whole)) for i in range(len(hit.passage.sentences))]

    def section(self, hit: Hit, rows: bool | None = None) -> list[Hit]:
        """The rows of the table in which ``hit`` stands, or all running text under its heading, in order.

        ``rows`` says which of the two is wanted; None takes what the hit itself is.
        """
        cells = bool(hit.passage.cells) if rows is None else rows
        library = self._library(hit)
        try:
            under = [(n, library.passage(n)[1]) for n in range(*library.ranges[hit.source.id])]
        except LibraryUnavailable as error:
            self._without(hit.library, error)
            return [hit]
        return [
            replace(hit, passage=p, number=n)
            for n, p in under
            if p.heading == hit.passage.heading and bool(p.cells) == cells
        ]

    def _library(self, hit: Hit) -> Library:
        return next(s for name, s in self.libraries if name == hit.library)

    def _without(self, name: LibraryName, error: LibraryUnavailable) -> None:
        """Go on with the other libraries, where the one that failed lies elsewhere and there are others."""
        if name != "felles" or len(self.libraries) == 1:
            raise error
        self.missing = error.said

    def _hits(self, name: LibraryName, library: Library, query: _Query) -> Iterator[Hit]:
        """The candidates of one library: the passages nearest in meaning and words, weighed with all signals."""
        w, inside = self._weights, self._inside(library, query)
        also = frozenset(id for id, places in library.places.items() if query.named.places & places)
        words = self.groups(library, query.question)

        def weigh(near: Near) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.float32]]:
            base = w.words * near.words + w.near(meaning.stretch(near.cosines, meaning.PLAIN))
            turned = np.zeros_like(near.words)
            if near.turned is not None:
                turned = w.near(meaning.stretch(near.turned, meaning.TURNED))
            return base + w.lens * turned, turned

        def cut(near: Near) -> npt.NDArray[np.int64]:
            first = weigh(near)[0] + self._allowed(library, near, inside, also)
            best: npt.NDArray[np.int64] = np.argsort(-first)[:_CANDIDATES]
            return best[: int(np.isfinite(first[best]).sum())]

        near = library.near(Asked(words, query.spoken, query.turned, inside, also), cut)
        base, turned = weigh(near)
        for at, number in enumerate(near.numbers.tolist()):
            source_id, passage = library.passage(number)
            source = library.sources[source_id]
            known = library.originals
            originals = tuple(known[a.original] for a in passage.attributions if a.original in known)
            kind = originals[0].kind if originals else source.kind
            names = bonus.named(passage, source, query.named, self.reform, w)
            names += bonus.definition(query.question, passage, source.text, w)
            authority = 0.0 if query.named.places else bonus.authority(query.question, kind, w)
            c = [float(c) for c in near.cosines[:, at]]
            signals = Signals(c[0], c[1], c[2], float(near.words[at]), names, authority, float(turned[at]))
            score = float(base[at]) + names + authority
            yield Hit(name, source, passage, number, score, signals, int(near.best[at]), originals)

    def _inside(self, library: Library, query: _Query) -> frozenset[str] | None:
        """The ids of the sources that the question keeps to; None for all."""
        if query.only_source is None and query.place is None:
            return None
        return frozenset(
            id
            for id, places in library.places.items()
            if query.only_source in (None, id) and (query.place is None or query.place in places)
        )

    def _allowed(
        self, library: Library, near: Near, inside: frozenset[str] | None, also: frozenset[str]
    ) -> npt.NDArray[np.float32]:
        """For every passage what its source adds before the first cut; minus infinity shuts a source out."""
        added = np.full(len(near.numbers), 0.0 if inside is None else -np.inf, np.float32)
        for id in also if inside is None else inside:
            first, last = library.ranges.get(id, (0, 0))
            own = (near.numbers >= first) & (near.numbers < last)
            added[own] = self._weights.place if id in also else 0.0
        return added


def _twice(hit: Hit, before: Sequence[Hit]) -> bool:
    """Whether the same place of the same text was found in another library: one's own copy of what is published."""
    s, span = hit.source, hit.passage.span
    return any(
        h.library != hit.library and h.source.id == s.id and h.passage.span == span and h.source.text == s.text
        for h in before
    )
