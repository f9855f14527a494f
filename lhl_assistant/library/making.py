"""An index made from the sources it should be made from."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from lhl_assistant import places
from lhl_assistant.embedding.choose import load_engine
from lhl_assistant.errors import LibraryUnavailable
from lhl_assistant.library.writing import commit, finish, writing
from lhl_assistant.said import Said
from lhl_assistant.search.build import Material, Progress, build
from lhl_assistant.search.libraries import LIBRARIES, Layout, LibraryName
from lhl_assistant.search.schema import Identity
from lhl_assistant.search.snapshot import Snapshot
from lhl_assistant.sources import bundled
from lhl_assistant.sources.hashes import text_hash
from lhl_assistant.sources.own import FORMAT, Known, OwnSources, digest


def make(library: LibraryName, at: Layout, progress: Progress | None = None) -> int:
    """Make the index of ``library`` anew, with the layout's model; returns the number of sources.

    An own source whose folder is damaged is first mended from the index, where that is whole. Raises LibraryUnavailable
    where the library is busy or cannot be written, or a source is past mending; the old index then stands.
    """
    if library == "medfølgende":
        made_from = material(library)
        build(at.path(library), made_from, load_engine(at.model), progress)
        return len(made_from.sources)
    with writing(at.home) as own:
        commit(own, at, list(_mended(own, at.path("egne"))), (), progress)
        return len(own.ids())


def material(library: LibraryName) -> Material:
    """What the index of ``library`` is made from, as it is now."""
    if library == "medfølgende":
        folder = places.bundled("knowledge")
        return Material(bundled.sources(folder), tuple(bundled.originals(folder).values()), bundled.digest(folder))
    own = OwnSources(places.home())
    return Material(own.all(), (), digest(own.all_known()))


def in_step(at: Layout, own: OwnSources) -> bool:
    """Whether the own index is of this version and was made from the sources as they are; not whether it is whole."""
    try:
        with Snapshot(at.path("egne")) as snapshot:
            return snapshot.identity.this_version() and snapshot.manifest.get("digest") == digest(own.all_known())
    except (LibraryUnavailable, sqlite3.Error):
        return False


def renew(at: Layout, mark: Identity, progress: Progress | None = None) -> None:
    """Make anew what an earlier version of the program made in the user's folder, and what was lost from there.

    ``mark`` is what an index must be to be asked now. A change that was cut off is first carried out. Raises
    LibraryUnavailable for an index of a later version, and as ``make``.
    """
    finish(at.home)
    for library in LIBRARIES:
        path = at.path(library)
        if not path.is_relative_to(at.home):
            continue
        if not path.is_file():
            if library == "egne" and OwnSources(at.home).ids():
                make(library, at, progress)
            continue
        with Snapshot(path) as snapshot:
            old = snapshot.identity
        if old.later():
            raise LibraryUnavailable(
                Said(
                    f"Indeksen {path} er laget av en nyere utgave av programmet. Oppdater programmet.",
                    f"Indeksen {path} er laga av ei nyare utgåve av programmet. Oppdater programmet.",
                )
            )
        if old != mark and old.same_model(mark):
            make(library, at, progress)


def _mended(own: OwnSources, index: Path) -> Iterator[tuple[Known, str]]:
    """The damaged sources as the index has them, each with its text; what the index does not have is left."""
    damaged = [id for id, _ in own.damaged()]
    if not damaged:
        return
    try:
        with Snapshot(index) as snapshot:
            if snapshot.damage() is not None:
                return
            sources = snapshot.sources
    except (LibraryUnavailable, sqlite3.Error, ValueError):
        return
    for id in damaged:
        if s := sources.get(id):
            yield (
                Known(
                    format=FORMAT,
                    id=id,
                    title=s.title,
                    issuer=s.issuer,
                    year=s.year,
                    status=s.status,
                    kind=s.kind,
                    url=s.url,
                    checked=s.checked,
                    file="",
                    text=text_hash(s.text),
                    pages=s.pages,
                    original=s.original,
                ),
                s.text,
            )
