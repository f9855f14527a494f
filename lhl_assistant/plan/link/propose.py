"""A proposed place in the reform for a strategy or measure: what the sorter thinks, how sure it is, and what else."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from lhl_assistant.plan.document.ids import measures_of
from lhl_assistant.plan.document.model import SORTER, Alternative, Link, Measure, Plan, Strategy
from lhl_assistant.plan.sorting.model import Guess
from lhl_assistant.plan.sorting.sorter import Sorter


def propose(text: str, sorter: Sorter, today: str) -> Link:
    """The sorter's link for ``text``, unconfirmed, with its two runners-up; ``today`` is ISO."""
    found = sorter.sort(text)
    return Link(
        found.best.focus_area,
        found.best.solution or "",
        SORTER,
        round(found.best.confidence, 2),
        date=today,
        alternatives=tuple(_alternative(guess) for guess in found.alternatives),
    )


def _alternative(guess: Guess) -> Alternative:
    return Alternative(guess.focus_area, guess.solution or "", round(guess.confidence, 2))


def link_all(plan: Plan, sorter: Sorter, today: str) -> Plan:
    """The plan with a proposed link on every strategy, and every measure without a strategy, that has none."""

    def linked(text: str, link: Link | None) -> Link | None:
        return link or (propose(text, sorter, today) if text.strip() else None)

    return replace(
        plan,
        strategies=tuple(replace(s, link=linked(s.text, s.link)) for s in plan.strategies),
        measures=tuple(replace(m, link=linked(m.text, m.link)) for m in plan.measures),
    )


@dataclass(frozen=True, slots=True)
class Linked:
    """A strategy or measure with the link that holds for it: its own, else its strategy's, else None."""

    item: Strategy | Measure
    link: Link | None


def linked(plan: Plan) -> list[Linked]:
    """Every strategy, each followed by its measures; then the measures that have no strategy."""
    return list(_linked(plan))


def _linked(plan: Plan) -> Iterator[Linked]:
    for strategy in plan.strategies:
        yield Linked(strategy, strategy.link)
        yield from (Linked(m, m.link or strategy.link) for m in strategy.measures)
    yield from (Linked(m, m.link) for m in plan.measures)


def unconfirmed(plan: Plan) -> list[Linked]:
    """What nobody has confirmed yet: links that were guessed, and strategies and measures that have none."""
    return [entry for entry in linked(plan) if entry.link is None or not entry.link.confirmed_by]


def changed(plan: Plan, id: str, change: Callable[[Link | None], Link | None]) -> Plan:
    """The plan with the link of the strategy or measure ``id`` changed. Raises KeyError where there is none such."""
    if id not in {s.id for s in plan.strategies} | {m.id for m in measures_of(plan)}:
        raise KeyError(id)

    def measures(items: tuple[Measure, ...]) -> tuple[Measure, ...]:
        return tuple(replace(m, link=change(m.link)) if m.id == id else m for m in items)

    strategies = [
        replace(s, link=change(s.link) if s.id == id else s.link, measures=measures(s.measures))
        for s in plan.strategies
    ]
    return replace(plan, strategies=tuple(strategies), measures=measures(plan.measures))
