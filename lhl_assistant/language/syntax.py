"""What each word of a question does, by small words and word order alone.

The finite verb is the second member of a Norwegian question, and what stands before a noun tells what it belongs to.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from lhl_assistant.language import smallwords as small

_TOKEN = re.compile(r"§+|\w+(?:[-/.]\w+)*-?|[,–]", re.UNICODE)
_FINITE = re.compile(r"\w{2,}(?:er|ar|år|te|de|es|ast)$")
NUMBER = re.compile(r"^\d[\d.-]*$")


class Role(Enum):
    """What a word does."""

    ASKING = auto()
    VERB = auto()
    PREPOSITION = auto()
    LINK = auto()
    BREAK = auto()
    ADVERB = auto()
    POINTING = auto()
    DETERMINER = auto()
    PLACE = auto()
    NOUN = auto()


@dataclass(frozen=True, slots=True)
class Word:
    """A word as written, from ``start`` to ``end`` in the question."""

    text: str
    role: Role
    start: int
    end: int
    genitive: bool = False

    @property
    def lower(self) -> str:
        """The word in lower case."""
        return self.text.lower()


def cut(question: str, places: frozenset[str]) -> list[Word]:
    """The words of ``question`` with what each does. ``places`` are lower-case names."""
    found = list(_TOKEN.finditer(question))
    lowered = [m.group().lower() for m in found]
    finite = _verb(lowered)
    return [
        Word(m.group(), role, m.start(), m.end(), role is Role.PLACE and lowered[i] not in places)
        for i, m in enumerate(found)
        for role in (Role.VERB if i == finite else _role(i, found, lowered, places),)
    ]


def verb(words: Sequence[Word]) -> str:
    """The finite verb in lower case; "" where there is none."""
    return next((w.lower for w in words if w.role is Role.VERB), "")


def _role(at: int, found: Sequence[re.Match[str]], lowered: Sequence[str], places: frozenset[str]) -> Role:
    word = lowered[at]
    name = at > 0 and found[at].group()[:1].isupper()
    if word in places or (word.removesuffix("s") in places and name):
        return Role.PLACE
    if name:
        return Role.NOUN
    for role, known in (
        (Role.ASKING, small.ASKING if at == 0 or lowered[:at][-1] in small.PREPOSITIONS else frozenset[str]()),
        (Role.PREPOSITION, small.PREPOSITIONS),
        (Role.LINK, small.LINKS),
        (Role.BREAK, small.BREAKS | {",", "–"}),
        (Role.VERB, small.SMALL_VERBS),
        (Role.DETERMINER, small.DETERMINERS - small.POINTING),
        (Role.ADVERB, small.ADVERBS - small.POINTING),
    ):
        if word in known:
            return role
    if word in small.POINTING:
        return Role.DETERMINER if _determines(lowered, at) else Role.POINTING
    passive = at + 1 == len(lowered) and word.endswith(("es", "ast")) and small.MODALS & set(lowered)
    return Role.VERB if passive else Role.NOUN


def _determines(lowered: Sequence[str], at: int) -> bool:
    """Whether the word belongs to the noun or adjective after it («den forrige reformen»), and does not stand alone."""
    word, after, next_after = [*lowered[at:], "", ""][:3]
    if word in small.PERSONS or not after:
        return False
    if after in small.ADJECTIVES or NUMBER.match(after):
        return True
    if after in _NEVER_NOUNS:
        return False
    definite = _DEFINITE.get(word, _ANY_DEFINITE)
    return after.endswith((*small.ADJECTIVE_ENDINGS, *definite)) or (
        after.endswith("e") and next_after.endswith(definite)
    )


_DEFINITE = {"det": ("et",), "dette": ("et",), "den": ("en", "a"), "denne": ("en", "a")}
_ANY_DEFINITE = ("ene", "ane", "a")
_NEVER_NOUNS = (
    small.PREPOSITIONS | small.LINKS | small.BREAKS | small.SMALL_VERBS | small.ADVERBS | small.POINTING | {",", "–"}
)


def _verb(lowered: Sequence[str]) -> int:
    """The place of the finite verb; -1 where the words are no sentence."""
    first, second = [*lowered, "", ""][:2]
    if first in small.ASKING_ALONE and second and second not in small.POINTING | small.ADVERBS | small.PREPOSITIONS:
        return 1
    if first in small.ASKING or (first in small.PREPOSITIONS and second in small.ASKING):
        listed = (i for i, w in enumerate(lowered) if i and w in small.SMALL_VERBS)
        finite = (
            i for i, w in enumerate(lowered) if i and _FINITE.match(w) and w not in small.RELATIONS | small.ADJECTIVES
        )
        return next(listed, next(finite, 1 if first in ("kva", "what") and second else -1))
    follows = second in small.POINTING | small.ADVERBS | small.DETERMINERS
    return 0 if (first in small.SMALL_VERBS and second) or (_FINITE.match(first) and follows) else -1
