"""Everyday speech to the sources' own terms: the curated vocabulary of ``knowledge/begreper.yaml``."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from lhl_assistant.errors import LibraryUnavailable
from lhl_assistant.language.words import is_content, stem, tokens

_FORMS = ("terms", "everyday", "nynorsk", "dialect", "english")
_LONGEST = 5

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Concept:
    """One matter: the words that the sources use for it, as written."""

    id: str
    terms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A concept in a question: the words from ``start`` to ``end`` (of its tokens) name it."""

    concept: Concept
    start: int
    end: int


class Concepts:
    """The vocabulary, by the stems of every form in which a concept is named."""

    def __init__(self, entries: Sequence[tuple[Concept, Sequence[str]]]) -> None:
        self._by_phrase: dict[Phrase, list[Concept]] = {}
        for concept, forms in entries:
            for form in forms:
                phrase = tuple(stem(t) for t in tokens(form))
                known = self._by_phrase.setdefault(phrase, [])
                if concept not in known:
                    known.append(concept)

    def find(self, question: str) -> Iterator[Found]:
        """The concepts that the question names, longest phrase first at each word; a function word alone names none."""
        words = list(tokens(question))
        stems = [stem(w) for w in words]
        start = 0
        while start < len(stems):
            for end in range(min(start + _LONGEST, len(stems)), start, -1):
                concepts = self._by_phrase.get(tuple(stems[start:end]))
                if concepts and (end - start > 1 or is_content(words[start])):
                    yield from (Found(c, start, end) for c in concepts)
                    break
            else:
                end = start + 1
            start = end


def load(path: Path) -> Concepts:
    """The vocabulary in the file at ``path``. Raises LibraryUnavailable for a file that is not of its form."""
    try:
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        entries = yaml.load(path.read_text(encoding="utf-8"), Loader=loader)
        return Concepts(
            [
                (Concept(e["id"], tuple(e["terms"])), [str(form) for name in _FORMS for form in e.get(name) or ()])
                for e in entries
            ]
        )
    except (OSError, yaml.YAMLError, KeyError, TypeError) as error:
        raise LibraryUnavailable(f"Begrepslisten {path} kan ikke brukes: {error}") from error
