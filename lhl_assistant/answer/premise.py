"""Whether the question takes for granted what the sources say otherwise: a number of something, an amount or a year.

Only what can be read off is compared: the same noun with another number, another amount in the sentence or row that is
about the matter, another year for the same event. Where any of the near passages has what the question says, it stands.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lhl_assistant.answer import words
from lhl_assistant.answer.context import Context
from lhl_assistant.answer.intent import Wanted
from lhl_assistant.language.words import stem
from lhl_assistant.search.hits import Hit
from lhl_assistant.search.names import source_places
from lhl_assistant.sources.model import Span

_LOOKED_AT, _NEAR = 8, 0.6
_SAME_MATTER = 0.55
_CARDINALS = "null eitt to tre fire fem seks sju åtte ni ti elleve tolv tretten fjorten femten".split()
_ORDINALS = "nullte første andre tredje fjerde femte sjette sjuende åttende niende tiende".split()
_VALUE = {
    **{w: i for i, w in enumerate(_CARDINALS)},
    **{w: i for i, w in enumerate(_ORDINALS)},
    **dict.fromkeys(("sjau", "syv"), 7),
    **{"åtta": 8, "tjue": 20, "tretti": 30, "førti": 40, "femti": 50, "fyrste": 1, "syvende": 7},
}
_NUMBER = r"(\d{1,3}(?:[ \u00a0.]\d{3})+|\d+|" + "|".join(sorted(_VALUE, key=len, reverse=True)) + r")"
_COUNTED = re.compile(rf"\b{_NUMBER}\.? (?:\w+e )?([^\W\d_]{{4,}})", re.IGNORECASE)
_AMOUNT = re.compile(
    r"(?:\bkr\.? ?(\d{1,3}(?:[ \u00a0.]\d{3})+|\d+)|"
    r"(\d{1,3}(?:[ \u00a0.]\d{3})+|\d+(?:,\d+)?) ?(kroner|kr\b|mill\w*|mrd\w*))",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_SCALE = {"mil": 1_000_000.0, "mrd": 1_000_000_000.0}
_NO_NOUNS = frozenset("årene åra år kroner ganger prosent personer måneder dager timer millioner milliarder".split())
_REFORMS = (("leve hele livet", "leve heile livet"), ("bo trygt hjemme", "bu trygt heime"))


@dataclass(frozen=True, slots=True)
class Correction:
    """The sentence, or the row, that says otherwise."""

    hit: Hit
    span: Span


def correction(hits: Sequence[Hit], about: Context) -> Correction | None:
    """The place in the near hits that contradicts what the question takes for granted; None where none does."""
    if not hits or about.intent.wanted is Wanted.COMPARISON:
        return None
    near = [h for h in hits[:_LOOKED_AT] if h.score >= _NEAR * hits[0].score and _same_place(h, about)]
    told = [(h, span, h.source.text[span.start : span.end]) for h in near for span in _spans(h)]
    for differs in (_other_count, _other_amount, _other_year):
        for hit, span, _ in differs(told, about):
            return Correction(hit, span)
    return None


_Told = list[tuple[Hit, Span, str]]


def _other_count(told: _Told, about: Context) -> Iterator[tuple[Hit, Span, str]]:
    for number, noun in _counts(about.question):
        same = [(t, n) for t in told if _same_reform(t, about) for n, thing in _counts(t[2]) if thing == noun]
        ordinal = bool(re.search(rf"\b(?:{'|'.join(_ORDINALS)}|\d+\.)\s+\w*", about.question, re.IGNORECASE))
        fits = any(n == number or (ordinal and n > number) for _, n in same)
        if same and not fits:
            yield same[0][0]


def _other_amount(told: _Told, about: Context) -> Iterator[tuple[Hit, Span, str]]:
    said = set(_amounts(about.question))
    if not said:
        return
    same = [(t, set(_amounts(t[2]))) for t in told if _amounts(t[2]) and _about_it(t, about)]
    if same and not any(said & found for _, found in same):
        yield same[0][0]


def _other_year(told: _Told, about: Context) -> Iterator[tuple[Hit, Span, str]]:
    said = set(_YEAR.findall(about.question))
    if not said or any(year in text for _, _, text in told for year in said):
        return
    yield from (t for t in told if _YEAR.search(t[2]) and _about_it(t, about))


def _counts(text: str) -> list[tuple[int, str]]:
    """The (number, stem of the noun) pairs of a text; years count nothing."""
    found = []
    for match in _COUNTED.finditer(text):
        number, noun = match.group(1).lower(), match.group(2).lower()
        if noun not in _NO_NOUNS and not _YEAR.fullmatch(number):
            value = _VALUE.get(number)
            found.append((int(re.sub(r"\D", "", number)) if value is None else value, stem(noun)[:12]))
    return found


def _amounts(text: str) -> list[float]:
    """The amounts of a text in kroner."""
    found = []
    for bare, number, unit in _AMOUNT.findall(text):
        digits = re.sub(r"[ \u00a0.]", "", bare or number).replace(",", ".")
        found.append(float(digits) * _SCALE.get(unit[:3].lower(), 1.0))
    return found


def _about_it(told: tuple[Hit, Span, str], about: Context) -> bool:
    """Whether the sentence has most of what the question speaks of."""
    hit, _, text = told
    said = f"{text} {hit.passage.heading[-1]}"
    return _same_reform(told, about) and words.coverage(said, hit, about)[0] >= _SAME_MATTER


def _same_reform(told: tuple[Hit, Span, str], about: Context) -> bool:
    """Whether the sentence speaks of the reform that the question names, where it names one."""
    asked, said = about.question.lower(), f"{told[2]} {told[0].passage.heading[-1]}".lower()
    named = [names for names in _REFORMS if any(n in asked for n in names)]
    return all(any(n in said for n in names) for names in named)


def _same_place(hit: Hit, about: Context) -> bool:
    places = about.named.places
    return not places or bool(places & source_places(hit.source)) or any(p in words.text(hit).lower() for p in places)


def _spans(hit: Hit) -> Sequence[Span]:
    """The row, or the sentences; one that leads into a list ends before its colon, since the list is not told."""
    if hit.passage.cells:
        return [hit.passage.span]
    ends = (s.start + len(hit.source.text[s.start : s.end].rstrip(": \n")) for s in hit.passage.sentences)
    return [Span(s.start, end) for s, end in zip(hit.passage.sentences, ends, strict=True)]
