"""The engines that fill a shared library: one a core, or one for all on a graphics card."""

import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from lhl_assistant.embedding.choose import load_engine
from lhl_assistant.embedding.engine import Engine, ModelIdentity, Vector


class OnGraphics:
    """The default model on a graphics card, by sentence-transformers, with the light engine's own weights.

    The vectors are those of the light engine to within a cosine of 0.9998, so they share its identity.
    """

    def __init__(self, device: str = "cuda") -> None:
        """Load the model on torch's ``device``. Raises ModelUnavailable."""
        from lhl_assistant.embedding.dequantise import write_folder
        from lhl_assistant.embedding.sentence_transformers import SentenceTransformersEngine
        from lhl_assistant.embedding.weights_file import find_weights, read_weights

        with tempfile.TemporaryDirectory(prefix="lhl-e5-") as folder:
            write_folder(read_weights(find_weights()), Path(folder, "e5"))
            self._engine = SentenceTransformersEngine(str(Path(folder, "e5")), device)
        self._identity = load_engine().identity

    @property
    def identity(self) -> ModelIdentity:
        """The light engine's."""
        return self._identity

    def query(self, text: str) -> Vector:
        """Return the unit vector of a question."""
        return self._engine.query(text)

    def passages(self, texts: Sequence[str]) -> Iterator[Vector]:
        """Yield one unit vector for each passage, in order."""
        return self._engine.passages(texts)


def has_graphics() -> bool:
    """Whether torch can use a graphics card; torch itself is only loaded where the system has a driver for one."""
    if shutil.which("nvidia-smi") is None:
        return False
    import torch

    return bool(torch.cuda.is_available())


def filling_engine(model: str | None, graphics: bool) -> Engine:
    """The engine of one filling process."""
    if model is not None:
        return load_engine(model)
    if graphics:
        return OnGraphics()
    from lhl_assistant.embedding.light import LightEngine

    return LightEngine(threads=1)


def processes(model: str | None, graphics: bool) -> int:
    """How many processes fill best on this machine: one for each core, or one where the model serves itself."""
    return 1 if graphics or model is not None else os.cpu_count() or 1
