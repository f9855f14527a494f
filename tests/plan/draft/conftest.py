"""What drafting works with, opened once."""

from collections.abc import Iterator

import pytest

from lhl_assistant import places
from lhl_assistant.embedding.choose import load_engine
from lhl_assistant.library.opening import searcher
from lhl_assistant.plan.draft import templates
from lhl_assistant.plan.draft.write import Desk
from lhl_assistant.plan.sorting.sorter import Sorter


@pytest.fixture(scope="module")
def desk() -> Iterator[Desk]:
    with searcher("medfølgende") as opened:
        yield Desk(opened, templates.load(places.bundled("knowledge")), Sorter(load_engine()))
