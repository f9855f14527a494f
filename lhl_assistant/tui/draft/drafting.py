"""The plan that is open, and what every change of it goes through: saved before it is shown, refused in a sentence."""

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from lhl_assistant.errors import InputUnusable, PlannerError
from lhl_assistant.said import Said
from lhl_assistant.tui.draft import work
from lhl_assistant.tui.report import Report
from lhl_assistant.tui.working import Step

if TYPE_CHECKING:
    from lhl_assistant.plan.document.model import Plan
    from lhl_assistant.plan.sorting.sorter import Sorter
    from lhl_assistant.tui.app import Assistant
    from lhl_assistant.tui.draft.opened import OpenPlan

_SHORT = 120
_REFUSED = Said("Planen kan ikke brukes slik", "Planen kan ikkje brukast slik")
_NO_PLAN = Said("Åpne eller lag en plan først.", "Opne eller lag ein plan først.")
_MEANWHILE = Said("Planen ble endret imens. Prøv igjen.", "Planen vart endra imens. Prøv igjen.")
_CHANGED = Said(
    "Filen var endret utenfor programmet og er lest på nytt.", "Fila var endra utanfor programmet og er lesen på nytt."
)


class Drafting:
    """``show`` is called when the plan is another than what stands on the screen, with the id to mark, if any."""

    def __init__(self, app: "Assistant", show: Callable[[str | None], None]) -> None:
        self.app, self.show = app, show
        self.open: OpenPlan | None = None

    def needed(self) -> "OpenPlan | None":
        """The plan that is open; where none is, that one is needed is told."""
        if self.open is None:
            self.app.tell(_NO_PLAN)
        return self.open

    async def change(self, change: "Callable[[Plan], Plan]", mark: str | None = None) -> bool:
        """Change the plan, save it, and show it; whether that could be done."""
        if self.open is None:
            return False
        try:
            await self.open.change(change)
        except PlannerError as error:
            self.refused(error)
            await self.refresh()
            return False
        self.show(mark)
        return True

    def soon(self, doing: Awaitable[object]) -> None:
        """Do it while the keyboard is free."""
        self.app.run_worker(doing, group="change")

    def refused(self, error: PlannerError) -> None:
        """Say why not: in the corner, or in a window where it takes several lines."""
        if len(error.said.nb) < _SHORT:
            self.app.tell(error.said, wrong=True)
        else:
            lines = zip(error.said.nb.splitlines(), error.said.nn.splitlines(), strict=False)
            self.app.push_screen(Report(_REFUSED, [Said(nb, nn) for nb, nn in lines]))

    async def refresh(self) -> None:
        """Show the plan anew if its file was changed by others."""
        if self.open is not None:
            try:
                if await self.open.again():
                    self.show(None)
                    self.app.tell(_CHANGED)
            except PlannerError as error:
                self.refused(error)

    async def sorter(self) -> "Sorter | None":
        """What proposes places in the reform; None, and why, where it cannot be had."""
        try:
            return await self.app.desk.do(work.sorter)
        except PlannerError as error:
            self.refused(error)
            return None

    def work(self, what: Said, do: "Callable[[Plan, Step], Plan]", said: Said) -> None:
        """Make another plan of it in a thread, with a bar, and save that if nothing else has changed it meanwhile."""
        at = self.needed()
        if at is None:
            return
        before, made = at.plan, list["Plan"]()

        def make(step: Step) -> list[Said]:
            made.append(do(before, step))
            return [said]

        def unchanged(plan: "Plan") -> "Plan":
            if plan != before:
                raise InputUnusable(_MEANWHILE)
            return made[0]

        async def after() -> None:
            if made:
                await self.change(unchanged)

        self.app.work(what, make, after)
