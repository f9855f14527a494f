"""What else the sources have on the matter, after the direct answer: by what sort of source says it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from lhl_assistant.answer import prose, rows, words
from lhl_assistant.answer.context import Context
from lhl_assistant.answer.intent import Intent, Wanted
from lhl_assistant.answer.model import Block, Statement
from lhl_assistant.search.hits import Hit
from lhl_assistant.sources.model import Kind

_CLOSE = 0.82
_ROW_CLOSE = 0.9
_EACH, _MOST = 2, 5
_NEAR, _LESS = 0.93, 0.5
_TABLE_ROWS = 4


def blocks(hits: Sequence[Hit], about: Context, whole_section: bool) -> Iterator[Block]:
    """The reform, then guidance and law, then plans, then the rest; only passages near enough to the best.

    ``whole_section`` says that the first hit's table was told whole.
    """
    near = list(islice(_near(hits, whole_section, about), _MOST))
    frame = about.words
    plans = [h for h in near if h.kind is Kind.PLAN]
    rest = (Kind.PROCESS, Kind.STATISTICS, Kind.OTHER)
    for heading, kinds in ((frame.reform, (Kind.REFORM,)), (frame.guidance, (Kind.GUIDANCE, Kind.LAW))):
        yield from _prose(heading, [h for h in near if h.kind in kinds], about)
    yield from _plans(plans, about)
    yield from _prose(frame.more, [h for h in near if h.kind in rest], about)


def _near(hits: Sequence[Hit], whole_section: bool, about: Context) -> Iterator[Hit]:
    """The hits near the first, one of each section, without mere warnings and without what was told already.

    Where the first has most of the question's words, a hit that has far fewer would only fill the answer.
    """
    first = hits[0].passage.heading
    told = {first}
    least = _LESS * _coverage(hits[0], about)
    for hit in hits[1:]:
        heading = hit.passage.heading
        measure = rows.is_measure(hit) and not (whole_section and heading == first)
        new = heading not in told or measure
        if hit.passage.cells and not rows.is_measure(hit) and hit.score < _ROW_CLOSE * hits[0].score:
            continue
        if hit.score < _NEAR * hits[0].score and _coverage(hit, about) < least:
            continue
        if hit.score >= _CLOSE * hits[0].score and new and not prose.says_little(hit):
            told.add(hit.passage.heading)
            yield hit


def _coverage(hit: Hit, about: Context) -> float:
    """The share (0–1) of the question's words that the hit has; an English question shares none with any."""
    return 1.0 if about.foreign else words.coverage(words.text(hit), hit, about)[0]


def _prose(heading: str, hits: Sequence[Hit], about: Context) -> Iterator[Block]:
    statements = [s for h in hits[:_EACH] for s in _told(h, about)]
    if statements:
        yield Block(heading, tuple(replace(s, bullet=True) for s in statements))


def _plans(hits: Sequence[Hit], about: Context) -> Iterator[Block]:
    """Measures of several municipalities as a table; else a statement each."""
    measures = [h for h in hits if h.passage.cells and rows.is_measure(h)][:_TABLE_ROWS]
    if len({h.source.id for h in measures}) > 1:
        yield replace(rows.side_by_side(measures, about.citations, about.words), heading=about.words.others)
    else:
        yield from _prose(about.words.others, hits, about)


def _told(hit: Hit, about: Context) -> Iterator[Statement]:
    if hit.passage.cells:
        yield rows.direct(hit, Intent(Wanted.TEXT, ()), about.citations, about.words).statements[0]
    else:
        yield from prose.short(hit, about)
