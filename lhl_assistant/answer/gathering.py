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
_SEVERAL = 2
_HAS, _AS_MUCH = 0.5, 0.8


def asks(question: str) -> bool:
    """Whether the question asks which municipalities, or which plans, have something."""
    return bool(_ASKS.search(question))


def blocks(about: Context) -> list[Block]:
    """What each plan has of the matter, as one table, and which plans have nothing; empty where none has.

    Empty too where the libraries know of less than two plans: a question to one is asked of all sources.

    At most twelve municipalities are looked through, those with the nearest passages first. Where one plan has the
    very word, its synonyms in the others do not count.
    """
    matter = " ".join(_ASKING.sub(" ", about.question).split()).strip(" ?.,")
    if not matter:
        return []
    asked = replace(about, question=matter)
    looked = {place: _found(place, asked) for place in _places(matter, about)}
    if len(looked) < _SEVERAL:
        return []
    least = _AS_MUCH * max((share for some in looked.values() for share, _ in some), default=0.0)
    found = {place: _best(some, least) for place, some in looked.items()}
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


def _found(place: str, asked: Context) -> list[tuple[float, Hit]]:
    """The passages of one plan that have the matter in them, each with the share of it that they have."""
    hits = [h for h in asked.searcher.search(asked.question, _PER_PLACE, place=place) if _plan_places(h)]
    shares = [(words.whole(_said(h), h, asked), h) for h in hits if not prose.says_little(h)]
    return [(share, h) for share, h in shares if share >= _HAS]


def _best(found: Sequence[tuple[float, Hit]], least: float) -> list[Hit]:
    """The measures that have at least that share of the matter, else the first passage that has."""
    has = [h for share, h in found if share >= least]
    return [h for h in has if rows.is_measure(h)][:_ROWS] or [h for h in has if not h.passage.cells][:1]


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
