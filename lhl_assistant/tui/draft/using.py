"""An answer put into the plan, with its references."""

from typing import TYPE_CHECKING

from lhl_assistant.said import Said
from lhl_assistant.tui.draft import choosing, work
from lhl_assistant.tui.picker.screen import Picker

if TYPE_CHECKING:
    from lhl_assistant.answer.model import Answer
    from lhl_assistant.plan.document.model import Plan
    from lhl_assistant.tui.draft.drafting import Drafting

_USED = Said("Svaret står i planen, med henvisninger.", "Svaret står i planen, med tilvisingar.")


def use(at: "Drafting", answer: "Answer") -> None:
    """Put the answer where the planner wants it."""
    if at.open is None:
        return

    def chosen(home: str | None) -> None:
        if home in (choosing.STRATEGY, choosing.MEASURE):
            at.soon(_as_item(at, answer, home))
        elif home is not None:
            at.soon(_at_end(at, answer, home))

    listed = choosing.among(choosing.homes(answer, at.open.plan, at.app.form))
    at.app.push_screen(Picker(choosing.USE, listed), chosen)


async def _as_item(at: "Drafting", answer: "Answer", kind: str) -> None:
    from lhl_assistant.plan.document.model import Measure, Strategy
    from lhl_assistant.plan.draft import using

    sorter = await at.sorter()
    if sorter is None:
        return
    made: list[str] = []

    def added(plan: "Plan") -> "Plan":
        cls = Strategy if kind == choosing.STRATEGY else Measure
        changed, id = using.as_item(answer, cls, plan, sorter, work.today())
        made.append(id)
        return changed

    if await at.change(added):
        at.show(made[-1])
        at.app.tell(_USED)


async def _at_end(at: "Drafting", answer: "Answer", chapter: str) -> None:
    from lhl_assistant.plan.draft import using

    if await at.change(lambda plan: using.in_chapter(answer, chapter, plan), chapter):
        at.app.tell(_USED)
