"""What looks like a named person's health: a name, and in what is said of the one who bears it a word of illness.

Lists, not a model: nothing leaves the machine, and a planner can see and change why something was pointed out.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import yaml

from lhl_assistant import places
from lhl_assistant.errors import LibraryUnavailable
from lhl_assistant.said import Said
from lhl_assistant.written import parsed

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_SENTENCE = re.compile(r"[^.!?]*[.!?]*")
_OF_THEM = frozenset("han hun ho hu ham henne hannom hennes hennar hans det de dem dei".split())
_SURNAME = re.compile(
    r"(?:sen|son|stad|dal|berg|vik|nes|haug|rud|land|moen|bakken|lie|lien|myhr|hagen|eng|seth|set|heim|øy|voll|strand|tveit)$"
)


@dataclass(frozen=True, slots=True)
class _Lists:
    names: frozenset[str]
    unclear: frozenset[str]
    kin: frozenset[str]
    whole: frozenset[str]
    beginnings: tuple[str, ...]


@cache
def _lists() -> _Lists:
    path = places.bundled("knowledge") / "verksted" / "personvern.yaml"
    try:
        found = parsed(path.read_text(encoding="utf-8"))
        words = [str(word) for word in found["helse"]]
        return _Lists(
            frozenset(map(str, found["fornavn"])),
            frozenset(map(str, found["tvetydige"])),
            frozenset(map(str, found["slekt"])),
            frozenset(word[1:] for word in words if word.startswith("=")),
            tuple(word for word in words if not word.startswith("=")),
        )
    except (OSError, yaml.YAMLError, KeyError, TypeError) as error:
        raise LibraryUnavailable(
            Said(
                f"Ordlisten {path} kan ikke brukes. Installer programmet på nytt.",
                f"Ordlista {path} kan ikkje brukast. Installer programmet på nytt.",
            )
        ) from error


def named(text: str) -> Iterator[tuple[int, int]]:
    """Where a person is named in ``text`` of whom something about health is said."""
    sentences = [m.span() for m in _SENTENCE.finditer(text) if m[0].strip()]
    for i, (start, end) in enumerate(sentences):
        names = list(_names(text, start, end))
        if not names:
            continue
        following = sentences[i + 1 : i + 2]
        more = [span for span in following if _goes_on(text[span[0] : span[1]])]
        if any(_speaks_of_health(text[a:b], names, a) for a, b in [(start, end), *more]):
            yield from names


def _goes_on(sentence: str) -> bool:
    first = _WORD.findall(sentence.lower())[:2]
    return bool(_OF_THEM & set(first))


def _speaks_of_health(sentence: str, names: list[tuple[int, int]], offset: int) -> bool:
    lists = _lists()
    for match in _WORD.finditer(sentence):
        start = match.start() + offset
        if any(a <= start < b for a, b in names):
            continue
        word = match[0].lower()
        if word in lists.whole or word.startswith(lists.beginnings):
            return True
    return False


def _names(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The names between ``start`` and ``end``: a known first name, with a surname where one follows."""
    lists = _lists()
    words = list(_WORD.finditer(text, start, end))
    lower = text == text.lower()
    for i, match in enumerate(words):
        word = match[0]
        following = words[i + 1] if i + 1 < len(words) and text[match.end() : words[i + 1].start()] == " " else None
        surname = following is not None and following[0][0].isupper() and word[0].isupper()
        before = words[i - 1][0].lower() if i else ""
        small = word.lower().removesuffix("s") if word.lower() not in lists.names | lists.unclear else word.lower()
        if small in lists.unclear:
            is_name = word[0].isupper() and (i > 0 or (surname and following is not None))
        elif small in lists.names:
            is_name = word[0].isupper() or lower
        else:
            is_name = word[0].isupper() and (before in lists.kin or _is_surname_of(word, before, i))
        if is_name:
            last = following if surname and following is not None else match
            yield match.start(), last.end()


def _is_surname_of(word: str, before: str, place: int) -> bool:
    """«Fru Bakken», «han Myhre»: a name of which only the family's is said."""
    return place > 0 and before in ("fru", "herr", "han", "ho", "hun", "hu") and bool(_SURNAME.search(word.lower()))
