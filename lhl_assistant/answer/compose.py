"""Ranked passages to an answer: the direct answer first, then what else the sources have, then what to beware of."""

from collections.abc import Sequence

from lhl_assistant.answer import prose, rows
from lhl_assistant.answer.context import Context
from lhl_assistant.answer.intent import Intent, Wanted
from lhl_assistant.answer.model import Block, Statement
from lhl_assistant.search.rank import Hit

_CLOSE = 0.80
_MORE = 2
_FEW_ROWS = 2


def compose(hits: Sequence[Hit], about: Context) -> list[Block]:
    """The blocks of an answer from ``hits`` (best first, at least one)."""
    intent, citations, frame = about.intent, about.citations, about.words
    if len(about.named.places) > 1:
        blocks = _side_by_side(hits, about)
    elif _list_of_rows(hits, intent):
        whole = about.searcher.section(hits[0])
        blocks = [rows.table(whole, "", citations)]
    elif hits[0].passage.cells:
        blocks = [rows.direct(hits[0], intent, citations, frame)]
    else:
        blocks = [prose.direct(hits[0], citations)]
    used = [hits[0]]
    more = [h for h in hits[1:] if _adds(h, hits[0], used)][:_MORE] if len(blocks) == 1 else []
    statements: list[Statement] = []
    for hit in more:
        if hit.passage.cells:
            statements += rows.direct(hit, Intent(Wanted.TEXT, ()), citations, frame).statements
        else:
            statements.append(prose.best(hit, citations))
    if statements:
        blocks.append(Block(frame.more, tuple(statements)))
    beware = tuple(prose.warnings(_same_section(hits, hits[0]), citations))
    return [*blocks, Block(frame.beware, beware)] if beware else blocks


def _list_of_rows(hits: Sequence[Hit], intent: Intent) -> bool:
    """Whether the question asks for a list and its best passages are rows of one table."""
    if intent.wanted is not Wanted.LIST or not hits[0].passage.cells:
        return False
    same = [h for h in hits[:5] if h.passage.heading == hits[0].passage.heading and h.passage.cells]
    return len(same) >= _FEW_ROWS


def _side_by_side(hits: Sequence[Hit], about: Context) -> list[Block]:
    """The best passage of each place that was named: a table where they are rows of one shape, else one by one."""
    intent, citations, frame = about.intent, about.citations, about.words
    best: dict[str, Hit] = {}
    for hit in hits:
        for place in sorted(about.named.places):
            if place in hit.source.issuer.lower() and place not in best:
                best[place] = hit
    found = list(best.values()) or [hits[0]]
    shapes = {tuple(c.column for c in h.passage.cells) for h in found}
    if len(found) > 1 and len(shapes) == 1 and found[0].passage.cells:
        return [rows.table(found, "", citations, frame.municipality)]
    blocks = []
    for hit in found:
        told = rows.direct(hit, intent, citations, frame) if hit.passage.cells else prose.direct(hit, citations)
        heading = f"{hit.source.issuer}{': ' + told.heading if told.heading else ''}"
        blocks.append(Block(heading, told.statements))
    return blocks


def _adds(hit: Hit, first: Hit, used: list[Hit]) -> bool:
    """Whether a further passage is near enough and from a section not yet told."""
    if hit.score < _CLOSE * first.score or any(hit.passage.heading == u.passage.heading for u in used):
        return False
    used.append(hit)
    return True


def _same_section(hits: Sequence[Hit], first: Hit) -> list[Hit]:
    return [h for h in hits if h.source.id == first.source.id and h.passage.heading == first.passage.heading]
