"""What sort of answer a question asks for, from the words it asks with (bokmål, nynorsk, English)."""

import re
from dataclasses import dataclass
from enum import Enum, auto


class Wanted(Enum):
    """The sort of thing that would answer."""

    AMOUNT = auto()
    NUMBER = auto()
    TIME = auto()
    PERSON = auto()
    LIST = auto()
    COMPARISON = auto()
    TEXT = auto()
    INVENTION = auto()


@dataclass(frozen=True, slots=True)
class Intent:
    """``wanted`` and, for a question that a table's cell can answer, the names such a column goes by."""

    wanted: Wanted
    columns: tuple[str, ...]


_RESPONSIBLE = ("ansvar", "ansvarlig", "ansvarleg", "hvem", "kven")
_TIME = ("tidsrom", "år", "når", "tid", "frist", "periode")
_COST = ("kostnad/merknad", "kostnad/omfang", "kostnad", "beløp", "merknad", "budsjett")

_PATTERNS: tuple[tuple[Wanted, str, tuple[str, ...]], ...] = (
    (
        Wanted.INVENTION,
        r"^(skriv|dikt|finn på|syng|teikn|tegn|fortell en|fortel ein|oversett|omset|write|tell me a)\b",
        (),
    ),
    (Wanted.COMPARISON, r"\b(sammenlikn|sammenlign|samanlikn|forskjell\w*|skilnad\w*|compare)\b", ()),
    (
        Wanted.AMOUNT,
        r"\b(kost(er|ar|et|a|nad\w*|e)|pris\w*|hvor mye penger|kor mykje pengar|kroner|beløp\w*|budsjett\w*|cost\w*|"
        r"hvor dyrt?|kor dyrt?|hva har .* satt av|how much money)\b",
        _COST,
    ),
    (
        Wanted.NUMBER,
        r"\b(hvor mange|kor mange|hvor stor \w*|kor stor \w*|hvor mye|kor mykje|how many|antall|prosent\w*)\b",
        (),
    ),
    (
        Wanted.PERSON,
        r"(\bansvar\w*|^(hvem|kven|who)\b|\b(hvem|kven) (har|skal|er|står|tar|tek|gjør|gjer|må|kan)\b)",
        _RESPONSIBLE,
    ),
    (Wanted.TIME, r"\b(når|hvilke[nt]? (år|dato|tidsrom)|kva (år|tid|tidsrom|dato)|frist\w*|when|tidsrom)\b", _TIME),
    (
        Wanted.LIST,
        r"\b(hvilke|kva for|list\w* opp|alle|liste|ramse?|nevn|nemn|hva er de (to|tre|fire|fem|seks|sju)|"
        r"kva er dei (to|tre|fire|fem|seks|sju)|which|what are the|hva slags|tiltak(ene)? har)\b",
        (),
    ),
)


def read(question: str) -> Intent:
    """The first sort whose words occur in ``question``; plain text where none does."""
    lowered = question.lower().strip()
    for wanted, pattern, columns in _PATTERNS:
        if re.search(pattern, lowered):
            return Intent(wanted, columns)
    return Intent(Wanted.TEXT, ())


_AMOUNT = re.compile(r"(\bkr\b|kroner|\bmill\b|\bmrd\b|prosent|%|\d+(?:[ ,.]\d+)* ?(?:kr|mill|mrd))", re.IGNORECASE)
_NUMBER = re.compile(
    r"\d|\b(én|ett|ein|to|tre|fire|fem|seks|sju|åtte|ni|ti|elleve|tolv|tjue|tretti|ingen|halvparten|alle)\b",
    re.IGNORECASE,
)
_WHEN = re.compile(
    r"\b(19|20)\d\d\b|\d{1,2}\.\d{1,2}\.|januar|februar|mars|april|\bmai\b|juni|juli|august|september|oktober|november|"
    r"desember|\bhver[t]?\b|\bkvart?\b|årlig|årleg|pågår|kontinuerlig|planperiode|\buke|\bdager?\b|\bår\b|kl\.",
    re.IGNORECASE,
)


def holds(wanted: Wanted, text: str) -> bool:
    """Whether ``text`` has a value of the kind that is wanted; a plain text always does."""
    if wanted is Wanted.AMOUNT:
        return bool(_AMOUNT.search(text))
    if wanted is Wanted.NUMBER:
        return bool(_NUMBER.search(text))
    if wanted is Wanted.TIME:
        return bool(_WHEN.search(text))
    return True
