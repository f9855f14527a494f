"""What every system gets: the same passages, their vectors, and the questions, in one folder."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np

from lhl_assistant.embedding.engine import Engine, Matrix, Vector

DEPTH = 10
"""How many passages count; a system that fuses two rankings takes ``LEG`` of each."""

LEG = 30

Search = Callable[[str], list[int]]
"""A question to the numbers of the passages found, best first."""


@dataclass(frozen=True)
class Data:
    """A folder with what ``write`` put there; nothing is read before it is asked for."""

    folder: Path

    @cached_property
    def texts(self) -> list[str]:
        """The passages as the model reads them, heading path first."""
        return list(json.loads((self.folder / "texts.json").read_text(encoding="utf-8")))

    @cached_property
    def vectors(self) -> Matrix:
        """The light engine's vectors of the passages."""
        vectors: Matrix = np.load(self.folder / "vectors.npy")
        return vectors

    @cached_property
    def questions(self) -> dict[str, str]:
        """The questions by id."""
        return dict(json.loads((self.folder / "questions.json").read_text(encoding="utf-8")))

    @cached_property
    def _engine(self) -> Engine:
        from lhl_assistant.embedding.choose import load_engine

        return load_engine()

    def query(self, question: str) -> Vector:
        """The light engine's vector of a question; the model is loaded at the first."""
        return self._engine.query(question)

    @property
    def index(self) -> Path:
        """Our own index of the same passages, from which ours takes its vectors."""
        return self.folder / "index.sqlite"


def write(folder: Path, texts: list[str], vectors: Matrix, questions: dict[str, str], index: Path) -> Data:
    """Lay out the folder."""
    data = Data(folder)
    (folder / "texts.json").write_text(json.dumps(texts, ensure_ascii=False), encoding="utf-8")
    (folder / "questions.json").write_text(json.dumps(questions, ensure_ascii=False), encoding="utf-8")
    np.save(folder / "vectors.npy", vectors)
    data.index.write_bytes(index.read_bytes())
    return data
