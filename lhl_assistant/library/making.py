"""An index made from the sources it should be made from."""

from lhl_assistant import places
from lhl_assistant.embedding.choose import load_engine
from lhl_assistant.search.build import Material, Progress, build
from lhl_assistant.search.libraries import Layout, LibraryName
from lhl_assistant.sources import bundled
from lhl_assistant.sources.own import OwnSources


def make(library: LibraryName, at: Layout, progress: Progress | None = None) -> int:
    """Make the index of ``library`` anew, with the layout's model; returns the number of sources.

    Raises LibraryUnavailable where it is busy or cannot be written; the old index then stands.
    """
    made_from = material(library)
    build(at.path(library), made_from, load_engine(at.model), progress)
    return len(made_from.sources)


def material(library: LibraryName) -> Material:
    """What the index of ``library`` is made from, as it is now."""
    if library == "medfølgende":
        folder = places.bundled("knowledge")
        return Material(bundled.sources(folder), tuple(bundled.originals(folder).values()), bundled.digest(folder))
    own = OwnSources(places.home())
    return Material(own.all(), (), own.digest())
