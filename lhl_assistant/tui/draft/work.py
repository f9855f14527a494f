"""The core's work on a plan, imported when it is first needed, in the thread that does it."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from lhl_assistant.tui.working import Step

if TYPE_CHECKING:
    from lhl_assistant.export.send import What
    from lhl_assistant.plan.document.model import Plan
    from lhl_assistant.plan.draft.suggest import Suggestion
    from lhl_assistant.plan.draft.templates import MeasureQuestions
    from lhl_assistant.plan.sorting.sorter import Sorter
    from lhl_assistant.search.rank import Searcher
    from lhl_assistant.tui.draft.begin import Wanted


def today() -> str:
    """The date of a link, ISO."""
    return date.today().isoformat()


def create(wanted: "Wanted", step: Step) -> None:
    """Make a new plan's file. Raises InputUnusable where there is one."""
    from lhl_assistant.plan.document.file import create, taken
    from lhl_assistant.plan.draft.opening import desk
    from lhl_assistant.plan.draft.write import new, write

    if wanted.file.exists():
        raise taken(wanted.file)
    with desk() as at:
        plan = new(wanted.municipality, wanted.period, wanted.form, at)
        create(wanted.file, write(plan, at, progress=step) if wanted.drafted else plan)


def written(plan: "Plan", step: Step) -> "Plan":
    """The plan with a draft in its empty chapters."""
    from lhl_assistant.plan.draft.opening import desk
    from lhl_assistant.plan.draft.write import with_chapters, write

    with desk() as at:
        return write(with_chapters(plan, at), at, progress=step)


def proposed(searcher: "Searcher") -> "tuple[Sequence[Suggestion], MeasureQuestions]":
    """All suggestions, and the questions that a measure's gaps ask."""
    from lhl_assistant.plan.draft.opening import desk_at, proposed

    at = desk_at(searcher)
    return proposed(at), at.templates.measure


def sorter(_: "Searcher") -> "Sorter":
    """What proposes places in the reform."""
    from lhl_assistant.embedding.choose import load_engine
    from lhl_assistant.plan.sorting.sorter import Sorter

    return Sorter(load_engine())


def send(plan: "Plan", file: Path, what: "What", template: Path | None) -> tuple[Path, ...]:
    """Write what is sent."""
    from lhl_assistant.export.send import send

    return send(plan, file, date.today(), what, template)


def with_tables(plan: "Plan", tables: Sequence[Path]) -> "Plan":
    """The plan with the population in these files, or where there are none, in Statistics Norway's tables now."""
    from lhl_assistant.plan.demography.fill import with_population
    from lhl_assistant.plan.demography.gather import from_files, population

    if tables:
        return with_population(plan, from_files(tables, plan.municipality, date.today()))
    from lhl_assistant.plan.demography.fetch import Client
    from lhl_assistant.plan.demography.fetch import tables as asked_for

    asked = asked_for()
    return with_population(plan, population(Client(asked).both(plan.municipality), date.today(), asked.address))
