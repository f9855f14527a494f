"""A comparison as an answer: what is compared side by side, and what one side does not have."""

from collections.abc import Sequence

from lhl_assistant.answer import prose, rows, words
from lhl_assistant.answer import sides as the_sides
from lhl_assistant.answer.context import Context
from lhl_assistant.answer.judge import speaks_of
from lhl_assistant.answer.model import Block
from lhl_assistant.answer.sides import Side
from lhl_assistant.search.hits import Hit
from lhl_assistant.sources.model import Span, fold

_WORDS = 42
_RUNS = 2
_SHARED = 0.3
_AS_GOOD = 0.92
_NEAR = 0.85
_FULL, _BEGINS = 0.08, 3
_SIDES = 2
_LOOKED_AT = 20


def blocks(found: Sequence[Side], about: Context) -> list[Block]:
    """One table of all sides; sides about which the sources say nothing are named after it.

    A table of a source that has a column for each side is told whole where nothing but the sides is asked about.
    """
    if len(found) < _SIDES:
        return []
    if the_sides.bare(found) and (whole := _side_by_side(found, about) or _in_one(found, about)):
        return [whole]
    hits = {s: [h for h in the_sides.best(s, about) if not prose.says_little(h)] for s in found}
    heard = [s for s in found if hits[s] and speaks_of(hits[s][0], the_sides.of_side(s, about))]
    silent = [Block(about.words.side_silent.format(s.name)) for s in found if s not in heard]
    if not heard:
        return []
    measures = {s: _fullest(hits[s], the_sides.of_side(s, about)) for s in heard}
    texts = {s: next((h for h in hits[s] if not h.passage.cells), None) for s in heard}
    as_measures = sum(_worth(measures[s], hits[s]) for s in heard)
    as_texts = sum(_worth(texts[s], hits[s]) for s in heard)
    if all(s.place and measures[s] for s in heard) and as_measures > _AS_GOOD * as_texts:
        told = [rows.side_by_side([h for h in measures.values() if h], about.citations, about.words)]
    else:
        told = [_table({s: texts[s] or measures[s] for s in heard}, about)]
    return [*told, *silent]


def _side_by_side(found: Sequence[Side], about: Context) -> Block | None:
    """The table nearest to the question whose columns are the sides; None where no near table has them."""
    names = [s.name.lower() for s in found]
    for hit in about.searcher.search(" – ".join(s.name for s in found), _LOOKED_AT):
        if set(names) <= {c.column.lower() for c in hit.passage.cells}:
            table = rows.table(about.searcher.section(hit), "", about.citations)
            columns = [c.lower() for c in table.columns]
            kept = [0, *(columns.index(name) for name in names)]
            told = tuple((tuple(cells[i] for i in kept), number) for cells, number in table.rows)
            return Block("", (), tuple(table.columns[i] for i in kept), told)
    return None


def _in_one(found: Sequence[Side], about: Context) -> Block | None:
    """The nearest passage where it is running text that says of each matter what it is; None for places and reforms."""
    hits = about.searcher.search(about.question, 1)
    if not hits or hits[0].passage.cells or any(s.place or s.has for s in found):
        return None
    text = hits[0].source.text
    said = [text[s.start : s.end].lower().split()[:_BEGINS] for s in hits[0].passage.sentences]
    told = all(any(s.name.lower() in begins for begins in said) for s in found)
    return prose.direct(hits[0], about) if told else None


def _fullest(hits: Sequence[Hit], about: Context) -> Hit | None:
    """The best measure that shares words with the question; of those near it one that says more."""
    found = [
        h
        for h in hits
        if rows.is_measure(h)
        and h.score >= _NEAR * hits[0].score
        and words.coverage(rows.topic(h).value, h, about)[0] >= _SHARED
    ]
    return max(found, key=lambda h: h.score + _FULL * rows.filled(h), default=None)


def _worth(hit: Hit | None, hits: Sequence[Hit]) -> float:
    return hit.score if hit and hit.score >= _NEAR * hits[0].score else 0.0


def _table(told: dict[Side, Hit | None], about: Context) -> Block:
    """A row or two for each side: its name, and what is said of it."""
    found = []
    for side, hit in told.items():
        if hit is None:
            continue
        name = hit.source.issuer if side.place else side.name
        if hit.passage.cells:
            found.append(((name, rows.topic(hit).value), about.citations.add(hit, hit.passage.span)))
            continue
        for span in _runs(hit, the_sides.of_side(side, about)):
            text = fold(hit.source.text[span.start : span.end])
            found.append(((name, text), about.citations.add(hit, span)))
    places = all(s.place for s in told)
    return Block("", (), (about.words.municipality if places else about.words.side, about.words.said), tuple(found))


def _runs(hit: Hit, about: Context) -> list[Span]:
    """The chosen sentences, those that follow each other together and list items alone; what leads in left out."""
    text = hit.source.text
    order = {s: i for i, s in enumerate(hit.passage.sentences)}
    spans = [s for s in prose.chosen(hit, about, _WORDS) if not text[s.start : s.end].endswith(":")]
    runs: list[Span] = []
    last = -2
    for span in spans or prose.chosen(hit, about, _WORDS):
        if runs and order[span] == last + 1 and not prose.bulleted(hit, span):
            runs[-1] = Span(runs[-1].start, span.end)
        else:
            runs.append(span)
        last = order[span]
    return runs[:_RUNS]
