"""The indexes made from what they should be made from, with a bar and a closing word."""

from lhl_assistant import places
from lhl_assistant.cli.console import say
from lhl_assistant.cli.progress import progress
from lhl_assistant.embedding.choose import load_engine
from lhl_assistant.search.build import Material, build
from lhl_assistant.search.libraries import Layout, LibraryName, layout
from lhl_assistant.sources import bundled
from lhl_assistant.sources.own import OwnSources


def build_own() -> None:
    """Make the index of the own sources anew, with the chosen model."""
    build_library("egne", layout())


def build_library(library: LibraryName, at: Layout) -> int:
    """Make the index of ``library`` anew, with the layout's model; returns the number of sources."""
    made_from = material(library)
    with progress(f"Lager indeks for {library} kilder") as step:
        build(at.path(library), made_from, load_engine(at.model), step)
    say(f"Indeksen for {library} kilder er klar: {counted(len(made_from.sources))}.")
    return len(made_from.sources)


def material(library: LibraryName) -> Material:
    """What the index of ``library`` is made from, as it is now."""
    if library == "medfølgende":
        folder = places.bundled("knowledge")
        return Material(bundled.sources(folder), tuple(bundled.originals(folder).values()), bundled.digest(folder))
    own = OwnSources(places.home())
    return Material(own.all(), (), own.digest())


def counted(sources: int) -> str:
    """``1 kilde``, ``2 kilder``."""
    return f"{sources} {'kilde' if sources == 1 else 'kilder'}"
