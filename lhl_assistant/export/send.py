"""What a planner sends: the plan, its case paper or its letter, from the plan's file to the file that is wanted."""

from datetime import date
from pathlib import Path
from typing import Literal

from lhl_assistant import places
from lhl_assistant.export.letters import Which, letter
from lhl_assistant.export.plan import plan_document
from lhl_assistant.export.write import write
from lhl_assistant.plan.document.model import Plan
from lhl_assistant.reform.load import load

What = Literal["plan"] | Which


def send(plan: Plan, file: Path, today: date, what: What = "plan", template: Path | None = None) -> tuple[Path, ...]:
    """Write ``what`` of ``plan`` to ``file`` (.docx, .pdf or .md), on the municipality's Word ``template`` if given.

    Returns all files that were written. Raises InputUnusable, see write, and LibraryUnavailable.
    """
    knowledge = places.bundled("knowledge")
    if what == "plan":
        document = plan_document(plan, load(knowledge / "reform.yaml"), today)
    else:
        document = letter(what, plan, knowledge, today)
    return write(document, file, template)
