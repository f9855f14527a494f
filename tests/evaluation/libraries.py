"""The libraries that are asked, opened as the product opens them, in an empty data folder of their own."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

from lhl_assistant.library.opening import searcher
from lhl_assistant.search.rank import Searcher


@contextmanager
def bundled() -> Iterator[Searcher]:
    """The bundled library alone, as on the first day."""
    with _home(), searcher("medfølgende") as opened:
        yield opened


@contextmanager
def own(sources: Path) -> Iterator[Searcher]:
    """The text files in ``sources`` added as a user would, and nothing else."""
    with _home():
        files = sorted(str(f) for f in sources.glob("*.txt"))
        command = [sys.executable, "-m", "lhl_assistant", "kilder", "legg-til", *files]
        subprocess.run(command, check=True, capture_output=True, timeout=600)
        with searcher("egne") as opened:
            yield opened


@contextmanager
def _home() -> Iterator[None]:
    with TemporaryDirectory() as home, patch.dict(os.environ, {"LHL_HOME": home}):
        yield
