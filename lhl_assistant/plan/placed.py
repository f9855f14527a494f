"""The measures of a document, each at its innsatsområde."""

from collections.abc import Iterator
from dataclasses import dataclass

from lhl_assistant.plan.measures import Measure, focus_area, measures
from lhl_assistant.plan.sorting.sorter import Sorter
from lhl_assistant.reform.model import Reform
from lhl_assistant.sources.model import Source


@dataclass(frozen=True, slots=True)
class Placed:
    """A measure and its innsatsområde (1–5, None outside the reform). ``suggested``: no heading over it says so."""

    measure: Measure
    focus_area: int | None
    suggested: bool


def placed(source: Source, reform: Reform, sorter: Sorter) -> Iterator[Placed]:
    """The measures of ``source`` in reading order; where its headings are silent, ``sorter`` suggests the place."""
    for measure in measures(source):
        named = focus_area(measure, reform)
        area = sorter.sort(measure.text).best.focus_area if named is None else named
        yield Placed(measure, area, named is None)
