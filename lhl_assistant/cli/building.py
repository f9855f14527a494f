"""Work on the libraries, with a bar and a closing word."""

from collections.abc import Iterator
from contextlib import contextmanager

from lhl_assistant.cli.console import say
from lhl_assistant.cli.progress import Step, progress
from lhl_assistant.library.adding import Watching
from lhl_assistant.library.making import make
from lhl_assistant.library.names import NAMES, counted
from lhl_assistant.said import Said
from lhl_assistant.search.libraries import Layout, LibraryName

READING = Said("Leser dokumenter", "Les dokument")
INDEXING = Said("Lager indeks for egne kilder", "Lagar indeks for eigne kjelder")


def build_library(library: LibraryName, at: Layout) -> int:
    """Make the index of ``library`` anew, with the layout's model; returns the number of sources."""
    name = NAMES[library]
    with progress(Said(f"Lager indeks for {name.nb} kilder", f"Lagar indeks for {name.nn} kjelder")) as (step,):
        sources = make(library, at, step)
    say(ready(library, sources))
    return sources


def ready(library: LibraryName, sources: int) -> Said:
    """The closing word for an index of so many sources."""
    name, many = NAMES[library], counted(sources)
    return Said(
        f"Indeksen for {name.nb} kilder er klar: {many.nb}.", f"Indeksen for {name.nn} kjelder er klar: {many.nn}."
    )


@contextmanager
def watching() -> Iterator[Watching]:
    """Bars for documents that are read and texts that go into the index."""
    with progress(READING, INDEXING) as (reading, indexing):
        yield Watching(reading, indexing)


@contextmanager
def indexing() -> Iterator[Step]:
    """A bar for texts that go into the index of the own sources."""
    with progress(INDEXING) as (step,):
        yield step
