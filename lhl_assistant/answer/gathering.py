"""Which of the municipalities have something in their plans («Hvilke kommuner har …?»): gathered from each plan."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from lhl_assistant.answer import prose, rows, words
from lhl_assistant.answer.context import Context
from lhl_assistant.answer.model import Block
from lhl_assistant.search.hits import Hit
from lhl_assistant.search.names import source_places
from lhl_assistant.sources.model import Kind

_ASKS = re.compile(
    r"\b(?:hvilke|kva(?: for)?(?: nokre)?|ka for(?: nokka)?|which|what)(?: av| other| andre)? "
    r"(?:kommun\w*|municipalit\w+|planer|planar|planene|planane|plans)\b",
    re.IGNORECASE,
)
_ASKING = re.compile(
    rf"{_ASKS.pattern}|\b(?:har|have|has|jobber|arbeider|arbeidar|jobbar|med|i|om|in|planen?|planane?|plan(?:s)?|sin|sine|"
    r"tiltak\w*|nevner|nemner|omtaler|omtalar|mentions?|measures?|som|that|finnes|finst)\b",
    re.IGNORECASE,
)
_DEEP, _PER_PLACE, _MOST_PLACES, _ROWS = 80, 8, 12, 2
_HAS = 0.5


def asks(question: str) -> bool:
    """Whether the question asks which municipalities, or which plans, have something."""
    return bool(_ASKS.search(question))


def blocks(about: Context) -> list[Block]:
    """What each plan has of the matter, as one table, and which plans have nothing; empty where none has.

    At most twelve municipalities are looked through, those with the nearest passages first.
    """
    matter = " ".join(_ASKING.sub(" ", about.question).split()).strip(" ?.,")
    if not matter:
        return []
    asked = replace(about, question=matter)
    found = {place: _found(place, asked) for place in _places(matter, about)}
    hits = [h for some in found.values() for h in some]
    if not hits:
        return []
    silent = [place.capitalize() for place, some in found.items() if not some]
    missing = [Block(about.words.in_no_plan.format(", ".join(sorted(silent))))] if silent else []
    return [_table(hits, asked, about), *missing]


def _places(matter: str, about: Context) -> list[str]:
    """The municipalities whose plans the libraries have, those with the nearest passages first."""
    near = [p for h in about.searcher.search(matter, _DEEP) for p in _plan_places(h)]
    have = {
        p
        for _, library in about.searcher.libraries
        for source in library.sources.values()
        if source.kind is Kind.PLAN
        for p in source_places(source)
    }
    return list(dict.fromkeys([*near, *sorted(have)]))[:_MOST_PLACES]


def _plan_places(hit: Hit) -> frozenset[str]:
    """The municipality whose plan the hit is from."""
    return source_places(hit.source) if hit.source.kind is Kind.PLAN else frozenset()


def _found(place: str, asked: Context) -> list[Hit]:
    """The measures of one plan that have most of the matter in them, else its best passage; empty where none has."""
    hits = [h for h in asked.searcher.search(asked.question, _PER_PLACE, place=place) if _plan_places(h)]
    shares = {h.number: words.whole(_said(h), h, asked) for h in hits}
    has = [h for h in hits if shares[h.number] >= max(_HAS, *shares.values())]
    measures = [h for h in has if rows.is_measure(h)]
    return measures[:_ROWS] or [h for h in has if not h.passage.cells and not prose.says_little(h)][:1]


def _said(hit: Hit) -> str:
    """What the hit itself says: a row its measure, a text its words; headings are common to much else."""
    return (
        rows.topic(hit).value if hit.passage.cells else hit.source.text[hit.passage.span.start : hit.passage.span.end]
    )


def _table(hits: Sequence[Hit], asked: Context, about: Context) -> Block:
    if all(rows.is_measure(h) for h in hits):
        return rows.side_by_side(hits, about.citations, about.words)
    return Block("", (), (about.words.municipality, about.words.said), tuple(_rows(hits, asked, about)))


def _rows(hits: Sequence[Hit], asked: Context, about: Context) -> Iterator[tuple[tuple[str, ...], int]]:
    for hit in hits:
        if hit.passage.cells:
            yield (hit.source.issuer, rows.topic(hit).value), about.citations.add(hit, hit.passage.span)
        else:
            text = hit.source.text
            span = max(hit.passage.sentences, key=lambda s: words.whole(text[s.start : s.end], hit, asked))
            told = prose.statement(hit, span, about.citations)
            yield (hit.source.issuer, told.text), told.citation
