"""Embedding: texts in, vectors out, behind one interface with two engines."""

from .choose import load_engine
from .engine import Engine, Matrix, ModelIdentity, ModelUnavailable, Vector

__all__ = ["Engine", "Matrix", "ModelIdentity", "ModelUnavailable", "Vector", "load_engine"]
