"""Our summaries held against the originals: figures, dates and names that the cited place does not have.

What is told is a place to look, not a mistake that is proved: a summary may add up, or name what the original calls
something else. Numbers up to twelve count as there when the original has them in words.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lhl_assistant.errors import InputUnusable
from lhl_assistant.language.sentences import sentences
from lhl_assistant.said import Said
from lhl_assistant.search.libraries import Layout
from lhl_assistant.search.snapshot import Snapshot
from lhl_assistant.sources.model import Passage, Source
from lhl_assistant.sources.passages import passages

_NUMBER = re.compile(r"\d+(?:[ \u00a0\u202f.]\d{3}(?!\d))*(?:,\d+)?")
_NAME = re.compile(r"(?<=[\w,;:»)] )[A-ZÆØÅ][\wæøåÆØÅ-]{2,}")
_MONTHS = "januar februar mars april mai juni juli august september oktober november desember".split()
_DATE = re.compile(rf"\b(\d{{1,2}})\. ?({'|'.join(_MONTHS)})|\b(\d{{1,2}})\.(\d{{1,2}})\.(?=\d{{4}})", re.IGNORECASE)
_CHAPTER = re.compile(r"\d+(?:\.\d+)*")
_PAGE = re.compile(r"\b(?:s\.|side) ?(\d+)")
_QUOTED = re.compile(r"«([^»]+)»")
_WORDS = {
    "1": "en ett én ein eitt éin", "2": "to begge", "3": "tre", "4": "fire", "5": "fem", "6": "seks", "7": "sju syv",
    "8": "åtte", "9": "ni", "10": "ti", "11": "elleve", "12": "tolv",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Difference:
    """What a passage of ours says that its original does not have at ``place`` ("" where the whole was searched)."""

    summary: str
    heading: tuple[str, ...]
    original: str
    place: str
    missing: tuple[str, ...]


def compare(ids: Sequence[str], at: Layout) -> Iterator[Difference]:
    """The differences between our summaries and the originals ``ids`` that the planner holds, or all of them.

    A passage that also rests on an original which is not among them is passed over: what it says may stand there.
    ``ids`` are the catalogue's or the own sources'. Raises InputUnusable for one that is not held, or where none is.
    """
    held = _held(at)
    chosen = {o: s for o, s in held.items() if not ids or o in ids or s.id in ids}
    if not chosen or len(chosen) < len(set(ids)):
        raise InputUnusable(
            Said(
                "Du har ikke originalen å sammenligne med. Hent den med «lhl kilder hent», eller legg den til med "
                "«lhl kilder legg-til FIL --original ID».",
                "Du har ikkje originalen å samanlikne med. Hent han med «lhl kilder hent», eller legg han til med "
                "«lhl kilder legg-til FIL --original ID».",
            )
        )
    with Snapshot(at.path("medfølgende")) as bundled:
        for id, passage in bundled.passages():
            if passage.attributions and all(a.original in chosen for a in passage.attributions):
                text = bundled.sources[id].text[passage.span.start : passage.span.end]
                yield from _difference(id, passage, text, chosen)


def _held(at: Layout) -> dict[str, Source]:
    if not at.path("egne").is_file():
        return {}
    with Snapshot(at.path("egne")) as own:
        return {s.original: s for s in own.sources.values() if s.original}


def _difference(id: str, passage: Passage, text: str, held: Mapping[str, Source]) -> Iterator[Difference]:
    found = [(a, _place(a.place, held[a.original])) for a in passage.attributions]
    named = {held[a.original] for a, _ in found}
    there = "\n".join(
        [place or held[a.original].text for a, place in found] + [f"{o.title}\n{o.issuer}" for o in named]
    )
    if missing := tuple(_missing(text, there)):
        places = "; ".join(a.place for a, place in found if place)
        yield Difference(id, passage.heading, ", ".join(dict.fromkeys(a.original for a, _ in found)), places, missing)


def _missing(text: str, there: str) -> Iterator[str]:
    """The figures, dates and names of ``text`` that do not occur in ``there``, in the order of ``text``."""
    numbers = {_plain(m.group()) for m in _NUMBER.finditer(there)}
    dates = set(_dates(there))
    words = set(re.findall(r"\w+", there.lower()))
    for day, month in dict.fromkeys(_dates(text)):
        if (day, month) not in dates:
            yield f"{day}. {_MONTHS[month - 1]}"
    for number in dict.fromkeys(m.group() for m in _NUMBER.finditer(_DATE.sub(" ", text))):
        plain = _plain(number)
        if plain not in numbers and not words & set(_WORDS.get(plain, "").split()):
            yield number
    for name in dict.fromkeys(_names(text)):
        first = name.split("-")[0].lower()
        if not {name.lower(), first, first.removesuffix("s")} & words:
            yield name


def _names(text: str) -> Iterator[str]:
    """The capitalised words inside sentences; the first word has its capital anyway."""
    for start, end in sentences(text):
        yield from _NAME.findall(text[start:end])


def _dates(text: str) -> Iterator[tuple[int, int]]:
    for match in _DATE.finditer(text):
        day, month = match.group(1) or match.group(3), match.group(2) or match.group(4)
        number = int(month) if month.isdigit() else _MONTHS.index(month.lower()) + 1
        if number <= len(_MONTHS):
            yield int(day), number


def _plain(number: str) -> str:
    return re.sub(r"[ \u00a0\u202f.]", "", number).lstrip("0") or "0"


def _place(place: str, original: Source) -> str:
    """The text of the cited place in the original: its pages, or what stands under its headings; "" if not found."""
    if original.pages and (page := _PAGE.search(place)):
        first = int(page.group(1)) - 1
        bounds = [*original.pages, len(original.text)]
        return original.text[bounds[first] : bounds[first + 1]] if first < len(original.pages) else ""
    chapters = _CHAPTER.findall(place) if "kap" in place else []
    named = [n.lower() for n in _QUOTED.findall(place)]
    found = [
        original.text[p.span.start : p.span.end]
        for p in passages(original.text, original.title)
        if any(_is(h, chapters, named) for h in p.heading[1:])
    ]
    return "\n".join(found)


def _is(heading: str, chapters: Sequence[str], named: Sequence[str]) -> bool:
    number = _CHAPTER.match(heading)
    return (number is not None and number.group() in chapters) or heading.lower() in named
