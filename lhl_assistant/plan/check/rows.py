"""The action plan's measures: who, when, at what cost, and what is missing."""

import re

from lhl_assistant.plan.check.chapters import area_of
from lhl_assistant.plan.check.material import Material
from lhl_assistant.plan.check.model import MeasureCheck
from lhl_assistant.plan.columns import field
from lhl_assistant.plan.measures import Measure

_WANTED = {"responsible": "ansvar", "period": "tidsrom", "cost": "kostnad"}
_GAP = re.compile(r"\[FYLL INN[^\]]*\]", re.IGNORECASE)
_LOOKED_INTO = re.compile(r"\butred|\bgreiast? ut|\butgrei", re.IGNORECASE)
AMOUNT = re.compile(
    r"\bkr\.? ?\d|\d[\d .]*(?:,\d+)? ?(?:kr\b|kroner|mill?\b|million|tusen)|\b\d{1,3}(?:[ .\u00a0]\d{3})+\b(?!\.\d)",
    re.IGNORECASE,
)
"""A sum of money, as plans write it."""


def check_measures(material: Material) -> tuple[MeasureCheck, ...]:
    """Every measure, with what it lacks. What is only a gap to fill in counts as missing."""
    return tuple(_checked(material, measure) for measure in material.measures)


def columns_missing(material: Material) -> tuple[str, ...]:
    """Of ansvar, tidsrom and kostnad, those that no action table has a column for; () where there is no table."""
    spans = {m.span for m in material.measures}
    held = {field(c.column) for p in material.passages if p.span in spans for c in p.cells}
    if "finance" in held:
        held.add("cost")
    return tuple(name for what, name in _WANTED.items() if spans and what not in held)


def _checked(material: Material, measure: Measure) -> MeasureCheck:
    money = " ".join(filter(None, (measure.cost, measure.finance, measure.remark)))
    statement = next(s for s in material.statements if s.span == measure.span)
    return MeasureCheck(
        measure.text,
        material.proof(statement),
        area_of(measure.heading),
        no_responsible=not _said(measure.responsible),
        no_period=not _said(measure.period),
        no_cost=not _said(measure.cost) and not _said(measure.finance),
        only_looked_into=bool(_LOOKED_INTO.search(f"{measure.text} {money}")),
        amount=bool(AMOUNT.search(money)),
    )


def _said(value: str | None) -> str:
    return _GAP.sub("", value or "").strip(" .–-*")
