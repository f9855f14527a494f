"""Values in a text: whether there is one of the kind that is asked for, and in which sentence."""

import re
from collections.abc import Callable

from lhl_assistant.answer.intent import Wanted

_AMOUNT = re.compile(
    r"\bkr\b|kroner|\bmill\b|\bmrd\b|\d ?(?:kr|mill|mrd)|gratis|pengepott|"
    r"(?:prosent|%) av (?:\w+ ){0,2}\w*(?:kostnad|utgift|beløp|inntekt|løn|pris|tilsku?[od])",
    re.IGNORECASE,
)
_NO_COUNT = re.compile(
    r"\b(?:19|20)\d\d\b|\b\d{1,2}\.\d{1,2}(?:\.\d{2,4})?|§+ ?[\d-]+|\bkl\. ?[\d.]+|\bkap\. ?[\d.]+|"
    r"\b\d{1,2}\. (?:januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember)\b|"
    r"\b\d{2}(?:[–/-]\d{2})? ?(?:år|åringer)\b|\bover [5-9]\d\b|"
    r"\b(?:St|S|L|tiltak|sak|punkt|område|løsning|nr)\.? ?\d+",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"\d|\b(én|ett|to|tre|fire|fem|seks|sju|åtte|ni|ti|elleve|tolv|tretten|fjorten|femten|tjue|tretti|førti|femti|"
    r"ingen|halvparten|alle|noen få|enkelte|dobl\w*)\b",
    re.IGNORECASE,
)
_WHEN = re.compile(
    r"\b(?:19|20)\d\d\b|\d{1,2}\.\d{1,2}\.|januar|februar|mars|april|\bmai\b|juni|juli|august|september|oktober|november|"
    r"desember|\bhver[t]?\b|\bkvart?\b|årlig|årleg|pågår|kontinuerlig|planperiode|\bkl\.|klokka|minst én gang|løpende|"
    r"\b(?:minst|høyst|innen) [\w ]{1,12} ?(?:uker|veker|dager|dagar|måneder|månader)\b|"
    r"\b\d+ (?:dager|dagar|uker|veker)\b",
    re.IGNORECASE,
)
_DURATION = re.compile(
    r"(?:\d|\b(?:én|ei|ett?|en|to|tre|fire|fem|seks|sju|åtte|ni|ti|tolv|om lag|ca\.|noen|nokre|hele|heile))"
    r"[^.;\n]{0,15}\b(?:sekund\w*|minutt\w*|time[rn]?|timar|dag(?:er|ar)?|døgn|uker?|veker?|måned\w*|månad\w*|år|valgperiode\w*)\b|"
    r"\b(?:19|20)\d\d ?[–-] ?(?:19|20)?\d\d\b|\bårlig\b|\b(?:fra|frå) .{1,40} til \b|\b(?:ut|til) (?:19|20)\d\d\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?<=[\w,:«] )«?[A-ZÆØÅ][\wæøå-]+|«")
_PERSON = re.compile(r"\b[A-ZÆØÅ][a-zæøå]+ (?:[A-ZÆØÅ][\wæøå.]* )?[A-ZÆØÅ][a-zæøå]+\b")
_WORD = re.compile(r"[^\W_]+(?:[-/., ]\d+)*")
_WITHIN = 5


def holds(wanted: Wanted, text: str) -> bool:
    """Whether ``text`` has a value of the kind that is wanted; a plain text always does.

    Years, dates, clock times, paragraphs and chapter numbers are no counts.
    """
    if wanted is Wanted.AMOUNT:
        return bool(_AMOUNT.search(text))
    if wanted is Wanted.NUMBER:
        return bool(_NUMBER.search(counts(text)))
    if wanted is Wanted.TIME:
        return bool(_WHEN.search(text))
    if wanted is Wanted.DURATION:
        return bool(_DURATION.search(text))
    if wanted is Wanted.NAME:
        return bool(_NAME.search(text))
    return wanted is not Wanted.SECTION or "§" in text


def counts(text: str) -> str:
    """The text without the numbers that count nothing, ``%`` as a word."""
    return _NO_COUNT.sub(" ", text).replace("%", " prosent")


def names_person(text: str) -> bool:
    """Whether two capitalised words in a row may be someone's name."""
    return bool(_PERSON.search(text))


def counted(text: str, is_thing: Callable[[str], bool]) -> bool:
    """Whether a number stands within five words of a word that ``is_thing``."""
    words = _WORD.findall(counts(text))
    numbers = [i for i, w in enumerate(words) if _NUMBER.search(w)]
    things = [i for i, w in enumerate(words) if is_thing(w)]
    return any(abs(n - t) <= _WITHIN for n in numbers for t in things)
