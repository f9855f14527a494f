"""What the planner decides about links: to confirm one, to choose another place, to put a measure under a strategy."""

import re
from collections.abc import Callable
from dataclasses import replace

from lhl_assistant.errors import InputUnusable
from lhl_assistant.plan.document.ids import measures_of, next_id
from lhl_assistant.plan.document.model import PLANNER, Link, Measure, Plan, Strategy
from lhl_assistant.plan.link.propose import changed, propose
from lhl_assistant.plan.sorting.sorter import Sorter
from lhl_assistant.reform.model import Reform
from lhl_assistant.said import Said

_SOLUTION, _AREA = re.compile(r"[1-5]\.[1-5]$"), re.compile(r"[1-5]$")
_OUTSIDE = ("utenfor", "utanfor")


def confirm(plan: Plan, id: str, today: str) -> Plan:
    """The plan with the link of ``id`` confirmed as it is. Raises InputUnusable where there is no link to confirm."""

    def confirmed(link: Link | None) -> Link:
        if link is None:
            raise InputUnusable(
                Said(
                    f"«{id}» har ingen kobling ennå. Kjør «lhl utkast koble» først.",
                    f"«{id}» har inga kopling enno. Køyr «lhl utkast koble» først.",
                )
            )
        return replace(link, confirmed_by=PLANNER, date=today)

    return _changed(plan, id, confirmed)


def choose(plan: Plan, id: str, place: str, today: str) -> Plan:
    """The plan with ``id`` linked to ``place``: a løsning ("3.2"), an innsatsområde ("3") or "utenfor".

    Where ``place`` is the id of a strategy, the measure ``id`` is put under that one.

    The choice is the planner's and needs no confirming. Raises InputUnusable for an unknown id or place.
    """
    if place in {s.id for s in plan.strategies}:
        return _moved(plan, id, place)
    area, solution = _place(place)
    return _changed(plan, id, lambda _: Link(area, solution, PLANNER, None, PLANNER, today))


def add(plan: Plan, text: str, kind: type[Strategy] | type[Measure], sorter: Sorter, today: str) -> tuple[Plan, str]:
    """The plan with ``text`` as a new strategy or measure, its link proposed; and its id."""
    link = propose(text, sorter, today)
    if kind is Strategy:
        id = next_id("s", (s.id for s in plan.strategies))
        return replace(plan, strategies=(*plan.strategies, Strategy(id, text, link))), id
    id = next_id("t", (m.id for m in measures_of(plan)))
    return replace(plan, measures=(*plan.measures, Measure(id, text, link=link))), id


def successors(link: Link | None, reform: Reform) -> tuple[int, ...]:
    """The innsatsområder of Bo trygt hjemme that follow from the link, the main one first."""
    if link is None or link.area is None:
        return ()
    if link.solution:
        return reform.solution(link.solution).successor_areas
    return reform.area(link.area).successor_areas


def _place(place: str) -> tuple[int | None, str]:
    if _SOLUTION.match(place):
        return int(place[0]), place
    if _AREA.match(place):
        return int(place), ""
    if place.lower() in _OUTSIDE:
        return None, ""
    raise InputUnusable(
        Said(
            f"«{place}» er verken en løsning (1.1–5.5), et innsatsområde (1–5), «utenfor» eller en av strategiene.",
            f"«{place}» er korkje ei løysing (1.1–5.5), eit innsatsområde (1–5), «utanfor» eller ein av strategiane.",
        )
    )


def _moved(plan: Plan, id: str, strategy: str) -> Plan:
    """The measure ``id`` under another strategy; it follows that one's link from then on."""
    found = next((m for m in measures_of(plan) if m.id == id), None)
    if found is None:
        raise _unknown(id)
    without = [replace(s, measures=tuple(m for m in s.measures if m.id != id)) for s in plan.strategies]
    strategies = [
        replace(s, measures=(*s.measures, replace(found, link=None))) if s.id == strategy else s for s in without
    ]
    return replace(plan, strategies=tuple(strategies), measures=tuple(m for m in plan.measures if m.id != id))


def _changed(plan: Plan, id: str, change: Callable[[Link | None], Link | None]) -> Plan:
    try:
        return changed(plan, id, change)
    except KeyError:
        raise _unknown(id) from None


def _unknown(id: str) -> InputUnusable:
    return InputUnusable(
        Said(
            f"Planen har ingen strategi og ikke noe tiltak med id «{id}». Se dem med «lhl utkast vis».",
            f"Planen har ingen strategi og ikkje noko tiltak med id «{id}». Sjå dei med «lhl utkast vis».",
        )
    )
