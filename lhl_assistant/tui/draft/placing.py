"""Where in the reform strategies and measures belong: proposed, and confirmed or chosen by the planner."""

from typing import TYPE_CHECKING

from lhl_assistant.said import Said
from lhl_assistant.tui.draft import choosing, work
from lhl_assistant.tui.picker.screen import Picker

if TYPE_CHECKING:
    from lhl_assistant.plan.document.model import Plan
    from lhl_assistant.plan.link.propose import Linked
    from lhl_assistant.tui.draft.drafting import Drafting

_LINKED = Said(
    "Alt har fått et forslag til plass. Bekreft dem med Ctrl+P.",
    "Alt har fått forslag til plass. Stadfest dei med Ctrl+P.",
)


async def place(at: "Drafting", entry: "Linked") -> None:
    """Confirm the proposed place of a strategy or measure, or choose another."""
    from lhl_assistant.plan.link.decide import choose, confirm
    from lhl_assistant.plan.link.propose import linked

    if at.open is None:
        return
    id = entry.item.id
    if entry.link is None and await _propose(at):
        entry = next((e for e in linked(at.open.plan) if e.item.id == id), entry)

    def chosen(place: str | None) -> None:
        if place == choosing.CONFIRM:
            at.soon(at.change(lambda plan: confirm(_with_own_link(plan, id), id, work.today())))
        elif place is not None:
            at.soon(at.change(lambda plan: choose(plan, id, place, work.today())))

    listed = choosing.places(entry, at.open.plan, at.open.reform, at.app.form)
    at.app.push_screen(Picker(choosing.PLACE, choosing.among(listed)), chosen)


async def link(at: "Drafting") -> None:
    """Propose a place for all that has none."""
    if await _propose(at):
        at.app.tell(_LINKED)


async def _propose(at: "Drafting") -> bool:
    from lhl_assistant.plan.link.propose import link_all

    sorter = await at.sorter()
    return sorter is not None and await at.change(lambda plan: link_all(plan, sorter, work.today()))


def _with_own_link(plan: "Plan", id: str) -> "Plan":
    """The plan with the link that holds for ``id`` as its own, so that it can be confirmed."""
    from lhl_assistant.plan.link.propose import changed, linked

    held = next((e.link for e in linked(plan) if e.item.id == id), None)
    return changed(plan, id, lambda link: link or held)
