"""Contribution → strategy, both ways: in the plan's file and in the workshop's journal."""

import shutil
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from lhl_assistant.errors import InputUnusable
from lhl_assistant.plan.document import file, history
from lhl_assistant.plan.document.model import Contribution as Kept
from lhl_assistant.plan.document.model import Measure, Plan, Strategy
from lhl_assistant.said import Said
from lhl_assistant.workshop.session import Session
from lhl_assistant.workshop.state import Contribution, State

_Item = TypeVar("_Item", Strategy, Measure)


def link(session: Session, of: str, plan_file: Path, into: str) -> str:
    """Put ``of`` behind the strategy or measure ``into`` of the plan, and in the journal; the text it went into.

    The same link once more changes nothing. Raises InputUnusable where the plan has no such strategy or measure.
    """
    one = session.contribution(of)
    opened = file.read(plan_file)
    text, strategies, measures = "", [], []
    for strategy in opened.plan.strategies:
        inner = tuple(_with(m, one.id) if m.id == into else m for m in strategy.measures)
        text = next((m.text for m in strategy.measures if m.id == into), text)
        text = strategy.text if strategy.id == into else text
        changed = replace(strategy, measures=inner)
        strategies.append(_with(changed, one.id) if strategy.id == into else changed)
    for measure in opened.plan.measures:
        text = measure.text if measure.id == into else text
        measures.append(_with(measure, one.id) if measure.id == into else measure)
    if not text:
        raise InputUnusable(
            Said(
                f"Planen «{plan_file.name}» har ingen strategi eller tiltak «{into}». Se dem med «lhl utkast vis».",
                f"Planen «{plan_file.name}» har ingen strategi eller tiltak «{into}». Sjå dei med «lhl utkast vis».",
            )
        )
    plan = replace(opened.plan, strategies=tuple(strategies), measures=tuple(measures))
    file.save(opened, replace(plan, contributions=(*_others(plan, one.id), _kept(one, session.state))))
    place = (into, text, str(plan_file.resolve()))
    if place not in [(known.into, known.text, known.plan) for known in one.links]:
        session.link(one.id, *place)
    return text


def forget(of: str, plan_file: Path) -> bool:
    """Take the words of ``of`` out of the plan and of every earlier version of it; whether they were there."""
    opened = file.read(plan_file)
    there = of in opened.text
    if there:
        file.save(opened, _without(opened.plan, of))
    for version in history.versions(plan_file):
        kept = file.read(version)
        if of in kept.text:
            file.save(kept, _without(kept.plan, of))
            shutil.rmtree(history.folder(version), ignore_errors=True)
            there = True
    return there


def delete(session: Session, code: str) -> list[Said]:
    """Delete a contribution from the journal, the plans and their earlier versions; what to tell of it.

    What is told is that it is done, which plans could not be read, which papers made before may still hold the words,
    and that copies on other machines are out of reach. Raises InputUnusable where there is no such contribution.
    """
    one = session.contribution(code)
    told = []
    for plan in dict.fromkeys(Path(link.plan) for link in one.links):
        try:
            forget(one.id, plan)
        except InputUnusable as error:
            told.append(error.said)
    files = session.delete(one.id)
    told.append(Said(f"Innspill {one.code} er slettet.", f"Innspel {one.code} er sletta."))
    if files:
        listed = ", ".join(files)
        told.append(
            Said(
                f"Disse dokumentene ble laget før slettingen og kan ha ordene. Lag dem på nytt: {listed}",
                f"Desse dokumenta vart laga før slettinga og kan ha orda. Lag dei på nytt: {listed}",
            )
        )
    told.append(
        Said(
            "Ligger filen på andre maskiner eller i en sikkerhetskopi, slå sammen eller slett der også.",
            "Ligg fila på andre maskiner eller i ein tryggingskopi, slå saman eller slett der òg.",
        )
    )
    return told


def _kept(one: Contribution, state: State) -> Kept:
    return Kept(one.id, one.text, state.setup.title, state.setup.day.isoformat())


def _others(plan: Plan, id: str) -> list[Kept]:
    return [c for c in plan.contributions if c.id != id]


def _with(item: _Item, id: str) -> _Item:
    return replace(item, contributions=tuple(dict.fromkeys((*item.contributions, id))))


def _dropped(item: _Item, id: str) -> _Item:
    return replace(item, contributions=tuple(c for c in item.contributions if c != id))


def _without(plan: Plan, id: str) -> Plan:
    return replace(
        plan,
        strategies=tuple(
            _dropped(replace(s, measures=tuple(_dropped(m, id) for m in s.measures)), id) for s in plan.strategies
        ),
        measures=tuple(_dropped(m, id) for m in plan.measures),
        contributions=tuple(_others(plan, id)),
    )
