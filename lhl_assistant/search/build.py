"""Sources to an index file. Whatever did not change keeps the vector it had."""

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
from lhl_assistant.search.schema import TABLES, Identity, checksum, identity
from lhl_assistant.search.snapshot import Snapshot
from lhl_assistant.sources.hashes import text_hash
from lhl_assistant.sources.model import Original, Passage, Source
from lhl_assistant.sources.passages import passages

Progress = Callable[[int, int], None]
"""Called with (done, total) texts as the embedding goes on."""

PREPARED = ".ny"
"""The ending of an index that is written but not yet put in its place."""

_LOCK_SECONDS = 10.0


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
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with FileLock(path.with_suffix(".lock"), timeout=_LOCK_SECONDS):
            atomic.replace(prepare(path, material, engine, progress), path)
    except Timeout as error:
        raise LibraryUnavailable(
            Said(
                "Indeksen blir bygd av et annet vindu nå. Vent til det er ferdig.",
                "Indeksen blir bygd av eit anna vindauge no. Vent til det er ferdig.",
            )
        ) from error
    except OSError as error:
        raise not_written(path) from error


def prepare(path: Path, material: Material, engine: Engine, progress: Progress | None = None) -> Path:
    """Write the index of ``material`` beside ``path`` and return where it lies; what is at ``path`` is only read.

    For one writer at a time. On any error nothing is left. Raises LibraryUnavailable where the disk refuses.
    """
    new = path.with_suffix(PREPARED)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        new.unlink(missing_ok=True)
        _write(new, material, engine, _Old.read(path, identity(engine)), progress)
    except (OSError, sqlite3.Error) as error:
        new.unlink(missing_ok=True)
        raise not_written(path) from error
    except BaseException:
        new.unlink(missing_ok=True)
        raise
    return new


@dataclass(frozen=True, slots=True)
class _Old:
    """What the index before may give the next: vectors by their texts' digests, passages by their sources' hashes."""

    vectors: Mapping[bytes, Vector]
    passages: Mapping[tuple[str, str], Sequence[Passage]]

    @classmethod
    def read(cls, path: Path, mark: Identity) -> "_Old":
        """Of a whole index, vectors where the same model made them, passages where the same splitter did.

        A damaged index is never carried on into the next.
        """
        try:
            with Snapshot(path) as old:
                if not old.identity.same_model(mark) or old.damage() is not None:
                    return cls({}, {})
                vectors = old.vectors_by_digest()
                return cls(vectors, _split(old) if old.identity == mark else {})
        except (PlannerError, sqlite3.Error, ValueError):
            return cls({}, {})


def _split(old: Snapshot) -> Mapping[tuple[str, str], Sequence[Passage]]:
    found: dict[str, list[Passage]] = {}
    for id, passage in old.passages():
        found.setdefault(id, []).append(passage)
    return {(text_hash(s.text), s.title): found[id] for id, s in old.sources.items() if id in found}


def _write(new: Path, material: Material, engine: Engine, old: _Old, progress: Progress | None) -> None:
    split: list[tuple[Source, Passage]] = []
    todo: list[Point] = []
    for source in material.sources:
        found = old.passages.get((text_hash(source.text), source.title)) or list(passages(source.text, source.title))
        todo += points(source, found, len(split))
        split += [(source, p) for p in found]
    vectors = _embed(todo, engine, old.vectors, progress)
    manifest = {**asdict(identity(engine)), "digest": material.digest, "passages": len(split), "points": len(todo)}
    connection = sqlite3.connect(new)
    try:
        connection.executescript(TABLES)
        _fill(connection, "manifest", [(k, str(v)) for k, v in manifest.items()])
        _fill(connection, "source", [(*codec.row(s), text_hash(s.text)) for s in material.sources])
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
    texts = [" ".join([p.embedding_text(s.text), *p.questions]) for s, p in split]
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


def not_written(path: Path) -> LibraryUnavailable:
    """The sentence for an index that cannot be put at ``path``."""
    return LibraryUnavailable(
        Said(
            f"Indeksen kan ikke skrives i {path.parent}. Sjekk tilgangen til mappen og plassen på disken.",
            f"Indeksen kan ikkje skrivast i {path.parent}. Sjekk tilgangen til mappa og plassen på disken.",
        )
    )
