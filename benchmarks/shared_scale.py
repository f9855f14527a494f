"""How large a shared library may grow: ``python -m benchmarks.shared_scale [PASSAGES …]``.

Passages are made from the bundled ones: each is a real one with the words of another mixed in and its vector moved a
little; each has one vector. They are put on a PostgreSQL of our own, with the tables and the index of the product. Then
the product's own search, candidates and all signals, is asked by 1, 8 and 32 clients, recall@10 of the index is
counted against exact search, and faiss (IVF with 8-bit vectors) is asked for the same on the same vectors. Prints one
line of figures a size; the clients share the machine with the server.
"""

import argparse
import json
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field

import faiss
import numpy as np
import psycopg
from pgvector import HalfVector
from pgvector.psycopg import register_vector

from lhl_assistant.embedding.choose import load_engine
from lhl_assistant.embedding.engine import Engine, Matrix
from lhl_assistant.library.opening import searcher
from lhl_assistant.search import codec
from lhl_assistant.search.library import Asked
from lhl_assistant.search.meaning import Spoken
from lhl_assistant.search.points import PointKind
from lhl_assistant.search.query import groups
from lhl_assistant.search.rank import Searcher
from lhl_assistant.search.schema import identity
from lhl_assistant.search.shared import near
from lhl_assistant.search.shared.connecting import complete, connected
from lhl_assistant.search.shared.migrating import migrate
from lhl_assistant.search.shared.opened import BITS
from lhl_assistant.search.shared.words import Words
from lhl_assistant.search.snapshot import Snapshot
from tests.shared.server import Server

_A_SOURCE, _AWAY, _CHUNK, _QUESTIONS, _TEN = 100, 0.35, 20_000, 200, 10
_PASSAGES = "copy lhl.passage (no, source, scope, data, terms, length) from stdin"
_SOURCE = """
insert into lhl.source overriding system value
values (%s, %s, '', 'x', %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)
"""
_SETTINGS = {
    "shared_buffers": "2GB",
    "maintenance_work_mem": "3GB",
    "max_parallel_maintenance_workers": "1",
    "max_wal_size": "8GB",
    "max_connections": "60",
}


@dataclass(slots=True)
class Material:
    """Real passages as they are stored, their sources, vectors and terms, and real questions."""

    sources: list[tuple[object, ...]]
    owners: list[int]
    data: list[str]
    terms: list[list[str]]
    vectors: Matrix
    questions: list[str]


@dataclass(slots=True)
class Figures:
    """What was measured of one size; seconds, megabytes, milliseconds."""

    passages: int
    load_seconds: float = 0.0
    index_seconds: float = 0.0
    megabytes: float = 0.0
    index_megabytes: float = 0.0
    recall: dict[int, float] = field(default_factory=dict)
    clients: dict[int, tuple[float, float, float]] = field(default_factory=dict)
    faiss: dict[str, float] = field(default_factory=dict)


def material(opened: Searcher) -> Material:
    """What is made of the bundled library."""
    ((_, snapshot),) = opened.libraries
    assert isinstance(snapshot, Snapshot)
    sources = list(snapshot.sources.values())
    places = {s.id: n for n, s in enumerate(sources)}
    found = snapshot.passages()
    questions = [q for _, p in found for q in p.questions]
    step = max(1, len(questions) // _QUESTIONS)
    return Material(
        [codec.row(s) for s in sources],
        [places[id] for id, _ in found],
        [codec.encode(p) for _, p in found],
        [snapshot.lexicon.terms(p.embedding_text(snapshot.sources[id].text)) for id, p in found],
        snapshot.vectors[snapshot.kinds == PointKind.PASSAGE],
        list(dict.fromkeys(questions))[::step][:_QUESTIONS],
    )


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


def asked(opened: Searcher, words: Words, question: str) -> Asked:
    """A question as the searcher puts it to a library, its lens left out."""
    vector = opened.engine.query(question)
    return Asked(
        groups(question, opened.concepts, words.lexicon.vocabulary), Spoken(vector, vector), None, None, frozenset()
    )


def ask_all(
    address: str, clients: int, questions: list[Asked], words: Words, seconds: float
) -> tuple[float, float, float]:
    """Questions a second, and the median and 95th percentile in milliseconds, with ``clients`` at once."""
    spent: list[float] = []
    end = time.perf_counter() + seconds

    def client(first: int) -> None:
        with connected(address) as connection:
            register_vector(connection)
            at = first
            while time.perf_counter() < end:
                start = time.perf_counter()
                with connection.transaction():
                    connection.execute(f"set local hnsw.ef_search = {near.EFFORT}".encode())
                    near.near(connection, words, questions[at % len(questions)], None, [])
                spent.append(1000 * (time.perf_counter() - start))
                at += 7

    threads = [threading.Thread(target=client, args=(31 * n,)) for n in range(clients)]
    begun = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    rate = len(spent) / (time.perf_counter() - begun)
    return rate, float(np.percentile(spent, 50)), float(np.percentile(spent, 95))


def exact(whole: Matrix, wanted: Matrix) -> np.ndarray:
    """The places of the ten nearest to each of ``wanted``, by comparing with all."""
    index = faiss.IndexFlatIP(whole.shape[1])
    for first in range(0, len(whole), _CHUNK):
        index.add(whole[first : first + _CHUNK].astype(np.float32))
    return np.asarray(index.search(wanted, _TEN)[1])


def recall(server: Server, wanted: Matrix, right: np.ndarray, effort: int) -> float:
    """The share of the true ten nearest that the server's index finds."""
    same = 0
    with psycopg.connect(server.admin, autocommit=True) as connection:
        register_vector(connection)
        connection.execute(f"set hnsw.ef_search = {effort}".encode())
        for vector, true in zip(wanted, right, strict=True):
            rows = connection.execute(
                "select passage from lhl.point order by vector <#> %s limit 10", (HalfVector(vector),)
            ).fetchall()
            found = {((n >> BITS) - 1) * _A_SOURCE + (n & ((1 << BITS) - 1)) for (n,) in rows}
            same += len(found & set(true.tolist()))
    return same / right.size


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


def measure(count: int, seconds: float = 8.0, seed: int = 1) -> Figures:
    """All figures for a library of ``count`` passages, each number of clients asking for ``seconds``."""
    figures = Figures(count)
    with searcher("medfølgende") as opened, serving(load_engine()) as server:
        made = material(opened)
        definition = str(server.run("select pg_get_indexdef('lhl.point_vector'::regclass)")[0][0])
        start = time.perf_counter()
        whole = load(server, made, count, seed)
        figures.load_seconds = time.perf_counter() - start
        start = time.perf_counter()
        server.run(definition, "vacuum analyze")
        figures.index_seconds = time.perf_counter() - start
        size = "select pg_database_size(current_database()) / 1e6, pg_relation_size('lhl.point_vector') / 1e6"
        figures.megabytes, figures.index_megabytes = (float(str(n)) for n in server.run(size)[0])
        _told(figures)
        wanted = np.stack([opened.engine.query(q) for q in made.questions])
        right = exact(whole, wanted)
        figures.recall = {effort: recall(server, wanted, right, effort) for effort in (40, 200, near.EFFORT, 1000)}
        figures.faiss = local(whole, wanted, right)
        words = Words()
        with connected(server.admin) as connection:
            words.renew(connection, 1)
        ready = [asked(opened, words, q) for q in made.questions]
        for clients in (1, 8, 32):
            figures.clients[clients] = ask_all(server.admin, clients, ready, words, seconds)
    return figures


def _told(figures: Figures) -> None:
    exact_figures = json.dumps(asdict(figures))
    print(json.dumps(json.loads(exact_figures, parse_float=lambda x: round(float(x), 3))), flush=True)


def main() -> None:
    """Print the figures of each size."""
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("passages", type=int, nargs="*", default=[100_000, 1_000_000])
    for count in parser.parse_args().passages:
        _told(measure(count))


if __name__ == "__main__":
    main()
