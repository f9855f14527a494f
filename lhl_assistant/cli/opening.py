"""The libraries opened to be asked, with a bar where one of an older version is made anew first."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from lhl_assistant.cli.progress import progress
from lhl_assistant.library.opening import Where, searcher
from lhl_assistant.said import Said
from lhl_assistant.search.rank import Searcher

_RENEWING = Said("Lager indeksen på nytt", "Lagar indeksen på nytt")


@contextmanager
def opening(where: Where = "alle") -> Iterator[Searcher]:
    """A searcher over ``where``; the bar is gone when it is given. Raises as ``searcher``."""
    with ExitStack() as stack:
        with progress(_RENEWING) as (step,):
            searching = stack.enter_context(searcher(where, step))
        yield searching
