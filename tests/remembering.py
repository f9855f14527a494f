"""An engine that remembers what it has embedded, so that a text which many tests use is embedded once."""

from collections.abc import Iterator, Sequence
from functools import cache

from lhl_assistant.embedding.engine import Engine, ModelIdentity, Vector


class Remembering:
    """The vectors of ``engine``, each worked out when it is first asked for; none can be changed."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self.query = cache(self._query)
        self._passage = cache(self._of_passage)

    @property
    def identity(self) -> ModelIdentity:
        return self._engine.identity

    def passages(self, texts: Sequence[str]) -> Iterator[Vector]:
        return map(self._passage, texts)

    def _query(self, text: str) -> Vector:
        return _fixed(self._engine.query(text))

    def _of_passage(self, text: str) -> Vector:
        return _fixed(next(self._engine.passages([text])))


def _fixed(vector: Vector) -> Vector:
    vector.flags.writeable = False
    return vector
