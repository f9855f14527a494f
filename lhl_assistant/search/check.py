"""Is an index whole, and is it the index of what it claims to be made from?"""

import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from lhl_assistant.embedding.engine import Engine
from lhl_assistant.errors import LibraryUnavailable
from lhl_assistant.said import Said
from lhl_assistant.search.build import Material
from lhl_assistant.search.points import Point, PointKind, points
from lhl_assistant.search.schema import identity
from lhl_assistant.search.snapshot import Snapshot
from lhl_assistant.sources.hashes import text_hash
from lhl_assistant.sources.model import Source
from lhl_assistant.sources.passages import passages

_SAMPLE = 12
_SAME = 0.999
_UNIT = 0.01


def complaints(path: Path, material: Material, engine: Engine) -> Iterator[Said]:
    """What is wrong with the index at ``path``, one Norwegian sentence each; nothing where all is well.

    ``material`` is what it should be made from. Vectors are compared with new ones on a sample spread
    over the library (cosine at least 0.999: half precision and another processor differ by less).
    """
    try:
        with Snapshot(path) as snapshot:
            yield from _complaints(snapshot, material, engine)
    except LibraryUnavailable as error:
        yield error.said
    except (sqlite3.Error, ValueError, KeyError, IndexError):
        yield Said(f"Indeksen {path} er skadet.", f"Indeksen {path} er skadd.")


def broken(path: Path) -> Iterator[Said]:
    """What is wrong with the file at ``path`` itself, whatever it is made from."""
    try:
        with Snapshot(path) as snapshot:
            yield from _broken(snapshot)
    except LibraryUnavailable as error:
        yield error.said
    except (sqlite3.Error, ValueError, KeyError, IndexError):
        yield Said(f"Indeksen {path} er skadet.", f"Indeksen {path} er skadd.")


def _broken(snapshot: Snapshot) -> Iterator[Said]:
    if snapshot.damage():
        yield Said(f"Indeksfilen {snapshot.path} er skadet.", f"Indeksfila {snapshot.path} er skadd.")


def _complaints(snapshot: Snapshot, material: Material, engine: Engine) -> Iterator[Said]:
    sources, digest = material.sources, material.digest
    if snapshot.identity != identity(engine):
        yield Said(
            "Indeksen er laget med en annen modell eller versjon.",
            "Indeksen er laga med ein annan modell eller versjon.",
        )
        return
    if damaged := list(_broken(snapshot)):
        yield from damaged
        return
    if snapshot.manifest.get("digest") != digest or snapshot.hashes() != {s.id: text_hash(s.text) for s in sources}:
        yield Said(
            "Indeksen er ikke laget av kildene slik de er nå.", "Indeksen er ikkje laga av kjeldene slik dei er no."
        )
        return
    wanted, todo = _expected(sorted(sources, key=lambda s: s.id), snapshot)
    if [p for _, p in snapshot.passages()] != wanted:
        yield Said(
            "Tekstutdragene i indeksen er ikke de som kildene gir.",
            "Tekstutdraga i indeksen er ikkje dei som kjeldene gjev.",
        )
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


def _vectors(snapshot: Snapshot, todo: Sequence[Point], engine: Engine) -> Iterator[Said]:
    vectors = snapshot.vectors
    if snapshot.block("digests") != b"".join(p.digest() for p in todo) or len(vectors) != len(todo):
        yield Said("Vektorene i indeksen hører til andre tekster.", "Vektorane i indeksen høyrer til andre tekstar.")
        return
    lengths = np.linalg.norm(vectors, axis=1)
    if not np.isfinite(vectors).all() or (np.abs(lengths - 1) > _UNIT).any():
        yield Said("Indeksen har ugyldige vektorer.", "Indeksen har ugyldige vektorar.")
        return
    for number in np.linspace(0, len(todo) - 1, min(_SAMPLE, len(todo))).astype(int):
        point = todo[number]
        question = point.kind == PointKind.QUESTION
        new = engine.query(point.text) if question else next(iter(engine.passages([point.text])))
        if float(new @ vectors[number]) < _SAME:
            yield Said(
                "Vektorene i indeksen er laget med en annen modell.",
                "Vektorane i indeksen er laga med ein annan modell.",
            )
            return
