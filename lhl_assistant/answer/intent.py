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


@dataclass(frozen=True, slots=True)
class Intent:
    """``wanted`` and, for a question that a table's cell can answer, the names such a column goes by."""

    wanted: Wanted
    columns: tuple[str, ...]


_RESPONSIBLE = ("ansvar", "ansvarlig", "ansvarleg", "hvem", "kven")
_TIME = ("tidsrom", "år", "når", "tid", "frist", "periode")
_COST = ("kostnad/merknad", "kostnad/omfang", "kostnad", "beløp", "merknad", "budsjett")

_PATTERNS: tuple[tuple[Wanted, str, tuple[str, ...]], ...] = (
    (Wanted.COMPARISON, r"\b(sammenlikn|sammenlign|samanlikn|forskjell\w*|skilnad\w*|compare)\b", ()),
    (
        Wanted.AMOUNT,
        r"\b(betal(er|ar|e)|tjen(er|ar|e)|lønn\w*)\b|"
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
        r"kva er dei (to|tre|fire|fem|seks|sju)|"
        r"steg for steg|trinn for trinn|which|what are the|hva slags|tiltak(ene)? har)\b",
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
