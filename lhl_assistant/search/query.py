"""A question's words as a library knows them: each with its compound parts, its synonyms and its right spelling."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from lhl_assistant.language.concepts import Concepts, Found
from lhl_assistant.language.words import content_words, is_content, parts, stem, terms, tokens

PART = 0.7
"""What a part of a compound counts."""

_SYNONYM, _MISSPELT = 0.6, 0.8
_SHORT, _LONG = 5, 9
_TERMS, _MOST_TERMS = 3, 6
_TEXTS = 1024


@dataclass(frozen=True, slots=True)
class Group:
    """Index terms that stand for one word of the question, each with its weight (0–1); a passage needs but one."""

    word: str
    terms: tuple[tuple[str, float], ...]


def groups(question: str, concepts: Concepts, vocabulary: "Vocabulary") -> tuple[Group, ...]:
    """The groups of the question's content words, in order; a phrase that names a concept is one group.

    A term of several words («leve hele livet») stands for nothing by one of them.
    """
    words = list(tokens(question))
    synonyms: dict[int, dict[str, float]] = {}
    inside: set[int] = set()
    for found in concepts.find(question):
        added = synonyms.setdefault(found.words[0], {})
        for term in found.concept.terms:
            if len(words_of_term := content_words(term)) == 1 or "-" in term:
                added.update({stem(w): _SYNONYM for w in words_of_term if stem(w) not in added})
        inside.update(found.words[1:])
    result = []
    for at, word in enumerate(words):
        if at in inside or not (is_content(word) or at in synonyms):
            continue
        standing = {**synonyms.get(at, {}), **_own(word, vocabulary)}
        result.append(Group(word, tuple(standing.items())))
    return tuple(result)


def expanded(question: str, concepts: Concepts) -> str:
    """The question with the sources' own terms for what it speaks of in everyday words, for the model to read."""
    said = [stem(t) for t in tokens(question)]
    named = [t for f in concepts.find(question) if not _own_term(f, said) for t in f.concept.terms[:_TERMS]]
    return f"{question} ({', '.join(list(dict.fromkeys(named))[:_MOST_TERMS])})" if named else question


def _own_term(found: Found, said: Sequence[str]) -> bool:
    """Whether the question's own words are already a term of the sources."""
    words = tuple(said[place] for place in found.words)
    return any(tuple(stem(t) for t in tokens(term)) == words for term in found.concept.terms)


def _own(word: str, vocabulary: "Vocabulary") -> dict[str, float]:
    """The word's own terms: its stem, its parts, and where neither is known the nearest spelling that is."""
    found = {stem(word): 1.0, **dict.fromkeys(parts(word, vocabulary.stems), PART)}
    if not any(vocabulary.knows(t) for t in found):
        found.update(dict.fromkeys(vocabulary.nearest(stem(word)), _MISSPELT))
    return found


class Vocabulary:
    """The terms of one library, with spelling forgiven."""

    def __init__(self, stems: frozenset[str], terms: Sequence[str]) -> None:
        self.stems = stems
        self._known = frozenset(terms)
        self._by_length: dict[int, list[str]] = {}
        for term in terms:
            self._by_length.setdefault(len(term), []).append(term)
        self.nearest = lru_cache(maxsize=256)(self._nearest)
        self.terms = lru_cache(maxsize=_TEXTS)(self._terms)

    def knows(self, term: str) -> bool:
        """Whether the library has the term."""
        return term in self._known

    def _terms(self, text: str) -> frozenset[str]:
        """The index terms that ``text`` has."""
        return frozenset(terms(text, self.stems))

    def _nearest(self, term: str) -> tuple[str, ...]:
        """The one known term that is a slip of the finger away: one for a word of five letters, two from nine."""
        if len(term) < _SHORT or not term.isalpha():
            return ()
        slips = 2 if len(term) >= _LONG else 1
        near = [t for n in range(-slips, slips + 1) for t in self._by_length.get(len(term) + n, [])]
        best = process.extractOne(term, near, scorer=DamerauLevenshtein.distance, score_cutoff=slips)
        return (best[0],) if best else ()
