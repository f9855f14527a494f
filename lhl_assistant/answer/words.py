"""How much of a question's words a text has, in the terms of the library that the text is from."""

import re

from lhl_assistant.answer.context import Context
from lhl_assistant.search.hits import Hit
from lhl_assistant.search.library import Library
from lhl_assistant.search.query import PART, Group

_ALIKE = 5
_LONG = 9
_WORD = re.compile(r"[\wæøå-]+")


def text(hit: Hit) -> str:
    """All that may speak for the passage: its headings, its words, its source's name and its anticipated questions."""
    return f"{hit.passage.embedding_text(hit.source.text)} {hit.source.title} {' '.join(hit.passage.questions)}"


def forms(hit: Hit) -> frozenset[str]:
    """The lower-case words of the evidence, genitives also without their ``s``."""
    found = set(_WORD.findall(f"{text(hit)} {hit.source.issuer}".lower()))
    return frozenset(found | {w.removesuffix("s") for w in found})


def coverage(said: str, hit: Hit, about: Context) -> tuple[float, float]:
    """(coverage, unknown) of the question's content words, places left out, as shares (0–1).

    Coverage is of their rarity, synonyms and parts of compounds counting for a little less; unknown are the words that
    the library does not have.
    """
    snapshot = library(hit, about)
    lexicon = snapshot.lexicon
    has = lexicon.vocabulary.terms(said)
    groups = about.searcher.groups(snapshot, about.topic)
    total = sum(lexicon.weight(g) for g in groups)
    found = sum(lexicon.weight(g) * max((w for t, w in g.terms if t in has), default=0.0) for g in groups)
    unknown = sum(not any(lexicon.knows(t) for t, _ in g.terms) for g in groups)
    return (found / total if total else 1.0), (unknown / len(groups) if groups else 0.0)


def coined(hit: Hit, about: Context) -> bool:
    """Whether the question has a compound that no source has, and the evidence not even a part of it."""
    held = library(hit, about)
    has = set(held.lexicon.terms(text(hit)))
    strange = (g for g in about.searcher.groups(held, about.topic) if len(g.word) >= _LONG and _unknown(g, held))
    return not about.foreign and any(not has & {t for t, _ in g.terms} for g in strange)


def _unknown(group: Group, held: Library) -> bool:
    """Whether the library has no more than parts of the group's word."""
    return not any(held.lexicon.knows(term) for term, weight in group.terms if weight != PART)


def whole(said: str, hit: Hit, about: Context) -> float:
    """The share (0–1) of the question's content words that the text has whole: a part of a compound is not enough.

    A synonym counts for a little less than the word itself.
    """
    held = library(hit, about)
    lexicon = held.lexicon
    has = lexicon.vocabulary.terms(said)
    groups = about.searcher.groups(held, about.topic)
    total = sum(lexicon.weight(g) for g in groups)
    found = sum(lexicon.weight(g) * max((w for t, w in _wholes(g) if t in has), default=0.0) for g in groups)
    return found / total if total else 0.0


def _wholes(group: Group) -> list[tuple[str, float]]:
    """The group's terms without those that are but a part of its word; one that begins and ends like it is the same.

    («frivillighetssentral» for «frivilligsentral»)
    """
    own = next((t for t, w in group.terms if w == 1.0), group.word)
    alike = {t for t, _ in group.terms if (t[:_ALIKE], t[-_ALIKE:]) == (own[:_ALIKE], own[-_ALIKE:])}
    terms = [(t, 1.0 if t in alike else w) for t, w in group.terms if w != PART]
    return [(t, w) for t, w in terms if w == 1.0 or t not in group.word]


def standing_for(word: str, hit: Hit, about: Context) -> frozenset[str]:
    """The index terms that may stand for ``word``: its own, its parts, its synonyms and its right spelling."""
    groups = about.searcher.groups(library(hit, about), word)
    return frozenset(term for group in groups for term, _ in group.terms)


def library(hit: Hit, about: Context) -> Library:
    """The library that the hit is from."""
    return next(s for name, s in about.searcher.libraries if name == hit.library)
