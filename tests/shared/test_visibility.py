"""A municipality's drafts are its own: tried from the outside, with every statement that a login can make."""

from collections.abc import Iterator

import psycopg
import pytest

from lhl_assistant.embedding.engine import Engine
from lhl_assistant.library.shared.publishing import prepare, publish
from lhl_assistant.reform.model import Reform
from lhl_assistant.search.rank import Searcher
from lhl_assistant.search.schema import identity
from lhl_assistant.search.shared.connecting import complete, connected
from lhl_assistant.search.shared.opened import Shared
from tests.search.material import source
from tests.shared.server import Server

SECRET = "# Flytting av Solhaugtunet\n\nSolhaugtunet på Bjørkvangen legges ned i 2031. Torbjarne Vikmo leder.\n"
WORDS = ("solhaugtunet", "bjørkvangen", "torbjarn", "flytting av solhaug")
TABLES = ("source", "passage", "point", "term", "statistics", "change", "work", "original", "member")


@pytest.fixture(scope="module")
def drafted(library: Server, engine: Engine) -> Iterator[Server]:
    with connected(complete(library.address("balsfjord_redaktor"))) as connection:
        publish(connection, [prepare(source("solhaug-abc123", SECRET), engine)], draft=True)
        connection.execute(
            "insert into lhl.work (municipality, scope, content, path) "
            "values ('Balsfjord', 'Balsfjord', 'x', 'solhaugtunet')"
        )
    yield library
    with connected(complete(library.address("balsfjord_redaktor"))) as connection:
        connection.execute("delete from lhl.source where id = 'solhaug-abc123'")


def found(server: Server, login: str, engine: Engine, reform: Reform) -> list[str]:
    with Shared(complete(server.address(login)), identity(engine)) as shared:
        searcher = Searcher([("felles", shared)], engine, reform)
        return [h.source.id for h in searcher.search("Når legges Solhaugtunet på Bjørkvangen ned?")]


def test_own_municipality_finds_its_draft_and_others_do_not(drafted: Server, engine: Engine, reform: Reform) -> None:
    assert found(drafted, "balsfjord_leser", engine, reform)[0] == "solhaug-abc123"
    assert "solhaug-abc123" not in found(drafted, "lesja_leser", engine, reform)
    assert "solhaug-abc123" not in found(drafted, "lesja_redaktor", engine, reform)


@pytest.mark.parametrize("login", ["lesja_leser", "lesja_redaktor"])
@pytest.mark.parametrize("table", TABLES)
def test_no_table_tells_another_municipality_of_a_draft(drafted: Server, login: str, table: str) -> None:
    with psycopg.connect(drafted.address(login), autocommit=True) as connection:
        try:
            rows = connection.execute(f"select t::text from lhl.{table} t".encode()).fetchall()
        except psycopg.errors.InsufficientPrivilege:
            return
        told = "\n".join(str(row[0]) for row in rows).lower()
    assert not any(word in told for word in WORDS)
    assert ",Balsfjord,Balsfjord" not in told


ATTEMPTS = (
    "set row_security = off; select count(*) from lhl.source where scope <> ''",
    "set role postgres",
    "set session authorization balsfjord_leser",
    "set role lhl_eier",
    "alter table lhl.source disable row level security",
    "update lhl.member set municipality = 'Balsfjord' where login = session_user",
    "insert into lhl.member values (session_user, 'Balsfjord', 'lhl_redaktor')",
    "select lhl.give(session_user, 'Balsfjord', 'lhl_eier')",
    "create function lhl.mine2() returns text language sql as 'select 1'",
    "create or replace function lhl.mine() returns text language sql as $$ select 'Balsfjord' $$",
    "copy lhl.source to program 'cat'",
    "insert into lhl.term values ('', 'løgn', 1000000, 1000000, 1)",
    "update lhl.statistics set passages = 0",
    "update lhl.source set scope = ''",
    "truncate lhl.source cascade",
    "drop table lhl.source",
    "create policy mine on lhl.source for select using (true)",
    "create view lhl.all_of_it as select * from lhl.source",
)


@pytest.mark.parametrize("login", ["lesja_leser", "lesja_redaktor"])
@pytest.mark.parametrize("attempt", ATTEMPTS)
def test_nobody_gets_round_it(drafted: Server, login: str, attempt: str) -> None:
    with (
        psycopg.connect(drafted.address(login), autocommit=True) as connection,
        pytest.raises((psycopg.errors.InsufficientPrivilege, psycopg.errors.ReadOnlySqlTransaction)),
    ):
        connection.execute(attempt.encode())


@pytest.mark.parametrize(
    "statement",
    [
        "select count(*) from lhl.source where scope = 'Balsfjord'",
        "copy (select count(*) from lhl.passage where terms @@ 'solhaugtun') to stdout",
        "select count(*) from lhl.source where case when text ilike '%solhaug%' then no / (no - no) = 1 else false end",
        "select count(*) from pg_stats where tablename in ('source', 'passage', 'point', 'term', 'change')",
        "with gone as (delete from lhl.source where municipality = 'Balsfjord' returning 1) select count(*) from gone",
    ],
)
def test_a_clever_statement_of_another_editor_counts_nothing(drafted: Server, statement: str) -> None:
    with psycopg.connect(drafted.address("lesja_redaktor"), autocommit=True) as connection:
        if statement.startswith("copy"):
            with connection.cursor().copy(statement.encode()) as copy:
                assert b"".join(bytes(part) for part in copy).strip() == b"0"
        else:
            row = connection.execute(statement.encode()).fetchone()
            assert row is not None
            assert row[0] == 0


EVERYTHING = """
select count(*) from lhl.near(
    array[(select ('[' || string_agg('1', ',') || ']') from generate_series(1, 384))]::public.halfvec[],
    array['solhaugtun']::tsquery[], array[0], array['solhaugtun']::tsquery[], array[1.0], 1.2, 0.75, 40, null,
    array(select generate_series(1, 100000)), 100000, 100000
) where share > 0
"""


def test_the_search_that_runs_as_the_owner_shows_no_more_than_the_rules(drafted: Server) -> None:
    counts: dict[str, int] = {}
    for login in ("lesja_leser", "lesja_redaktor", "fylket_eier", "balsfjord_leser"):
        with psycopg.connect(drafted.address(login)) as connection:
            row = connection.execute(EVERYTHING.encode()).fetchone()
            counts[login] = int(row[0]) if row else -1
    assert counts.pop("balsfjord_leser") > 0
    assert set(counts.values()) == {0}


@pytest.mark.parametrize(("municipality", "author"), [("Balsfjord", "lesja_redaktor"), ("Lesja", "balsfjord_redaktor")])
def test_an_editor_cannot_write_in_anothers_name(drafted: Server, municipality: str, author: str) -> None:
    values = f"'x-000000', '', '{municipality}', 'x', '', '', null, '', '', '', '', true, '', '[]', '', 0, '{author}'"
    columns = (
        "id, scope, municipality, name, title, issuer, year, status, kind, url, checked, summary, text, pages, "
        "original, passages, author"
    )
    with (
        psycopg.connect(drafted.address("lesja_redaktor"), autocommit=True) as connection,
        pytest.raises(psycopg.errors.InsufficientPrivilege),
    ):
        connection.execute(f"insert into lhl.source ({columns}) values ({values})".encode())


def test_every_change_has_its_author_and_time(drafted: Server) -> None:
    rows = drafted.run("select author, what, at <= now() from lhl.change where id = 'solhaug-abc123'")
    assert rows == [("balsfjord_redaktor", "in", True)]


def test_drafts_do_not_weigh_in_what_others_ask(drafted: Server, engine: Engine) -> None:
    with Shared(complete(drafted.address("lesja_leser")), identity(engine)) as theirs:
        assert not theirs.lexicon.knows("solhaugtun")
        count = theirs.passage_count()
    with Shared(complete(drafted.address("balsfjord_leser")), identity(engine)) as own:
        assert own.lexicon.knows("solhaugtun")
        assert own.passage_count() == count + 1
