"""The population into a plan: the figures, and what they say in the place of the gap that asks for them."""

from dataclasses import replace

from lhl_assistant.plan.demography.describe import describe
from lhl_assistant.plan.document.gaps import GAP
from lhl_assistant.plan.document.model import Chapter, Plan, Population

CHAPTER = "befolkning"
_COMMAND = "lhl utkast befolkning"


def with_population(plan: Plan, population: Population) -> Plan:
    """The plan with ``population``; older sentences of ours about figures, or the gap that asks for them, give way.

    Where the planner has written another text instead, that stands.
    """
    new = _said(population, plan)
    old = _said(plan.population, plan) if plan.population else ""
    chapters = tuple(replace(c, text=_filled(c, new, old)) if c.id == CHAPTER else c for c in plan.chapters)
    return replace(plan, population=population, chapters=chapters)


def _said(population: Population, plan: Plan) -> str:
    described = describe(population, plan.municipality, plan.language)
    return " ".join(described.sentences) if described else ""


def _filled(chapter: Chapter, new: str, old: str) -> str:
    if not new:
        return chapter.text
    if old and old in chapter.text:
        return chapter.text.replace(old, new)
    return GAP.sub(lambda found: new if _COMMAND in found[1] else found[0], chapter.text)
