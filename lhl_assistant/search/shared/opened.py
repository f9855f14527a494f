"""A shared library opened for reading: what ``Snapshot`` is for a file, for a server."""

from collections.abc import ItemsView, Iterator, Mapping, ValuesView
from contextlib import contextmanager
from dataclasses import dataclass
from types import TracebackType
from typing import Self

import numpy as np
import psycopg
from psycopg import Cursor
from psycopg_pool import PoolTimeout

from lhl_assistant.errors import LibraryUnavailable
from lhl_assistant.search import codec
from lhl_assistant.search.lexical import Lexicon
from lhl_assistant.search.library import Asked, Cut, Near, Points
from lhl_assistant.search.names import places_of
from lhl_assistant.search.schema import Identity
from lhl_assistant.search.shared import near as nearest
from lhl_assistant.search.shared.connecting import READ_SECONDS, Connection, connected, pool
from lhl_assistant.search.shared.failures import WITHDRAWN, unavailable
from lhl_assistant.search.shared.migrating import check
from lhl_assistant.search.shared.words import Words
from lhl_assistant.sources.model import Kind, Original, Passage, Source, Status

BITS = 20
"""A passage's number is its source's, shifted by so many bits, and its place in the source."""

_KEPT_SOURCES, _KEPT_PASSAGES = 500, 5000
_REVISION = "select revision from lhl.library"
_LISTED = "select no, id, passages, issuer from lhl.source order by no"
_ORIGINALS = "select id, title, issuer, year, status, kind, url from lhl.original"
_SOURCES = """
select no, id, title, issuer, year, status, kind, url, checked, summary, text, pages, original from lhl.source
where no = any(%s)
"""
_PASSAGES = "select no, data from lhl.passage where no = any(%s)"
_OF_SOURCE = "select no, data from lhl.passage where source = %s"
_POINTS = "select passage, kind, item, vector from lhl.point where passage = any(%s) order by passage, kind, item"


@dataclass(frozen=True, slots=True)
class _Listed:
    """What is known of a source without its text."""

    no: int
    id: str
    passages: int
    places: frozenset[str]


class Shared:
    """The shared library as it is at each question; what is published in between is seen from the next one on."""

    def __init__(self, address: str, mark: Identity) -> None:
        """Connect to ``address`` (made whole by ``complete``). Raises LibraryUnavailable where that fails, or where the
        library is not of ``mark``.
        """
        self.identity = mark
        self._address = address
        with connected(address, READ_SECONDS) as connection:
            check(connection, mark)
        self._pool = pool(address, nearest.EFFORT)
        self._words = Words()
        self._revision = -1
        self._listed: Mapping[str, _Listed] = {}
        self._seen: dict[str, _Listed] = {}
        self._ids: dict[int, str] = {}
        self._sources: dict[int, Source] = {}
        self._passages: dict[int, Passage] = {}
        self._points: dict[int, Points] = {}
        self.originals: Mapping[str, Original] = {}
        try:
            with self._reading() as connection:
                self._renew(connection, connection.execute(_REVISION))
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the server."""
        self._pool.close(timeout=1.0)

    @property
    def lexicon(self) -> Lexicon:
        """The words of the library, as of the last question."""
        return self._words.lexicon

    @property
    def places(self) -> Mapping[str, frozenset[str]]:
        """For every source, the municipality or region that it is from."""
        return {id: listed.places for id, listed in self._listed.items()}

    @property
    def ranges(self) -> Mapping[str, tuple[int, int]]:
        """For every source, also one that has been seen and is withdrawn, its passages, as (first, after the last)."""
        return {id: (s.no << BITS, (s.no << BITS) + s.passages) for id, s in self._seen.items()}

    @property
    def sources(self) -> "Sources":
        """All sources by id; each is fetched when it is asked for."""
        return Sources(self)

    def listed(self) -> Mapping[str, _Listed]:
        """What is known of every source without its text, by id."""
        return self._listed

    def passage_count(self) -> int:
        """How many passages the library has."""
        return self._words.documents

    def near(self, asked: Asked, cut: Cut) -> Near:
        """The candidates' best, in one view of the library; their passages, sources and vectors are then at hand.

        Two journeys to the server: what is needed from the first is asked for together, and the rest likewise.
        """
        with self._reading() as connection:
            revision = connection.execute(_REVISION)
            looked = self._look(connection, asked)
            if self._renew(connection, revision):
                looked = self._look(connection, asked)
            found = nearest.near(looked, self._words, asked)
            best = found.at(cut(found))
            self._fetch(connection, best.numbers.tolist())
            return best

    def points(self, number: int) -> Points:
        """The vectors of a passage."""
        if number not in self._points:
            with self._reading() as connection:
                self._fetch(connection, [number])
        return self._points[number]

    def passage(self, number: int) -> tuple[str, Passage]:
        """Passage ``number`` with the id of its source. Raises LibraryUnavailable where it has been withdrawn."""
        if number not in self._passages:
            with self._reading() as connection:
                self._keep(connection.execute(_OF_SOURCE, (number >> BITS,)))
        if number not in self._passages:
            raise LibraryUnavailable(WITHDRAWN)
        return self._ids[number >> BITS], self._passages[number]

    def passages(self) -> list[tuple[str, Passage]]:
        """All passages in order, each with the id of its source."""
        with self._reading() as connection:
            rows = connection.execute("select no, data from lhl.passage order by no")
            return [(self._ids[int(no) >> BITS], codec.decode(str(data))) for no, data in rows]

    def read(self, wanted: list[int]) -> None:
        """Have the sources with these numbers at hand."""
        with self._reading() as connection:
            self._read(connection, wanted)

    def source(self, no: int) -> Source:
        """The source with this number. Raises KeyError where it has been withdrawn."""
        if no not in self._sources:
            self.read([no])
        return self._sources[no]

    def all_sources(self) -> Iterator[tuple[str, Source]]:
        """Every source with its id, as the library is now, fetched many at a time; none that goes meanwhile."""
        with self._reading() as connection:
            self._renew(connection, connection.execute(_REVISION))
        numbers = [listed.no for listed in self._listed.values()]
        for first in range(0, len(numbers), _KEPT_SOURCES):
            part = numbers[first : first + _KEPT_SOURCES]
            self.read(part)
            found = [self._sources[no] for no in part if no in self._sources]
            yield from ((source.id, source) for source in found)

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        """A connection with one unchanging view of the library. What fails is told as one sentence.

        Statements are sent when the first result of them is read, so that those that belong together travel together.
        """
        try:
            with self._pool.connection() as connection, connection.pipeline(), connection.transaction():
                yield connection
        except PoolTimeout as error:
            with connected(self._address):
                raise unavailable(error) from error
        except psycopg.Error as error:
            raise unavailable(error) from error

    def _look(self, connection: Connection, asked: Asked) -> Cursor[nearest.Row]:
        inside = None if asked.inside is None else [self._listed[i].no for i in asked.inside if i in self._listed]
        also = [self._listed[i].no for i in asked.also if i in self._listed]
        return nearest.look(connection, self._words, asked, inside, also)

    def _renew(self, connection: Connection, told: Cursor[nearest.Row]) -> bool:
        """Take in what has changed, where ``told`` has another revision than the one that is known; whether it had."""
        row = told.fetchone()
        revision = int(str(row[0])) if row else 0
        if revision == self._revision:
            return False
        sources, originals = connection.execute(_LISTED), connection.execute(_ORIGINALS)
        self._words.renew(connection, revision)
        listed = [_Listed(int(no), str(id), int(n), places_of(str(who))) for no, id, n, who in sources]
        self._listed = {s.id: s for s in listed}
        self._seen.update(self._listed)
        self._ids.update((s.no, s.id) for s in listed)
        self.originals = {
            str(id): Original(str(id), str(title), str(who), year, Status(status), Kind(kind), str(url))
            for id, title, who, year, status, kind, url in originals
        }
        self._revision = revision
        return True

    def _fetch(self, connection: Connection, numbers: list[int]) -> None:
        """Have these passages, their sources and their vectors at hand."""
        if len(self._passages) > _KEPT_PASSAGES:
            self._passages.clear()
            self._points.clear()
        passages = connection.execute(_PASSAGES, ([n for n in numbers if n not in self._passages],))
        points = connection.execute(_POINTS, ([n for n in numbers if n not in self._points],), binary=True)
        self._read(connection, list({n >> BITS for n in numbers}))
        self._keep(passages)
        of: dict[int, list[tuple[int, int, np.ndarray]]] = {}
        for passage, kind, item, vector in points:
            of.setdefault(int(passage), []).append((int(kind), int(item), vector.to_numpy()))
        for number, found in of.items():
            kinds, items, vectors = zip(*found, strict=True)
            self._points[number] = Points(
                np.array(kinds, np.uint8), np.array(items, np.int32), np.stack(vectors).astype(np.float32)
            )

    def _keep(self, rows: Cursor[nearest.Row]) -> None:
        for no, data in rows:
            self._passages[int(str(no))] = codec.decode(str(data))

    def _read(self, connection: Connection, wanted: list[int]) -> None:
        missing = [no for no in wanted if no not in self._sources]
        if len(self._sources) + len(missing) > _KEPT_SOURCES:
            self._sources.clear()
            missing = wanted
        for no, *row in connection.execute(_SOURCES, (missing,)):
            self._sources[int(no)] = codec.source(row)


class Sources(Mapping[str, Source]):
    """The sources of a shared library by id."""

    def __init__(self, library: Shared) -> None:
        self._library = library

    def __getitem__(self, id: str) -> Source:
        return self._library.source(self._library.listed()[id].no)

    def __contains__(self, id: object) -> bool:
        return id in self._library.listed()

    def __iter__(self) -> Iterator[str]:
        return iter(self._library.listed())

    def __len__(self) -> int:
        return len(self._library.listed())

    def values(self) -> "_Values":
        """The sources, fetched many at a time."""
        return _Values(self)

    def items(self) -> "_Items":
        """The sources with their ids, fetched many at a time."""
        return _Items(self)

    def all(self) -> Iterator[tuple[str, Source]]:
        """What ``items`` goes through."""
        return self._library.all_sources()


class _Values(ValuesView[Source]):
    _mapping: Sources

    def __iter__(self) -> Iterator[Source]:
        return (source for _, source in self._mapping.all())


class _Items(ItemsView[str, Source]):
    _mapping: Sources

    def __iter__(self) -> Iterator[tuple[str, Source]]:
        return self._mapping.all()
