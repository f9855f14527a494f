"""What sort of answer a question asks for, from the words it asks with (bokmål, nynorsk, English)."""

import re
from dataclasses import dataclass
from enum import Enum, auto

from lhl_assistant.language import phrases
from lhl_assistant.language import smallwords as small
from lhl_assistant.language.syntax import cut


class Wanted(Enum):
    """The sort of thing that would answer."""

    AMOUNT = auto()
    NUMBER = auto()
    TIME = auto()
    DURATION = auto()
    PERSON = auto()
    NAME = auto()
    SECTION = auto()
    LIST = auto()
    COMPARISON = auto()
    TEXT = auto()


@dataclass(frozen=True, slots=True)
class Intent:
    """``wanted`` and, for a question that a table's cell can answer, the names such a column goes by.

    ``thing`` is the lower-case noun of what is asked for («hvilket *firma*», «hva er *satsen* for»): a passage without
    it is about something else. "" where the question only asks what, how or why.
    """

    wanted: Wanted
    columns: tuple[str, ...]
    thing: str = ""


_RESPONSIBLE = ("ansvar", "ansvarlig", "ansvarleg", "hvem", "kven")
_TIME = ("tidsrom", "år", "når", "tid", "frist", "periode")
_COST = ("kostnad/merknad", "kostnad/omfang", "kostnad", "beløp", "merknad", "budsjett")

_TITLE = (
    r"\w*(?:leder|leiar|lederen|leiaren|fører|førar|føreren|føraren|minister|ministeren|statsråd|statsråden|rektor|"
    r"rektoren|legen|lege|direktør|direktøren|forvalter|forvaltar|sjef|sjefen|koordinatoren|mayor|manager)"
)
_WHEN_VERBS = "|".join(
    sorted(
        small.SMALL_VERBS | set("starter startet begynner begynte byrjar slutter sluttet slutta åpner stenger".split())
    )
)

_PATTERNS: tuple[tuple[Wanted, str, tuple[str, ...]], ...] = (
    (
        Wanted.COMPARISON,
        r"\b(sammenlikn\w*|sammenlign\w*|samanlikn\w*|forskjell\w*|skilnad\w*|skiller|skil|compare[ds]?|differ\w*|"
        r"annerledes enn|annleis enn|kontra|versus)\b",
        (),
    ),
    (
        Wanted.AMOUNT,
        r"^(?:koster|kostar)\b|\b(?:hva|kva|ka|how much|what|hvor mye|kor mykje|hvor dyrt?|kor dyrt?)\b.*"
        r"\b(?:kost(?:er|ar|et|a|e)|costs?|betal\w*|betalt|tjener|tener|dyrt?)\b|"
        r"(?<!-)\b(?:kostnad\w*|pris(?:en|er|ene)?|hvor mye penger|kor mykje pengar|kroner|beløp\w*|"
        r"budsjett(?:et|ert)?|hva har .* satt av|how much money|lønn(?:en|a)?|løna|satsen|satsene|satsar|sats for|"
        r"egenandel\w*|eigendel\w*|avgift\w*|takst\w*|skatt(?:en)?|\w+skatten|gebyr\w*)\b",
        _COST,
    ),
    (
        Wanted.DURATION,
        r"\b(?:hvor|kor|ka) leng(?:e|je)\b|\bhow long\b|\b(?:hvor|kor) lang(?:e)? (?:tid|nattfaste\w*|\w*periode\w*|"
        r"\w*frist\w*|\w*tid)\b",
        _TIME,
    ),
    (
        Wanted.SECTION,
        r"\b(?:hvilke[nt]?|kva(?: for ein?)?|ka(?: for en?)?|which) (?:lov)?(?:paragraf\w*|bestemmelse\w*|section)",
        (),
    ),
    (
        Wanted.NUMBER,
        r"\b(hvor mange|kor mange|ka mange|hvor stor \w*|kor stor \w*|hvor mye|kor mykje|how many|antall|"
        r"hvor (?:høy|lang|langt)|kor (?:høg|lang|langt)|prosent\w*)\b",
        (),
    ),
    (
        Wanted.LIST,
        r"\b(?:(?:hva|ka) (?:heter|heite) (?:alle |de\b)|kva heiter (?:alle |dei\b)|what are the names)",
        (),
    ),
    (
        Wanted.NAME,
        r"\b(?:hva heter|kva heiter|ka heite|what is the name)\b|"
        rf"\b(?:hvem|kven|who) (?:er|var|ble|vart|is|was) {_TITLE}\b",
        (),
    ),
    (
        Wanted.PERSON,
        r"(\bansvar\w*|^(hvem|kven|kem|who)\b|\b(hvem|kven) (har|skal|er|står|tar|tek|gjør|gjer|må|kan)\b)",
        _RESPONSIBLE,
    ),
    (
        Wanted.TIME,
        rf"(?:^|\b(?:og|men|and)\b |[,:;.–] )(?:når|når tid|ka tid|when) (?:{_WHEN_VERBS})\b|"
        r"^(?:når|ka tid|når tid|when) [^,]*$|"
        r"\b(?:hvilke[nt]?|kva|what) (?:år|dato|tidsrom|tid|dag|dager|dagar|ukedag\w*|klokkeslett|uke|uker|veke|veker|"
        r"måned|månad|year|date|day|days)\b|\bfrist\w*|\btidsrom\b",
        _TIME,
    ),
    (
        Wanted.LIST,
        r"\b(hvilke|kva for|list\w* opp|alle (?:de |dei )?\w+|liste|ramse?|nevn|nemn|"
        r"(?:hva|kva) (?:er|var) (?:de|dei) (?:to|tre|fire|fem|seks|sju|åtte|ni|ti|\d+)|"
        r"steg for steg|trinn for trinn|which|what are the|hva slags|tiltak(ene)? har|"
        r"(?:hva|kva) investerer)\b",
        (),
    ),
)
_QUALIFYING = (small.ADJECTIVES | frozenset("mange mye mykje stor stort how many much".split())) - {
    "ansatte",
    "tilsette",
}
_GENERIC = (
    small.RELATIONS
    | small.ADJECTIVES
    | frozenset(
        """
    tiltak tiltakene tiltaka kommune kommuner kommunene kommunar ting slags regler reglar typer typar deler andel
    del part type form former forhold punkter spørsmål svar råd grep områder krav planer planar plan eksempler
    færre flere fleire status forskjellen skilnaden vitsen navn namn mer meir tjenester tenester steder stader stad sted
    how many much municipality municipalities plans measures
    """.split()
    )
) - {"ansatte", "tilsette"}


def read(question: str) -> Intent:
    """The first sort whose words occur in ``question``; plain text where none does."""
    lowered = question.lower().strip()
    for wanted, pattern, columns in _PATTERNS:
        if re.search(pattern, lowered):
            return Intent(wanted, columns, _thing(question))
    return Intent(Wanted.TEXT, (), _thing(question))


_HOW = r"(?:hvor|kor|ka) (?!mange|mykje|mye|stor)"
_IS = frozenset("er var heter heiter is was".split())


def _thing(question: str) -> str:
    """The noun beside the asking word («hvor mange *plasser*»), else the first after it («hva er *satsen* …»)."""
    words = cut(question, frozenset())
    found = [p for p in phrases.phrases(words) if not p.preposition]
    asked = [] if re.match(_HOW, question.lower()) else [p for p in found if p.asked]
    if not asked and len(words) > 1 and words[0].lower in small.ASKING and words[1].lower in _IS:
        asked = found[:1]
    nouns = [n for p in asked for n in phrases.heads(words, p) if n.isalpha() and n not in small.ASKING]
    named = next((n for n in nouns if n not in _QUALIFYING), "")
    return "" if named in _GENERIC else named
