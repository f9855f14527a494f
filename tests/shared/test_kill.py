"""The short form of ``python -m benchmarks.shared_kill``."""

from benchmarks.shared_kill import READERS, run


def test_a_killed_server_loses_nothing_and_shows_nothing_half() -> None:
    result = run(1)
    assert result.faults == []
    assert result.recovered == READERS
    assert result.publications
