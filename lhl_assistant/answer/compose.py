"""Ranked passages to an answer: the direct answer first, then what else the sources have, then what to beware of."""

from collections.abc import Sequence

from lhl_assistant.answer import further, prose, rows
from lhl_assistant.answer.context import Context
from lhl_assistant.answer.intent import Wanted
from lhl_assistant.answer.model import Block, Statement
from lhl_assistant.language.words import content_words, stem
from lhl_assistant.search.hits import Hit

_NEAR = 0.75
_FEW_ROWS = 2
_PER_PLACE = 12


def compose(hits: Sequence[Hit], about: Context) -> list[Block]:
    """The blocks of an answer from ``hits`` (best first, at least one)."""
    intent, citations, frame = about.intent, about.citations, about.words
    if len(about.named.places) > 1:
        blocks = _side_by_side(about)
    elif intent.wanted is Wanted.LIST and len(whole := about.searcher.section(hits[0])) >= _FEW_ROWS:
        blocks = [rows.table(whole, hits[0].passage.heading[-1], citations)]
    elif hits[0].passage.cells:
        blocks = [rows.direct(hits[0], intent, citations, frame)]
    else:
        blocks = [prose.direct(hits[0], about)]
    if len(about.named.places) < 2:
        blocks += further.blocks(hits, about, bool(blocks[0].rows))
    told = {s.text for b in blocks for s in b.statements}
    beware = tuple(
        s
        for s in prose.warnings(_same_section(hits, hits[0]), citations)
        if s.text not in told and _concerns(s, hits[0])
    )
    return [*blocks, Block(frame.beware, beware)] if beware else blocks


def _side_by_side(about: Context) -> list[Block]:
    """The best passage of each place that was named: measures in one table, anything else one after another."""
    intent, citations, frame = about.intent, about.citations, about.words
    found = [hit for place in sorted(about.named.places) if (hit := _best_of(place, about)) is not None]
    if all(h.passage.cells for h in found):
        return [rows.side_by_side(found, citations, frame)]
    blocks = []
    for hit in found:
        told = rows.direct(hit, intent, citations, frame) if hit.passage.cells else prose.direct(hit, about)
        blocks.append(Block(f"{hit.source.issuer}{': ' + told.heading if told.heading else ''}", told.statements))
    return blocks


def _best_of(place: str, about: Context) -> Hit | None:
    """The best passage from ``place`` for the question without the places; of near measures the fullest."""
    hits = about.searcher.search(about.topic, _PER_PLACE, place=place)
    near = [h for h in hits if h.passage.cells and h.score >= _NEAR * hits[0].score]
    return max(near, key=rows.filled) if near else hits[0] if hits else None


def _concerns(warning: Statement, first: Hit) -> bool:
    """Whether a warning of a table's section shares a word with what the row that was told is about."""
    if not first.passage.cells:
        return True
    about = {stem(w) for w in content_words(rows.topic(first).value)} | {first.passage.cells[0].value}
    return bool(about & {stem(w) for w in content_words(warning.text)})


def _same_section(hits: Sequence[Hit], first: Hit) -> list[Hit]:
    return [h for h in hits if h.source.id == first.source.id and h.passage.heading == first.passage.heading]
