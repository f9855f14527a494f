"""A server for all tests of the shared library, and the bundled sources published on it."""

import io
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from lhl_assistant.cli.main import main
from lhl_assistant.embedding.engine import Engine
from lhl_assistant.library.shared.publishing import Prepared, prepare, publish
from lhl_assistant.search.rank import Searcher
from lhl_assistant.search.schema import identity
from lhl_assistant.search.shared.connecting import complete, connected
from lhl_assistant.search.shared.migrating import migrate
from lhl_assistant.search.snapshot import Snapshot
from tests.conftest import Lhl
from tests.shared.server import OWNER, PASSWORD, Server


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """A server whose administrator has let ``OWNER`` make roles and a library, and no more."""
    server = Server({"fsync": "off", "shared_buffers": "64MB"})
    try:
        server.run(f"create role {OWNER} login createrole password '{PASSWORD}'")
        server.run(f"grant create on database postgres to {OWNER}", "create extension vector")
        yield server
    finally:
        server.stop()


@pytest.fixture(scope="session")
def bundled(searcher: Searcher, engine: Engine) -> list[Prepared]:
    """The bundled sources, ready to be published, with the vectors that they have."""
    snapshot = searcher.libraries[0][1]
    assert isinstance(snapshot, Snapshot)
    known = dict(snapshot.vectors_by_digest())
    return [prepare(source, engine, known) for source in snapshot.sources.values()]


@pytest.fixture(scope="session")
def library(server: Server, bundled: list[Prepared], engine: Engine, searcher: Searcher) -> Server:
    """The server with a shared library that holds what the bundled one holds, and members of two municipalities.

    The vectors are indexed when all are there, which is seven times faster.
    """
    with connected(complete(server.address(OWNER))) as connection:
        migrate(connection, identity(engine))
    with connected(complete(server.admin)) as connection:
        connection.execute("select lhl.give('postgres', 'Statsforvalteren', 'lhl_eier')")
        ((index,),) = server.run("select pg_get_indexdef('lhl.point_vector'::regclass)")
        server.run("drop index lhl.point_vector")
        publish(connection, bundled, tuple(searcher.libraries[0][1].originals.values()))
        server.run(str(index), "analyze")
    for municipality in ("Lesja", "Balsfjord"):
        for role in ("leser", "redaktor"):
            server.member(f"{municipality.lower()}_{role}", municipality, f"lhl_{role}")
    server.member("fylket_eier", "Fylket", "lhl_eier")
    return server


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "planer"


@pytest.fixture
def command(home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Lhl:
    """``lhl`` as in a process of its own, but in this one, where the engine is loaded already."""

    def run(
        *args: str, env: dict[str, str] | None = None, input: str | None = None
    ) -> subprocess.CompletedProcess[str]:
        with monkeypatch.context() as changed:
            for name, value in {"LHL_HOME": str(home), "COLUMNS": "100", **(env or {})}.items():
                changed.setenv(name, value)
            changed.setattr("sys.argv", ["lhl", *args])
            changed.setattr("sys.stdin", io.StringIO(input or ""))
            capsys.readouterr()
            with pytest.raises(SystemExit) as stop:
                main()
        told = capsys.readouterr()
        return subprocess.CompletedProcess(args, int(str(stop.value.code)), told.out, told.err)

    return run
