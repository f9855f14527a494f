"""A build that is killed leaves the old index or the new one; ``benchmarks.kill_build`` does it fifty times."""

from pathlib import Path

from benchmarks.kill_build import run
from lhl_assistant.embedding.engine import Engine
from lhl_assistant.reform.model import Reform


def test_a_killed_build_leaves_the_old_index_or_the_new(tmp_path: Path, engine: Engine, reform: Reform) -> None:
    result = run(tmp_path, 4, 20261122, engine, reform)
    assert result.good, result
    assert result.counts.total() == 4
