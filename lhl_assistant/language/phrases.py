"""The noun phrases of a question, and what it is about."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lhl_assistant.language import smallwords as small
from lhl_assistant.language.syntax import NUMBER, Role, Word
from lhl_assistant.language.words import content_words


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: the words from ``first`` up to ``last``, and the preposition before it ("" if none).

    ``asked`` is true for the phrase that stands with the asking word («hvor mange tiltak»).
    """

    first: int
    last: int
    preposition: str
    asked: bool


def phrases(words: Sequence[Word]) -> list[Phrase]:
    """The noun phrases in their order; «mat og måltider» is one, and so is a place."""
    found: list[Phrase] = []
    at = 0
    while at < len(words):
        end = _end(words, at)
        if end == at:
            at += 1
            continue
        before = words[at - 1] if at else None
        preposition = before.lower if before and before.role is Role.PREPOSITION else ""
        verb = next((i for i, w in enumerate(words) if w.role is Role.VERB), len(words))
        found.append(Phrase(at, end, preposition, words[0].role is Role.ASKING and at < verb))
        at = end
    return found


def matter(words: Sequence[Word]) -> list[str]:
    """The words that say what the question is about, in lower case; places and relations do not."""
    return [
        w.lower
        for w in words
        if w.role in (Role.NOUN, Role.VERB)
        and w.lower not in small.SMALL_VERBS | small.RELATIONS | small.ADJECTIVES
        and not NUMBER.match(w.text)
        and content_words(w.text)
    ]


def heads(words: Sequence[Word], phrase: Phrase) -> list[str]:
    """The lower-case nouns of the phrase."""
    return [w.lower for w in words[phrase.first : phrase.last] if w.role in (Role.NOUN, Role.PLACE)]


def is_place(words: Sequence[Word], phrase: Phrase) -> bool:
    """Whether the phrase is a place and nothing else."""
    return all(w.role in (Role.PLACE, Role.LINK) for w in words[phrase.first : phrase.last])


def _end(words: Sequence[Word], at: int) -> int:
    """Where the noun phrase that begins at ``at`` ends; ``at`` where none begins."""
    end = at + 1 if words[at].role is Role.DETERMINER else at
    place = end < len(words) and words[end].role is Role.PLACE
    while end < len(words):
        joins = (
            words[end].role is Role.LINK and end > at and _noun(words, end + 1, place) and _noun(words, end - 1, place)
        )
        if not (joins or _noun(words, end, place)):
            break
        end += 1
    return end if any(w.role in (Role.NOUN, Role.PLACE) for w in words[at:end]) else at


def _noun(words: Sequence[Word], at: int, place: bool) -> bool:
    return 0 <= at < len(words) and words[at].role is (Role.PLACE if place else Role.NOUN)


def text(question: str, words: Sequence[Word]) -> str:
    """The words as they are written in ``question``."""
    return question[words[0].start : words[-1].end] if words else ""


def places(words: Sequence[Word]) -> Iterator[Word]:
    """The places that are named."""
    return (w for w in words if w.role is Role.PLACE)
