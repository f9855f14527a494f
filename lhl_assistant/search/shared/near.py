"""The passages of a shared library that may answer a question, found and measured by the server.

Candidates are the points nearest in meaning (HNSW, for each of the question's vectors) and the passages that have its
rarest words (GIN). What is then measured of each is exact: every cosine, and BM25 from the stored statistics.
"""

from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt
from pgvector import HalfVector

from lhl_assistant.embedding.engine import Vector
from lhl_assistant.search import meaning
from lhl_assistant.search.library import Asked, Near
from lhl_assistant.search.points import PointKind
from lhl_assistant.search.shared.connecting import Connection
from lhl_assistant.search.shared.words import Words, query

POINTS = 200
"""How many of the nearest points to each vector of the question make their passages candidates."""

EFFORT = 400
"""How many points the index keeps in view while it looks for the nearest (``hnsw.ef_search``)."""

PASSAGES = 150
"""How many passages with the question's words are candidates."""

POSTINGS = 5000
"""About how many passages are looked at for the question's words, the rarest words first."""

_K1, _B = 1.2, 0.75

_NEAREST = """
select passage from lhl.point where %(inside)s::bigint[] is null or source = any(%(inside)s)
order by vector operator(public.<#>) %(vector)s limit %(count)s
"""
_WORDY = """
with term as materialized (
    select * from unnest(%(groups)s::int[], %(queries)s::tsquery[], %(weights)s::float8[]) as t (part, query, weight)
)
select p.no
from lhl.passage p
where p.terms @@ %(query)s::tsquery and (%(inside)s::bigint[] is null or p.source = any(%(inside)s))
order by (
    select sum(best) from (
        select max(t.weight) as best from term t where p.terms @@ t.query group by t.part
    ) as b
) / (1 + %(k1)s * (1 - %(b)s + %(b)s * p.length / %(mean)s)) desc
limit %(count)s
"""
_SHARES = """
with term as materialized (
    select * from unnest(%(groups)s::int[], %(terms)s::text[], %(weights)s::float8[]) as t (part, term, weight)
), had as (
    select p.no, t.part, max(t.weight * tf / (tf + %(k1)s * (1 - %(b)s + %(b)s * p.length / %(mean)s))) as best
    from lhl.passage p
    cross join lateral unnest(p.terms) as w (lexeme, positions, marks)
    join term t on t.term = w.lexeme
    cross join lateral (select cardinality(w.positions)::float8 as tf) as counted
    where p.no = any(%(numbers)s)
    group by p.no, t.part
)
select no, sum(best) from had group by no
"""
_POINTS = """
select passage, kind, item, {} from lhl.point where passage = any(%(numbers)s)
"""


def near(connection: Connection, words: Words, asked: Asked, inside: Sequence[int] | None, also: Sequence[int]) -> Near:
    """The candidates among the sources ``inside`` (None: all) and of the sources ``also``, with their exact signals.

    Inside one transaction.
    """
    vectors = list(_vectors(asked))
    said = _said(words, asked)
    numbers = set(_nearest(connection, vectors, inside))
    if also and (inside is None or set(also) & set(inside)):
        numbers.update(_nearest(connection, vectors[:1], [no for no in also if inside is None or no in inside]))
        numbers.update(_wordy(connection, words, said, also))
    numbers.update(_wordy(connection, words, said, inside))
    found = np.array(sorted(numbers), np.int64)
    return _measured(connection, vectors, asked, found, _shares(connection, words, asked, said, found))


def _vectors(asked: Asked) -> Iterator[Vector]:
    for spoken in (asked.spoken, asked.turned):
        if spoken is not None:
            yield spoken.asked
            if spoken.wider is not spoken.asked:
                yield spoken.wider


def _nearest(connection: Connection, vectors: Sequence[Vector], inside: Sequence[int] | None) -> Iterator[int]:
    for vector in vectors:
        values = {"vector": HalfVector(vector), "inside": inside, "count": POINTS}
        for (passage,) in connection.execute(_NEAREST, values):
            yield int(passage)


def _said(words: Words, asked: Asked) -> dict[str, object]:
    """The question's terms that the library has, each with its word's place and its weight in BM25."""
    lexicon = words.lexicon
    known = [
        (part, term, weight * lexicon.rarity(term))
        for part, group in enumerate(asked.groups)
        for term, weight in group.terms
        if lexicon.knows(term)
    ]
    groups, terms, weights = zip(*known, strict=True) if known else ((), (), ())
    return {
        "groups": list(groups),
        "terms": list(terms),
        "queries": [query([t]) for t in terms],
        "weights": list(weights),
        "k1": _K1,
        "b": _B,
        "mean": words.mean_length,
    }


def _wordy(
    connection: Connection, words: Words, said: dict[str, object], inside: Sequence[int] | None
) -> Iterator[int]:
    rare = _rarest(words, said)
    if not rare:
        return
    values = {**said, "query": query(rare), "inside": inside, "count": PASSAGES}
    for (number,) in connection.execute(_WORDY, values):
        yield int(number)


def _rarest(words: Words, said: dict[str, object]) -> list[str]:
    """The rarest terms, as many as about POSTINGS passages have; at least one."""
    frequency, found, passages = words.lexicon.frequency, list[str](), 0
    terms: list[str] = list(dict.fromkeys(said["terms"]))  # type: ignore[call-overload]
    for term in sorted(terms, key=lambda t: frequency[t]):
        passages += frequency[term]
        if found and passages > POSTINGS:
            break
        found.append(term)
    return found


def _shares(
    connection: Connection, words: Words, asked: Asked, said: dict[str, object], numbers: npt.NDArray[np.int64]
) -> npt.NDArray[np.float32]:
    """How well the passages have the question's words: 0 for none, 1 for all of them."""
    shares = np.zeros(len(numbers), np.float32)
    if said["terms"] and len(numbers):
        for number, found in connection.execute(_SHARES, {**said, "numbers": numbers.tolist()}):
            shares[np.searchsorted(numbers, int(number))] = float(found)
    total = sum(words.lexicon.weight(g) for g in asked.groups)
    least: npt.NDArray[np.float32] = np.minimum(shares / np.float32(total or 1.0), np.float32(1.0))
    return least


def _measured(
    connection: Connection,
    vectors: Sequence[Vector],
    asked: Asked,
    numbers: npt.NDArray[np.int64],
    shares: npt.NDArray[np.float32],
) -> Near:
    columns = ", ".join(f"-(vector operator(public.<#>) %(v{i})s)" for i in range(len(vectors)))
    values = {f"v{i}": HalfVector(v) for i, v in enumerate(vectors)}
    rows = connection.execute(_POINTS.format(columns).encode(), {**values, "numbers": numbers.tolist()}).fetchall()
    table = np.array(rows, np.float64).reshape(len(rows), 3 + len(vectors))
    owners = np.searchsorted(numbers, table[:, 0].astype(np.int64))
    kinds, items = table[:, 1].astype(np.int64), table[:, 2].astype(np.int32)
    questioned = np.zeros(len(numbers), np.bool_)
    questioned[owners[kinds == PointKind.QUESTION]] = True
    seen = iter(table[:, 3:].T.astype(np.float32))

    def compared() -> meaning.Compared:
        cosines = next(seen)
        falling = np.argsort(-cosines, kind="stable")
        return meaning.Compared(owners[falling], kinds[falling], items[falling], cosines[falling])

    def of(spoken: meaning.Spoken, least: float) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.int32]]:
        first = compared()
        wider = compared() if spoken.wider is not spoken.asked else None
        return meaning.cosines(first, wider, questioned, least)

    cosines, best = of(asked.spoken, meaning.PLAIN[0])
    turned = of(asked.turned, meaning.TURNED[0])[0] if asked.turned else None
    return Near(numbers, shares, cosines, turned, best)
