"""Measures from the plans that the planner has added, as suggestions: every row of their action tables."""

from collections.abc import Iterator, Mapping

from lhl_assistant.plan.draft.anchors import Found
from lhl_assistant.plan.draft.suggest import Suggestion, place_of
from lhl_assistant.plan.measures import Measure, focus_area, of_passages
from lhl_assistant.plan.sorting.sorter import Sorter
from lhl_assistant.reform.model import Reform
from lhl_assistant.said import Said
from lhl_assistant.search.hits import Hit, Signals
from lhl_assistant.search.libraries import LibraryName
from lhl_assistant.search.library import Library
from lhl_assistant.search.rank import Searcher
from lhl_assistant.sources.model import Kind, Passage, Span

_NO_SIGNALS = Signals(0, 0, 0, 0, 0, 0)


def from_added_plans(searcher: Searcher, sorter: Sorter, first: int) -> Iterator[Suggestion]:
    """A suggestion for each measure in the plans of the other libraries, numbered from ``first``, in the plans' order.

    The innsatsområde is what the plan's own headings say, else what the sorter thinks; the løsning is the sorter's. The
    words are the plan's own, in the form it is written in.
    """
    number = first
    for library, snapshot in searcher.libraries:
        if library == "medfølgende":
            continue
        for id in sorted(i for i, source in snapshot.sources.items() if source.kind is Kind.PLAN):
            passages = {p.span: (n, p) for n, p in _passages(snapshot, id)}
            for measure in of_passages(id, (p for _, p in passages.values())):
                place = _place(measure, passages)
                if place is not None:
                    found = _found(library, snapshot, id, *place)
                    yield _suggestion(number, measure, found, searcher.reform, sorter)
                    number += 1


def _passages(snapshot: Library, id: str) -> Iterator[tuple[int, Passage]]:
    for number in range(*snapshot.ranges.get(id, (0, 0))):
        yield number, snapshot.passage(number)[1]


def _place(measure: Measure, passages: Mapping[Span, tuple[int, Passage]]) -> tuple[int, Passage] | None:
    """The passage, with its number, that the measure's row is."""
    inside = (place for span, place in passages.items() if span.start <= measure.span.start < span.end)
    return next(inside, None)


def _found(library: LibraryName, snapshot: Library, id: str, number: int, passage: Passage) -> Found:
    return Found(Hit(library, snapshot.sources[id], passage, number, 0.0, _NO_SIGNALS, 0, ()), passage.span)


def _suggestion(number: int, measure: Measure, found: Found, reform: Reform, sorter: Sorter) -> Suggestion:
    best = sorter.sort(measure.text).best
    area = focus_area(measure, reform) or best.focus_area
    solution = best.solution if best.solution and area == best.focus_area else ""
    cost = "; ".join(filter(None, (measure.cost, measure.finance)))
    return Suggestion(
        number,
        "tiltak",
        Said(measure.text, measure.text),
        area,
        solution or "",
        place_of(found),
        measure.responsible or "",
        measure.period or "",
        cost,
        found.citation(),
    )
