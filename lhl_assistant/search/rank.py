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
from lhl_assistant.language.concepts import Concepts
from lhl_assistant.reform.model import Reform
from lhl_assistant.search import bonus, lens, meaning
from lhl_assistant.search.held import originals_first
from lhl_assistant.search.hits import Hit, Signals
from lhl_assistant.search.libraries import LibraryName
from lhl_assistant.search.names import KnownWords, Named, find, source_places
from lhl_assistant.search.points import PointKind
from lhl_assistant.search.query import Group, expanded, groups
from lhl_assistant.search.snapshot import Snapshot

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
    """The opened libraries, searched as one."""

    def __init__(
        self,
        libraries: Sequence[tuple[LibraryName, Snapshot]],
        engine: Engine,
        reform: Reform,
        concepts: Concepts = _NO_CONCEPTS,
        weights: bonus.Weights = _WEIGHTS,
    ) -> None:
        self.libraries = [(name, s) for name, s in libraries if s.passage_count()]
        self.reform = reform
        self.concepts = concepts
        self.engine = engine
        self._vector = lru_cache(maxsize=_REMEMBERED)(engine.query)
        self._weights = weights

    @cached_property
    def _lens(self) -> lens.Lens | None:
        return lens.load(self.engine.identity.fingerprint)

    @cached_property
    def places(self) -> frozenset[str]:
        """The municipalities and regions that the sources are from."""
        return frozenset(p for _, s in self.libraries for source in s.sources.values() for p in source_places(source))

    @cached_property
    def known_words(self) -> KnownWords:
        """All words of all libraries."""
        return KnownWords(s.lexicon for _, s in self.libraries)

    def groups(self, snapshot: Snapshot, question: str) -> list[Group]:
        """The question's words as the library of ``snapshot`` knows them."""
        return groups(question, self.concepts, snapshot.lexicon.vocabulary)

    def names(self, question: str) -> Named:
        """What the question names."""
        return find(question, self.places, self.reform, self.known_words)

    def search(
        self, question: str, count: int = 10, only_source: str | None = None, place: str | None = None
    ) -> list[Hit]:
        """The best ``count`` passages, best first. ``only_source`` and ``place`` keep to one source or municipality."""
        asked, wide = self._vector(question), expanded(question, self.concepts)
        spoken = meaning.Spoken(asked, self._vector(wide) if wide != question else asked)
        turned = spoken.through(self._lens) if self._lens else None
        query = _Query(question, spoken, turned, self.names(question), only_source, place)
        hits = [hit for name, snapshot in self.libraries for hit in self._hits(name, snapshot, query)]
        return originals_first(sorted(hits, key=lambda h: -h.score))[:count]

    def nearness(self, hit: Hit, question: str) -> float:
        """The cosine between ``question`` and the hit's passage or its best sentence."""
        snapshot = next(s for name, s in self.libraries if name == hit.library)
        own = (snapshot.owners == hit.number) & (snapshot.kinds != PointKind.QUESTION)
        return float((snapshot.vectors[own] @ self._vector(question)).max())

    def likenesses(self, hit: Hit, question: str) -> list[float]:
        """The cosine between ``question`` and each of the hit's sentences, in their order."""
        snapshot = next(s for name, s in self.libraries if name == hit.library)
        own = (snapshot.owners == hit.number) & (snapshot.kinds == PointKind.SENTENCE)
        found = dict(zip(snapshot.items[own], snapshot.vectors[own] @ self._vector(question), strict=True))
        whole = self.nearness(hit, question)
        return [float(found.get(i, whole)) for i in range(len(hit.passage.sentences))]

    def section(self, hit: Hit) -> list[Hit]:
        """The rows of the table in which ``hit`` stands, or all running text under its heading, in order."""
        for name, snapshot in self.libraries:
            if name == hit.library:
                first, last = snapshot.ranges[hit.source.id]
                under = [(n, snapshot.passage(n)[1]) for n in range(first, last)]
                return [
                    replace(hit, passage=p, number=n)
                    for n, p in under
                    if p.heading == hit.passage.heading and bool(p.cells) == bool(hit.passage.cells)
                ]
        return [hit]

    def _hits(self, name: LibraryName, snapshot: Snapshot, query: _Query) -> Iterator[Hit]:
        """The candidates of one library: the passages nearest in meaning and words, weighed with all signals."""
        w = self._weights
        words = snapshot.lexicon.scores(self.groups(snapshot, query.question))
        cosines, best = meaning.cosines(snapshot, query.spoken, meaning.PLAIN[0])
        base = w.words * words + w.near(meaning.stretch(cosines, meaning.PLAIN))
        turned = np.zeros_like(words)
        if query.turned is not None:
            seen, _ = meaning.cosines(snapshot, query.turned, meaning.TURNED[0])
            turned = w.near(meaning.stretch(seen, meaning.TURNED))
            base += w.lens * turned
        allowed = self._allowed(snapshot, query)
        for number in np.argsort(-(base + allowed))[:_CANDIDATES]:
            if not np.isfinite(allowed[number]):
                break
            source_id, passage = snapshot.passage(int(number))
            source = snapshot.sources[source_id]
            known = snapshot.originals
            originals = tuple(known[a.original] for a in passage.attributions if a.original in known)
            kind = originals[0].kind if originals else source.kind
            names = bonus.named(passage, source, query.named, self.reform, w)
            names += bonus.definition(query.question, passage, source.text, w)
            authority = 0.0 if query.named.places else bonus.authority(query.question, kind, w)
            near = [float(c) for c in cosines[:, number]]
            signals = Signals(near[0], near[1], near[2], float(words[number]), names, authority, float(turned[number]))
            score = float(base[number]) + names + authority
            yield Hit(name, source, passage, int(number), score, signals, int(best[number]), originals)

    def _allowed(self, snapshot: Snapshot, query: _Query) -> npt.NDArray[np.float32]:
        """For every passage what its source adds before the first cut; minus infinity shuts a source out."""
        added = np.zeros(snapshot.passage_count(), np.float32)
        if query.only_source is None and query.place is None and not query.named.places:
            return added
        for source_id, (first, last) in snapshot.ranges.items():
            places = source_places(snapshot.sources[source_id])
            elsewhere = query.place is not None and query.place not in places
            if elsewhere or query.only_source not in (None, source_id):
                added[first:last] = -np.inf
            elif query.named.places & places:
                added[first:last] = self._weights.place
        return added
