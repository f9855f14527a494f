"""Is our plan good enough? Any plan, read against the reform, the formal points and what a council will ask."""

from collections.abc import Callable
from pathlib import Path

from lhl_assistant import places
from lhl_assistant.embedding.engine import Engine
from lhl_assistant.plan.check import coverage, signs
from lhl_assistant.plan.check.evidence import Judge
from lhl_assistant.plan.check.formal import formal
from lhl_assistant.plan.check.material import Material, load
from lhl_assistant.plan.check.model import Checked
from lhl_assistant.plan.check.rows import check_measures, columns_missing
from lhl_assistant.plan.check.statements import Role
from lhl_assistant.plan.check.steps import steps
from lhl_assistant.plan.check.strategies import lone, strategies
from lhl_assistant.plan.check.successor import successor
from lhl_assistant.plan.document.gaps import GAP
from lhl_assistant.plan.draft.anchors import Knowledge
from lhl_assistant.plan.draft.suggest import suggestions
from lhl_assistant.plan.draft.templates import proposals
from lhl_assistant.plan.sorting.sorter import Sorter
from lhl_assistant.said import Said
from lhl_assistant.search.rank import Searcher

_NO_PLAN = Said(
    "Vi finner verken strategier eller tiltak i dokumentet. Er dette en plan?",
    "Vi finn verken strategiar eller tiltak i dokumentet. Er dette ein plan?",
)
_NO_MEASURES = Said(
    "Vi finner ingen tabell med tiltak, så ansvar, tidsrom, kostnad og strategier uten tiltak er ikke sjekket.",
    "Vi finn ingen tabell med tiltak, så ansvar, tidsrom, kostnad og strategiar utan tiltak er ikkje sjekka.",
)


def check(
    material: Material, searcher: Searcher, engine: Engine, progress: Callable[[int, int], None] | None = None
) -> Checked:
    """The whole check of one plan. ``progress`` is told (statements weighed, in all).

    Raises LibraryUnavailable where the bundled library, its word lists or the sorter cannot be used.
    """
    knowledge, reform = places.bundled("knowledge"), searcher.reform
    judge = Judge(engine, Sorter(engine), reform, signs.load(knowledge / "sjekk.yaml"))
    evidence = judge.weigh(material.statements, progress)
    areas = coverage.areas(material, coverage.solutions(material, evidence, reform), reform)
    measures = check_measures(material)
    planned = strategies(material)
    points = formal(material, knowledge)
    suggested = suggestions(proposals(knowledge), Knowledge(searcher))
    to_come, outside = successor(material, evidence, reform)
    return Checked(
        material.title,
        material.language,
        tuple(areas),
        measures,
        columns_missing(material),
        len(planned),
        tuple(lone(material, planned, evidence, judge)),
        points,
        to_come,
        outside,
        steps(areas, measures, points, suggested, reform),
        len(GAP.findall(material.text)),
        (*material.remarks, *_remarks(material)),
    )


def check_file(
    file: Path, searcher: Searcher, engine: Engine, progress: Callable[[int, int], None] | None = None
) -> Checked:
    """The check of the plan in ``file``, any document or a plan of ours. Raises InputUnusable for an unreadable one."""
    return check(load(file, searcher.reform), searcher, engine, progress)


def _remarks(material: Material) -> tuple[Said, ...]:
    roles = {s.role for s in material.statements}
    if roles <= {Role.TOLD}:
        return (_NO_PLAN,)
    return () if Role.MEASURE in roles else (_NO_MEASURES,)
