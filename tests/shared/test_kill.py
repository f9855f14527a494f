"""The short form of ``python -m benchmarks.shared_kill``."""

from benchmarks.shared_kill import READERS, run
from lhl_assistant.search.rank import Searcher
from tests.shared.server import Server


def test_a_killed_server_loses_nothing_and_shows_nothing_half(library: Server, searcher: Searcher) -> None:
    result = run(library, searcher, kills=1, up_seconds=0.6)
    library.run("delete from lhl.source where name like 'buss-_'")
    assert result.faults == []
    assert result.recovered == READERS
    assert result.publications
