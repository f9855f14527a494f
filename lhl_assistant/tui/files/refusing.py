"""Why a path that was written cannot be meant, said while it can still be corrected."""

import glob
from collections.abc import Callable, Sequence
from pathlib import Path

from lhl_assistant.safe import safe
from lhl_assistant.said import Said

Refuse = Callable[[Sequence[Path]], Said | None]


def absent(paths: Sequence[Path]) -> Said | None:
    """The first of ``paths`` that is not there; a pattern (``planer/*.pdf``) is when it fits something."""
    missing = next((path for path in paths if not _there(path)), None)
    if missing is None:
        return None
    name = safe(str(missing))
    return Said(f"«{name}» finnes ikke. Se etter i navnet.", f"«{name}» finst ikkje. Sjå etter i namnet.")


def homeless(paths: Sequence[Path]) -> Said | None:
    """That the folder where a new file is to lie is not there, or that the name is a folder's."""
    if _there(paths[0]) and paths[0].is_dir():
        return Said("Skriv navnet på filen også, ikke bare mappen.", "Skriv namnet på fila òg, ikkje berre mappa.")
    return parentless(paths)


def parentless(paths: Sequence[Path]) -> Said | None:
    """That the folder where something new is to lie is not there."""
    if _there(paths[0].parent):
        return None
    name = safe(str(paths[0].parent))
    return Said(f"Mappen «{name}» finnes ikke.", f"Mappa «{name}» finst ikkje.")


def taken(paths: Sequence[Path]) -> Said | None:
    """As ``homeless``, or that there is such a file already."""
    if (why := homeless(paths)) is not None or not _there(paths[0]):
        return why
    return Said("Filen finnes fra før. Velg et annet navn.", "Fila finst frå før. Vel eit anna namn.")


def _there(path: Path) -> bool:
    try:
        return path.exists() or (glob.has_magic(str(path)) and any(glob.iglob(str(path), recursive=True)))  # noqa: PTH207
    except OSError:
        return False
