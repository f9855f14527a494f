"""Which indexes there are, with which model they were made, and where they lie.

The default model's bundled index travels with the product. Another model's indexes, bundled and own, are built in the
user's folder, so that both speak of the same space; the choice is kept in ``modell.txt`` and holds until changed.
"""

import re
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Literal

from lhl_assistant import places
from lhl_assistant.errors import LibraryUnavailable
from lhl_assistant.said import Said
from lhl_assistant.search.schema import Identity
from lhl_assistant.search.snapshot import Snapshot

LibraryName = Literal["medfølgende", "egne", "felles"]
LIBRARIES: tuple[LibraryName, ...] = ("medfølgende", "egne")
"""The libraries that lie here, each in a file."""

_FILES: dict[LibraryName, str] = {"medfølgende": "kunnskap.sqlite", "egne": "egne.sqlite"}


@dataclass(frozen=True, slots=True)
class Layout:
    """The places of the indexes for one choice of model (None: the default)."""

    bundled: Path
    home: Path
    model: str | None

    def path(self, library: LibraryName) -> Path:
        """Where the index of ``library`` lies, or would lie."""
        if self.model is not None:
            return self.home / "indeks" / _slug(self.model) / _FILES[library]
        folder = self.bundled if library == "medfølgende" else self.home / "indeks"
        return folder / _FILES[library]


def layout() -> Layout:
    """The layout for the model that the planner has chosen."""
    return Layout(places.bundled("index"), places.home(), chosen_model())


def chosen_model() -> str | None:
    """The model's name or folder that was chosen with ``lhl indeks bygg --modell``, or None for the default."""
    file = _choice()
    return (file.read_text(encoding="utf-8").strip() or None) if file.is_file() else None


def choose_model(model: str | None) -> None:
    """Keep the choice of model; None goes back to the default."""
    if model is None:
        _choice().unlink(missing_ok=True)
        return
    _choice().parent.mkdir(parents=True, exist_ok=True)
    temporary = _choice().with_suffix(".tmp")
    temporary.write_text(model + "\n", encoding="utf-8")
    temporary.replace(_choice())


def full_name(model: str) -> str:
    """A model folder's full path, so that the choice holds wherever the planner stands next; a name as it is."""
    folder = Path(model).expanduser()
    return str(folder.resolve()) if folder.is_dir() else model


def open_libraries(
    stack: ExitStack, names: Sequence[LibraryName], where: Layout, mark: Identity
) -> list[tuple[LibraryName, Snapshot]]:
    """The indexes of ``names`` that exist, opened; an own library that was never made is simply not there.

    Raises LibraryUnavailable where the bundled one is missing, or one was made with another model or version.
    """
    opened: list[tuple[LibraryName, Snapshot]] = []
    for name in names:
        if name == "egne" and not where.path(name).is_file():
            continue
        snapshot = stack.enter_context(Snapshot(where.path(name)))
        if snapshot.identity != mark:
            raise LibraryUnavailable(
                Said(
                    f"Indeksen for {name} kilder er laget med en annen modell eller versjon. "
                    "Lag den på nytt med «lhl indeks bygg».",
                    f"Indeksen for {name} kjelder er laga med ein annan modell eller versjon. "
                    "Lag han på nytt med «lhl indeks bygg».",
                )
            )
        opened.append((name, snapshot))
    return opened


def _choice() -> Path:
    return places.home() / "indeks" / "modell.txt"


def _slug(model: str) -> str:
    """A folder name for a model: its last part made plain, and six digits that keep two models apart."""
    last = re.sub(r"[^a-z0-9]+", "-", model.rstrip("/").rsplit("/", 1)[-1].lower()).strip("-") or "modell"
    return f"{last}-{sha256(model.encode()).hexdigest()[:6]}"
