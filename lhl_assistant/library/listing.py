"""What is in the libraries."""

from collections.abc import Iterator

from lhl_assistant.errors import InputUnusable, LibraryUnavailable
from lhl_assistant.library.writing import finish
from lhl_assistant.said import Said
from lhl_assistant.search.libraries import LIBRARIES, LibraryName, layout
from lhl_assistant.search.snapshot import Snapshot
from lhl_assistant.sources.model import Source


def sources() -> Iterator[tuple[LibraryName, Source]]:
    """Every source that can be asked, with its library. Raises LibraryUnavailable where one cannot be read."""
    at = layout()
    finish(at.home)
    for library in LIBRARIES:
        path = at.path(library)
        if library == "medfølgende" and not path.is_file():
            raise LibraryUnavailable(
                Said(
                    "Den medfølgende indeksen mangler. Installer programmet på nytt.",
                    "Den medfølgjande indeksen manglar. Installer programmet på nytt.",
                )
            )
        if path.is_file():
            with Snapshot(path) as snapshot:
                for source in snapshot.sources.values():
                    yield library, source


def find(id: str) -> tuple[LibraryName, Source]:
    """The source with this id. Raises InputUnusable where there is none."""
    for library, source in sources():
        if source.id == id:
            return library, source
    raise InputUnusable(
        Said(
            f"Kilden «{id}» finnes ikke. Se hvilke som finnes med «lhl kilder list».",
            f"Kjelda «{id}» finst ikkje. Sjå kva som finst med «lhl kilder list».",
        )
    )
