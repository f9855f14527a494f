"""Everyday speech to the sources' own terms: the curated vocabulary of ``knowledge/begreper.yaml``.

A word that is not listed is found by its parts where it is a compound («sykehjemsmiddagen»), and a long one with a slip
of the finger in it («fylkesmanen») by what it is nearest to.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml
from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from lhl_assistant.errors import LibraryUnavailable
from lhl_assistant.language.words import is_content, parts, stem, tokens
from lhl_assistant.said import Said
from lhl_assistant.written import parsed

_FORMS = ("terms", "everyday", "nynorsk", "dialect", "english")
_LONGEST = 5
_LONG_WORD = 7
_REMEMBERED = 256

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Concept:
    """One matter: the words that the sources use for it, as written."""

    id: str
    terms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A concept in a question, and the places (among its tokens, in order) of the words that name it."""

    concept: Concept
    words: tuple[int, ...]


class Concepts:
    """The vocabulary, by the stems of every form in which a concept is named."""

    def __init__(self, entries: Sequence[tuple[Concept, Sequence[str]]]) -> None:
        """``entries``: each concept with all forms in which it is named."""
        self.entries = tuple(entries)
        self._by_phrase: dict[Phrase, list[Concept]] = {}
        for concept, forms in entries:
            for form in forms:
                phrase = tuple(stem(t) for t in tokens(form))
                known = self._by_phrase.setdefault(phrase, [])
                if concept not in known:
                    known.append(concept)
        self._single = frozenset(phrase[0] for phrase in self._by_phrase if len(phrase) == 1)
        self._long: dict[tuple[str, int], list[str]] = {}
        for word in sorted(word for word in self._single if len(word) >= _LONG_WORD):
            self._long.setdefault((word[0], len(word)), []).append(word)
        self.find = lru_cache(maxsize=_REMEMBERED)(self._find)

    def _find(self, question: str) -> tuple[Found, ...]:
        """The concepts that the question names, in order; a function word alone names none."""
        words = list(tokens(question))
        listed = list(self._listed(words))
        taken = {place for f in listed for place in f.words}
        named = {f.concept.id for f in listed}
        alike = [f for f in self._alike(words, taken) if f.concept.id not in named]
        return tuple(sorted(listed + alike, key=lambda f: f.words))

    def _listed(self, words: Sequence[str]) -> Iterator[Found]:
        """Concepts by their forms as listed, longest phrase first at each word."""
        stems = [stem(w) for w in words]
        start = 0
        while start < len(stems):
            for end in range(min(start + _LONGEST, len(stems)), start, -1):
                concepts = self._by_phrase.get(tuple(stems[start:end]))
                if concepts and (end - start > 1 or is_content(words[start])):
                    yield from (Found(c, tuple(range(start, end))) for c in concepts)
                    break
            else:
                end = start + 1
            start = end

    def _alike(self, words: Sequence[str], taken: set[int]) -> Iterator[Found]:
        """Concepts of words that are not listed themselves: by their parts, else by a listed word one slip away."""
        for place, word in enumerate(words):
            if place in taken or not is_content(word):
                continue
            known = parts(word, self._single) or self._nearest(stem(word))
            yield from (Found(c, (place,)) for s in known for c in self._by_phrase[(s,)])

    def _nearest(self, word: str) -> list[str]:
        if len(word) < _LONG_WORD or not word.isalpha():
            return []
        near = [w for n in (-1, 0, 1) for w in self._long.get((word[0], len(word) + n), ())]
        best = process.extractOne(word, near, scorer=DamerauLevenshtein.distance, score_cutoff=1)
        return [best[0]] if best else []


def load(path: Path) -> Concepts:
    """The vocabulary in the file at ``path``. Raises LibraryUnavailable for a file that is not of its form."""
    try:
        entries = parsed(path.read_text(encoding="utf-8"))
        return Concepts(
            [
                (Concept(e["id"], tuple(e["terms"])), [str(form) for name in _FORMS for form in e.get(name) or ()])
                for e in entries
            ]
        )
    except (OSError, yaml.YAMLError, KeyError, TypeError) as error:
        raise LibraryUnavailable(
            Said(f"Begrepslisten {path} kan ikke brukes: {error}", f"Omgrepslista {path} kan ikkje brukast: {error}")
        ) from error
