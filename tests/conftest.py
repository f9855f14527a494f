"""What many tests share: the real engine, the committed index, and a planner's own empty data folder."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from lhl_assistant.embedding.choose import load_engine
from lhl_assistant.embedding.engine import Engine
from lhl_assistant.language import concepts
from lhl_assistant.reform.load import load
from lhl_assistant.reform.model import Reform
from lhl_assistant.search.libraries import Layout, open_libraries
from lhl_assistant.search.rank import Searcher
from lhl_assistant.search.schema import identity
from tests.remembering import Remembering
from tests.warm import Warm

if "PYTEST_XDIST_WORKER" in os.environ:
    os.environ.setdefault(
        "OMP_NUM_THREADS", "1"
    )  # the workers share the cores: a second thread each costs half as much again

ROOT = Path(__file__).resolve().parent.parent
KNOWLEDGE = ROOT / "knowledge"
INDEX = ROOT / "index"
SHARED = ROOT.parent / "shared"

Lhl = Callable[..., subprocess.CompletedProcess[str]]


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Each worker has a half of the tests in their order, so that what a module prepares is prepared once; the one that
    is done first takes over from the other."""
    from xdist.scheduler import WorkStealingScheduling

    return WorkStealingScheduling(config, log) if config.getoption("dist") == "load" else None


@pytest.fixture(scope="session")
def engine() -> Engine:
    """The light engine, which embeds each text once: many tests say the same."""
    return Remembering(load_engine())


@pytest.fixture(scope="session")
def reform() -> Reform:
    return load(KNOWLEDGE / "reform.yaml")


@pytest.fixture(scope="session")
def searcher(engine: Engine, reform: Reform, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Searcher]:
    """The bundled library alone, as a planner has it on the first day."""
    at = Layout(INDEX, tmp_path_factory.mktemp("home"), None)
    with ExitStack() as stack:
        libraries = open_libraries(stack, ["medfølgende"], at, identity(engine))
        yield Searcher(libraries, engine, reform, concepts.load(KNOWLEDGE / "begreper.yaml"))


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "hjem"


@pytest.fixture(scope="session")
def warm() -> Iterator[Warm | None]:
    """What starts commands faster, where the system can fork."""
    if sys.platform != "linux":
        yield None
        return
    started = Warm()
    yield started
    started.close()


@pytest.fixture
def lhl(home: Path, warm: Warm | None) -> Lhl:
    """The command as a planner runs it, in a process of its own with its own data folder."""

    def run(
        *args: str, env: dict[str, str] | None = None, input: str | None = None
    ) -> subprocess.CompletedProcess[str]:
        whole = {**os.environ, "LHL_HOME": str(home), "COLUMNS": "100", **(env or {})}
        if warm is not None and not any(name.startswith("PYTHON") for name in env or {}):
            return warm.run(args, whole, input)
        return subprocess.run(
            [sys.executable, "-m", "lhl_assistant", *args],
            env=whole,
            input=input,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=120,
            check=False,
        )

    return run


@pytest.fixture(scope="session")
def shared_sources() -> Path:
    """The originals for tests; skips where they are absent."""
    folder = SHARED / "sources"
    if not folder.is_dir():
        pytest.skip("originaldokumentene for testing ligger ikke ved siden av kildekoden")
    return folder
