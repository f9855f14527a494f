"""A backup made with PostgreSQL's own tools can be put back on a new server, and is then the same library."""

import subprocess

import psycopg

from lhl_assistant.embedding.engine import Engine
from lhl_assistant.library.shared.publishing import prepare, publish
from lhl_assistant.search.schema import identity
from lhl_assistant.search.shared.connecting import complete, connected
from lhl_assistant.search.shared.opened import Shared
from tests.search.material import BUS, CHOIR, source
from tests.shared.server import OWNER, Server

_ALL = (
    "select id, author, changed from lhl.source order by no",
    "select no, terms from lhl.passage order by no",
    "select term, scope, passages, stems from lhl.term order by 1, 2",
    "select author, what, id, at from lhl.change order by no",
)


def test_what_is_put_back_is_what_was_there(library: Server, engine: Engine) -> None:
    with connected(complete(library.address("lesja_redaktor"))) as connection:
        publish(connection, [prepare(source("buss-aaaaaa", BUS), engine)])
    dump = [library.tool("pg_dump"), "--format=custom", f"--dbname={library.address(OWNER)}"]
    copy = subprocess.run(dump, capture_output=True, check=True).stdout
    library.run("drop database if exists kopi", f"create database kopi owner {OWNER}")
    admin = library.admin.replace("dbname=postgres", "dbname=kopi")
    back = [library.tool("pg_restore"), "--exit-on-error", f"--dbname={admin}"]
    subprocess.run(back, input=copy, capture_output=True, check=True)
    with psycopg.connect(library.admin) as first, psycopg.connect(admin) as second:
        for statement in _ALL:
            assert second.execute(statement.encode()).fetchall() == first.execute(statement.encode()).fetchall()
    with Shared(complete(library.address("balsfjord_leser", database="kopi")), identity(engine)) as shared:
        assert "buss-aaaaaa" in shared.sources
    with connected(complete(library.address("lesja_redaktor", database="kopi"))) as connection:
        assert publish(connection, [prepare(source("kor-bbbbbb", CHOIR), engine)]).new == 1
    library.run("drop database kopi", "delete from lhl.source where municipality = 'Lesja'")
