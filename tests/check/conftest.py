"""The two example plans, read and checked once."""

from pathlib import Path

import pytest
import yaml

from lhl_assistant.embedding.engine import Engine
from lhl_assistant.plan.check.check import check_file
from lhl_assistant.plan.check.model import Checked
from lhl_assistant.search.rank import Searcher
from tests.check.plans import Laid, balsfjord, lesja


@pytest.fixture(scope="session")
def opened(searcher: Searcher) -> Searcher:
    """The bundled library."""
    return searcher


@pytest.fixture(scope="module", params=["balsfjord-2021", "lesja-2021"])
def example(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, opened: Searcher, engine: Engine
) -> tuple[dict[str, object], Checked, Laid]:
    """A plan's key, what the check finds in it as a Word file, and the plan."""
    laid = balsfjord() if request.param == "balsfjord-2021" else lesja()
    file = laid.write(tmp_path_factory.mktemp("planer") / f"{request.param}.docx")
    key = yaml.safe_load((Path(__file__).parent / f"key_{request.param}.yaml").read_text(encoding="utf-8"))
    return key, check_file(file, opened, engine), laid
