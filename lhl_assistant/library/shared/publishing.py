"""Sources into a shared library: prepared here, then put there in one transaction."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass, replace

import psycopg
from pgvector import HalfVector
from pgvector.psycopg import register_vector

from lhl_assistant.embedding.engine import Engine, Vector
from lhl_assistant.errors import LibraryUnavailable
from lhl_assistant.said import Said
from lhl_assistant.search import codec
from lhl_assistant.search.build import Progress
from lhl_assistant.search.points import Point, PointKind, points
from lhl_assistant.search.shared.connecting import Connection
from lhl_assistant.search.shared.failures import unavailable
from lhl_assistant.search.shared.opened import BITS
from lhl_assistant.search.shared.words import Words, lexemes, vocabulary
from lhl_assistant.sources.kinds import UNKNOWN_ISSUER
from lhl_assistant.sources.model import Original, Passage, Source
from lhl_assistant.sources.passages import passages

_HASH = re.compile(r"-[0-9a-f]{6}$")
_SOURCE = """
insert into lhl.source (id, scope, municipality, name, title, issuer, year, status, kind, url, checked, summary, text,
    pages, original, passages) values (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s) returning no
"""
_POINT = "insert into lhl.point (source, passage, scope, kind, item, vector) values (%s, %s, %s, %s, %s, %s)"
_PASSAGES = """
insert into lhl.passage (no, source, scope, data, terms, length)
select no, source, scope, data, terms::tsvector, length
from unnest(%s::bigint[], %s::bigint[], %s::text[], %s::text[], %s::text[], %s::int[])
    as t (no, source, scope, data, terms, length)
"""
_ROWS = 10_000
_BEFORE = """
select no from lhl.source where municipality = %(own)s and (scope = %(scope)s or %(scope)s = '')
    and (id = %(id)s or name = %(name)s and id <> all(%(kept)s))
"""
_ORIGINAL = """
insert into lhl.original (id, title, issuer, year, status, kind, url, municipality)
values (%s, %s, %s, %s, %s, %s, %s, %s) on conflict do nothing
"""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A source ready to be put in: its passages and its points, each with its vector.

    ``name`` stays the same when the document changes, so that a new version finds the old one.
    """

    source: Source
    name: str
    passages: Sequence[Passage]
    points: Sequence[tuple[Point, Vector]]


@dataclass(frozen=True, slots=True)
class Into:
    """Whose sources these are, who sees them ("" for all, else the municipality), and the ids that stay."""

    municipality: str
    scope: str
    kept: Collection[str] = ()


@dataclass(frozen=True, slots=True)
class Published:
    """How many sources were put in, and how many were there already as they are."""

    new: int
    same: int


def prepare(
    source: Source, engine: Engine, known: Mapping[bytes, Vector] | None = None, name: str | None = None
) -> Prepared:
    """Split ``source`` and give each point its vector, from ``known`` by its text's digest where it is there."""
    kept = known or {}
    found = list(passages(source.text, source.title))
    todo = list(points(source, found, 0))
    missing = {p.digest(): p for p in todo if p.digest() not in kept}
    texts = [p for p in missing.values() if p.kind != PointKind.QUESTION]
    vectors = dict(zip((p.digest() for p in texts), engine.passages([p.text for p in texts]), strict=True))
    vectors |= {d: engine.query(p.text) for d, p in missing.items() if p.kind == PointKind.QUESTION}
    vectors |= {p.digest(): kept[p.digest()] for p in todo if p.digest() in kept}
    return Prepared(source, name or _HASH.sub("", source.id), found, [(p, vectors[p.digest()]) for p in todo])


def municipality(connection: Connection) -> str:
    """Whose sources the login may put in. Raises LibraryUnavailable for one that is no member."""
    row = connection.execute("select lhl.mine()").fetchone()
    if row is None or row[0] is None:
        raise LibraryUnavailable(
            Said(
                "Du er ikke med i den felles samlingen. Be den som eier den om å legge deg til.",
                "Du er ikkje med i den felles samlinga. Be den som eig ho om å leggje deg til.",
            )
        )
    return str(row[0])


def publish(
    connection: Connection,
    prepared: Sequence[Prepared],
    originals: Sequence[Original] = (),
    draft: bool = False,
    kept: Collection[str] = (),
    progress: Progress | None = None,
) -> Published:
    """Put ``prepared`` in, all of it or nothing; readers see the library as it was until all is there.

    A source takes the place of an earlier version from the same municipality, and of its draft: what has the same name,
    unless its id is among ``kept``, which the publisher still has. One that is there with the same text is left.
    Raises LibraryUnavailable; nothing is then changed.
    """
    try:
        register_vector(connection)
        own = municipality(connection)
        with connection.transaction():
            return put(connection, prepared, Into(own, own if draft else "", kept), originals, progress)
    except psycopg.Error as error:
        raise unavailable(error) from error


def put(
    connection: Connection,
    prepared: Sequence[Prepared],
    into: Into,
    originals: Sequence[Original] = (),
    progress: Progress | None = None,
) -> Published:
    """What ``publish`` does, inside the caller's transaction. Raises psycopg.Error.

    The counting of words, which only one at a time can do, comes last.
    """
    with connection.cursor() as cursor:
        cursor.executemany(_ORIGINAL, [(*astuple(o), into.municipality) for o in originals])
    prepared = [_issued(p, into.municipality) for p in prepared]
    fresh = [p for p in prepared if not _there(connection, p.source, into.scope)]
    words = _words(connection)
    known = vocabulary([text for p in fresh for text in _texts(p)], words.stems)
    placed: list[tuple[int, Prepared]] = []
    old: list[int] = []
    for done, p in enumerate(fresh, start=1):
        old += _before(connection, p, into, [q.source.id for q in prepared])
        placed.append((_insert(connection, p, into), p))
        if progress is not None:
            progress(done, len(fresh))
    connection.execute("delete from lhl.source where no = any(%s)", (old,))
    rows = [row for no, p in placed for row in _passage_rows(no, p, into.scope, known)]
    for at in range(0, len(rows), _ROWS):
        part = rows[at : at + _ROWS]
        connection.execute(_PASSAGES, [list(column) for column in zip(*part, strict=True)])
    return Published(len(fresh), len(prepared) - len(fresh))


def _issued(p: Prepared, municipality: str) -> Prepared:
    """A source that says nothing of its issuer has its publisher's name: to others it is no own source."""
    return replace(p, source=replace(p.source, issuer=municipality)) if p.source.issuer == UNKNOWN_ISSUER else p


def _there(connection: Connection, source: Source, scope: str) -> bool:
    """Whether the same source is there as it is, from whichever municipality."""
    row = connection.execute(
        "select title, issuer, year, status, kind, url, text from lhl.source where id = %s and scope = %s",
        (source.id, scope),
    ).fetchone()
    s = source
    return row is not None and row == (s.title, s.issuer, s.year, s.status.value, s.kind.value, s.url, s.text)


def _words(connection: Connection) -> Words:
    words = Words()
    row = connection.execute("select revision from lhl.library").fetchone()
    words.renew(connection, int(row[0]) if row else 0)
    return words


def _before(connection: Connection, p: Prepared, into: Into, others: Sequence[str]) -> list[int]:
    """The numbers of the sources that ``p`` takes the place of."""
    values = {"own": into.municipality, "scope": into.scope, "id": p.source.id, "name": p.name}
    rows = connection.execute(_BEFORE, {**values, "kept": [*into.kept, *others]})
    return [int(no) for (no,) in rows]


def _insert(connection: Connection, p: Prepared, into: Into) -> int:
    id, *fields = codec.row(p.source)
    row = connection.execute(
        _SOURCE, (id, into.scope, into.municipality, p.name, *fields[:7], bool(fields[7]), *fields[8:], len(p.passages))
    ).fetchone()
    no = int(row[0]) if row else 0
    with connection.cursor() as cursor:
        cursor.executemany(
            _POINT,
            [
                (no, (no << BITS) + point.passage, into.scope, int(point.kind), point.item, HalfVector(vector))
                for point, vector in p.points
            ],
        )
    return no


def _texts(p: Prepared) -> list[str]:
    return [" ".join([passage.embedding_text(p.source.text), *passage.questions]) for passage in p.passages]


def _passage_rows(no: int, p: Prepared, scope: str, known: frozenset[str]) -> Iterator[tuple[object, ...]]:
    for item, (passage, text) in enumerate(zip(p.passages, _texts(p), strict=True)):
        terms, length = lexemes(text, known)
        yield (no << BITS) + item, no, scope, codec.encode(passage), terms, length
