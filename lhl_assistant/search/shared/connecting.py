"""Connections to the shared library's server: short patience, encrypted, and as nobody else."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg
from pgvector.psycopg import register_vector
from psycopg import conninfo, sql
from psycopg_pool import ConnectionPool

from lhl_assistant.search.shared.failures import unavailable

Connection = psycopg.Connection[tuple[Any, ...]]

CONNECT_SECONDS, READ_SECONDS = 3, 5
_AT_ONCE, _IDLE_SECONDS = 4, 60
_HERE = ("", "localhost", "127.0.0.1", "::1")

logging.getLogger("psycopg").addHandler(logging.NullHandler())


def complete(address: str, passwords: Path | None = None) -> str:
    """``address`` with what it leaves unsaid: the patience, where the password is kept, and encryption elsewhere.

    A database is reached without encryption only on this machine, or where the address says ``sslmode`` itself. Raises
    LibraryUnavailable for what is no address.
    """
    try:
        said = conninfo.conninfo_to_dict(address)
    except psycopg.ProgrammingError as error:
        raise unavailable(error) from error
    host = str(said.get("host") or said.get("hostaddr") or "")
    if host not in _HERE and not host.startswith("/"):
        said.setdefault("sslmode", "require")
    if passwords is not None and passwords.is_file():
        said.setdefault("passfile", str(passwords))
    said.setdefault("connect_timeout", CONNECT_SECONDS)
    said.setdefault("application_name", "lhl")
    return conninfo.make_conninfo("", **said)


@contextmanager
def connected(address: str, seconds: float = 0.0) -> Iterator[Connection]:
    """One connection, whose errors are sentences; a statement may take ``seconds`` (0: as long as it takes)."""
    try:
        with psycopg.connect(address, autocommit=True) as connection:
            prepare(connection, seconds)
            yield connection
    except psycopg.Error as error:
        raise unavailable(error) from error


def prepare(connection: Connection, seconds: float) -> None:
    """Make a new connection ours: vectors known, names looked up nowhere but in our own schema."""
    connection.execute("select set_config('search_path', 'public', false)")
    connection.execute(sql.SQL("set statement_timeout = {}").format(sql.Literal(int(1000 * seconds))))
    connection.execute("set tcp_keepalives_idle = 30")


def pool(address: str, effort: int) -> ConnectionPool[Connection]:
    """A few connections for a reader, made when they are needed, anew where they break, and let go of when idle; each
    transaction has one unchanging view.

    ``effort`` is how many points the vector index keeps in view while it looks (``hnsw.ef_search``). An attempt that
    fails is soon given up and made anew by the next question: a server that is back is asked at once.
    """

    def ready(connection: Connection) -> None:
        prepare(connection, READ_SECONDS)
        register_vector(connection)
        connection.execute("select set_config('hnsw.ef_search', %s, false)", (str(effort),))
        connection.execute("select set_config('hnsw.iterative_scan', 'relaxed_order', false)")
        connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        connection.read_only = True

    return ConnectionPool(
        address,
        kwargs={"autocommit": True},
        min_size=0,
        max_size=_AT_ONCE,
        max_idle=_IDLE_SECONDS,
        timeout=CONNECT_SECONDS,
        reconnect_timeout=CONNECT_SECONDS,
        configure=ready,
        check=ConnectionPool.check_connection,
        open=True,
    )


def with_password(address: str, password: str) -> str:
    """``address`` with ``password`` in it. Raises LibraryUnavailable for what is no address."""
    try:
        return conninfo.make_conninfo(address, password=password)
    except psycopg.ProgrammingError as error:
        raise unavailable(error) from error
