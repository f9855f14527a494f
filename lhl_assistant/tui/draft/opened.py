"""The plan that is open: changed by one thing at a time, and saved, with its history, before the next."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lhl_assistant.plan.document.file import PlanFile
    from lhl_assistant.plan.document.model import Plan
    from lhl_assistant.reform.model import Reform


class OpenPlan:
    """A plan's file as it was last read or saved. Every method raises PlannerError as the core does."""

    def __init__(self, file: "PlanFile", reform: "Reform") -> None:
        self._file = file
        self.reform = reform
        self._turn = asyncio.Lock()

    @property
    def plan(self) -> "Plan":
        """The plan as it is on the disk."""
        return self._file.plan

    @property
    def path(self) -> Path:
        """Where it lies."""
        return self._file.path

    async def change(self, change: "Callable[[Plan], Plan]") -> None:
        """Change the plan and save it; what was written by others meanwhile is never overwritten."""
        from lhl_assistant.plan.document.file import save

        async with self._turn:
            plan = change(self._file.plan)
            self._file = await asyncio.to_thread(save, self._file, plan)

    async def again(self) -> bool:
        """Read the file anew where someone has changed it; whether that was so."""
        async with self._turn:
            before = self._file.text
            self._file = await asyncio.to_thread(_read, self.path)
            return self._file.text != before

    async def restore(self, version: Path) -> None:
        """Put an earlier version in its place."""
        from lhl_assistant.plan.document.file import restore

        async with self._turn:
            self._file = await asyncio.to_thread(restore, self.path, version)


async def open_plan(path: Path) -> OpenPlan:
    """The plan in the file at ``path``, read in a thread."""
    return OpenPlan(await asyncio.to_thread(_read, path), await asyncio.to_thread(_reform))


def _read(path: Path) -> "PlanFile":
    from lhl_assistant.plan.document.file import read

    return read(path)


def _reform() -> "Reform":
    from lhl_assistant import places
    from lhl_assistant.reform.load import load

    return load(places.bundled("knowledge") / "reform.yaml")
