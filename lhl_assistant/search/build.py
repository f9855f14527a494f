"""Sources to an index file. Whatever did not change keeps the vector it had."""

import hashlib
import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, astuple, dataclass
from itertools import chain
from pathlib import Path

import numpy as np
from filelock import FileLock, Timeout

from lhl_assistant import atomic
from lhl_assistant.embedding.engine import Engine, Matrix, Vector
from lhl_assistant.errors import LibraryUnavailable, PlannerError
from lhl_assistant.said import Said
from lhl_assistant.search import codec, lexical
from lhl_assistant.search.points import Point, PointKind, points
from lhl_assistant.search.schema import TABLES, Identity, checksum
from lhl_assistant.search.snapshot import Snapshot
from lhl_assistant.sources.model import Original, Passage, Source
from lhl_assistant.sources.passages import passages

Progress = Callable[[int, int], None]
"""Called with (done, total) texts as the embedding goes on."""

_LOCK_SECONDS = 10.0


def identity(engine: Engine) -> Identity:
    """The identity of an index made with ``engine``."""
    m = engine.identity
    return Identity(m.name, m.fingerprint, m.dimension, f"{m.query_prefix}|{m.passage_prefix}")


@dataclass(frozen=True, slots=True)
class Material:
    """What an index is made from; ``digest`` is a hash of where that was read, kept for ``check``."""

    sources: Sequence[Source]
    originals: Sequence[Original]
    digest: str


def build(path: Path, material: Material, engine: Engine, progress: Progress | None = None) -> None:
    """Write the index of ``material`` to ``path``, in place of what was there, in one step.

    Raises LibraryUnavailable where another process is building the same index, or the disk refuses; on any error, and
    on a kill, the old index stands untouched.
    """
    temporary = path.with_suffix(".tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with FileLock(path.with_suffix(".lock"), timeout=_LOCK_SECONDS):
            temporary.unlink(missing_ok=True)
            try:
                _write(temporary, material, engine, _kept(path, identity(engine)), progress)
                atomic.replace(temporary, path)
            finally:
                temporary.unlink(missing_ok=True)
    except Timeout as error:
        raise LibraryUnavailable(
            Said(
                "Indeksen blir bygd av et annet vindu nå. Vent til det er ferdig.",
                "Indeksen blir bygd av eit anna vindauge no. Vent til det er ferdig.",
            )
        ) from error
    except (OSError, sqlite3.Error) as error:
        raise LibraryUnavailable(
            Said(
                f"Indeksen kan ikke skrives i {path.parent}. Sjekk tilgangen til mappen og plassen på disken.",
                f"Indeksen kan ikkje skrivast i {path.parent}. Sjekk tilgangen til mappa og plassen på disken.",
            )
        ) from error


def _write(
    temporary: Path,
    material: Material,
    engine: Engine,
    kept: Mapping[bytes, Vector],
    progress: Progress | None,
) -> None:
    split: list[tuple[Source, Passage]] = []
    todo: list[Point] = []
    for source in material.sources:
        found = list(passages(source.text, source.title))
        todo += points(source, found, len(split))
        split += [(source, p) for p in found]
    vectors = _embed(todo, engine, kept, progress)
    manifest = {**asdict(identity(engine)), "digest": material.digest, "passages": len(split), "points": len(todo)}
    connection = sqlite3.connect(temporary)
    try:
        connection.executescript(TABLES)
        _fill(connection, "manifest", [(k, str(v)) for k, v in manifest.items()])
        _fill(connection, "source", [(*astuple(s)[:10], sha256(s.text)) for s in material.sources])
        _fill(connection, "original", [astuple(o) for o in material.originals])
        _fill(connection, "passage", [(i, s.id, codec.encode(p)) for i, (s, p) in enumerate(split)])
        _fill(connection, "block", list(_blocks(todo, vectors, split).items()))
        _fill(connection, "manifest", [("checksum", checksum(connection))])
        connection.commit()
    finally:
        connection.close()


def _fill(connection: sqlite3.Connection, table: str, rows: Iterable[Sequence[object]]) -> None:
    for row in rows:
        connection.execute(f"insert into {table} values ({','.join('?' * len(row))})", row)


def _blocks(todo: Sequence[Point], vectors: Matrix, split: Sequence[tuple[Source, Passage]]) -> dict[str, bytes]:
    texts = [p.embedding_text(s.text) for s, p in split]
    return {
        "vectors": vectors.astype("<f2").tobytes(),
        "owners": np.array([p.passage for p in todo], "<i4").tobytes(),
        "kinds": np.array([p.kind for p in todo], "u1").tobytes(),
        "items": np.array([p.item for p in todo], "<i4").tobytes(),
        "digests": b"".join(p.digest() for p in todo),
        **(lexical.build(texts) if texts else {}),
    }


def _embed(todo: Sequence[Point], engine: Engine, kept: Mapping[bytes, Vector], progress: Progress | None) -> Matrix:
    """The vectors of ``todo``, shape (points, dimension); equal texts are embedded once."""
    known = dict(kept)
    missing = {p.digest(): p for p in todo if p.digest() not in known}
    texts = [(d, p) for d, p in missing.items() if p.kind != PointKind.QUESTION]
    questions = [(d, p) for d, p in missing.items() if p.kind == PointKind.QUESTION]
    vectors = chain(engine.passages([p.text for _, p in texts]), (engine.query(p.text) for _, p in questions))
    for done, ((digest, _), vector) in enumerate(zip(texts + questions, vectors, strict=True), start=1):
        known[digest] = vector
        if progress is not None:
            progress(done, len(missing))
    rows = [known[p.digest()] for p in todo]
    return np.stack(rows) if rows else np.zeros((0, engine.identity.dimension), np.float32)


def _kept(old: Path, mark: Identity) -> Mapping[bytes, Vector]:
    """The vectors of the index at ``old`` by text digest, where the same model made them and it is whole; else nothing.

    A damaged index is never carried on into the next.
    """
    try:
        with Snapshot(old) as snapshot:
            good = snapshot.identity.same_model(mark) and snapshot.damage() is None
            return snapshot.vectors_by_digest() if good else {}
    except (PlannerError, sqlite3.Error, ValueError):
        return {}


def sha256(text: str) -> str:
    """The hash by which a source's content is known."""
    return hashlib.sha256(text.encode()).hexdigest()
