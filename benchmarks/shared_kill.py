"""Kills the shared library's server while some write and others read: is a publication ever half seen, or one lost?

``python -m benchmarks.shared_kill [--kills 5]`` lets two editors publish new versions of three documents each, all
three in one publication, and eight readers look and search. The server is ended with SIGKILL and started again. A
reader must always see three documents of one version; a publication that was confirmed, or a later one, must be there;
and every reader must get an answer again. Prints the counts; exits with 1 on any fault.
"""

import argparse
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import psycopg

from lhl_assistant.embedding.engine import Engine
from lhl_assistant.errors import LibraryUnavailable
from lhl_assistant.library.opening import searcher
from lhl_assistant.library.shared.publishing import Prepared, prepare, publish
from lhl_assistant.search.rank import Searcher
from lhl_assistant.search.schema import identity
from lhl_assistant.search.shared.connecting import complete, connected
from lhl_assistant.search.shared.migrating import migrate
from lhl_assistant.search.shared.opened import Shared
from lhl_assistant.sources.model import Kind, Source, Status
from tests.shared.server import Server

WRITERS, READERS, TOGETHER = ("Lesja", "Balsfjord"), 8, 3
_UP_SECONDS, _END_SECONDS = 3.0, 15.0
_SEEN = """
select municipality, array_agg(distinct substring(text from 'utgave (\\d+)')::int), count(*)
from lhl.source where name like 'buss-_' group by municipality
"""


@dataclass(slots=True)
class Result:
    """What happened; ``confirmed`` is the last version of each editor that the server said it had."""

    confirmed: dict[str, int] = field(default_factory=dict)
    publications: int = 0
    looks: int = 0
    searches: int = 0
    missed: int = 0
    kills: int = 0
    recovered: int = 0
    faults: list[str] = field(default_factory=list)

    @property
    def good(self) -> bool:
        """Whether nothing was ever wrong, and something was tried."""
        return not self.faults and self.publications > 0 and self.searches > 0 and self.recovered == READERS


def documents(municipality: str, version: int, engine: Engine) -> list[Prepared]:
    """Three documents of one version."""
    made = []
    for n in range(TOGETHER):
        text = f"# Bussen i {municipality} {n}\n\nDette er utgave {version} av bussplanen i {municipality}, del {n}.\n"
        id = f"buss-{municipality.lower()}-{n}-{version:06x}"
        named = Source(
            id, "Bussplan", f"{municipality} kommune", None, Status.CURRENT, Kind.OTHER, "", "2026-01-01", False, text
        )
        made.append(prepare(named, engine, name=f"buss-{n}"))
    return made


@contextmanager
def serving(engine: Engine) -> Iterator[Server]:
    """A server of its own with an empty library, two editors and a reader."""
    server = Server()
    try:
        with connected(server.admin) as connection:
            migrate(connection, identity(engine))
        for who in WRITERS:
            server.member(f"{who.lower()}_redaktor", who, "lhl_redaktor")
            server.member(f"{who.lower()}_leser", who, "lhl_leser")
        yield server
    finally:
        server.stop()


def run(server: Server, opened: Searcher, kills: int, up_seconds: float = _UP_SECONDS) -> Result:
    """Kill ``server`` so many times, after it has been up so long each time."""
    result, over, lock = Result(), threading.Event(), threading.Lock()
    work = [threading.Thread(target=_write, args=(server, w, opened.engine, result, over, lock)) for w in WRITERS]
    work += [threading.Thread(target=_read, args=(server, opened, result, over)) for _ in range(READERS)]
    for thread in work:
        thread.start()
    for _ in range(kills):
        time.sleep(up_seconds)
        server.kill()
        server.start()
        result.kills += 1
    time.sleep(up_seconds)
    over.set()
    for thread in work:
        thread.join()
    _settled(server, result)
    return result


def _write(
    server: Server, who: str, engine: Engine, result: Result, over: threading.Event, lock: threading.Lock
) -> None:
    version = 0
    while not over.is_set():
        version += 1
        with lock:
            ready = documents(who, version, engine)
        try:
            with connected(complete(server.address(f"{who.lower()}_redaktor"))) as connection:
                publish(connection, ready)
            result.confirmed[who] = version
            result.publications += 1
        except LibraryUnavailable:
            result.missed += 1
            time.sleep(0.1)


def _read(server: Server, opened: Searcher, result: Result, over: threading.Event) -> None:
    last, shared, engine = False, None, opened.engine
    end = float("inf")
    while not last and time.monotonic() < end:
        last = over.is_set()
        if last:
            end = time.monotonic() + _END_SECONDS
        try:
            if shared is None:
                shared = Shared(complete(server.address("lesja_leser")), identity(engine))
            known = dict(result.confirmed)
            with psycopg.connect(server.address("lesja_leser"), connect_timeout=2) as connection:
                _look(connection, known, result)
            reader = Searcher([("felles", shared)], engine, opened.reform)
            hits = reader.search("Hvilken utgave av bussplanen gjelder?")
            _answered([h.source for h in hits], result)
            result.searches += 1
            if last:
                result.recovered += 1
        except (LibraryUnavailable, psycopg.Error):
            result.missed += 1
            last = False
            time.sleep(0.1)
    if shared is not None:
        shared.close()


def _look(connection: psycopg.Connection, known: dict[str, int], result: Result) -> None:
    seen = {str(who): (list(versions), int(n)) for who, versions, n in connection.execute(_SEEN)}
    result.looks += 1
    for who, (versions, count) in seen.items():
        if len(versions) != 1 or count != TOGETHER:
            result.faults.append(f"{who}: {count} dokumenter av utgavene {versions}")
    for who, version in known.items():
        if who not in seen or seen[who][0][0] < version:
            result.faults.append(f"{who}: utgave {version} var bekreftet, {seen.get(who)} er der")


def _answered(sources: list[Source], result: Result) -> None:
    """One search sees one view: never two versions of one municipality's documents."""
    for who in WRITERS:
        found = {s.text.split("utgave ")[1].split()[0] for s in sources if s.id.startswith(f"buss-{who.lower()}-")}
        if len(found) > 1:
            result.faults.append(f"{who}: ett søk fant utgavene {sorted(found)}")


def _settled(server: Server, result: Result) -> None:
    """At the end, what was confirmed is there and the words are counted right."""
    with psycopg.connect(server.admin) as connection:
        _look(connection, dict(result.confirmed), result)
    stored = server.run("select term, sum(passages) from lhl.term group by 1 having sum(passages) > 0 order by 1")
    if stored != server.run("select lexeme, count(*) from lhl.passage, unnest(terms) group by 1 order by 1"):
        result.faults.append("ordene er ikke talt riktig")


def main() -> None:
    """Print what happened."""
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=5)
    kills = parser.parse_args().kills
    with searcher("medfølgende") as opened, serving(opened.engine) as server:
        result = run(server, opened, kills)
    print(
        f"{result.kills} drap, {result.publications} publiseringer bekreftet, {result.looks} blikk, "
        f"{result.searches} søk, {result.missed} forsøk uten tjener, {result.recovered} av {READERS} lesere tilbake"
    )
    print("\n".join(result.faults[:20]) or "ingen feil")
    sys.exit(0 if result.good else 1)


if __name__ == "__main__":
    main()
