"""What the planner points at, as files: a file, a folder and all below it, or a pattern (``planer/*.pdf``)."""

import glob
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from lhl_assistant.sources.reading.formats import READABLE

_TEMPORARY = (".", "~$")


def files(paths: Sequence[Path]) -> Iterator[tuple[Path, list[Path]]]:
    """Each path with the files that it stands for, none twice; none at all where a folder or pattern has no document.

    A path that names no folder and no pattern stands for itself, also where there is no such file. Links to folders are
    not followed, so that a folder which holds itself has an end; hidden and temporary files are passed over. A link
    that leads to itself is a file like others, which cannot be read.
    """
    seen: set[str] = set()
    for path in paths:
        found = [f for f in _named(path) if os.path.realpath(f) not in seen]
        seen.update(map(os.path.realpath, found))
        yield path, found


def _named(path: Path) -> list[Path]:
    if path.is_dir():
        return list(_below(path))
    if not path.exists() and glob.has_magic(str(path)):
        matches = sorted(Path(p) for p in glob.glob(str(path.expanduser()), recursive=True))  # noqa: PTH207
        named = [m for m in matches if not m.name.startswith(_TEMPORARY)]
        return [f for match in named for f in (_below(match) if match.is_dir() else [match])]
    return [path]


def _below(folder: Path) -> Iterator[Path]:
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(f for f in folders if not f.startswith(_TEMPORARY))
        for name in sorted(names):
            file = Path(parent, name)
            if file.suffix.lower() in READABLE and not name.startswith(_TEMPORARY):
                yield file
