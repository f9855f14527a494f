"""One change of the own library at a time, made wholly or not at all.

A change is got ready beside what stands: new sources in folders of their own, the index in a file of its own. Then it
is written down in ``kilder/.endring.json``, and from that moment it holds: renaming everything into place takes
milliseconds, and where the process dies in the middle, whoever opens the library next goes on from the note. Before
that moment nothing has changed. Readers hold the index file that they opened, so they never wait.
"""

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout
from pydantic import BaseModel, ValidationError

from lhl_assistant import atomic
from lhl_assistant.embedding.choose import load_engine
from lhl_assistant.errors import LibraryUnavailable
from lhl_assistant.library import swapping
from lhl_assistant.library.standing import changing
from lhl_assistant.said import Said
from lhl_assistant.search.build import PREPARED, Material, Progress, prepare
from lhl_assistant.search.libraries import Layout
from lhl_assistant.sources.own import Known, OwnSources, digest

_WAIT = 10.0
"""Seconds that a writer waits for another."""


class _Change(BaseModel):
    added: list[str]
    removed: list[str]
    index: str


@contextmanager
def writing(home: Path, wait: float = _WAIT) -> Iterator[OwnSources]:
    """The own sources, for the one writer that may change them; what a writer that died left is finished or cleared.

    The lock is the operating system's, so that it ends with its process. Raises LibraryUnavailable where another has
    not finished within ``wait`` seconds, or the data folder cannot be written.
    """
    try:
        home.mkdir(parents=True, exist_ok=True)
        lock = FileLock(home / "skriver.lock", timeout=wait)
        lock.acquire()
    except Timeout as error:
        raise LibraryUnavailable(
            Said(
                "Et annet vindu endrer kildene dine nå. Vent til det er ferdig, og prøv igjen.",
                "Eit anna vindauge endrar kjeldene dine no. Vent til det er ferdig, og prøv igjen.",
            )
        ) from error
    except OSError as error:
        raise _not_written(home) from error
    try:
        yield _swept(home)
    finally:
        lock.release()


def _swept(home: Path) -> OwnSources:
    own = OwnSources(home)
    try:
        swapping.finish(home)
        _finish(home)
        own.sweep()
    except OSError as error:
        raise _not_written(home) from error
    return own


def finish(home: Path) -> None:
    """Go on from where a writer died, if one did and no other is at work. Never waits."""
    if changing(home).is_file() or swapping.begun(home):
        try:
            with writing(home, wait=0):
                pass
        except LibraryUnavailable:
            return


def commit(
    own: OwnSources,
    at: Layout,
    added: Sequence[tuple[Known, str]] = (),
    removed: Collection[str] = (),
    progress: Progress | None = None,
) -> None:
    """Put ``added`` (each with its text) in, take ``removed`` out, and have an index of what there then is.

    Called inside ``writing``. Whatever is raised, by ``progress`` too, leaves all as it was.
    """
    replaced = {k.id for k, _ in added} | set(removed)
    kept = [own.known(id) for id in own.ids() if id not in replaced]
    sources = [own.source(k) for k in kept] + [k.source(text) for k, text in added]
    known = digest([*kept, *(k for k, _ in added)])
    material = Material(sorted(sources, key=lambda s: s.id), (), known)
    path = at.path("egne")
    try:
        for source, text in added:
            own.stage(source, text)
        prepare(path, material, load_engine(at.model), progress)
        change = _Change(
            added=[k.id for k, _ in added], removed=sorted(removed), index=path.relative_to(at.home).as_posix()
        )
        own.folder.mkdir(parents=True, exist_ok=True)
        atomic.write(changing(at.home), change.model_dump_json().encode())
        _finish(at.home)
    except BaseException as error:
        if not changing(at.home).is_file():
            path.with_suffix(PREPARED).unlink(missing_ok=True)
            own.sweep()
        if isinstance(error, OSError):
            raise _not_written(at.home) from error
        raise


def note(own: OwnSources, known: Sequence[Known]) -> None:
    """Keep what is known of sources where nothing of it goes into the index. Called inside ``writing``."""
    try:
        for source in known:
            own.stage(source, own.source(source).text)
        own.place([k.id for k in known], ())
    except OSError as error:
        raise _not_written(own.folder.parent) from error


def _finish(home: Path) -> None:
    """Carry out the change that is written down, if there is one. Doing it again changes nothing more."""
    try:
        change = _Change.model_validate_json(changing(home).read_bytes())
    except FileNotFoundError:
        return
    except ValidationError:
        changing(home).unlink()
        return
    OwnSources(home).place(change.added, change.removed)
    path = home / change.index
    if path.with_suffix(PREPARED).is_file():
        atomic.replace(path.with_suffix(PREPARED), path)
    changing(home).unlink()


def _not_written(home: Path) -> LibraryUnavailable:
    return LibraryUnavailable(
        Said(
            f"Mappen {home} kan ikke skrives i. Sjekk at du har tilgang til den, og at disken har plass.",
            f"Mappa {home} kan ikkje skrivast i. Sjekk at du har tilgang til ho, og at disken har plass.",
        )
    )
