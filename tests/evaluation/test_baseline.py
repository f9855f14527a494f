"""Quality does not fall below what was committed. ``python -m tests.evaluation`` tells the whole."""

from pathlib import Path

from lhl_assistant.search.rank import Searcher
from tests.conftest import SHARED
from tests.evaluation import baseline, figures, libraries, sets
from tests.evaluation.outcomes import run


def test_quality_over_the_bundled_knowledge_holds(searcher: Searcher) -> None:
    outcomes = run(searcher, sets.committed())
    assert outcomes.faithful == (1.0,) * len(outcomes.faithful)
    assert baseline.losses(baseline.read()["bundled"], figures.every(outcomes)) == []


def test_quality_over_the_originals_holds(shared_sources: Path) -> None:
    with libraries.own(shared_sources) as searcher:
        outcomes = run(searcher, sets.shared(SHARED / "questions"))
    assert outcomes.faithful == (1.0,) * len(outcomes.faithful)
    assert baseline.losses(baseline.read()["originals"], figures.every(outcomes)) == []
