"""Norwegian text to index terms: lower case, stop words out, Snowball stems, compounds split, nynorsk met halfway.

The analysis is part of an index's identity (``ANALYSIS``). Stop words are the function words of bokmål, nynorsk and
English, and the words with which a question is asked; ``ikke`` and its like stay, they change what is meant.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache

import snowballstemmer

ANALYSIS = "snowball-norwegian-1"

_WORD = re.compile(r"[^\W_]+(?:[-/][^\W_]+)*")
_JOINT = re.compile("[-/]")
_STOP = frozenset(
    """
    alle alt an at av be både bare ble blei blir bli blitt blitte bruke brukes da de deg dei dem den denne der dere
    deres det dette di din disse ditt dykk dykkar då eg ei ein eit eitt eller en enn er et etter for fra frå få får
    før ha hadde han hans har hava hennar henne hennes her hjå ho hun hva hvem hver hvilke hvilken hvilket hvis hvor
    hvordan hvorfor hvorleis i inn ja jeg kan kva kvar kvarhelst kva kven kvi kvifor kvifor korleis kor kunne kjem
    kommer kom man mange med meg mellom men mer meir mi min mitt mot mye mykje må nå når no noe noen noko nokon
    nokre og også om opp oss over på sa samt sånn så seg si sia sidan siden sin sine sitt sjøl skal skulle slik
    slike som somme somt til um under upp ut ute uten utan var vart varte ved vel vera vere verte vi vil ville vore
    vors vort være vært vår våre å er finnes fins finst gjelder gjeld gjøre gjere gjør gjer altså jo då der dit hit
    a about an and any are as at be by can do does for from has have how i in is it its me much many my of on or our
    should that the their there these they this to was we were what when where which who whom why will with you your
    """.split()
)
_LINKS = ("", "s", "e")
_MIN_PART = 4


def tokens(text: str) -> Iterator[str]:
    """The words of ``text`` in lower case, in order. ``4-åring`` is one word, and so is ``og/eller``."""
    return iter(_WORD.findall(unicodedata.normalize("NFC", text).lower()))


def is_content(word: str) -> bool:
    """Whether a lower-case word carries meaning."""
    return word not in _STOP


def content_words(text: str) -> list[str]:
    """The words of ``text`` that carry meaning, unstemmed, with ``/`` and ``-`` compounds also in their parts."""
    found = []
    for token in tokens(text):
        if "-" in token or "/" in token:
            found += [w for w in (token, *_JOINT.split(token)) if w not in _STOP]
        elif token not in _STOP:
            found.append(token)
    return found


@cache
def _stemmer() -> "snowballstemmer.stemmer":
    return snowballstemmer.stemmer("norwegian")


@cache
def stem(word: str) -> str:
    """The Norwegian Snowball stem of a lower-case word; a number is its own stem."""
    return str(_stemmer().stemWord(word)) if word[:1].isalpha() else word


@lru_cache(maxsize=16_384)
def parts(word: str, vocabulary: frozenset[str]) -> tuple[str, ...]:
    """The parts of a compound that are stems in ``vocabulary`` (``matombringing`` → ``mat``… ), else nothing.

    The longest last part wins, as the last part carries the meaning of a Norwegian compound; an ``s`` or ``e`` may
    link the parts. Parts shorter than four letters are left alone: they split by accident more often than not.
    """
    whole = stem(word)
    for cut in range(_MIN_PART, len(word) - _MIN_PART + 1):
        tail = stem(word[cut:])
        if tail == whole or tail not in vocabulary:
            continue
        for link in _LINKS:
            head = word[:cut].removesuffix(link) if link else word[:cut]
            if len(head) >= _MIN_PART and stem(head) in vocabulary:
                return stem(head), tail
    return ()


def terms(text: str, vocabulary: frozenset[str]) -> list[str]:
    """The index terms of ``text``: a stem for each content word and, for a compound, its parts as well."""
    found = []
    for word in content_words(text):
        found.append(stem(word))
        found += parts(word, vocabulary)
    return found
