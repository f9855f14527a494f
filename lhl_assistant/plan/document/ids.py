"""Short ids for what a planner adds by hand without one: s3, t12, k7."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from lhl_assistant.plan.document.model import Chapter, Measure, Plan, Reference, Strategy

_Item = TypeVar("_Item", Strategy, Measure, Chapter, Reference)


def next_id(letter: str, taken: Iterable[str]) -> str:
    """``letter`` and the number after the highest one taken."""
    numbers = [int(id[len(letter) :]) for id in taken if id.startswith(letter) and id[len(letter) :].isdecimal()]
    return f"{letter}{max(numbers, default=0) + 1}"


def measures_of(plan: Plan) -> list[Measure]:
    """Every measure: those of the strategies, in order, then those that have none."""
    return [m for s in plan.strategies for m in s.measures] + list(plan.measures)


def numbered(plan: Plan) -> Plan:
    """The plan with an id on every strategy, measure, chapter and reference that lacks one."""
    taken = {m.id for m in measures_of(plan)}
    strategies = tuple(replace(s, measures=_filled(s.measures, "t", taken)) for s in plan.strategies)
    return replace(
        plan,
        strategies=_filled(strategies, "s", {s.id for s in plan.strategies}),
        measures=_filled(plan.measures, "t", taken),
        chapters=_filled(plan.chapters, "kapittel-", {c.id for c in plan.chapters}),
        references=_filled(plan.references, "k", {r.id for r in plan.references}),
    )


def _filled(items: Sequence[_Item], letter: str, taken: set[str]) -> tuple[_Item, ...]:
    found = []
    for item in items:
        given = item if item.id else replace(item, id=next_id(letter, taken))
        taken.add(given.id)
        found.append(given)
    return tuple(found)
