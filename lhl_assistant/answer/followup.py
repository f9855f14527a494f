"""A question in its conversation: what the turn before supplies, and the completed question that is shown.

A follow-up leaves out what both know: the place («og i Lesja?»), the matter («hva koster det?»), or both, or only asks
for another form («på nynorsk», «vis flere eksempler»). Whatever names a matter of its own is asked as it stands.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from lhl_assistant.answer import intent as intents
from lhl_assistant.answer import rows
from lhl_assistant.answer.intent import Wanted
from lhl_assistant.answer.model import Answer
from lhl_assistant.language.detect import Asked
from lhl_assistant.language.words import content_words, tokens

_FORM = re.compile(
    r"^(?:kan du (?:si|skrive|ta) (?:det|dette) )?(?:og )?(?:si det |ta det )?på (nynorsk|bokmål)[.!?]*$", re.I
)
_MORE = re.compile(
    r"\b(flere|fleire|andre) (eksempler|eksempel|døme|tiltak)\b|^(mer|meir|vis mer|vis meir)[.!?]*$", re.I
)
_OPENING = re.compile(r"^(og|enn|hva med|kva med|ka med|men|what about|and)\b[ ,]*", re.I)
_SHORT = 3
_PRONOUNS = frozenset(
    "det den dette denne disse desse dei de der da då han hun hen them it that this they there".split()
)
_VERBS = frozenset(
    "ansvar ansvaret ansvarlig ansvarleg koster kostar kostnad pris skje skjer gjennomføres ferdig starter startar "
    "begynner byrjar frist fristen tid tidsrom finansiert finansieres betaler betalar gjelder vedtatt vedtatte vedteke "
    "penger pengar mye dyrt mange".split()
)


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn: the completed question that was asked, and its answer."""

    question: str
    answer: Answer


@dataclass(frozen=True, slots=True)
class Completed:
    """What to ask. ``language`` is set where only the form was asked for; ``leave_out`` are passages already told."""

    question: str
    changed: bool
    language: Asked | None = None
    leave_out: frozenset[tuple[str, str, int]] = frozenset()


def complete(question: str, before: Turn | None, places: Iterable[str]) -> Completed:
    """``question`` with what the turn before supplies. ``places`` are the lower-case names that the libraries have."""
    if before is None:
        return Completed(question, False)
    if form := _FORM.match(question.strip()):
        return Completed(before.question, True, "nn" if form.group(1).lower() == "nynorsk" else "nb")
    if _MORE.search(question) and len(content_words(question)) <= _SHORT:
        told = frozenset((h.library, h.source.id, h.number) for h in before.answer.hits[: len(before.answer.citations)])
        return Completed(before.question, True, None, told)
    return Completed(*_filled(question, before, frozenset(places)))


def _filled(question: str, before: Turn, known: frozenset[str]) -> tuple[str, bool]:
    """The question with the matter or the place of the turn before, and whether that changed it."""
    own = _matter(question, known)
    opening = _OPENING.match(question.strip())
    if own and not (opening or set(tokens(question)) & _PRONOUNS):
        return question, False
    if not own:
        named = _places(question, known)
        return (_elsewhere(question, before, named, known) if named else _about(question, before, known)), True
    if opening and len(own) <= _SHORT:
        return _about(_OPENING.sub("", question.strip()), before, known, matter=False), True
    return question, False


def _matter(question: str, places: frozenset[str]) -> list[str]:
    """The words that name a matter of the question's own."""
    return [
        w
        for w in content_words(_OPENING.sub("", question))
        if w not in _VERBS and w not in _PRONOUNS and not _place(w, places)
    ]


def _place(word: str, places: frozenset[str]) -> bool:
    return word in places or word.removesuffix("s") in places


def _places(question: str, known: frozenset[str]) -> list[str]:
    return [w for w in question.replace("?", " ").replace(",", " ").split() if _place(w.lower().strip(".!"), known)]


def _elsewhere(question: str, before: Turn, named: list[str], known: frozenset[str]) -> str:
    """The question before, asked of the place that is named now; what is asked of it changes if it says so."""
    place = named[0].strip("?.,!").removesuffix("s") if named[0].lower() not in known else named[0].strip("?.,!")
    asked = intents.read(question).wanted
    if asked is not Wanted.TEXT:
        return f"{_without(question, known).rstrip('?. ')} {_topic(before)} i {place}?"
    previous = _without(before.question, known).rstrip("?. ")
    return f"{previous} i {place}?"


def _about(question: str, before: Turn, known: frozenset[str], matter: bool = True) -> str:
    """The question with the matter (unless it has its own) and the place of the turn before."""
    bare = question.strip().rstrip("?. ")
    place = next((f" i {p.strip('?.,!')}" for p in _places(before.question, known) if not _places(question, known)), "")
    topic = f" {_topic(before)}" if matter else ""
    return f"{bare}{' –' if topic else ''}{topic}{place}?"


def _without(question: str, known: frozenset[str]) -> str:
    """The question without places and the preposition before them."""
    pattern = r"\s*\b(?:i|på|for|til|fra|frå|hos)\s+(\w+)\b|\b(\w+)\b"

    def drop(match: re.Match[str]) -> str:
        word = (match.group(1) or match.group(2)).lower()
        return "" if _place(word, known) else match.group()

    return re.sub(r"\s+", " ", re.sub(pattern, drop, question)).strip()


def _topic(before: Turn) -> str:
    """What the turn before was about: the row that answered it, else the words of its question."""
    hits = before.answer.hits
    if hits and hits[0].passage.cells and before.answer.answered:
        return rows.topic(hits[0]).value.split(":")[-1].strip()
    words = [w for w in content_words(before.question) if w not in _VERBS]
    return " ".join(words)
