"""The words of a question that point out of it, to what was spoken of before."""

import re
from collections.abc import Sequence

from lhl_assistant.language import phrases
from lhl_assistant.language import smallwords as small
from lhl_assistant.language.syntax import NUMBER, Role, Word, verb

_TRAILING = frozenset("da då der there then".split())
_AFTER = _TRAILING | frozenset("nå no now egentlig eigentleg".split())
_EXISTING = frozenset("er var finnes finst fins bor bur blir vert is are".split())
_MAYBE_NOTHING = small.NEUTER | {"it"}
_THIS = frozenset("denne dette disse desse this these".split())
_COUNTING = frozenset("mange andel many".split())
_AMOUNT = frozenset("mye mykje mange lite få nok lenge much many enough".split())
_YEAR = re.compile(r"(?:19|20)\d\d")
_EXPLETIVE = frozenset("være vere bli finnes finnast".split())


def pointing(words: Sequence[Word]) -> int | None:
    """The place of the first word that points out of the question («hvem skrev *den*?»), or None.

    A word points inside where a matter stands before it, other than what is asked for («hvilke kommuner har *den*?»).
    """
    if counted(words):
        return None
    asked = max((p.last for p in phrases.phrases(words) if p.asked), default=0)
    for at, word in enumerate(words):
        relative = at + 1 < len(words) and words[at + 1].lower in ("som", "that", "who")
        if word.role is not Role.POINTING or relative:
            continue
        clause = any(w.role is Role.BREAK for w in words[:at]) and any(w.role is Role.NOUN for w in words[:at])
        if clause or _matter(words[asked:at], words):
            continue
        if word.lower not in _MAYBE_NOTHING or _refers(words, at):
            return at
    return None


def described(words: Sequence[Word]) -> bool:
    """Whether the question points with a kind of thing, or an adjective alone («denne ordningen», «i det siste»)."""
    for phrase in phrases.phrases(words):
        first, *rest = words[phrase.first : phrase.last]
        partitive = phrase.last < len(words) and words[phrase.last].lower == "av"
        if first.role is not Role.DETERMINER or first.lower not in small.POINTING or partitive:
            continue
        adjectives = all(w.lower in small.ADJECTIVES for w in rest) and first.lower not in small.PLURAL
        kind = first.lower in _THIS and all(w.lower in small.ADJECTIVES | small.RELATIONS for w in rest)
        if adjectives or kind:
            return True
    return False


def trailing(words: Sequence[Word]) -> bool:
    """Whether the question ends in a word that takes up what was said («… i planen da?», «… der?»)."""
    return bool(words) and words[-1].lower in _TRAILING


def counted(words: Sequence[Word]) -> bool:
    """Whether the question tells by a number what it counts («hvor mange over 80 år»): it is whole without a noun."""
    many = any(w.lower in _COUNTING for w in words[:3])
    return many and any(NUMBER.match(w.text) and not _YEAR.fullmatch(w.text) for w in words)


def proposition(words: Sequence[Word], at: int) -> bool:
    """Whether the word at ``at`` takes up all that was said, not one thing of it («hvilken paragraf står det i?»).

    So it does where only an amount is asked after («er det mye?»): it is the answer that is much, not the thing.
    """
    if words[at].lower not in small.NEUTER or at == 0:
        return False
    rest = [w for w in words[at + 1 :] if w.role not in (Role.ADVERB, Role.PREPOSITION)]
    amount = bool(rest) and all(w.lower in _AMOUNT for w in rest)
    return amount or words[at - 1].lower in small.SAYING | small.ASKING


def wordless(words: Sequence[Word]) -> bool:
    """Whether the words ask without naming anything («hvorfor ikke?», «når da?»): nothing for the next to extend."""
    said = [w for w in words if w.lower not in _AFTER | small.ADVERBS]
    return all(w.role in (Role.ASKING, Role.POINTING, Role.LINK, Role.BREAK) for w in said)


def _refers(words: Sequence[Word], at: int) -> bool:
    """Whether ``det`` stands for something: last, after a preposition, before a full verb, or with no matter at all."""
    rest = [w for w in words[at + 1 :] if w.lower not in _AFTER]
    before = words[at - 1] if at else None
    if before and before.role is Role.BREAK:
        return False
    if not rest:
        return not (_matter(words[:at], words) and before and before.lower in _EXISTING)
    if not phrases.matter(words):
        return True
    modal = any(w.lower in small.MODALS for w in words[:at])
    full = modal and rest[0].lower not in _EXPLETIVE and not rest[0].lower.endswith("s")
    return full or (before is not None and before.role is Role.PREPOSITION)


def _matter(part: Sequence[Word], words: Sequence[Word]) -> list[str]:
    """The matter in a part of ``words``, the finite verb left out."""
    return [w for w in phrases.matter(part) if w != verb(words)]
