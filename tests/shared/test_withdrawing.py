"""A publication is taken back by those who may, in one step, and it is kept who did it."""

import json
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from lhl_assistant.embedding.engine import Engine
from lhl_assistant.errors import InputUnusable, LibraryUnavailable
from lhl_assistant.library.shared.filling import enlist, work
from lhl_assistant.library.shared.publishing import prepare, publish
from lhl_assistant.library.shared.withdrawing import withdraw
from lhl_assistant.reform.model import Reform
from lhl_assistant.search.rank import Searcher
from lhl_assistant.search.schema import identity
from lhl_assistant.search.shared.connecting import complete, connected
from lhl_assistant.search.shared.opened import Shared
from tests.conftest import Lhl
from tests.search.material import BUS, CHOIR, source
from tests.shared.server import Server
from tests.shared.test_filling import documents


@pytest.fixture
def published(library: Server, engine: Engine) -> Iterator[Server]:
    library.run("delete from lhl.source where municipality = 'Lesja'", "delete from lhl.change")
    with connected(complete(library.address("lesja_redaktor"))) as connection:
        ready = [prepare(source("buss-aaaaaa", BUS), engine), prepare(source("kor-bbbbbb", CHOIR), engine)]
        publish(connection, ready)
        publish(connection, [prepare(source("buss-cccccc", BUS + "\nNy rute.\n"), engine, name="ny")], draft=True)
    yield library
    library.run("delete from lhl.source where municipality = 'Lesja'")


def seen(server: Server, login: str = "balsfjord_leser") -> set[str]:
    with psycopg.connect(server.address(login)) as connection:
        return {str(id) for (id,) in connection.execute("select id from lhl.source where municipality = 'Lesja'")}


def test_editor_takes_back_and_it_is_kept_who_and_when(published: Server) -> None:
    with connected(complete(published.address("lesja_redaktor"))) as connection:
        assert withdraw(connection, ["buss-aaaaaa"]) == 1
    assert seen(published) == {"kor-bbbbbb"}
    out = "select id, author, scope, at <= now() from lhl.change where what = 'out'"
    assert published.run(out) == [("buss-aaaaaa", "lesja_redaktor", "", True)]
    assert (
        published.run("select 1 from lhl.passage p left join lhl.source s on s.no = p.source where s.no is null") == []
    )


def test_draft_is_taken_back_by_itself(published: Server) -> None:
    with connected(complete(published.address("lesja_redaktor"))) as connection:
        with pytest.raises(InputUnusable, match="buss-cccccc"):
            withdraw(connection, ["buss-cccccc"])
        assert withdraw(connection, ["buss-cccccc"], draft=True) == 1
    assert seen(published, "lesja_leser") == {"buss-aaaaaa", "kor-bbbbbb"}


def test_all_or_nothing_and_only_ones_own(published: Server) -> None:
    with (
        connected(complete(published.address("lesja_redaktor"))) as connection,
        pytest.raises(InputUnusable, match="finnes-ikke"),
    ):
        withdraw(connection, ["buss-aaaaaa", "finnes-ikke"])
    with (
        connected(complete(published.address("balsfjord_redaktor"))) as connection,
        pytest.raises(InputUnusable, match="publisert av Lesja"),
    ):
        withdraw(connection, ["buss-aaaaaa"])
    assert seen(published) == {"buss-aaaaaa", "kor-bbbbbb"}
    with connected(complete(published.address("fylket_eier"))) as connection:
        assert withdraw(connection, ["buss-aaaaaa", "kor-bbbbbb"]) == 2
    assert seen(published) == set()


def test_reader_sees_the_old_until_all_is_out(published: Server, engine: Engine) -> None:
    with (
        Shared(complete(published.address("balsfjord_leser")), identity(engine)) as reader,
        connected(complete(published.address("lesja_redaktor"))) as connection,
    ):
        before = set(reader.sources)
        with connection.transaction():
            withdraw(connection, ["buss-aaaaaa", "kor-bbbbbb"])
            assert seen(published) == {"buss-aaaaaa", "kor-bbbbbb"}
            assert {s.id for s in reader.sources.values()} == before
        assert seen(published) == set()
        assert {s.id for s in reader.sources.values()} == before - {"buss-aaaaaa", "kor-bbbbbb"}


def test_an_answer_from_what_is_then_withdrawn_can_still_be_looked_at(
    published: Server, engine: Engine, reform: Reform, searcher: Searcher
) -> None:
    with Shared(complete(published.address("balsfjord_leser")), identity(engine)) as reader:
        both = Searcher([*searcher.libraries, ("felles", reader)], engine, reform)
        hit = next(h for h in both.search("Hva koster bussen?") if h.source.id == "buss-aaaaaa")
        with connected(complete(published.address("lesja_redaktor"))) as connection:
            withdraw(connection, ["buss-aaaaaa"])
        assert "buss-aaaaaa" not in [h.source.id for h in both.search("Når øver koret?")]
        assert hit in both.section(hit)
        with pytest.raises(LibraryUnavailable, match="trukket tilbake"):
            reader.passage(hit.number + 1000)


def test_what_was_filled_can_be_filled_again(published: Server, engine: Engine, folder: Path) -> None:
    documents(folder, 1)
    address = complete(published.address("lesja_redaktor"))
    assert work(enlist(address, folder), engine) == 1
    ((id,),) = published.run("select id from lhl.source where name = 'buss 0.md'")
    with connected(address) as connection:
        withdraw(connection, [str(id)])
    assert work(enlist(address, folder), engine) == 1


def test_commands_show_and_take_back(published: Server, command: Lhl) -> None:
    assert command("samling", "trekk-tilbake", "buss-aaaaaa").returncode == 3
    assert command("samling", "koble-til", published.address("lesja_redaktor")).returncode == 0
    lines = [json.loads(line) for line in command("samling", "list", "--json").stdout.splitlines()]
    own = {one["id"]: one for one in lines if one["municipality"] == "Lesja"}
    assert own["buss-aaaaaa"]["author"] == "lesja_redaktor"
    assert own["buss-cccccc"]["draft"] is True
    assert "lagt inn av lesja_redaktor" in command("samling", "list").stdout
    gone = command("samling", "trekk-tilbake", "buss-aaaaaa", "buss-aaaaaa")
    assert gone.stderr.strip() == "Trukket tilbake: 1 kilde."
    assert command("samling", "trekk-tilbake", "buss-aaaaaa").returncode == 3
    assert command("samling", "trekk-tilbake").returncode == 2
