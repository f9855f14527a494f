"""What fills a plan at once: drafts of its empty chapters, the population, an earlier version."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from lhl_assistant.errors import PlannerError
from lhl_assistant.said import Said
from lhl_assistant.tui.draft import choosing, work
from lhl_assistant.tui.files.screen import PathScreen
from lhl_assistant.tui.picker.screen import Picker

if TYPE_CHECKING:
    from lhl_assistant.tui.draft.drafting import Drafting

MAKING = Said("Skriver kapitler", "Skriv kapittel")
_WRITTEN = Said("Tomme kapitler har fått utkast.", "Tomme kapittel har fått utkast.")
_TABLES_TITLE = Said("Befolkningstall", "Folketal")
_TABLES_HOW = Said(
    "Hvor ligger tabellene? Du kan dra flere filer hit.", "Kvar ligg tabellane? Du kan dra fleire filer hit."
)
_COUNTING = Said("Leser befolkningstall", "Les folketal")
_COUNTED = Said("Befolkningstallene er tatt inn.", "Folketala er tekne inn.")
_NOTHING_OLD = Said("Det er ingen eldre utgaver ennå.", "Det er ingen eldre utgåver enno.")
_RESTORED = Said("Utgaven er hentet tilbake.", "Utgåva er henta tilbake.")


def chapters(at: "Drafting") -> None:
    """Draft the chapters that are empty."""
    at.work(MAKING, work.written, _WRITTEN)


def population(at: "Drafting") -> None:
    """Take the population into the plan, from tables that are there or over the net."""
    if at.needed() is None:
        return

    def count(tables: Sequence[Path]) -> None:
        at.work(_COUNTING, lambda plan, _: work.with_tables(plan, tables), _COUNTED)

    def chosen(online: bool | None) -> None:
        if online:
            count(())
        elif online is not None:
            at.app.push_screen(PathScreen(_TABLES_TITLE, _TABLES_HOW), lambda paths: count(paths) if paths else None)

    at.app.push_screen(Picker(choosing.POPULATION, choosing.among(choosing.figures(at.app.form))), chosen)


def history(at: "Drafting") -> None:
    """Put an earlier version in the plan's place."""
    opened = at.needed()
    if opened is None:
        return
    listed = choosing.versions(opened.path)
    if not listed:
        at.app.tell(_NOTHING_OLD)
        return

    async def restore(version: Path) -> None:
        try:
            await opened.restore(version)
        except PlannerError as error:
            at.refused(error)
            return
        at.show(None)
        at.app.tell(_RESTORED)

    def chosen(version: Path | None) -> None:
        if version is not None:
            at.soon(restore(version))

    at.app.push_screen(Picker(choosing.HISTORY, choosing.among(listed)), chosen)
