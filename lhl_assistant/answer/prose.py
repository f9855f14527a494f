"""Running text as an answer: the sentences of a passage that answer, verbatim and in the source's order."""

import re
from collections.abc import Iterator, Sequence

from lhl_assistant.answer.cite import Citations
from lhl_assistant.answer.model import Block, Piece, Statement
from lhl_assistant.search.hits import Hit
from lhl_assistant.sources.model import Span, fold

_WHOLE_WORDS = 130
_BEWARE, _TABLE = "Merk:", "Tabellen "
_BULLET = re.compile(r"(?:^|\n)[ \t]*(?:[-*+]|\d+[.)])[ \t]+$")


def direct(hit: Hit, citations: Citations) -> Block:
    """The passage told: whole where it is short, else from its best sentence (or that list's lead-in) on."""
    spans = _chosen(hit, [s for s in hit.passage.sentences if not _warns(hit, s)] or hit.passage.sentences)
    number = citations.add(hit, Span(spans[0].start, spans[-1].end))
    return Block("", tuple(_statement(hit, s, number) for s in spans))


def best(hit: Hit, citations: Citations) -> Statement:
    """The one sentence of the passage that is nearest to the question; a warning only where there is nothing else."""
    spans = hit.passage.sentences
    told = [s for s in spans if not _warns(hit, s) and not hit.source.text[s.start : s.end].endswith(":")]
    span = spans[hit.sentence]
    span = span if span in told or not told else told[0]
    return _statement(hit, span, citations.add(hit, span))


def says_little(hit: Hit) -> bool:
    """Whether the passage is running text that does nothing but warn, or present the table below it."""
    text = hit.source.text
    return not hit.passage.cells and all(
        _warns(hit, s) or text.startswith(_TABLE, s.start) for s in hit.passage.sentences
    )


def warnings(hits: Sequence[Hit], citations: Citations) -> Iterator[Statement]:
    """The sentences that begin with ``Merk:`` in ``hits``: contradictions and known mistakes of the sources."""
    for hit in hits:
        for span in hit.passage.sentences:
            if _warns(hit, span):
                yield _statement(hit, span, citations.add(hit, span))


def _warns(hit: Hit, span: Span) -> bool:
    return hit.source.text.startswith(_BEWARE, span.start)


def _statement(hit: Hit, span: Span, number: int) -> Statement:
    text = hit.source.text
    bullet = bool(_BULLET.search(text[max(0, span.start - 12) : span.start]))
    return Statement((Piece(fold(text[span.start : span.end])),), number, bullet)


def _chosen(hit: Hit, spans: Sequence[Span]) -> list[Span]:
    words = [len(hit.source.text[s.start : s.end].split()) for s in spans]
    if sum(words) <= _WHOLE_WORDS:
        return list(spans)
    target = hit.passage.sentences[hit.sentence]
    first = next((i for i, s in enumerate(spans) if s.end >= target.end), 0)
    lead_in = _lead_in(hit.source.text, spans, first)
    first = lead_in if lead_in is not None and first - lead_in <= 8 else first
    chosen: list[Span] = []
    used = 0
    for span, size in zip(spans[first:], words[first:], strict=True):
        if chosen and used + size > _WHOLE_WORDS:
            break
        chosen.append(span)
        used += size
    return chosen


def _lead_in(text: str, spans: Sequence[Span], at: int) -> int | None:
    """The place of the sentence that leads into the list in which sentence ``at`` stands."""
    if not _BULLET.search(text[max(0, spans[at].start - 12) : spans[at].start]):
        return None
    for i in range(at - 1, -1, -1):
        if text[spans[i].start : spans[i].end].endswith(":"):
            return i
    return None
