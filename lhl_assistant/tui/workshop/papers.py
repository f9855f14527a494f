"""What a workshop takes from files and puts into them; each says afterwards what was done."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from lhl_assistant.said import Said
from lhl_assistant.tui.working import Step

if TYPE_CHECKING:
    from lhl_assistant.reform.model import Reform
    from lhl_assistant.workshop.room import Room


def sheets(room: "Room", reform: "Reform", folder: Path) -> list[Said]:
    """The sheets, as PDF in ``folder``."""
    from lhl_assistant.workshop.before.sheets import write_all

    return _named(write_all(room.state.setup, reform, folder))


def bring_in(room: "Room", path: Path, step: Step) -> list[Said]:
    """The lines of a paper: a text, a table, a document or a photo."""
    from lhl_assistant.workshop.importing import bring_in as bring
    from lhl_assistant.workshop.importing import notes_of
    from lhl_assistant.workshop.photo import doubt

    notes = notes_of(path)
    new = bring(room.session, path, notes.text)
    room.sort_rest(step)
    told = [Said(f"{len(new)} nye innspill.", f"{len(new)} nye innspel.")]
    return [*told, doubt(notes.unsure)] if notes.unsure else told


def merge(room: "Room", path: Path, step: Step) -> list[Said]:
    """Another table's file."""
    from lhl_assistant.workshop.merging import merge as merged

    found = merged(room.session.path, [path])
    room.sort_rest(step)
    nb = f"{found.contributions} innspill i alt, {found.new} av dem nye."
    return [Said(nb, f"{found.contributions} innspel i alt, {found.new} av dei nye.")]


def report(room: "Room", reform: "Reform", path: Path) -> list[Said]:
    """The report, with what looks like personal data blacked out."""
    from lhl_assistant.export.write import write
    from lhl_assistant.workshop.after.report import report as reported
    from lhl_assistant.workshop.privacy.finds import masked

    files = write(reported(room.state, reform, masked), path)
    for file in files:
        room.session.exported(file.resolve())
    return _named(files)


def _named(files: Iterable[Path]) -> list[Said]:
    return [Said(str(f), str(f)) for f in files]
