"""Chooses the engine: the light one by default, sentence-transformers for a model that is named."""

from functools import cache

from .engine import Engine


def load_engine(name: str | None = None) -> Engine:
    """Return the engine of the model ``name``, or the light one when there is no name.

    ``name`` is a folder or a model's name as sentence-transformers knows it. The modules of an engine are
    imported here and not before, so that the light one never pays for torch; that one is loaded once, for asking,
    checking and drafting alike, as each more would take 65 MB. Raises ModelUnavailable.
    """
    if name is None:
        return _light()
    from .sentence_transformers import SentenceTransformersEngine

    return SentenceTransformersEngine(name)


@cache
def _light() -> Engine:
    from .light import LightEngine

    return LightEngine()
