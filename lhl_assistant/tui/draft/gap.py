"""From one place that only the municipality can fill in to the next."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lhl_assistant.sources.model import Span

if TYPE_CHECKING:
    from lhl_assistant.plan.document.model import Plan


@dataclass(frozen=True, slots=True)
class Next:
    """The ``number``-th gap of the plan: its chapter, strategy or measure, the which-th there, and its question."""

    number: int
    place: str
    within: int
    asks: str


def next_gap(plan: "Plan", after: int) -> Next | None:
    """The gap that follows the ``after``-th, from the last to the first; None where all is filled in."""
    from lhl_assistant.plan.document.gaps import gaps

    found = gaps(plan)
    if not found:
        return None
    number = (after + 1) % len(found)
    gap = found[number]
    return Next(number, gap.place, sum(1 for g in found[:number] if g.place == gap.place), gap.asks)


def spans(text: str) -> Sequence[Span]:
    """Where the gaps stand in a chapter's text."""
    from lhl_assistant.plan.document.gaps import GAP

    return [Span(*match.span()) for match in GAP.finditer(text)]
