"""Running Norwegian text to sentences, by place.

A full stop does not end a sentence after an abbreviation (``kap.``, ``Meld. St.``), after a number that is an ordinal
(``4. mai``, ``2. kvartal``) or inside a date (``31.12.2023``). No library at hand knows Norwegian abbreviations.
"""

import re
from collections.abc import Iterator

from lhl_assistant.language.dates import DAY

_ABBREVIATIONS = frozenset(
    """
    adm art bl meld innst bla ca dvs eks el enl etc ev evt f fl fom forts fr gj gl hhv inkl innst jf jfr kap kgl kl
    kr kv ltr m maks md mht mill min mld mnd mv nr nyno o obs off osv p par pbl pga pkt prop r ref res resp rev
    rundskr s sek sen sml spm ss st str t tab tidl tlf tom ufg und utg v vedr vgs vha vol vs årg
    """.split()
)
_DOTTED = re.compile(r"(?:\b[a-zæøå]{1,5}\.)+[a-zæøå]{1,5}\.$", re.IGNORECASE)
_END = re.compile(r"[.!?…]+[»”\"')\]]*(?=\s+|$)")
_WORD_BEFORE = re.compile(r"([^\W\d_]+|\d+)$")


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """(start, end) of each sentence in ``text``, without outer white space; nothing but white space is left out."""
    start = 0
    days = {day.start("stop") for day in DAY.finditer(text)}
    for match in _END.finditer(text):
        if match.start() not in days and _ends(text, match):
            yield from _trimmed(text, start, match.end())
            start = match.end()
    yield from _trimmed(text, start, len(text))


def _ends(text: str, match: re.Match[str]) -> bool:
    following = text[match.end() :].lstrip()[:1]
    if match.group()[0] != ".":
        return not following.islower()
    if not following:
        return True
    before = text[max(0, match.start() - 30) : match.start()]
    word = _WORD_BEFORE.search(before)
    if word is None:
        return True
    if word.group().isdigit():
        return not following.islower()
    if _DOTTED.search(before + ".") and before[-3:-1] != "..":
        return following.isupper() and word.group().lower() in {"fl", "mv", "a", "l"}
    return word.group().lower() not in _ABBREVIATIONS or len(match.group()) > 1


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    stripped = piece.strip()
    if stripped:
        start += piece.index(stripped)
        yield start, start + len(stripped)
