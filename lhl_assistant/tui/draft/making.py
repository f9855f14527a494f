"""A plan to begin with: a new one, or one that was made before."""

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING

from lhl_assistant.said import Said
from lhl_assistant.tui.draft import work
from lhl_assistant.tui.draft.filling import MAKING
from lhl_assistant.tui.files.screen import PathScreen
from lhl_assistant.tui.working import Step

if TYPE_CHECKING:
    from lhl_assistant.tui.draft.begin import Wanted
    from lhl_assistant.tui.draft.drafting import Drafting

_OPEN_TITLE = Said("Åpne en plan", "Opne ein plan")
_OPEN_HOW = Said("Hvor ligger planens fil (.yaml)?", "Kvar ligg fila til planen (.yaml)?")
_MADE = Said("Planen er laget. Velg strategier og tiltak med Ctrl+F.", "Planen er laga. Vel strategiar med Ctrl+F.")


def begin(at: "Drafting", opening: Callable[[Path], Awaitable[None]]) -> None:
    """Make a new plan, and open it."""
    from lhl_assistant.tui.draft.begin import BeginScreen

    def chosen(wanted: "Wanted | None") -> None:
        if wanted is None:
            return
        made: list[Path] = []

        def make(step: Step) -> list[Said]:
            work.create(wanted, step)
            made.append(wanted.file)
            return [_MADE]

        async def after() -> None:
            if made:
                await opening(made[0])

        at.app.work(MAKING, make, after)

    at.app.push_screen(BeginScreen(), chosen)


def choose(at: "Drafting", opening: Callable[[Path], Awaitable[None]]) -> None:
    """Let the planner name a plan's file, and open it."""
    begun = f"{at.open.path.parent if at.open else Path.cwd()}/"
    screen = PathScreen(_OPEN_TITLE, _OPEN_HOW, begun, (".yaml", ".yml"))
    at.app.push_screen(screen, lambda paths: at.soon(opening(paths[0])) if paths else None)
