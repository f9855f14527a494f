"""A planner's own library in an empty data folder, and documents to put in it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from lhl_assistant.search.libraries import Layout
from tests.conftest import INDEX

Written = Callable[..., Path]

BUS = (
    "# Handlebussen på Øvre Årdal\n\nBussen går hver onsdag – «på slaget» 10.\n\n## Pris\n\nEn tur koster 37 kroner.\n"
)
KITCHEN = "# Kjøkkenet på Solbakken\n\nMiddagen serveres klokka 16.\n"


@pytest.fixture
def at(home: Path, monkeypatch: pytest.MonkeyPatch) -> Layout:
    monkeypatch.setenv("LHL_HOME", str(home))
    return Layout(INDEX, home, None)


@pytest.fixture
def written(tmp_path: Path) -> Written:
    """Writes a file in a folder of documents."""

    def write(name: str, content: str | bytes = BUS) -> Path:
        file = tmp_path / "mine" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
        return file

    return write
