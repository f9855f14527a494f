"""The core's work for a check, imported when it is first needed, in the thread that does it."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from lhl_assistant.said import Form
from lhl_assistant.tui.working import Step

if TYPE_CHECKING:
    from lhl_assistant.plan.check.model import Checked
    from lhl_assistant.reform.model import Reform


@dataclass(frozen=True, slots=True)
class Check:
    """A check, with the plan's text that its proofs stand in, and the reform's names."""

    file: Path
    text: str
    checked: "Checked"
    reform: "Reform"


def run(file: Path, step: Step) -> Check:
    """Read the plan and check it. Raises PlannerError as the core does."""
    from lhl_assistant.embedding.choose import load_engine
    from lhl_assistant.library.opening import searcher
    from lhl_assistant.plan.check.check import check
    from lhl_assistant.plan.check.material import load

    with searcher("medfølgende") as opened:
        material = load(file, opened.reform, step)
        return Check(file, material.text, check(material, opened, load_engine(), step), opened.reform)


def report(found: Check, file: Path, form: Form) -> tuple[Path, ...]:
    """Write the report; returns the files written. Raises InputUnusable."""
    from datetime import date

    from lhl_assistant.export.check_report import report
    from lhl_assistant.export.write import write

    return write(report(found.checked, found.reform, form, date.today()), file)
