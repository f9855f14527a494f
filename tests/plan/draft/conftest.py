"""What drafting works with, opened once."""

import pytest

from lhl_assistant.embedding.engine import Engine
from lhl_assistant.plan.draft import templates
from lhl_assistant.plan.draft.write import Desk
from lhl_assistant.plan.sorting.sorter import Sorter
from lhl_assistant.search.rank import Searcher
from tests.conftest import KNOWLEDGE


@pytest.fixture(scope="session")
def desk(searcher: Searcher, engine: Engine) -> Desk:
    return Desk(searcher, templates.load(KNOWLEDGE), Sorter(engine))
