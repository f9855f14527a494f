"""Which shared library this planner uses: ``felles.json`` in the data folder, and the password beside it.

The password lies in ``felles.passord``, in libpq's own form, readable for its owner alone; no other file, command line
or backup has it. Where the address gives none, libpq looks where it always does (``~/.pgpass``, ``PGPASSWORD``, a
service, the system's own login).
"""

import os
from collections.abc import Mapping
from pathlib import Path

import psycopg
from psycopg import conninfo
from pydantic import BaseModel, ConfigDict, ValidationError

from lhl_assistant import atomic, places
from lhl_assistant.errors import LibraryUnavailable
from lhl_assistant.said import Said
from lhl_assistant.search.schema import Identity
from lhl_assistant.search.shared.connecting import complete
from lhl_assistant.search.shared.failures import unavailable
from lhl_assistant.search.shared.opened import Shared

PASSWORDS = "felles.passord"


class _Connection(BaseModel):
    model_config = ConfigDict(frozen=True)

    address: str


def chosen() -> str | None:
    """The address, without its password, of the library that is connected to; None for none."""
    try:
        return _Connection.model_validate_json(_file().read_bytes()).address
    except (OSError, ValidationError):
        return None


def full(address: str) -> str:
    """``address`` as psycopg needs it, with the kept password where there is one."""
    return complete(address, _passwords())


def connect(address: str, mark: Identity) -> int:
    """Use the shared library at ``address`` from now on; returns the number of its passages.

    It is first opened, so that what does not work is never kept. Raises LibraryUnavailable.
    """
    with Shared(full(address), mark) as library:
        passages = library.passage_count()
    said = conninfo.conninfo_to_dict(address)
    password = said.pop("password", None)
    try:
        if password is not None:
            _keep(str(password), said)
        atomic.write(_file(), _Connection(address=conninfo.make_conninfo("", **said)).model_dump_json().encode())
    except OSError as error:
        raise LibraryUnavailable(
            Said(
                f"Koblingen kan ikke lagres i {places.home()}. Sjekk at du har tilgang til mappen.",
                f"Koplinga kan ikkje lagrast i {places.home()}. Sjekk at du har tilgang til mappa.",
            )
        ) from error
    return passages


def disconnect() -> bool:
    """Use no shared library any more, and forget the password; whether there was one."""
    there = chosen() is not None
    for file in (_file(), _passwords()):
        file.unlink(missing_ok=True)
    return there


def open_chosen(mark: Identity) -> Shared | None:
    """The library that is connected to, opened; None where there is none. Raises LibraryUnavailable."""
    address = chosen()
    try:
        return None if address is None else Shared(full(address), mark)
    except psycopg.Error as error:
        raise unavailable(error) from error


def _keep(password: str, said: Mapping[str, object]) -> None:
    """Write a passfile of one line, which from its first moment only its owner may read."""
    fields = [said.get("host") or said.get("hostaddr") or "*", said.get("port") or "*", "*", said.get("user") or "*"]
    line = ":".join(str(f).replace("\\", "\\\\").replace(":", "\\:") for f in [*fields, password]) + "\n"
    _passwords().parent.mkdir(parents=True, exist_ok=True)
    _passwords().unlink(missing_ok=True)
    with os.fdopen(os.open(_passwords(), os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        file.write(line)


def _file() -> Path:
    return places.home() / "felles.json"


def _passwords() -> Path:
    return places.home() / PASSWORDS
