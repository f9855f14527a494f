"""An index made with a bar and a closing word."""

from lhl_assistant.cli.console import say
from lhl_assistant.cli.progress import progress
from lhl_assistant.library.making import make
from lhl_assistant.search.libraries import Layout, LibraryName, layout


def build_own() -> None:
    """Make the index of the own sources anew, with the chosen model."""
    build_library("egne", layout())


def build_library(library: LibraryName, at: Layout) -> int:
    """Make the index of ``library`` anew, with the layout's model; returns the number of sources."""
    with progress(f"Lager indeks for {library} kilder") as step:
        sources = make(library, at, step)
    say(f"Indeksen for {library} kilder er klar: {counted(sources)}.")
    return sources


def counted(sources: int) -> str:
    """``1 kilde``, ``2 kilder``."""
    return f"{sources} {'kilde' if sources == 1 else 'kilder'}"
