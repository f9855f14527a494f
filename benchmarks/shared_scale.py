"""How large a shared library may grow: ``python -m benchmarks.shared_scale [PASSAGES …]``.

Passages are made from the bundled ones: each is a real one with the words of another mixed in and its vector moved a
little; each has one vector. They are put on a PostgreSQL of our own, with the tables and the index of the product. Then
the product's own search is asked by 1, 8 and 32 readers, who see what row-level security lets them see: candidates, all
signals, and what the best are read from. Recall@10 of the index is counted against exact search, and faiss (IVF with
8-bit vectors) is asked for the same on the same vectors. Prints one line of figures a size; the readers share the
machine with the server, so the processor time that the server spends on a question is told too.

``--keep FOLDER`` lets the server stand until ``FOLDER/done`` is made, and ``--of FOLDER`` asks one that stands.
"""

import argparse
import json
import os
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path

import faiss
import numpy as np
import psycopg
from pgvector import HalfVector
from pgvector.psycopg import register_vector
from psycopg.conninfo import make_conninfo

from lhl_assistant.embedding.choose import load_engine
from lhl_assistant.embedding.engine import Engine, Matrix
from lhl_assistant.library.opening import searcher
from lhl_assistant.search import codec, lens
from lhl_assistant.search.lexical import Lexicon
from lhl_assistant.search.library import Asked, Near
from lhl_assistant.search.meaning import Spoken
from lhl_assistant.search.points import PointKind
from lhl_assistant.search.query import expanded, groups
from lhl_assistant.search.rank import Searcher
from lhl_assistant.search.schema import identity
from lhl_assistant.search.shared import near
from lhl_assistant.search.shared.connecting import complete, connected
from lhl_assistant.search.shared.migrating import migrate
from lhl_assistant.search.shared.opened import BITS, Shared
from lhl_assistant.search.snapshot import Snapshot
from tests.shared.server import PASSWORD, Server

_A_SOURCE, _AWAY, _CHUNK, _QUESTIONS, _TEN, _CANDIDATES = 100, 0.35, 20_000, 200, 10, 60
_PASSAGES = "copy lhl.passage (no, source, scope, data, terms, length) from stdin"
_SOURCE = """
insert into lhl.source overriding system value
values (%s, %s, '', 'x', %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)
"""
_BACKENDS = "select pid from pg_stat_activity where usename = 'maalt_leser'"
_SETTINGS = {
    "shared_buffers": "2GB",
    "maintenance_work_mem": "3GB",
    "max_parallel_maintenance_workers": "1",
    "max_wal_size": "8GB",
    "max_connections": "120",
}


@dataclass(slots=True)
class Material:
    """Real passages as they are stored, their sources, vectors and terms."""

    sources: list[tuple[object, ...]]
    owners: list[int]
    data: list[str]
    terms: list[list[str]]
    vectors: Matrix


@dataclass(frozen=True, slots=True)
class Asking:
    """Some readers at once: questions a second, milliseconds that one waits (median, 95th percentile), and milliseconds
    of processor time that a question costs the server and a reader.
    """

    rate: float
    median: float
    slow: float
    server: float
    reader: float


@dataclass(slots=True)
class Figures:
    """What was measured of one size; seconds, megabytes, milliseconds."""

    passages: int
    load_seconds: float = 0.0
    index_seconds: float = 0.0
    megabytes: float = 0.0
    index_megabytes: float = 0.0
    recall: dict[int, tuple[float, float]] = field(default_factory=dict)
    clients: dict[int, Asking] = field(default_factory=dict)
    faiss: dict[str, float] = field(default_factory=dict)


def material(opened: Searcher) -> Material:
    """What is made of the bundled library."""
    ((_, snapshot),) = opened.libraries
    assert isinstance(snapshot, Snapshot)
    sources = list(snapshot.sources.values())
    places = {s.id: n for n, s in enumerate(sources)}
    found = snapshot.passages()
    return Material(
        [codec.row(s) for s in sources],
        [places[id] for id, _ in found],
        [codec.encode(p) for _, p in found],
        [snapshot.lexicon.terms(p.embedding_text(snapshot.sources[id].text)) for id, p in found],
        snapshot.vectors[snapshot.kinds == PointKind.PASSAGE],
    )


def _questions(opened: Searcher) -> list[str]:
    """Questions that the bundled passages answer, from all over."""
    ((_, library),) = opened.libraries
    found = list(dict.fromkeys(q for _, p in library.passages() for q in p.questions))
    return found[:: max(1, len(found) // _QUESTIONS)][:_QUESTIONS]


def vectors(made: Material, count: int, seed: int) -> Iterator[tuple[np.ndarray, Matrix]]:
    """In chunks, which real passages the made ones come from, and their vectors: a cosine of about 0.94 away."""
    rng = np.random.default_rng(seed)
    for first in range(0, count, _CHUNK):
        chosen = rng.integers(0, len(made.data), min(_CHUNK, count - first))
        noise = rng.standard_normal((len(chosen), made.vectors.shape[1])).astype(np.float32)
        noise *= _AWAY / np.linalg.norm(noise, axis=1, keepdims=True)
        moved = made.vectors[chosen] + noise
        yield chosen, moved / np.linalg.norm(moved, axis=1, keepdims=True)


def load(server: Server, made: Material, count: int, seed: int) -> Matrix:
    """Put ``count`` made passages on the server, index not yet made; returns their vectors in half precision."""
    rng = np.random.default_rng(seed)
    frequency: dict[str, int] = {}
    length, number, whole = 0, 0, []
    with psycopg.connect(server.admin, autocommit=True) as connection:
        register_vector(connection)
        connection.execute("set session_replication_role = replica")
        connection.execute("drop index lhl.point_vector")
        for chosen, moved in vectors(made, count, seed):
            whole.append(moved.astype(np.float16))
            numbers = []
            for base in chosen.tolist():
                no, item = divmod(number, _A_SOURCE)
                if item == 0:
                    _source(connection, made, no + 1, made.owners[base])
                numbers.append(((no + 1) << BITS) + item)
                number += 1
            with connection.cursor().copy("copy lhl.point from stdin (format binary)") as copy:
                copy.set_types(["int8", "int8", "text", "int2", "int4", "halfvec"])
                for n, vector in zip(numbers, moved, strict=True):
                    copy.write_row((n >> BITS, n, "", 0, 0, HalfVector(vector)))
            with connection.cursor().copy(_PASSAGES) as copy:
                for n, base in zip(numbers, chosen.tolist(), strict=True):
                    other = made.terms[int(rng.integers(len(made.terms)))]
                    mixed = made.terms[base][::2] + other[1::2]
                    for term in set(mixed):
                        frequency[term] = frequency.get(term, 0) + 1
                    length += max(1, len(mixed))
                    copy.write_row((n, n >> BITS, "", made.data[base], _tsvector(mixed), max(1, len(mixed))))
        with connection.cursor() as cursor:
            rows = [("", t, n, n, 1) for t, n in frequency.items()]
            cursor.executemany("insert into lhl.term values (%s, %s, %s, %s, %s)", rows)
        connection.execute("insert into lhl.statistics values ('', %s, %s)", (count, length))
        connection.execute("update lhl.library set revision = 1")
    return np.concatenate(whole)


def _source(connection: psycopg.Connection, made: Material, no: int, of: int) -> None:
    id, *fields = made.sources[of]
    row = (no, f"{id}-{no}", str(no), *fields[:7], bool(fields[7]), *fields[8:], _A_SOURCE)
    connection.execute(_SOURCE, row)


def _tsvector(found: list[str]) -> str:
    places: dict[str, list[str]] = {}
    for at, term in enumerate(found, start=1):
        places.setdefault(term, []).append(f"{at}A")
    return " ".join("'" + t.replace("\\", "\\\\").replace("'", "''") + "':" + ",".join(p) for t, p in places.items())


def asked(opened: Searcher, words: Lexicon, question: str) -> Asked:
    """A question as the searcher puts it to a library."""
    engine, wide = opened.engine, expanded(question, opened.concepts)
    own = engine.query(question)
    spoken = Spoken(own, engine.query(wide) if wide != question else own)
    glass = lens.load(engine.identity.fingerprint)
    turned = spoken.through(glass) if glass else None
    return Asked(groups(question, opened.concepts, words.vocabulary), spoken, turned, None, frozenset())


def best(near: Near) -> np.ndarray:
    """The places of as many as the searcher weighs with all signals."""
    return np.argsort(-(near.words + near.cosines.max(0)))[:_CANDIDATES]


def ask_all(admin: str, reader: str, clients: int, opened: Searcher, seconds: float) -> Asking:
    """What ``clients`` readers see who all ask for so many ``seconds``, each with a connection of its own."""
    spent: list[float] = []
    ((_, snapshot),) = opened.libraries
    with ExitStack() as stack:
        shared = [stack.enter_context(Shared(reader, snapshot.identity)) for _ in range(clients)]
        ready = [asked(opened, shared[0].lexicon, q) for q in _questions(opened)]
        for library in shared:
            library.near(ready[0], best)
        end = time.perf_counter() + seconds

        def client(library: Shared, first: int) -> None:
            at = first
            while time.perf_counter() < end:
                start = time.perf_counter()
                library.near(ready[at % len(ready)], best)
                spent.append(1000 * (time.perf_counter() - start))
                at += 7

        threads = [threading.Thread(target=client, args=(library, 31 * n)) for n, library in enumerate(shared)]
        backends = [int(str(pid)) for (pid,) in _run(admin, _BACKENDS)]
        begun, server, own = time.perf_counter(), _processor(backends), time.process_time()
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        whole = time.perf_counter() - begun
        server, own = _processor(backends) - server, time.process_time() - own
    return Asking(
        len(spent) / whole,
        float(np.percentile(spent, 50)),
        float(np.percentile(spent, 95)),
        1000 * server / len(spent),
        1000 * own / len(spent),
    )


def _processor(processes: Sequence[int]) -> float:
    """Seconds of processor time that these processes have had; Linux."""
    ticks = 0
    for pid in processes:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def _run(address: str, statement: str) -> list[tuple[object, ...]]:
    with psycopg.connect(address, autocommit=True) as connection:
        found = connection.execute(statement.encode())
        return found.fetchall() if found.description else []


def _reader(admin: str) -> str:
    """The address of a member who may only read."""
    if not _run(admin, "select 1 from pg_roles where rolname = 'maalt_leser'"):
        _run(admin, f"create role maalt_leser login password '{PASSWORD}'")
    _run(admin, "select lhl.give('maalt_leser', 'Lesja', 'lhl_leser')")
    return make_conninfo(complete(admin), user="maalt_leser", password=PASSWORD)


def exact(whole: Matrix, wanted: Matrix) -> np.ndarray:
    """The places of the ten nearest to each of ``wanted``, by comparing with all."""
    index = faiss.IndexFlatIP(whole.shape[1])
    for first in range(0, len(whole), _CHUNK):
        index.add(whole[first : first + _CHUNK].astype(np.float32))
    return np.asarray(index.search(wanted, _TEN)[1])


def recall(admin: str, wanted: Matrix, whole: Matrix, right: np.ndarray, effort: int) -> tuple[float, float]:
    """The share of the true ten nearest that the server's index finds, and how much less near its ten are (cosine)."""
    same, lost = 0, 0.0
    with psycopg.connect(admin, autocommit=True) as connection:
        register_vector(connection)
        connection.execute(f"set hnsw.ef_search = {effort}".encode())
        for vector, true in zip(wanted, right, strict=True):
            rows = connection.execute(
                "select passage, -(vector <#> %(v)s) from lhl.point order by vector <#> %(v)s limit 10",
                {"v": HalfVector(vector)},
            ).fetchall()
            found = {((n >> BITS) - 1) * _A_SOURCE + (n & ((1 << BITS) - 1)) for n, _ in rows}
            same += len(found & set(true.tolist()))
            lost += float((whole[true].astype(np.float32) @ vector).mean() - np.mean([near for _, near in rows]))
    return same / right.size, lost / len(right)


def local(whole: Matrix, wanted: Matrix, right: np.ndarray) -> dict[str, float]:
    """faiss, IVF with 8-bit vectors, on the same vectors: seconds to build, megabytes, milliseconds, recall@10."""
    faiss.omp_set_num_threads(1)
    start = time.perf_counter()
    lists = int(4 * np.sqrt(len(whole)))
    index = faiss.index_factory(whole.shape[1], f"IVF{lists},SQ8", faiss.METRIC_INNER_PRODUCT)
    index.train(whole[:: max(1, len(whole) // (40 * lists))].astype(np.float32))
    for first in range(0, len(whole), _CHUNK):
        index.add(whole[first : first + _CHUNK].astype(np.float32))
    built = time.perf_counter() - start
    faiss.ParameterSpace().set_index_parameter(index, "nprobe", 32)
    start = time.perf_counter()
    found = [index.search(v[None], _TEN)[1][0] for v in wanted]
    spent = 1000 * (time.perf_counter() - start) / len(wanted)
    same = sum(len(set(f.tolist()) & set(r.tolist())) for f, r in zip(found, right, strict=True))
    size = faiss.serialize_index(index).nbytes / 1e6
    return {"build_seconds": built, "megabytes": size, "milliseconds": spent, "recall": same / right.size}


@contextmanager
def serving(engine: Engine) -> Iterator[Server]:
    """A server of its own with empty tables."""
    server = Server(_SETTINGS)
    try:
        with connected(complete(server.admin)) as connection:
            migrate(connection, identity(engine))
        yield server
    finally:
        server.stop()


def fill(server: Server, opened: Searcher, count: int, seed: int = 1) -> tuple[Matrix, Figures]:
    """Put ``count`` passages on the server and make the index; returns their vectors, and the figures of that."""
    figures, made = Figures(count), material(opened)
    definition = str(server.run("select pg_get_indexdef('lhl.point_vector'::regclass)")[0][0])
    start = time.perf_counter()
    whole = load(server, made, count, seed)
    figures.load_seconds = time.perf_counter() - start
    start = time.perf_counter()
    server.run(definition, "vacuum analyze")
    figures.index_seconds = time.perf_counter() - start
    return whole, figures


def ask(admin: str, opened: Searcher, whole: Matrix, figures: Figures, seconds: float = 8.0) -> None:
    """Take the figures of a filled server, each number of readers asking for ``seconds``."""
    size = "select pg_database_size(current_database()) / 1e6, pg_relation_size('lhl.point_vector') / 1e6"
    figures.megabytes, figures.index_megabytes = (float(str(n)) for n in _run(admin, size)[0])
    reader = _reader(admin)
    for clients in (1, 8, 32):
        figures.clients[clients] = ask_all(admin, reader, clients, opened, seconds)
    _told(figures)
    wanted = np.stack([opened.engine.query(q) for q in _questions(opened)])
    right = exact(whole, wanted)
    figures.recall = {effort: recall(admin, wanted, whole, right, effort) for effort in (40, 200, near.EFFORT, 1000)}
    figures.faiss = local(whole, wanted, right)


def _told(figures: Figures) -> None:
    exact_figures = json.dumps(asdict(figures))
    print(json.dumps(json.loads(exact_figures, parse_float=lambda x: round(float(x), 3))), flush=True)


def main() -> None:
    """Print the figures of each size."""
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("passages", type=int, nargs="*", default=[100_000, 1_000_000])
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--of", type=Path)
    chosen = parser.parse_args()
    with searcher("medfølgende") as opened:
        if chosen.of:
            whole = np.load(chosen.of / "whole.npy")
            figures = Figures(len(whole))
            ask((chosen.of / "address").read_text(), opened, whole, figures)
            _told(figures)
            return
        for count in chosen.passages:
            with serving(load_engine()) as server:
                whole, figures = fill(server, opened, count)
                _told(figures)
                if chosen.keep:
                    _stand(server, whole, chosen.keep)
                else:
                    ask(server.admin, opened, whole, figures)
                    _told(figures)


def _stand(server: Server, whole: Matrix, folder: Path) -> None:
    np.save(folder / "whole.npy", whole)
    (folder / "address").write_text(server.admin)
    while not (folder / "done").exists():
        time.sleep(1)


if __name__ == "__main__":
    main()
