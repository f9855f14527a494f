"""How far the plan has come, in the three lines that are always in view."""

from typing import TYPE_CHECKING

from textual.content import Content

from lhl_assistant.safe import safe
from lhl_assistant.said import Form, Said

if TYPE_CHECKING:
    from lhl_assistant.plan.document.overview import SolutionState
    from lhl_assistant.tui.draft.opened import OpenPlan

_COVERAGE = Said("Dekning", "Dekning")
_GAPS = Said("Å fylle inn", "Å fylle inn")
_ALONE = Said("Strategier uten tiltak", "Strategiar utan tiltak")
_LACKING = Said("Tiltak som mangler noe", "Tiltak som manglar noko")
_UNSURE = Said("Ubekreftet plass", "Ustadfesta plass")
_BOTH, _ONE, _NEITHER = ("✓", "bold $success"), ("○", "$warning"), ("·", "$quiet")


def standing(at: "OpenPlan", form: Form) -> Content:
    """Title; a sign for each løsning (✓ strategy and measure, ○ one of them, · neither); what is missing."""
    from lhl_assistant.plan.document.overview import overview
    from lhl_assistant.plan.link.propose import unconfirmed

    plan = at.plan
    state = overview(plan, at.reform)
    title = plan.title or plan.municipality
    period = f" · {plan.period}" if plan.period and plan.period not in title else ""
    signs = Content("  ").join(
        Content(f"{area.number} ")
        + Content("").join(_sign(s) for s in state.solutions if s.number.startswith(f"{area.number}."))
        for area in at.reform.areas
    )
    counts = [
        (len(state.gaps), _GAPS),
        (len(state.without_measures), _ALONE),
        (len(state.incomplete), _LACKING),
        (len(unconfirmed(plan)), _UNSURE),
    ]
    left = Content(" · ").join(Content.assemble(f"{said.in_(form)}: ", (str(n), "bold")) for n, said in counts if n)
    return Content.assemble(
        (f"{safe(title)}{safe(period)}", "bold"), "\n", (f"{_COVERAGE.in_(form)}  ", "$quiet"), signs, "\n", left
    )


def _sign(state: "SolutionState") -> Content:
    sign = _BOTH if state.strategies and state.measures else _ONE if state.strategies or state.measures else _NEITHER
    return Content.assemble(sign)
