"""What a question names: a source or its municipality, a year, an innsatsområde or løsning, a column of a table."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from rapidfuzz.distance import DamerauLevenshtein

from lhl_assistant.language.words import content_words, parts, stem, tokens
from lhl_assistant.reform.model import Reform
from lhl_assistant.search.query import Vocabulary
from lhl_assistant.sources.model import Source

_SOLUTION = re.compile(r"\b([1-5]\.[1-5])\b")
_AREA = re.compile(r"\b(?:innsatsområde|område)\s*(?:nr\.?\s*)?([1-5])\b", re.IGNORECASE)
_COLUMNS = {
    "tiltak": ("tiltak", "planlagt", "planlegger", "planlegg"),
    "ansvar": ("ansvar", "ansvarlig", "ansvarleg", "hvem skal", "kven skal", "hvem gjør", "responsible"),
    "tidsrom": ("når", "hvilket år", "kva år", "tidsrom", "frist", "when"),
    "kostnad": ("koster", "kostar", "kostnad", "kroner", "pris", "budsjett", "hvor mye", "kor mykje", "cost"),
}
_PLACE_WORDS = frozenset({"kommune", "kommunen"})
_RARE = 3.5
_LONG_NAME = 6
_GENERIC = frozenset(
    """
    kommune kommunen norge oslo norges
    """.split()
)


@dataclass(frozen=True, slots=True)
class Named:
    """What was named. ``places`` are lower-case names of municipalities or regions that the libraries hold.

    ``proper`` are names as written, genitive ``s`` off, that the libraries have but seldom; ``unknown`` are those that
    they do not have at all.
    """

    places: frozenset[str]
    areas: frozenset[int]
    solutions: frozenset[str]
    columns: frozenset[str]
    proper: frozenset[str]
    unknown: frozenset[str]


def source_places(source: Source) -> frozenset[str]:
    """The proper names in a plan's or an authority's issuer (``Balsfjord kommune`` → ``balsfjord``)."""
    return places_of(source.issuer)


def places_of(issuer: str) -> frozenset[str]:
    """The proper names in the name of a municipality or an authority."""
    words = re.findall(r"[A-ZÆØÅ][\wæøå-]+", issuer)
    if not re.search(r"kommune|[Ss]tatsforvalter|[Ff]ylkesmann", issuer):
        return frozenset()
    drop = {"statsforvalteren", "fylkesmannen", "kommune"}
    return frozenset(w.lower() for w in words if w.lower() not in drop)


def find(question: str, places: Iterable[str], reform: Reform, known_words: "KnownWords") -> Named:
    """What ``question`` names among ``places`` and the reform's vocabulary.

    A genitive counts (``Lesjas``).
    """
    words = set(tokens(question))
    bare = words | {w.removesuffix("s") for w in words}
    lowered = " ".join(tokens(question))
    solutions = set(_SOLUTION.findall(question)) | {
        s.number
        for a in reform.areas
        for s in a.solutions
        if s.name.nb.lower() in lowered or s.name.nn.lower() in lowered
    }
    areas = {int(n) for n in _AREA.findall(question)} | {
        a.number for a in reform.areas if a.name.nb.lower() in lowered or a.name.nn.lower() in lowered
    }
    proper = {base if (base := w.removesuffix("s")).lower() in known_words else w for w in _proper(question)}
    columns = {c for c, signs in _COLUMNS.items() if any(f" {s}" in f" {lowered}" for s in signs)}
    return Named(
        frozenset(p for p in places if p not in _GENERIC and (p in bare or _misspelt(p, bare))),
        frozenset(areas),
        frozenset(solutions),
        frozenset(columns),
        frozenset(w for w in proper if w.lower() in known_words and known_words.rare(w.lower())),
        frozenset(w for w in proper if w.lower() not in known_words and not known_words.near(w.lower())),
    )


def _misspelt(place: str, words: set[str]) -> bool:
    """Whether a word is one slip from a place's name, six letters or longer."""
    return len(place) >= _LONG_NAME and any(
        w[:1] == place[:1] and DamerauLevenshtein.distance(w, place, score_cutoff=1) <= 1 for w in words
    )


def without_places(question: str, places: frozenset[str]) -> str:
    """``question`` without ``places`` and the word for what they are; as it is where nothing else is said."""
    if not places:
        return question
    left_out = _PLACE_WORDS | places
    bare = {word: word.strip("?.,!:;«»").lower() for word in question.split()}
    kept = [w for w in question.split() if bare[w] not in left_out and bare[w].removesuffix("s") not in places]
    return " ".join(kept) or question


class HasTerms(Protocol):
    """Anything that can say whether it has a term."""

    def knows(self, term: str) -> bool:
        """Whether ``term`` occurs."""
        ...

    @property
    def vocabulary(self) -> Vocabulary:
        """The words, with spelling forgiven."""
        ...

    def rarity(self, term: str) -> float:
        """The inverse document frequency of ``term``."""
        ...


class KnownWords:
    """Whether any of the libraries has a word; asked of proper names only."""

    def __init__(self, lexicons: Iterable[HasTerms]) -> None:
        self._lexicons = tuple(lexicons)

    def __contains__(self, word: str) -> bool:
        stems = {stem(word), stem(word.removesuffix("s"))}
        return any(lexicon.knows(s) for lexicon in self._lexicons for s in stems)

    def near(self, word: str) -> bool:
        """Whether any library has the word's parts, or a word one slip away."""
        return any(parts(word, lx.vocabulary.stems) or lx.vocabulary.nearest(stem(word)) for lx in self._lexicons)

    def rare(self, word: str) -> bool:
        """Whether few passages have the word: a name, not a common word that happens to have a capital."""
        return all(lexicon.rarity(stem(word)) > _RARE for lexicon in self._lexicons)


def _proper(question: str) -> Iterable[str]:
    """The capitalised words inside the sentence; the first word has its capital anyway."""
    for match in re.finditer(r"(?<=[\w,;:»)] )[A-ZÆØÅ][\wæøå-]{2,}", question):
        if content_words(match.group()):
            yield match.group()
