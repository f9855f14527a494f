"""Whether all in the user's folder stands as it should, told without loading what makes it anew."""

import sqlite3
from pathlib import Path

from lhl_assistant.errors import LibraryUnavailable
from lhl_assistant.library import swapping
from lhl_assistant.search.libraries import LIBRARIES, Layout
from lhl_assistant.search.schema import Identity
from lhl_assistant.search.snapshot import Snapshot


def whole(at: Layout, mark: Identity) -> bool:
    """Whether no change was cut off, and every index in the user's folder is as ``mark`` says and not lost."""
    return not (changing(at.home).is_file() or swapping.begun(at.home)) and all(
        _as_marked(at.path(library), mark) if at.path(library).is_file() else not has_sources(at.home)
        for library in LIBRARIES
        if at.path(library).is_relative_to(at.home)
    )


def changing(home: Path) -> Path:
    """The note of a change of the own library that has begun; it is not there when none has."""
    return home / "kilder" / ".endring.json"


def has_sources(home: Path) -> bool:
    """Whether the planner has added anything."""
    folder = home / "kilder"
    return folder.is_dir() and any(not p.name.startswith(".") for p in folder.iterdir())


def _as_marked(path: Path, mark: Identity) -> bool:
    try:
        with Snapshot(path) as snapshot:
            return snapshot.identity == mark
    except (LibraryUnavailable, sqlite3.Error):
        return False
