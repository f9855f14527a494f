"""Running text as an answer: the sentences of a passage that answer, verbatim and in the source's order."""

import re
from collections.abc import Iterator, Sequence

from lhl_assistant.answer import words
from lhl_assistant.answer.cite import Citations
from lhl_assistant.answer.context import Context
from lhl_assistant.answer.model import Block, Piece, Statement
from lhl_assistant.search.hits import Hit
from lhl_assistant.sources.model import Span, fold

_WHOLE_WORDS = 85
_SHORT_WORDS = 20
_LIST_WORDS, _ITEMS_WORDS, _FEW_ITEMS, _MOSTLY = 350, 110, 2, 0.6
_ASKED_FOR = 0.4
_NEAR, _SHARED = 0.02, 0.06
_AS_NEAR = 0.03
_FRAGMENT, _FEW_WORDS = 0.03, 5
_BEWARE, _TABLE = "Merk:", "Tabellen "
_BULLET = re.compile(r"(?:^|\n)[ \t]*(?:[-*+]|\d+[.)])[ \t]+$")
_NUMBERED = 12


def direct(hit: Hit, about: Context, most: int = _WHOLE_WORDS) -> Block:
    """The passage told: whole where it is short, else its best sentences, at most ``most`` words of them."""
    spans = _with_whole_list(hit, chosen(hit, about, most))
    return Block("", tuple(_cited(hit, spans, about.citations)))


def _with_whole_list(hit: Hit, spans: list[Span]) -> list[Span]:
    """The sentences, with every item of a list of which some are told, where the list is not too long to hear."""
    items = {s for s in hit.passage.sentences if bulleted(hit, s)}
    whole = [s for s in hit.passage.sentences if s in spans or s in items]
    size = sum(len(hit.source.text[s.start : s.end].split()) for s in whole)
    return whole if items & set(spans) and size <= _ITEMS_WORDS else spans


def whole_list(hit: Hit, about: Context) -> Block | None:
    """The list in which the hit stands, with what leads into it and all its items; None where there is no list."""
    parts = _continued(about.searcher.section(hit), hit)
    found = sum(items(h) for h in parts)
    if found < _FEW_ITEMS or found < _MOSTLY * sum(len(h.passage.sentences) for h in parts):
        return None
    if words.coverage(_leading(hit), hit, about)[0] < _ASKED_FOR and not about.foreign:
        return None
    told: list[Statement] = []
    for part in parts:
        spans = [s for s in part.passage.sentences if not _warns(part, s)]
        told += _cited(part, _one_list(part, spans, about) if part.number == hit.number else spans, about.citations)
    return Block("", tuple(told)) if sum(len(s.text.split()) for s in told) <= _LIST_WORDS else None


def _leading(hit: Hit) -> str:
    """What is said of the list: its heading and the sentences that are no items."""
    said = (hit.source.text[s.start : s.end] for s in hit.passage.sentences if not bulleted(hit, s))
    return " ".join((hit.passage.heading[-1], *said))


def _continued(section: Sequence[Hit], hit: Hit) -> list[Hit]:
    """The passages of a section over which the hit's list runs: each after the first begins with an item."""
    at = next(i for i, h in enumerate(section) if h.number == hit.number)
    first, last = at, at + 1
    while first > 0 and bulleted(section[first], section[first].passage.sentences[0]):
        first -= 1
    while last < len(section) and bulleted(section[last], section[last].passage.sentences[0]):
        last += 1
    return list(section[first:last])


def _one_list(hit: Hit, spans: list[Span], about: Context) -> list[Span]:
    """Of several lists in one passage the one whose lead-in is nearest to the question, with its items."""
    leads = [s for s in spans if hit.source.text[s.start : s.end].endswith(":") and not bulleted(hit, s)]
    if len(leads) < _FEW_ITEMS:
        return spans
    near = dict(zip(hit.passage.sentences, about.searcher.likenesses(hit, about.spoken), strict=True))
    first = spans.index(max(leads, key=lambda s: near[s]))
    last = next((i for i in range(first + 1, len(spans)) if not bulleted(hit, spans[i])), len(spans))
    return spans[first:last]


def items(hit: Hit) -> int:
    """How many items of a list the passage has."""
    return sum(bulleted(hit, s) for s in hit.passage.sentences)


def short(hit: Hit, about: Context) -> list[Statement]:
    """The sentence of the passage nearest to the question and those as near; none that only leads into a list."""
    text = hit.source.text
    weight = _weights(hit, hit.passage.sentences, about)
    least = max(weight.values()) - _AS_NEAR
    said = {s: text[s.start : s.end] for s in chosen(hit, about, _SHORT_WORDS) if weight[s] >= least}
    spans = [s for s, words in said.items() if not words.endswith(":") and len(words.split()) >= _FEW_WORDS]
    return list(_cited(hit, spans, about.citations)) if spans else [best(hit, about.citations)]


def best(hit: Hit, citations: Citations) -> Statement:
    """The one sentence of the passage that is nearest to the question; a warning only where there is nothing else."""
    spans = hit.passage.sentences
    told = [s for s in spans if not _warns(hit, s) and not hit.source.text[s.start : s.end].endswith(":")]
    span = spans[hit.sentence]
    span = span if span in told or not told else told[0]
    return _statement(hit, span, citations.add(hit, span))


def statement(hit: Hit, span: Span, citations: Citations) -> Statement:
    """One sentence of the passage."""
    return _statement(hit, span, citations.add(hit, span))


def says_little(hit: Hit) -> bool:
    """Whether the passage is running text that does nothing but warn, or present the table below it."""
    text = hit.source.text
    return not hit.passage.cells and all(
        _warns(hit, s) or text.startswith(_TABLE, s.start) for s in hit.passage.sentences
    )


def only_warns(hit: Hit) -> bool:
    """Whether the passage is running text that is nothing but a warning."""
    return not hit.passage.cells and all(_warns(hit, s) for s in hit.passage.sentences)


def presents_table(hit: Hit) -> bool:
    """Whether the passage presents the table below it."""
    return any(hit.source.text.startswith(_TABLE, s.start) for s in hit.passage.sentences)


def warnings(hits: Sequence[Hit], citations: Citations) -> Iterator[Statement]:
    """The sentences that begin with ``Merk:`` in ``hits``: contradictions and known mistakes of the sources."""
    for hit in hits:
        for span in hit.passage.sentences:
            if _warns(hit, span):
                yield _statement(hit, span, citations.add(hit, span))


def chosen(hit: Hit, about: Context, most: int) -> list[Span]:
    """The sentences to be told, in the source's order, at most ``most`` words unless the best one alone is longer.

    The best come first, and the sentence that leads into a list comes with its items. Sentences are weighed by their
    nearness to the question and by the share of its words that they have.
    """
    spans = [s for s in hit.passage.sentences if not _warns(hit, s)] or list(hit.passage.sentences)
    size = {s: len(hit.source.text[s.start : s.end].split()) for s in spans}
    if sum(size.values()) <= most:
        return spans
    weight = _weights(hit, spans, about)
    told: set[Span] = set()
    used = 0
    for span in sorted(spans, key=lambda s: -weight[s]):
        lead = _lead_in(hit, spans, spans.index(span))
        new = {span, lead} - told if lead is not None and spans.index(span) - spans.index(lead) <= _NUMBERED else {span}
        more = sum(size[s] for s in new - told)
        if told and used + more > most:
            continue
        told |= new
        used += more
    return [s for s in spans if s in told]


def _weights(hit: Hit, spans: Sequence[Span], about: Context) -> dict[Span, float]:
    """How well each sentence answers; those beside the best gain, because an answer often takes two."""
    near = dict(zip(hit.passage.sentences, about.searcher.likenesses(hit, about.spoken), strict=True))
    text = hit.source.text
    score = {s: near[s] + _SHARED * words.coverage(text[s.start : s.end], hit, about)[0] for s in spans}
    score = {s: n - _FRAGMENT * (len(text[s.start : s.end].split()) < _FEW_WORDS) for s, n in score.items()}
    first = max(range(len(spans)), key=lambda i: score[spans[i]])
    return {s: score[s] + (_NEAR if abs(i - first) == 1 else 0.0) for i, s in enumerate(spans)}


def _cited(hit: Hit, spans: Sequence[Span], citations: Citations) -> Iterator[Statement]:
    """The sentences as statements; those that follow each other in the source are one citation."""
    order = {s: i for i, s in enumerate(hit.passage.sentences)}
    runs: list[list[Span]] = []
    for span in spans:
        if runs and order[span] == order[runs[-1][-1]] + 1:
            runs[-1].append(span)
        else:
            runs.append([span])
    for run in runs:
        number = citations.add(hit, Span(run[0].start, run[-1].end))
        yield from (_statement(hit, s, number) for s in run)


def _warns(hit: Hit, span: Span) -> bool:
    return hit.source.text.startswith(_BEWARE, span.start)


def _statement(hit: Hit, span: Span, number: int) -> Statement:
    return Statement((Piece(fold(hit.source.text[span.start : span.end])),), number, bulleted(hit, span))


def bulleted(hit: Hit, span: Span) -> bool:
    """Whether the sentence is an item of a list."""
    return bool(_BULLET.search(hit.source.text[max(0, span.start - 12) : span.start]))


def _lead_in(hit: Hit, spans: Sequence[Span], at: int) -> Span | None:
    """The sentence that leads into the list in which sentence ``at`` stands."""
    if not bulleted(hit, spans[at]):
        return None
    text = hit.source.text
    return next((s for s in reversed(spans[:at]) if text[s.start : s.end].endswith(":")), None)
