"""A whole question that leaves something out, with it put in: the pointing word replaced, the matter added."""

import re
from collections.abc import Sequence

from lhl_assistant.answer import fragments, referring
from lhl_assistant.answer import topic as topics
from lhl_assistant.language import phrases
from lhl_assistant.language.detect import detect
from lhl_assistant.language.syntax import Role, Word, cut

_FOR = re.compile(
    r"\b(?:ansvar(?:et)?|ansvarlig|ansvarleg|frist(?:en)?|pris(?:en)?|kostnad(?:en)?|responsible|krav(?:ene|et|a)?)$",
    re.I,
)
_EVERYWHERE = re.compile(
    r"§|\b(?:\w*lov(?:en|a|er)?|forskrift\w*|\w*reform(?:en|a)?|stat(?:en|lig\w*|leg\w*)|regjering\w*|nasjonal\w*|landet|"
    r"andre|kommun(?:er|ene|ar|ane)|\w*law|national|others|municipalities)\b",
    re.I,
)
_MEANING = re.compile(r"^(?:hva|kva|ka|what) (?:er|betyr|tyder|menes|meines|is|does)\b", re.I)


def same_verb(question: str, words: Sequence[Word], before: str, known: frozenset[str]) -> str:
    """«Hva sier loven?» after «Hva sier reformen om ernæring?»: the question before with the one phrase that is new."""
    said, new = cut(before, known), phrases.phrases(words)
    alike = len(words) > 2 and [w.lower for w in words[:2]] == [w.lower for w in said[:2]]
    if not alike or len(new) != 1 or (new[0].first, new[0].last) != (2, len(words)) or len(said) <= len(words):
        return ""
    return fragments.put(phrases.text(question, words[2:]), before, known)


def pointed(question: str, words: Sequence[Word], before: str, known: frozenset[str]) -> str:
    """The question with the pointing word replaced by what it points to; "" where nothing points."""
    at = referring.pointing(words)
    if at is None:
        return ""
    own_place = any(phrases.places(words))
    said = cut(before, known)
    if referring.proposition(words, at):
        everything = topics.everything(before, said, not own_place)
        return f"{question.rstrip('?.! ')} – {everything}?" if everything else ""
    topic = topics.topic(before, said, words[at].lower, not own_place)
    if not topic:
        return ""
    if phrases.matter(cut(topic, known)):
        return f"{question[: words[at].start]}{topic}{question[words[at].end :]}"
    return f"{question.rstrip('?.! ')} {topic}?"


def missing(question: str, words: Sequence[Word], before: str, known: frozenset[str]) -> str:
    """The question with the matter that it does not name; "" where it names its own."""
    whole = phrases.matter(words) or referring.counted(words)
    if whole and not (referring.described(words) or referring.trailing(words)):
        return ""
    own = list(phrases.places(words))
    said = cut(before, known)
    nouns = [w for w in words if w.role is Role.NOUN]
    if own and not nouns:
        return fragments.put(own[0].text, before, known)
    topic = (topics.everything if referring.trailing(words) else topics.topic)(before, said, with_place=not own)
    bare = question.rstrip("?.! ")
    last = words[-1].text
    if topic.lower().startswith(f"{last.lower()} "):
        return f"{bare.removesuffix(last)}{topic}?"
    return "" if not topic else f"{bare} for {topic}?" if _FOR.search(bare) else f"{bare} – {topic}?"


def placed(question: str, words: Sequence[Word], before: str, known: frozenset[str]) -> str:
    """«(og) hvem er ordfører?» after a question of Lesja: of Lesja too. "" where nothing tells whose it would be.

    What names something of its own, asks what a word means, or asks of law, reform or other municipalities is asked
    as it stands: it is the same everywhere.
    """
    said = cut(before, known)
    own = any(w.text[:1].isupper() for w in words[1:]) or any(phrases.places(words)) or _EVERYWHERE.search(question)
    nouns = topics.candidates(words)
    meaning = _MEANING.match(question) and not any(topics.definite(words, p) for p in nouns)
    place = next((p for p in phrases.phrases(said) if phrases.is_place(said, p)), None)
    if own or meaning or place is None:
        return ""
    *_, last = named = said[place.first : place.last]
    name = phrases.text(before, named)
    name = name.removesuffix("s") if last.genitive else name
    return f"{question.rstrip('?.! ')} {'in' if detect(before) == 'en' else 'i'} {name}?"
