"""All that is the planner's in one file, and back again.

The file is a zip with every file of the data folder but locks, half-written ones, a shared library's password and the
indexes, which are made again, and with ``sikkerhetskopi.json``: the size and SHA-256 of each. Nothing is taken from it
that the list does not name, or that is not what the list says.
"""

import hashlib
import shutil
import tempfile
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import IO

from pydantic import BaseModel, ValidationError

from lhl_assistant import atomic
from lhl_assistant.errors import InputUnusable, LibraryUnavailable
from lhl_assistant.library import swapping
from lhl_assistant.library.making import make
from lhl_assistant.library.writing import writing
from lhl_assistant.said import Said
from lhl_assistant.search.build import Progress
from lhl_assistant.search.libraries import LIBRARIES, layout

_LIST = "sikkerhetskopi.json"
_FORMAT = 1
_CHUNK = 1 << 20
_LONGEST_LIST = 50_000_000
_LEFT_OUT = (".lock", ".tmp", ".sqlite", ".ny", ".passord")


class _Entry(BaseModel):
    size: int
    sha256: str


class _List(BaseModel):
    format: int
    made: str
    files: dict[str, _Entry]


def save(file: Path, home: Path, progress: Progress | None = None) -> int:
    """Write all of ``home`` to ``file``, whole or not at all; returns the number of files.

    ``progress`` is told (files done, files in all). Raises InputUnusable where ``file`` cannot be written,
    LibraryUnavailable where another is changing the library.
    """
    with writing(home):
        wanted = [(p, n) for p, n in _files(home) if p.resolve() != file.resolve()]
        try:
            with tempfile.NamedTemporaryFile(dir=file.parent, prefix=f".{file.name}-", delete=False) as new:
                try:
                    _write(new, wanted, progress)
                    new.close()
                    atomic.replace(Path(new.name), file)
                except BaseException:
                    Path(new.name).unlink(missing_ok=True)
                    raise
        except OSError as error:
            raise InputUnusable(
                Said(
                    f"Sikkerhetskopien kan ikke skrives til {file}. Velg en annen plass, eller rydd på disken.",
                    f"Tryggingskopien kan ikkje skrivast til {file}. Vel ein annan plass, eller rydd på disken.",
                )
            ) from error
    return len(wanted)


def check(file: Path) -> None:
    """Raise InputUnusable where ``file`` is no backup, so that nobody is asked to give up anything for it."""
    with _opened(file) as data:
        try:
            with zipfile.ZipFile(data) as packed:
                _listed(packed, file)
        except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError, zlib.error, OSError) as error:
            raise _damaged(file) from error


def restore(file: Path, home: Path, progress: Progress | None = None) -> int:
    """Put what ``file`` holds in the place of all that lies in ``home``; returns the number of files.

    The old is kept until the new stands. Raises InputUnusable for a file that is no backup or a damaged one,
    LibraryUnavailable where ``home`` cannot be written; nothing is then changed.
    """
    with _opened(file) as data, writing(home):
        try:
            with zipfile.ZipFile(data) as packed:
                listed = _listed(packed, file)
                if sum(e.size for e in listed.files.values()) > shutil.disk_usage(home).free:
                    raise _not_restored(home)
                _unpack(packed, listed.files, swapping.ready(home), file, progress)
            swapping.swap(home)
        except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError, zlib.error) as error:
            raise _damaged(file) from error
        except OSError as error:
            raise _not_restored(home) from error
        finally:
            if not swapping.begun(home):
                swapping.drop(home)
    return len(listed.files)


def index_again(progress: Progress | None = None) -> None:
    """Make the indexes that a backup leaves out. Raises PlannerError as ``make``."""
    at = layout()
    for library in LIBRARIES:
        if at.path(library).is_relative_to(at.home) and (library == "medfølgende" or (at.home / "kilder").is_dir()):
            make(library, at, progress)


def _opened(file: Path) -> IO[bytes]:
    try:
        return file.open("rb")
    except OSError as error:
        raise InputUnusable(
            Said(
                f"«{file}» kan ikke leses. Sjekk at filen finnes og at du har tilgang.",
                f"«{file}» kan ikkje lesast. Sjekk at fila finst og at du har tilgang.",
            )
        ) from error


def _files(home: Path) -> Iterator[tuple[Path, str]]:
    """Every file that is the planner's, with its name in the backup; links are left out."""
    for path in sorted(home.rglob("*")):
        name = path.relative_to(home)
        hidden = any(part.startswith(".") for part in name.parts)
        if path.is_file() and not path.is_symlink() and not hidden and path.suffix not in _LEFT_OUT:
            yield path, name.as_posix()


def _write(new: IO[bytes], wanted: list[tuple[Path, str]], progress: Progress | None) -> None:
    entries: dict[str, _Entry] = {}
    with zipfile.ZipFile(new, "w", zipfile.ZIP_DEFLATED) as packed:
        for number, (path, name) in enumerate(wanted, start=1):
            with path.open("rb") as source, packed.open(name, "w", force_zip64=True) as target:
                entries[name] = _copy(source, target, None)
            if progress is not None:
                progress(number, len(wanted))
        made = _List(format=_FORMAT, made=datetime.now(UTC).isoformat(timespec="seconds"), files=entries)
        packed.writestr(_LIST, made.model_dump_json(indent=1))


def _copy(source: IO[bytes], target: IO[bytes], most: int | None) -> _Entry:
    """What was copied; at most one byte more than ``most``, so that what swells is met early."""
    whole, size = hashlib.sha256(), 0
    while chunk := source.read(_CHUNK if most is None else min(_CHUNK, most + 1 - size)):
        whole.update(chunk)
        size += len(chunk)
        target.write(chunk)
    return _Entry(size=size, sha256=whole.hexdigest())


def _listed(packed: zipfile.ZipFile, file: Path) -> _List:
    """The list of the backup. Raises InputUnusable where there is none, or it names what may not be written."""
    try:
        with packed.open(_LIST) as opened:
            listed = _List.model_validate_json(opened.read(_LONGEST_LIST))
    except (KeyError, ValidationError) as error:
        raise InputUnusable(
            Said(
                f"«{file.name}» er ikke en sikkerhetskopi fra dette programmet. Velg en annen fil.",
                f"«{file.name}» er ikkje ein tryggingskopi frå dette programmet. Vel ei anna fil.",
            )
        ) from error
    if listed.format > _FORMAT:
        raise InputUnusable(
            Said(
                f"«{file.name}» er laget av en nyere utgave av programmet. Oppdater programmet.",
                f"«{file.name}» er laga av ei nyare utgåve av programmet. Oppdater programmet.",
            )
        )
    if not all(_inside(name) for name in listed.files) or sorted(packed.namelist()) != sorted([*listed.files, _LIST]):
        raise _damaged(file)
    return listed


def _inside(name: str) -> bool:
    """Whether ``name`` is a plain path that stays inside the folder, on every system."""
    parts = PurePosixPath(name).parts
    plain = not any(c in name for c in "\\:\0")
    return plain and bool(parts) and "/".join(parts) == name and not any(p.startswith(".") or p == "/" for p in parts)


def _unpack(
    packed: zipfile.ZipFile, files: Mapping[str, _Entry], folder: Path, file: Path, progress: Progress | None
) -> None:
    for number, (name, entry) in enumerate(files.items(), start=1):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with packed.open(name) as source, path.open("wb") as target:
            if _copy(source, target, entry.size) != entry:
                raise _damaged(file)
        if progress is not None:
            progress(number, len(files))


def _damaged(file: Path) -> InputUnusable:
    return InputUnusable(
        Said(
            f"«{file.name}» er skadet eller endret, og ingenting er hentet fra den. Bruk en annen sikkerhetskopi.",
            f"«{file.name}» er skadd eller endra, og ingenting er henta frå han. Bruk ein annan tryggingskopi.",
        )
    )


def _not_restored(home: Path) -> LibraryUnavailable:
    return LibraryUnavailable(
        Said(
            f"Mappen {home} kan ikke skrives i. Sjekk at du har tilgang til den, og at disken har plass.",
            f"Mappa {home} kan ikkje skrivast i. Sjekk at du har tilgang til ho, og at disken har plass.",
        )
    )
