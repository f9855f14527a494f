"""The bundled library together with a planner's own, and a model folder that sentence-transformers loads."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from lhl_assistant.embedding.engine import Engine
from lhl_assistant.language import concepts
from lhl_assistant.reform.model import Reform
from lhl_assistant.search.build import build
from lhl_assistant.search.libraries import LIBRARIES, Layout, open_libraries
from lhl_assistant.search.rank import Searcher
from lhl_assistant.search.schema import identity
from tests.conftest import INDEX, KNOWLEDGE
from tests.search.material import BUS, CHOIR, KITCHEN, material


@pytest.fixture(scope="module")
def both(engine: Engine, reform: Reform, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Searcher]:
    at = Layout(INDEX, tmp_path_factory.mktemp("egne"), None)
    build(at.path("egne"), material(buss=BUS, mat=KITCHEN, kor=CHOIR), engine)
    with ExitStack() as stack:
        libraries = open_libraries(stack, LIBRARIES, at, identity(engine))
        yield Searcher(libraries, engine, reform, concepts.load(KNOWLEDGE / "begreper.yaml"))


@pytest.fixture(scope="session")
def model_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from lhl_assistant.embedding.dequantise import write_folder
    from lhl_assistant.embedding.weights_file import find_weights, read_weights

    folder = tmp_path_factory.mktemp("modell") / "e5"
    write_folder(read_weights(find_weights()), folder)
    return folder
