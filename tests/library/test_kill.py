"""Writers that are killed while others read; ``benchmarks.kill_library`` does it two hundred times."""

from pathlib import Path

from benchmarks.kill_library import run


def test_a_killed_writer_leaves_all_as_before_or_as_after_and_readers_never_notice(tmp_path: Path) -> None:
    result = run(tmp_path, 2, 20261122, readers=1)
    assert result.good, result
    assert result.counts.total() >= 2
