"""What a question speaks of, in its own words: what the next one may point to or leave out."""

from collections.abc import Sequence

from lhl_assistant.language import phrases
from lhl_assistant.language import smallwords as small
from lhl_assistant.language.detect import detect
from lhl_assistant.language.phrases import Phrase
from lhl_assistant.language.syntax import Role, Word, verb

_ARTICLES = frozenset("en ei ein et eit a an the".split())


def topic(question: str, words: Sequence[Word], pointer: str = "", with_place: bool = True) -> str:
    """What ``question`` speaks of, as a noun phrase of its own words: the one that ``pointer`` may stand for.

    The place comes along unless ``with_place`` is false. Empty where the question speaks of nothing.
    """
    found = candidates(words)
    if not found:
        return _placed(" ".join(phrases.matter(words)), question, words, with_place)
    says = verb(words) in small.SAYING
    best = max(found, key=lambda p: (_agreement(words, p, pointer), not p.asked, says and p.preposition == "om"))
    return _placed(phrases.text(question, _extended(words, best, with_place)), question, words, with_place)


def everything(question: str, words: Sequence[Word], with_place: bool = True) -> str:
    """All that ``question`` speaks of, as it is written, one phrase after another."""
    if not candidates(words):
        return topic(question, words, with_place=with_place)
    found: list[Sequence[Word]] = []
    for phrase in candidates(words):
        if not any(words[phrase.first] in said for said in found):
            found.append(_extended(words, phrase, with_place))
    return _placed(", ".join(phrases.text(question, f) for f in found), question, words, with_place)


def candidates(words: Sequence[Word]) -> list[Phrase]:
    """The phrases that a question can be about, those beside the asking word last.

    No place and no mere relation; a kind of thing only with what it is tied to («tilskuddet til aktivitet»).
    """
    said = phrases.phrases(words)
    tied = {p.first - 1 for p in said if p.preposition and not phrases.is_place(words, p)}
    proper = [
        p
        for p in said
        if not phrases.is_place(words, p)
        and (
            phrases.matter(words[p.first : p.last]) or (p.last in tied and small.THINGS & set(phrases.heads(words, p)))
        )
    ]
    return sorted(proper, key=lambda p: p.asked)


def definite(words: Sequence[Word], phrase: Phrase) -> bool:
    """Whether the phrase is a definite one or a name."""
    nouns = [w for w in words[phrase.first : phrase.last] if w.role in (Role.NOUN, Role.PLACE)]
    name = any(w.text[:1].isupper() for w in nouns)
    return name or nouns[-1].lower.endswith(("en", "et", "ene", "ane", "a"))


def _agreement(words: Sequence[Word], phrase: Phrase, pointer: str) -> int:
    """2 where gender and number fit the pointer, 1 where the phrase does not show them, 0 where they differ."""
    last = phrases.heads(words, phrase)[-1]
    article = words[phrase.first].lower if words[phrase.first].lower in _ARTICLES else ""
    shown = {
        "neuter": last.endswith("et") or article in ("et", "eit"),
        "plural": last.endswith(("ene", "ane")),
        "common": (last.endswith(("en", "a")) and not last.endswith(("ene", "ane"))) or article in ("en", "ein", "ei"),
    }
    wanted = "neuter" if pointer in small.NEUTER else "plural" if pointer in small.PLURAL else "common"
    if not pointer or not any(shown.values()):
        return 1
    return 2 if shown[wanted] else 0


def _extended(words: Sequence[Word], phrase: Phrase, with_place: bool) -> Sequence[Word]:
    """The phrase with those that a preposition ties to it («sluttrapporten om Leve hele livet»)."""
    last = phrase.last
    for after in phrases.phrases(words):
        tied = after.preposition and after.first == last + 1
        if tied and (with_place or not phrases.is_place(words, after)):
            last = after.last
    return words[phrase.first : last]


def _placed(chosen: str, question: str, words: Sequence[Word], with_place: bool) -> str:
    """``chosen`` with the place that the question names, where it is wanted and not there."""
    place = next(phrases.places(words), None)
    if not with_place or place is None or place.text in chosen:
        return chosen
    name = place.text.removesuffix("s") if place.genitive else place.text
    return f"{chosen} {'in' if detect(question) == 'en' else 'i'} {name}".strip()
