"""The engines, loaded once for all tests of the embedding."""

from pathlib import Path

import pytest

from lhl_assistant.embedding.light import LightEngine


@pytest.fixture(scope="session")
def light() -> LightEngine:
    return LightEngine()


@pytest.fixture(scope="session")
def dequantised(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from lhl_assistant.embedding.dequantise import write_folder
    from lhl_assistant.embedding.weights_file import find_weights, read_weights

    folder = tmp_path_factory.mktemp("model") / "e5"
    write_folder(read_weights(find_weights()), folder)
    return folder
