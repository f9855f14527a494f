"""Publishing is one step: all of it is there, or nothing, and a new version takes the place of the old."""

from collections.abc import Iterator

import psycopg
import pytest

from lhl_assistant.embedding.engine import Engine
from lhl_assistant.errors import LibraryUnavailable
from lhl_assistant.library.shared.publishing import Prepared, prepare, publish
from lhl_assistant.search.schema import identity
from lhl_assistant.search.shared.connecting import Connection, complete, connected
from lhl_assistant.search.shared.opened import Shared
from tests.search.material import BUS, CHOIR, KITCHEN, source
from tests.shared.server import Server


@pytest.fixture
def editor(library: Server) -> Iterator[Connection]:
    with connected(complete(library.address("lesja_redaktor"))) as connection:
        yield connection
        connection.execute("delete from lhl.source where municipality = 'Lesja'")


@pytest.fixture
def reader(library: Server, engine: Engine) -> Iterator[Shared]:
    with Shared(complete(library.address("balsfjord_leser")), identity(engine)) as shared:
        yield shared


def seen(server: Server, login: str = "balsfjord_leser") -> set[str]:
    with psycopg.connect(server.address(login)) as connection:
        return {str(id) for (id,) in connection.execute("select id from lhl.source where municipality = 'Lesja'")}


def counts(server: Server) -> tuple[object, ...]:
    """The stored statistics, and what they should be when counted anew."""
    stored = server.run("select scope, term, passages, stems from lhl.term where passages > 0 order by 1, 2")
    anew = server.run(
        "select scope, w.lexeme, count(*), count(*) filter (where 'A' = any (w.weights)) "
        "from lhl.passage, unnest(terms) w group by 1, 2 order by 1, 2"
    )
    return stored, anew


def test_a_new_version_takes_the_place_of_the_old(library: Server, editor: Connection, engine: Engine) -> None:
    publish(editor, [prepare(source("buss-aaaaaa", BUS), engine), prepare(source("kor-bbbbbb", CHOIR), engine)])
    dearer = BUS.replace("37 kroner", "41 kroner")
    assert publish(editor, [prepare(source("buss-cccccc", dearer), engine)], kept=["kor-bbbbbb"]).new == 1
    assert seen(library) == {"buss-cccccc", "kor-bbbbbb"}
    stored, anew = counts(library)
    assert stored == anew


def test_two_documents_of_one_name_both_stay(library: Server, editor: Connection, engine: Engine) -> None:
    publish(editor, [prepare(source("plan-aaaaaa", BUS), engine), prepare(source("plan-bbbbbb", CHOIR), engine)])
    assert seen(library) == {"plan-aaaaaa", "plan-bbbbbb"}


def test_publishing_again_changes_nothing(library: Server, editor: Connection, engine: Engine) -> None:
    ready = [prepare(source("buss-aaaaaa", BUS), engine)]
    publish(editor, ready)
    before = library.run("select revision from lhl.library")
    assert publish(editor, ready).same == 1
    assert library.run("select revision from lhl.library") == before


def test_a_draft_is_published_by_publishing_it(library: Server, editor: Connection, engine: Engine) -> None:
    ready = [prepare(source("buss-aaaaaa", BUS), engine)]
    publish(editor, ready, draft=True)
    assert seen(library) == set()
    publish(editor, ready)
    assert seen(library) == {"buss-aaaaaa"}
    assert seen(library, "lesja_leser") == {"buss-aaaaaa"}
    assert counts(library)[0] == counts(library)[1]


def test_readers_see_nothing_of_a_publication_that_is_not_done(
    library: Server, editor: Connection, engine: Engine, reader: Shared
) -> None:
    ready: list[Prepared] = [prepare(source(f"d-{n}00000", t), engine) for n, t in enumerate((BUS, CHOIR, KITCHEN))]
    looks: list[set[str]] = []

    def look(done: int, total: int) -> None:
        looks.append(seen(library))
        if done == total:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        publish(editor, ready, progress=look)
    assert looks == [set()] * 3
    assert seen(library) == set()
    publish(editor, ready)
    assert len(seen(library)) == 3
    assert counts(library)[0] == counts(library)[1]


def test_a_reader_may_not_publish(library: Server, engine: Engine) -> None:
    with (
        connected(complete(library.address("lesja_leser"))) as connection,
        pytest.raises(LibraryUnavailable, match="ikke tilgang"),
    ):
        publish(connection, [prepare(source("buss-aaaaaa", BUS), engine)])
