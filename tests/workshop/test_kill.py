"""What was shown is on the disk; ``benchmarks.kill_workshop`` kills a hundred times."""

from pathlib import Path

from benchmarks.kill_workshop import run


def test_nothing_that_was_shown_is_missing(tmp_path: Path) -> None:
    result = run(tmp_path, 3, 20261122)
    assert result.kills == 3
    assert result.good, result
