"""A plan with one thing in it changed or taken out. What is not named stays as it is."""

from collections.abc import Callable
from dataclasses import replace

from lhl_assistant.plan.document.model import Chapter, Measure, Plan, Strategy


def with_text(plan: Plan, id: str, text: str) -> Plan:
    """The plan with the text of the chapter, strategy or measure ``id`` replaced by ``text``."""

    def chapter(c: Chapter) -> Chapter:
        return replace(c, text=text) if c.id == id else c

    changed = replace(plan, chapters=tuple(chapter(c) for c in plan.chapters))
    changed = _strategies(changed, lambda s: replace(s, text=text) if s.id == id else s)
    return _measures(changed, lambda m: replace(m, text=text) if m.id == id else m)


def with_fields(plan: Plan, id: str, **fields: str) -> Plan:
    """The plan with these text fields of the measure ``id`` (``responsible``, ``period`` …) replaced."""

    def changed(m: Measure) -> Measure:
        return replace(m, **fields) if m.id == id else m  # type: ignore[arg-type]

    return _measures(plan, changed)


def without(plan: Plan, id: str) -> Plan:
    """The plan without the strategy or measure ``id``; a strategy's measures stay, with its place in the reform."""
    freed = tuple(replace(m, link=m.link or s.link) for s in plan.strategies if s.id == id for m in s.measures)
    left = tuple(replace(s, measures=tuple(m for m in s.measures if m.id != id)) for s in plan.strategies if s.id != id)
    return replace(plan, strategies=left, measures=(*(m for m in plan.measures if m.id != id), *freed))


def _strategies(plan: Plan, change: Callable[[Strategy], Strategy]) -> Plan:
    return replace(plan, strategies=tuple(change(s) for s in plan.strategies))


def _measures(plan: Plan, change: Callable[[Measure], Measure]) -> Plan:
    changed = _strategies(plan, lambda s: replace(s, measures=tuple(change(m) for m in s.measures)))
    return replace(changed, measures=tuple(change(m) for m in plan.measures))
