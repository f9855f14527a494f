"""A piece of a question («og i Lesja?», «og § 6?», «og pensjonistene?») put where its like stands in the one before."""

import re
from collections.abc import Sequence

from lhl_assistant.answer import topic
from lhl_assistant.language import phrases
from lhl_assistant.language import smallwords as small
from lhl_assistant.language.phrases import Phrase
from lhl_assistant.language.syntax import Role, Word, cut

_ALIKE = (
    re.compile(r"§+ ?\d+(?:-\d+)?(?: [a-z]\b)?", re.IGNORECASE),
    re.compile(r"\b(?:19|20)\d\d\b"),
    re.compile(
        r"\b(?:(?:innsats)?område|løsning|løysing|kapittel|kap\.|punkt|steg|tiltak|fase|artikkel)(?: nr\.?)? [\d.]+\b",
        re.I,
    ),
    re.compile(r"\b[1-5]\.[1-5]\b"),
)
_NUMBER = re.compile(r"\d[\d.]*")
_OF_CHAPTER = re.compile(r"\d+-\d+(?: [a-z]\b)?", re.IGNORECASE)
_PLACE_PREPOSITIONS = frozenset("i på for hos hjå til fra frå in".split())
_SAME_ENDING = 3
_DEFINITE = re.compile(r"(?:ene|ane|en|et|a)$")


def put(fragment: str, question: str, places: frozenset[str]) -> str:
    """``question`` with ``fragment`` in it, in place of its like where there is one, else after it."""
    bare = question.strip().rstrip("?. ")
    for pattern in _ALIKE:
        new, old = pattern.search(fragment), pattern.search(bare)
        if new:
            return f"{bare[: old.start()]}{new.group()}{bare[old.end() :]}?" if old else f"{bare} {fragment}?"
    for pattern in (_OF_CHAPTER, _NUMBER):
        if pattern.fullmatch(fragment) and (numbers := list(pattern.finditer(bare))):
            return f"{bare[: numbers[-1].start()]}{fragment}{bare[numbers[-1].end() :]}?"
    words, said = cut(fragment, places), cut(bare, places)
    if both := _matter_and_place(words):
        matter, place = (phrases.text(fragment, part) for part in both)
        return put(place, put(matter, question, places), places)
    swapped = _place(fragment, words, bare, said) or _adjective(fragment, words, bare, said)
    return swapped or _phrase(fragment, words, bare, said)


def _matter_and_place(words: Sequence[Word]) -> tuple[Sequence[Word], Sequence[Word]] | None:
    """The two parts of «frisklivssentralen i Sunndal»; None for what is not a matter and its place."""
    found = phrases.phrases(words)
    if len(found) != 2:
        return None
    matter, place = found
    named = phrases.is_place(words, place) or _maybe_place(words, place)
    whole = matter.first <= 1 and place.first == matter.last + 1 and place.last == len(words)
    if not (named and whole and place.preposition) or phrases.is_place(words, matter):
        return None
    return words[: matter.last], words[matter.last :]


def _place(fragment: str, words: Sequence[Word], bare: str, said: Sequence[Word]) -> str:
    """The question asked of the fragment's places; "" where the fragment is something else.

    A capitalised word stands for a place too where the question has one: it may be a place that no source is from.
    """
    new = phrases.phrases(words)
    before = phrases.phrases(said)
    old = [p for p in before if phrases.is_place(said, p)] or [p for p in before if _maybe_place(said, p)]
    if len(new) != 1 or new[0].last != len(words) or new[0].first > 1:
        return ""
    named = phrases.is_place(words, new[0])
    could = _maybe_place(words, new[0]) or (len(words) == 1 and words[0].text[:1].isupper())
    if not (named or (could and old)):
        return ""
    place = phrases.text(fragment, words[new[0].first :])
    if not old:
        return f"{bare} {new[0].preposition or 'i'} {place}?"
    replaced = said[old[0].first : old[0].last]
    genitive = "s" if replaced[-1].genitive and not place.endswith("s") else ""
    return _swapped(bare, replaced, place + genitive)


def _maybe_place(words: Sequence[Word], phrase: Phrase) -> bool:
    """Whether the phrase could be a place that no source is from: one capitalised word after a fitting preposition."""
    single = phrase.last - phrase.first == 1 and words[phrase.first].text[:1].isupper()
    return single and phrase.preposition in _PLACE_PREPOSITIONS


def _adjective(fragment: str, words: Sequence[Word], bare: str, said: Sequence[Word]) -> str:
    """«og det andre?» after «… det første arbeidsmøtet …»; "" for anything else."""
    if [w.role for w in words[:1]] != [Role.DETERMINER] or not all(w.lower in small.ADJECTIVES for w in words[1:]):
        return ""
    for at, word in enumerate(said[:-1]):
        if word.role is Role.DETERMINER and said[at + 1].lower in small.ADJECTIVES:
            return _swapped(bare, said[at : at + 2], fragment)
    return ""


def _phrase(fragment: str, words: Sequence[Word], bare: str, said: Sequence[Word]) -> str:
    """A noun phrase for the one most like it; with a preposition, for one that has the same."""
    new = phrases.phrases(words)
    targets = [p for p in topic.candidates(said) if not p.asked] or topic.candidates(said)
    if len(new) != 1 or new[0].last != len(words) or new[0].first > 1:
        return f"{bare} – {fragment}?"
    if new[0].preposition:
        targets = [p for p in targets if p.preposition == new[0].preposition]
        if not targets:
            return f"{bare} {fragment}?"
    if not targets:
        return f"{bare} – {fragment}?"
    best = max(targets, key=lambda p: _likeness(words, new[0], said, p))
    return _swapped(bare, said[best.first : best.last], phrases.text(fragment, words[new[0].first :]))


def _likeness(words: Sequence[Word], new: Phrase, said: Sequence[Word], old: Phrase) -> tuple[bool, bool]:
    """Whether the two end in the same part (eldre*råd*, ungdoms*råd*), and whether both are definite."""
    ends = [_DEFINITE.sub("", phrases.heads(w, p)[-1])[::-1] for w, p in ((words, new), (said, old))]
    same = next((i for i, (a, b) in enumerate(zip(*ends, strict=False)) if a != b), min(map(len, ends)))
    return same >= _SAME_ENDING, topic.definite(words, new) == topic.definite(said, old)


def _swapped(bare: str, replaced: Sequence[Word], by: str) -> str:
    return f"{bare[: replaced[0].start]}{by}{bare[replaced[-1].end :]}?"
