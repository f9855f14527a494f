"""What a path that is being typed can become."""

import os
from pathlib import Path

_MOST = 200


def completions(typed: str, suffixes: tuple[str, ...] = ()) -> list[str]:
    """The folders, then the files, that ``typed`` is the beginning of, written as it is; folders end in ``/``.

    ``suffixes`` (with dot, lower case) leave out other files. Hidden names come only when asked for with a dot.
    """
    head, _, begun = typed.rpartition("/")
    folder = Path(f"{head}/" if "/" in typed else ".").expanduser()
    prefix = f"{head}/" if "/" in typed else ""
    try:
        with os.scandir(folder) as found:
            entries = [(e.name, _is_folder(e)) for e in found]
    except OSError:
        return []
    fits = [
        (not is_folder, name.lower(), f"{prefix}{name}{'/' if is_folder else ''}")
        for name, is_folder in entries
        if name.lower().startswith(begun.lower())
        and (begun.startswith(".") or not name.startswith("."))
        and (is_folder or not suffixes or Path(name).suffix.lower() in suffixes)
    ]
    return [path for *_, path in sorted(fits)[:_MOST]]


def _is_folder(entry: "os.DirEntry[str]") -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False
