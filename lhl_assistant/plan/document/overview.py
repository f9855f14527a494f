"""How far a plan has come: its chapters, its reach over the reform, its gaps, and what is not yet as it should be."""

from collections.abc import Sequence
from dataclasses import dataclass

from lhl_assistant.plan.document.gaps import GAP, Gap, gaps
from lhl_assistant.plan.document.ids import measures_of
from lhl_assistant.plan.document.model import Chapter, Plan
from lhl_assistant.reform.model import Reform


@dataclass(frozen=True, slots=True)
class ChapterState:
    """A chapter, how many words it has, and how many gaps are among them."""

    chapter: Chapter
    words: int
    gaps: int


@dataclass(frozen=True, slots=True)
class SolutionState:
    """A løsning and how many of the plan's strategies and measures are linked to it."""

    number: str
    strategies: int
    measures: int


@dataclass(frozen=True, slots=True)
class Overview:
    """``without_measures`` are ids of strategies without a measure, ``incomplete`` those of measures that lack who is
    responsible, when or at what cost (an unfilled gap counts as lacking)."""

    chapters: tuple[ChapterState, ...]
    solutions: tuple[SolutionState, ...]
    gaps: tuple[Gap, ...]
    without_measures: tuple[str, ...]
    incomplete: tuple[str, ...]


def overview(plan: Plan, reform: Reform) -> Overview:
    """The state of ``plan``."""
    strategies = [s.link.solution for s in plan.strategies if s.link]
    of_strategies = [(m.link or s.link) for s in plan.strategies for m in s.measures]
    measures = [link.solution for link in (*of_strategies, *(m.link for m in plan.measures)) if link]
    return Overview(
        tuple(ChapterState(c, len(GAP.sub(" ", c.text).split()), len(GAP.findall(c.text))) for c in plan.chapters),
        tuple(
            SolutionState(s.number, strategies.count(s.number), measures.count(s.number))
            for area in reform.areas
            for s in area.solutions
        ),
        tuple(gaps(plan)),
        tuple(s.id for s in plan.strategies if not s.measures),
        tuple(m.id for m in measures_of(plan) if _lacks((m.responsible, m.period, m.cost))),
    )


def _lacks(fields: Sequence[str]) -> bool:
    return any(not GAP.sub("", field).strip() for field in fields)
