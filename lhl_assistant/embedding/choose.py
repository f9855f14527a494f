"""Chooses the engine: the light one by default, sentence-transformers for a model that is named."""

from .engine import Engine


def load_engine(name: str | None = None) -> Engine:
    """Return the engine of the model ``name``, or the light one when there is no name.

    ``name`` is a folder or a model's name as sentence-transformers knows it. The modules of an engine are
    imported here and not before, so that the light one never pays for torch. Raises ModelUnavailable.
    """
    if name is None:
        from .light import LightEngine

        return LightEngine()
    from .sentence_transformers import SentenceTransformersEngine

    return SentenceTransformersEngine(name)
