"""A server in trouble: the local libraries answer, and one sentence says what is missing."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from lhl_assistant.embedding.engine import Engine
from lhl_assistant.errors import LibraryUnavailable
from lhl_assistant.reform.model import Reform
from lhl_assistant.search.rank import Searcher
from lhl_assistant.search.schema import identity
from lhl_assistant.search.shared.connecting import complete
from lhl_assistant.search.shared.opened import Shared
from tests.conftest import Lhl
from tests.shared.server import Server


def why(address: str, engine: Engine) -> str:
    with pytest.raises(LibraryUnavailable) as caught, Shared(complete(address), identity(engine)):
        pass
    assert caught.value.exit_code == 4
    return caught.value.message


def _missing(searcher: Searcher) -> str:
    return searcher.missing.nb if searcher.missing else ""


@contextmanager
def changed(server: Server, there: str, back: str) -> Iterator[None]:
    server.run(there)
    try:
        yield
    finally:
        server.run(back)


def test_each_trouble_has_its_sentence(library: Server, engine: Engine) -> None:
    login = library.address("lesja_leser")
    assert "passordet er feil" in why(library.address("lesja_leser", "feil"), engine)
    assert "passordet er feil" in why(library.address("finnes_ikke"), engine)
    assert "svarer ikke" in why("host=127.0.0.1 port=1 user=x", engine)
    assert "kan ikke leses" in why("postgresql://[", engine)
    assert "ingen felles samling" in why(library.address("lesja_leser", database="template1"), engine)
    newer = "insert into lhl.migration (version) values (99)"
    with changed(library, newer, "delete from lhl.migration where version = 99"):
        assert "nyere utgave" in why(login, engine)
    model = "update lhl.library set identity = jsonb_set(identity, '{model}', '\"%s\"')"
    with changed(library, model % "annen", model % engine.identity.name):
        assert "annen språkmodell" in why(login, engine)
    full = "alter role lesja_leser connection limit %s"
    with changed(library, full % 0, full % -1):
        assert "full" in why(login, engine)


def test_a_server_that_never_answers_is_given_up(engine: Engine) -> None:
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        port = silent.getsockname()[1]
        assert "svarer ikke" in why(f"host=127.0.0.1 port={port} user=x connect_timeout=2", engine)


def test_a_slow_statement_is_given_up_and_the_rest_answers(
    library: Server, engine: Engine, reform: Reform, searcher: Searcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lhl_assistant.search.shared.connecting.CONNECT_SECONDS", 1)
    with Shared(complete(library.address("lesja_leser")), identity(engine)) as shared:
        both = Searcher([*searcher.libraries, ("felles", shared)], engine, reform)
        assert both.search("Hva er hverdagsmestring?")
        assert _missing(both) == ""
        library.run("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'lesja_leser'")
        assert both.search("Hva er hverdagsmestring?"), "the reader recovers by itself"
        assert _missing(both) == ""
        with changed(library, "alter role lesja_leser nologin", "alter role lesja_leser login"):
            library.run("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'lesja_leser'")
            hits = both.search("Hva er hverdagsmestring?")
            assert {h.library for h in hits} == {"medfølgende"}
            assert _missing(both)
        both.search("Hva er hverdagsmestring?")
        assert _missing(both) == ""


def test_command_answers_from_what_lies_here_when_the_server_is_gone(library: Server, lhl: Lhl) -> None:
    address = library.address("lesja_leser")
    assert lhl("samling", "koble-til", address).returncode == 0
    with changed(library, "alter role lesja_leser nologin", "alter role lesja_leser login"):
        run = lhl("spør", "Hva er hverdagsmestring?")
        assert run.returncode == 0
        assert "[1]" in run.stdout
        assert run.stderr.count("Den felles samlingen er ikke med") == 1
        assert lhl("spør", "--samling", "felles", "Hva er hverdagsmestring?").returncode == 4
