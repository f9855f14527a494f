"""What the server finds for a question: the nearest in meaning, and the words as they are counted."""

import numpy as np
import psycopg
import pytest

from lhl_assistant.embedding.engine import Engine
from lhl_assistant.search.library import Asked, Near
from lhl_assistant.search.meaning import Spoken
from lhl_assistant.search.query import Group
from lhl_assistant.search.rank import Searcher
from lhl_assistant.search.schema import identity
from lhl_assistant.search.shared.connecting import complete
from lhl_assistant.search.shared.near import PASSAGES, levels
from lhl_assistant.search.shared.opened import Shared
from lhl_assistant.search.snapshot import Snapshot
from tests.shared.server import Server


def test_the_nearest_in_meaning_are_found_without_a_word_of_the_question(
    library: Server, engine: Engine, searcher: Searcher
) -> None:
    ((_, local),) = searcher.libraries
    assert isinstance(local, Snapshot)
    vector = engine.query("Hun er så alene om kveldene")
    cosines = np.sort(local.vectors @ vector)[::-1]
    asked = Asked([], Spoken(vector, vector), None, None, frozenset())

    def cut(near: Near) -> np.ndarray:
        return np.argsort(-near.cosines.max(axis=0))[:10]

    with Shared(complete(library.address("lesja_leser")), identity(engine)) as shared:
        found = shared.near(asked, cut)
    assert found.cosines.max() == pytest.approx(float(cosines[0]), abs=1e-3)
    assert found.cosines.max(axis=0).min() >= float(cosines[50]) - 1e-3


def test_terms_are_counted_as_often_as_they_occur(library: Server) -> None:
    counted = library.run(
        """
        select n, lhl.occurrences(format('buss:%s kor:1', string_agg(at || marks[at % 2 + 1], ','))::tsvector, 'buss')
        from generate_series(1, 255) n, generate_series(1, n) at, (values (array['A', 'D'])) as m (marks)
        group by n
        """
    )
    assert len(counted) == 255
    assert all(often == found for often, found in counted)


def test_each_level_lets_in_more_until_all_that_have_a_word(library: Server, engine: Engine) -> None:
    groups = [Group(w, ((w, 1.0),)) for w in ("kommun", "eld", "måltid", "frivill", "transport", "plan", "bolig")]
    with Shared(complete(library.address("lesja_leser")), identity(engine)) as shared:
        found = levels(shared.lexicon, groups)
    with psycopg.connect(library.admin) as connection:
        counts = [
            connection.execute("select count(*) from lhl.passage where terms @@ %s::tsquery", (level,)).fetchone()
            for level in found
        ]
    seen = [row[0] for row in counts if row]
    assert seen == sorted(seen)
    assert len(seen) > 2
    assert seen[0] < PASSAGES < seen[-1]
