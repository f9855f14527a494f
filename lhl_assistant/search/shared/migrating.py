"""The tables of a shared library, brought in step with this program: one SQL file for each version."""

from dataclasses import asdict
from importlib import resources

from psycopg import errors
from psycopg.types.json import Jsonb

from lhl_assistant.errors import LibraryUnavailable
from lhl_assistant.search.schema import Identity
from lhl_assistant.search.shared.connecting import Connection
from lhl_assistant.search.shared.failures import NEWER, NO_VECTORS, NOT_ALLOWED, OLDER, OTHER_MODEL

_FIRST = """
select pg_advisory_xact_lock(hashtext('lhl migration'));
create schema if not exists lhl;
create table if not exists lhl.migration (
    version integer primary key, at timestamptz not null default now(), author name not null default session_user
);
"""


def versions() -> dict[int, str]:
    """The SQL of each version, in order."""
    folder = resources.files(__package__).joinpath("sql")
    files = sorted((f for f in folder.iterdir() if f.name.endswith(".sql")), key=lambda f: f.name)
    return {int(f.name.removesuffix(".sql")): f.read_text(encoding="utf-8") for f in files}


def migrate(connection: Connection, mark: Identity) -> None:
    """Make or renew the tables, all or nothing; an up-to-date library is not touched, and needs no right to be.

    Raises LibraryUnavailable for a library of a later version, one made with another model, a database without pgvector
    and one in which the login may not do this.
    """
    if made(connection) < max(versions()):
        _see_to_vectors(connection)
        try:
            _bring_up(connection, mark)
        except errors.InsufficientPrivilege as error:
            raise LibraryUnavailable(NOT_ALLOWED) from error
    check(connection, mark)


def _see_to_vectors(connection: Connection) -> None:
    """Only a server's administrator may bring in the extension, so mostly it is there already."""
    try:
        with connection.transaction():
            connection.execute("create extension if not exists vector schema public")
    except (errors.InsufficientPrivilege, errors.FeatureNotSupported, errors.UndefinedFile) as error:
        raise LibraryUnavailable(NO_VECTORS) from error


def _bring_up(connection: Connection, mark: Identity) -> None:
    """Carry out what the library lacks of the versions, in one transaction."""
    with connection.transaction():
        connection.execute(_FIRST)
        there = made(connection)
        for version, text in versions().items():
            if version > there:
                connection.execute(text.replace("{dimension}", str(mark.dimension)).encode())
                connection.execute("insert into lhl.migration (version) values (%s)", (version,))
        connection.execute(
            "insert into lhl.library (identity) values (%s) on conflict do nothing", (Jsonb(asdict(mark)),)
        )


def made(connection: Connection) -> int:
    """The version of the tables; 0 where there are none."""
    row = connection.execute("select to_regclass('lhl.migration') is not null").fetchone()
    if not row or not row[0]:
        return 0
    found = connection.execute("select coalesce(max(version), 0) from lhl.migration").fetchone()
    return int(found[0]) if found else 0


def check(connection: Connection, mark: Identity) -> None:
    """Raise LibraryUnavailable where this program and the library do not understand each other."""
    version = made(connection)
    if version == 0:
        raise errors.UndefinedTable
    if version != max(versions()):
        raise LibraryUnavailable(NEWER if version > max(versions()) else OLDER)
    row = connection.execute("select identity from lhl.library").fetchone()
    if row is None or row[0] != asdict(mark):
        raise LibraryUnavailable(OTHER_MODEL)
