"""What only the municipality can know: every ``[FYLL INN: …]`` of a plan, in reading order."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lhl_assistant.plan.document.ids import measures_of
from lhl_assistant.plan.document.model import Plan

GAP = re.compile(r"\[FYLL INN:\s*([^\]]*)\]")


@dataclass(frozen=True, slots=True)
class Gap:
    """A gap and what it asks for; ``place`` is the id of a chapter, strategy or measure, or a field of the plan."""

    place: str
    asks: str


def gap(asks: str) -> str:
    """The mark of a gap that asks for ``asks``."""
    return f"[FYLL INN: {asks}]"


def gaps(plan: Plan) -> list[Gap]:
    """All gaps of the plan, each as often as it stands there."""
    return [Gap(place, found.strip()) for place, text in _texts(plan) for found in GAP.findall(text)]


def _texts(plan: Plan) -> Iterator[tuple[str, str]]:
    yield from (("tittel", plan.title), ("periode", plan.period))
    for chapter in plan.chapters:
        yield chapter.id, f"{chapter.title}\n{chapter.text}"
    for strategy in plan.strategies:
        yield strategy.id, strategy.text
    for m in measures_of(plan):
        said = (m.text, m.responsible, m.period, m.cost, m.finance, m.indicator, m.status, m.remark)
        yield from ((m.id, text) for text in said)
