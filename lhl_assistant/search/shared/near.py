"""The passages of a shared library that may answer a question, found and measured by the server in one statement.

Candidates are the points nearest in meaning (HNSW, for each of the question's vectors) and the passages that have most
of its words (GIN). What is then measured of each is exact: every cosine, and BM25 from the stored statistics.
"""

from collections.abc import Iterator, Sequence
from itertools import product

import numpy as np
import numpy.typing as npt
from pgvector import HalfVector
from psycopg import Cursor

from lhl_assistant.embedding.engine import Vector
from lhl_assistant.search import meaning
from lhl_assistant.search.lexical import Lexicon
from lhl_assistant.search.library import Asked, Near
from lhl_assistant.search.points import PointKind
from lhl_assistant.search.query import Group
from lhl_assistant.search.shared.connecting import Connection
from lhl_assistant.search.shared.words import Words, query

POINTS = 200
"""How many of the nearest points to each vector of the question make their passages candidates."""

EFFORT = 400
"""How many points the index keeps in view while it looks for the nearest (``hnsw.ef_search``)."""

PASSAGES = 150
"""How many passages with the question's words are candidates."""

_K1, _B = 1.2, 0.75
_WEIGHTIEST = 6
_WIDER, _WORTH, _SLACK = 3.0, 0.35, 1e-6
_Heavy = tuple[float, float, tuple[str, ...]]
_NEAR = """
select passage, share, kind, item, first, second, third, fourth from lhl.near(
    %(vectors)s::public.halfvec[], %(levels)s::tsquery[], %(parts)s::int[], %(terms)s::tsquery[], %(weights)s::float8[],
    %(k1)s, %(b)s, %(mean)s, %(inside)s::bigint[], %(also)s::bigint[], %(points)s, %(passages)s
)
"""


Row = tuple[object, ...]


def look(
    connection: Connection, words: Words, asked: Asked, inside: Sequence[int] | None, also: Sequence[int]
) -> Cursor[Row]:
    """Ask for the candidates among the sources ``inside`` (None: all) and of the sources ``also``."""
    terms = list(_terms(words, asked.groups))
    values = {
        "vectors": [HalfVector(v) for v in _vectors(asked)],
        "levels": levels(words.lexicon, asked.groups),
        "parts": [part for part, _, _ in terms],
        "terms": [query([term]) for _, term, _ in terms],
        "weights": [weight for _, _, weight in terms],
        "k1": _K1,
        "b": _B,
        "mean": words.mean_length,
        "inside": None if inside is None else list(inside),
        "also": list(also),
        "points": POINTS,
        "passages": PASSAGES,
    }
    return connection.execute(_NEAR, values, binary=True)


def near(found: Cursor[Row], words: Words, asked: Asked) -> Near:
    """The candidates that ``look`` found, with their exact signals."""
    readings = len(list(_vectors(asked)))
    rows = [row[: 4 + readings] for row in found.fetchall()]
    table = np.array(rows, np.float64).reshape(len(rows), 4 + readings)
    return _measured(table, asked, sum(words.lexicon.weight(g) for g in asked.groups))


def levels(lexicon: Lexicon, groups: Sequence[Group]) -> list[str]:
    """Queries for the passages that have most of the question's words by weight, the strictest first.

    The first is the strictest that a hundredth of ``PASSAGES`` would match, were the words independent of each other;
    the words of a question mostly keep company, so more do. Each next lets in a few times as many.
    """
    heavy = sorted(_weighed(lexicon, groups), reverse=True)[:_WEIGHTIEST]
    found: list[str] = []
    expected, last = 0.0, 0.0
    for least, chance in sorted(
        (_having(heavy, which) for which in product((True, False), repeat=len(heavy))), reverse=True
    ):
        expected += lexicon.documents * chance
        if least > 0 and expected >= max(PASSAGES / 100, _WIDER * last):
            found.append(_at_least(heavy, least - _SLACK))
            last = expected
    loosest = query([term for group in groups for term, _ in group.terms if lexicon.knows(term)])
    return [*found, loosest] if loosest else found


def _weighed(lexicon: Lexicon, groups: Sequence[Group]) -> Iterator[_Heavy]:
    """For each word that the library has: its weight, how large a share of the passages has it, and its terms.

    A common synonym of a rare word weighs little and is in many passages: those below ``_WORTH`` of the weightiest are
    not looked for, though they count. At a million passages that halves the time, and finds as many of the best.
    """
    for group in groups:
        known = {term: weight * lexicon.rarity(term) for term, weight in group.terms if lexicon.knows(term)}
        if known:
            most = max(known.values())
            terms = tuple(t for t, w in known.items() if w >= most * _WORTH)
            share = min(1.0, sum(lexicon.frequency[t] for t in terms) / max(1, lexicon.documents))
            yield most, share, terms


def _having(heavy: Sequence[_Heavy], which: Sequence[bool]) -> tuple[float, float]:
    """What these of the words weigh together, and the chance that a passage has them and no others."""
    weight, chance = 0.0, 1.0
    for (own, share, _), has in zip(heavy, which, strict=True):
        weight += own if has else 0.0
        chance *= share if has else 1.0 - share
    return weight, chance


def _at_least(heavy: Sequence[_Heavy], least: float) -> str:
    """A tsquery for passages whose words weigh ``least`` or more together; "" where they cannot."""
    if sum(weight for weight, _, _ in heavy) < least:
        return ""
    (weight, _, terms), rest = heavy[0], heavy[1:]
    own = f"({query(terms)})"
    with_it = own if weight >= least else f"{own} & ({_at_least(rest, least - weight)})"
    without = _at_least(rest, least)
    return f"{with_it} | {without}" if without else with_it


def _vectors(asked: Asked) -> Iterator[Vector]:
    for spoken in (asked.spoken, asked.turned):
        if spoken is not None:
            yield spoken.asked
            if spoken.wider is not spoken.asked:
                yield spoken.wider


def _terms(words: Words, groups: Sequence[Group]) -> Iterator[tuple[int, str, float]]:
    """The question's terms that the library has, each with its word's place and its weight in BM25."""
    for part, group in enumerate(groups):
        for term, weight in group.terms:
            if words.lexicon.knows(term):
                yield part, term, weight * words.lexicon.rarity(term)


def _measured(table: npt.NDArray[np.float64], asked: Asked, whole: float) -> Near:
    """The points' rows as signals of their passages; ``whole`` is what having all the question's words would give."""
    numbers, first, owners = np.unique(table[:, 0].astype(np.int64), return_index=True, return_inverse=True)
    shares: npt.NDArray[np.float32] = np.minimum(table[first, 1] / (whole or 1.0), 1.0).astype(np.float32)
    kinds, items = table[:, 2].astype(np.int64), table[:, 3].astype(np.int32)
    questioned = np.zeros(len(numbers), np.bool_)
    questioned[owners[kinds == PointKind.QUESTION]] = True
    seen = iter(table[:, 4:].T.astype(np.float32))

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
