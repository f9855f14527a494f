"""Is an index whole, and is it the index of what it claims to be made from?"""

import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from lhl_assistant.embedding.engine import Engine
from lhl_assistant.errors import LibraryUnavailable
from lhl_assistant.search.build import Material, identity, sha256
from lhl_assistant.search.points import Point, PointKind, points
from lhl_assistant.search.snapshot import Snapshot
from lhl_assistant.sources.model import Source
from lhl_assistant.sources.passages import passages

_SAMPLE = 12
_SAME = 0.999
_UNIT = 0.01


def complaints(path: Path, material: Material, engine: Engine) -> Iterator[str]:
    """What is wrong with the index at ``path``, one Norwegian sentence each; nothing where all is well.

    ``material`` is what it should be made from. Vectors are compared with new ones on a sample spread
    over the library (cosine at least 0.999: half precision and another processor differ by less).
    """
    try:
        with Snapshot(path) as snapshot:
            yield from _complaints(snapshot, material, engine)
    except LibraryUnavailable as error:
        yield error.message
    except (sqlite3.Error, ValueError, KeyError, IndexError) as error:
        yield f"Indeksen {path} er skadet ({error})."


def _complaints(snapshot: Snapshot, material: Material, engine: Engine) -> Iterator[str]:
    sources, digest = material.sources, material.digest
    if snapshot.identity != identity(engine):
        yield "Indeksen er laget med en annen modell eller versjon."
        return
    if damage := snapshot.damage():
        yield f"Indeksfilen {snapshot.path} er skadet ({damage})."
        return
    if snapshot.manifest.get("digest") != digest or snapshot.hashes() != {s.id: sha256(s.text) for s in sources}:
        yield "Indeksen er ikke laget av kildene slik de er nå."
        return
    wanted, todo = _expected(sorted(sources, key=lambda s: s.id), snapshot)
    if [p for _, p in snapshot.passages()] != wanted:
        yield "Tekstutdragene i indeksen er ikke de som kildene gir."
        return
    yield from _vectors(snapshot, todo, engine)


def _expected(sources: Sequence[Source], snapshot: Snapshot) -> tuple[list[object], list[Point]]:
    wanted: list[object] = []
    todo: list[Point] = []
    order = sorted(snapshot.ranges, key=lambda id: snapshot.ranges[id])
    by_id = {s.id: s for s in sources}
    for id in order:
        found = list(passages(by_id[id].text, by_id[id].title))
        todo += points(by_id[id], found, len(wanted))
        wanted += found
    return wanted, todo


def _vectors(snapshot: Snapshot, todo: Sequence[Point], engine: Engine) -> Iterator[str]:
    vectors = snapshot.vectors
    if snapshot.block("digests") != b"".join(p.digest() for p in todo) or len(vectors) != len(todo):
        yield "Vektorene i indeksen hører til andre tekster."
        return
    lengths = np.linalg.norm(vectors, axis=1)
    if not np.isfinite(vectors).all() or (np.abs(lengths - 1) > _UNIT).any():
        yield "Indeksen har ugyldige vektorer."
        return
    for number in np.linspace(0, len(todo) - 1, min(_SAMPLE, len(todo))).astype(int):
        point = todo[number]
        question = point.kind == PointKind.QUESTION
        new = engine.query(point.text) if question else next(iter(engine.passages([point.text])))
        if float(new @ vectors[number]) < _SAME:
            yield "Vektorene i indeksen er laget med en annen modell."
            return
