"""Question to ranked passages: meaning, Norwegian words and what the question names, weighed together.

Meaning is the cosine with the whole passage, with its best sentence and with the best of the questions it answers;
words are BM25, as a share of what all the question's words would give. Cosines of this model lie between 0.75 and
0.95, so they are stretched over that range. The weights were tuned on the knowledge's own anticipated questions, each
asked with itself left out.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
import numpy.typing as npt

from lhl_assistant.embedding.engine import Engine, Vector
from lhl_assistant.language.concepts import Concepts
from lhl_assistant.language.words import tokens
from lhl_assistant.reform.model import Reform
from lhl_assistant.search.libraries import LibraryName
from lhl_assistant.search.names import KnownWords, Named, find, source_places
from lhl_assistant.search.points import PointKind
from lhl_assistant.search.query import Group, expanded, groups
from lhl_assistant.search.snapshot import Snapshot
from lhl_assistant.sources.model import Kind, Original, Passage, Source

_LEAST, _MOST = 0.75, 0.95
_NEAREST = 4000
_CANDIDATES = 60
_NO_CONCEPTS = Concepts(())
_DEFINE = re.compile(
    r"^(?:hva|kva|what) (?:er|betyr|tyder|is|menes med|meiner ein med|går) (?:en |ei |et |eit |the |a )?"
    r"([\w -]{3,40}?)(?: ut på)?\??$",
    re.IGNORECASE,
)
_DUTY = frozenset("må skal plikt plikter pliktig krav kravet krava lov loven lova lovpålagt krever krev kreves".split())
_PRACTICE = frozenset("andre eksempel eksempler døme erfaring erfaringer erfaringar praksis".split())


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each signal counts."""

    passage: float = 0.30
    sentence: float = 0.30
    question: float = 0.15
    words: float = 0.50
    place: float = 0.35
    other_place: float = -0.20
    area: float = 0.06
    column: float = 0.08
    proper: float = 0.10
    definition: float = 0.15
    authority: float = 0.05


_WEIGHTS = Weights()


@dataclass(frozen=True, slots=True)
class Signals:
    """Why a passage came: cosines (0–1), its share (0–1) of the words, and what naming and authority added."""

    passage: float
    sentence: float
    question: float
    words: float
    names: float
    authority: float


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


class Searcher:
    """The opened libraries, searched as one."""

    def __init__(
        self,
        libraries: Sequence[tuple[LibraryName, Snapshot]],
        engine: Engine,
        reform: Reform,
        concepts: Concepts = _NO_CONCEPTS,
        weights: Weights = Weights(),
    ) -> None:
        self.libraries = [(name, s) for name, s in libraries if s.passage_count()]
        self.reform = reform
        self.concepts = concepts
        self._engine = engine
        self._weights = weights

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
        vector = self._engine.query(question)
        spoken = expanded(question, self.concepts)
        wider = self._engine.query(spoken) if spoken != question else vector
        query = _Query(question, vector, wider, self.names(question), only_source, place)
        hits = [hit for name, snapshot in self.libraries for hit in self._hits(name, snapshot, query)]
        return sorted(hits, key=lambda h: -h.score)[:count]

    def nearness(self, hit: Hit, question: str) -> float:
        """The cosine between ``question`` and the hit's passage or its best sentence."""
        snapshot = next(s for name, s in self.libraries if name == hit.library)
        own = (snapshot.owners == hit.number) & (snapshot.kinds != PointKind.QUESTION)
        return float((snapshot.vectors[own] @ self._engine.query(question)).max())

    def section(self, hit: Hit) -> list[Hit]:
        """All rows of the table in which ``hit`` stands, in the table's order."""
        for name, snapshot in self.libraries:
            if name == hit.library:
                first, last = snapshot.ranges[hit.source.id]
                rows = [(n, snapshot.passage(n)[1]) for n in range(first, last)]
                return [
                    replace(hit, passage=p, number=n) for n, p in rows if p.heading == hit.passage.heading and p.cells
                ]
        return [hit]

    def _hits(self, name: LibraryName, snapshot: Snapshot, query: "_Query") -> Iterator[Hit]:
        """The candidates of one library: the passages nearest in meaning and words, weighed with all signals."""
        words = snapshot.lexicon.scores(self.groups(snapshot, query.question))
        cosines, best = _cosines(snapshot, query.vector)
        if query.wider is not query.vector:
            wider, best = _cosines(snapshot, query.wider)
            cosines[PointKind.SENTENCE] = wider[PointKind.SENTENCE]
        w = self._weights
        kinds = ((PointKind.PASSAGE, w.passage), (PointKind.SENTENCE, w.sentence), (PointKind.QUESTION, w.question))
        base = w.words * words + sum(weight * _stretch(cosines[kind]) for kind, weight in kinds)
        allowed = self._allowed(snapshot, query)
        for number in np.argsort(-(base + allowed))[:_CANDIDATES]:
            if not np.isfinite(allowed[number]):
                break
            source_id, passage = snapshot.passage(int(number))
            source = snapshot.sources[source_id]
            known = snapshot.originals
            originals = tuple(known[a.original] for a in passage.attributions if a.original in known)
            names = self._named(passage, source, query.named)
            names += w.definition * _defines(source.text, passage, query.subject)
            authority = self._authority(query, originals[0].kind if originals else source.kind)
            near = tuple(float(c) for c in cosines[:, number])
            signals = Signals(near[0], near[1], near[2], float(words[number]), names, authority)
            score = float(base[number]) + names + authority
            yield Hit(name, source, passage, int(number), score, signals, int(best[number]), originals)

    def _allowed(self, snapshot: Snapshot, query: "_Query") -> npt.NDArray[np.float32]:
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

    def _named(self, passage: Passage, source: Source, named: Named) -> float:
        w, added = self._weights, 0.0
        if named.places:
            own = source_places(source)
            inside = named.places & set(tokens(" ".join(passage.heading)))
            added += w.place if named.places & own or inside else w.other_place if own else 0.0
        path = " ".join(passage.heading).lower()
        for number in named.areas:
            area = self.reform.area(number)
            added += w.area * (area.name.nb.lower() in path or area.name.nn.lower() in path)
        for number_ in named.solutions:
            added += 2 * w.area * (self.reform.solution(number_).name.nb.lower() in path)
        columns = " ".join(c.column.lower() for c in passage.cells)
        written = passage.embedding_text(source.text) if named.proper else ""
        added += w.proper * sum(name in written for name in named.proper)
        return added + w.column * any(c in columns for c in named.columns)

    def _authority(self, query: "_Query", kind: Kind) -> float:
        """What the kind of source adds: plans where others' practice is asked for, law and reform where duty is."""
        if query.named.places:
            return 0.0
        asked = set(tokens(query.question))
        fitting = (Kind.PLAN,) if asked & _PRACTICE else (Kind.LAW, Kind.REFORM, Kind.GUIDANCE) if asked & _DUTY else ()
        return self._weights.authority if kind in fitting else 0.0


@dataclass(frozen=True, slots=True)
class _Query:
    question: str
    vector: Vector
    wider: Vector
    named: Named
    only_source: str | None
    place: str | None

    @property
    def subject(self) -> str:
        """What is asked to be defined (``Hva er X?``), in lower case, or ""."""
        match = _DEFINE.search(self.question.strip())
        return match.group(1).lower() if match else ""


def _defines(text: str, passage: Passage, subject: str) -> bool:
    """Whether the passage begins by saying what ``subject`` is."""
    opening = text[passage.span.start : passage.span.start + len(subject) + 60].lower()
    return bool(subject) and bool(
        re.match(rf"(en |ei |et |eit )?{re.escape(subject)}\w{{0,3}} (er|betyr|vil si|handler|går)\b", opening)
    )


def _stretch(cosines: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    stretched: npt.NDArray[np.float32] = np.clip((cosines - _LEAST) / (_MOST - _LEAST), 0.0, 1.0)
    return stretched


def _cosines(snapshot: Snapshot, vector: Vector) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.int32]]:
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
