"""An index file opened for reading: sources, passages, vectors and words of one library."""

import sqlite3
from collections.abc import Mapping
from functools import cached_property, lru_cache
from pathlib import Path
from types import TracebackType
from typing import Self

import faiss
import numpy as np
import numpy.typing as npt

from lhl_assistant.embedding.engine import Matrix, Vector
from lhl_assistant.errors import LibraryUnavailable
from lhl_assistant.said import Said
from lhl_assistant.search import codec, lexical, meaning
from lhl_assistant.search.library import Asked, Cut, Near, Points
from lhl_assistant.search.names import source_places
from lhl_assistant.search.points import PointKind
from lhl_assistant.search.schema import Identity, checksum, read_only
from lhl_assistant.sources.model import Kind, Original, Passage, Source, Status

_REMEMBERED = 2048


class Snapshot:
    """One library as it was when the file was opened; a later build does not disturb it."""

    def __init__(self, path: Path) -> None:
        """Open the index at ``path``. Raises LibraryUnavailable where it is missing or damaged."""
        self.path = path
        self._connection = read_only(path)
        self.passage = lru_cache(maxsize=_REMEMBERED)(self._passage)
        try:
            self.manifest: dict[str, str] = dict(self._connection.execute("select name, value from manifest"))
            self.identity = Identity.read(self.manifest)
        except (sqlite3.Error, KeyError, ValueError) as error:
            self._connection.close()
            raise LibraryUnavailable(
                Said(
                    f"Indeksen {path} er skadet eller laget av en annen versjon. Lag den igjen med «lhl indeks bygg».",
                    f"Indeksen {path} er skadd eller laga av ein annan versjon. Lag han igjen med «lhl indeks bygg».",
                )
            ) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def block(self, name: str) -> bytes:
        """A stored array as bytes; empty where there is none (a library without passages)."""
        row = self._connection.execute("select data from block where name = ?", (name,)).fetchone()
        return bytes(row[0]) if row else b""

    @cached_property
    def owners(self) -> npt.NDArray[np.int32]:
        """For every vector, the passage it finds."""
        return np.frombuffer(self.block("owners"), "<i4")

    @cached_property
    def kinds(self) -> npt.NDArray[np.uint8]:
        """For every vector, its PointKind."""
        return np.frombuffer(self.block("kinds"), "u1")

    @cached_property
    def items(self) -> npt.NDArray[np.int32]:
        """For every vector, which sentence or question of its passage."""
        return np.frombuffer(self.block("items"), "<i4")

    @cached_property
    def questioned(self) -> npt.NDArray[np.bool_]:
        """For every passage, whether it has anticipated questions; shape (passages,)."""
        found = np.zeros(self.passage_count(), np.bool_)
        found[self.owners[self.kinds == PointKind.QUESTION]] = True
        return found

    @cached_property
    def vectors(self) -> Matrix:
        """All vectors, float32, shape (points, dimension)."""
        half = np.frombuffer(self.block("vectors"), "<f2").reshape(-1, self.identity.dimension)
        return half.astype(np.float32)

    @cached_property
    def lexicon(self) -> lexical.Lexicon:
        """The words of the library."""
        return lexical.load({name: self.block(name) for name in lexical.BLOCKS})

    def near(self, asked: Asked, cut: Cut) -> Near:
        """The passages that ``cut`` chooses among all."""
        words = self.lexicon.scores(asked.groups)
        seen = self._seen(asked)
        cosines, best = self._cosines(asked.spoken, seen, meaning.PLAIN[0])
        turned = self._cosines(asked.turned, seen, meaning.TURNED[0])[0] if asked.turned else None
        found = Near(np.arange(self.passage_count()), words, cosines, turned, best)
        return found.at(cut(found))

    def points(self, number: int) -> Points:
        """The vectors of a passage."""
        own = self.owners == number
        return Points(self.kinds[own], self.items[own], self.vectors[own])

    @cached_property
    def _faiss(self) -> faiss.IndexFlatIP:
        faiss.omp_set_num_threads(1)
        index = faiss.IndexFlatIP(self.identity.dimension)
        index.add(self.vectors)
        return index

    def _seen(self, asked: Asked) -> dict[int, meaning.Compared]:
        """The points nearest to each of the question's vectors, by the vector's id: one search for them all."""
        vectors = [v for s in (asked.spoken, asked.turned) if s is not None for v in (s.asked, s.wider)]
        distinct = {id(v): v for v in vectors}
        found = self._faiss.search(np.stack(list(distinct.values())), min(meaning.NEAREST, len(self.owners)))
        return {v: self._compared(c, n) for v, c, n in zip(distinct, *found, strict=True)}

    def _cosines(
        self, spoken: meaning.Spoken, seen: dict[int, meaning.Compared], least: float
    ) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.int32]]:
        wider = None if spoken.wider is spoken.asked else seen[id(spoken.wider)]
        return meaning.cosines(seen[id(spoken.asked)], wider, self.questioned, least)

    def _compared(self, cosines: npt.NDArray[np.float32], numbers: npt.NDArray[np.int64]) -> meaning.Compared:
        return meaning.Compared(self.owners[numbers], self.kinds[numbers], self.items[numbers], cosines)

    def passage_count(self) -> int:
        """How many passages the library has."""
        return int(self.manifest["passages"])

    def _passage(self, number: int) -> tuple[str, Passage]:
        """Passage ``number`` with the id of its source."""
        row = self._connection.execute("select source, data from passage where id = ?", (number,)).fetchone()
        return str(row[0]), codec.decode(row[1])

    @cached_property
    def ranges(self) -> Mapping[str, tuple[int, int]]:
        """For every source its passages, as (first, after the last)."""
        rows = self._connection.execute("select source, min(id), max(id) + 1 from passage group by source")
        return {str(source): (first, last) for source, first, last in rows}

    def passages(self) -> list[tuple[str, Passage]]:
        """All passages in order, each with the id of its source."""
        rows = self._connection.execute("select source, data from passage order by id")
        return [(str(source), codec.decode(data)) for source, data in rows]

    @cached_property
    def sources(self) -> Mapping[str, Source]:
        """All sources by id."""
        rows = self._connection.execute(
            "select id, title, issuer, year, status, kind, url, checked, summary, text, pages, original from source "
            "order by id"
        )
        return {row[0]: codec.source(row) for row in rows}

    @cached_property
    def places(self) -> Mapping[str, frozenset[str]]:
        """For every source, the municipality or region that it is from."""
        return {id: source_places(source) for id, source in self.sources.items()}

    @cached_property
    def originals(self) -> Mapping[str, Original]:
        """The originals that the sources' attributions name, by id."""
        rows = self._connection.execute("select id, title, issuer, year, status, kind, url from original")
        return {
            id: Original(id, title, issuer, year, Status(status), Kind(kind), url)
            for id, title, issuer, year, status, kind, url in rows
        }

    def hashes(self) -> Mapping[str, str]:
        """The content hash of every source by id."""
        return dict(self._connection.execute("select id, sha256 from source"))

    def damage(self) -> str | None:
        """What SQLite's own integrity check or the checksum finds wrong, or None."""
        found = self._connection.execute("pragma integrity_check").fetchone()[0]
        if found != "ok":
            return str(found)
        return None if self.manifest.get("checksum") == checksum(self._connection) else "innhold"

    def vectors_by_digest(self) -> Mapping[bytes, Vector]:
        """Every vector by its text's digest, to be kept in the next build."""
        digests = self.block("digests")
        return {digests[16 * i : 16 * i + 16]: v for i, v in enumerate(self.vectors)}
