"""The model's vector of a question, turned towards where this field keeps its answers.

The language model knows Norwegian in general; that «får hun noen hjem til seg midt på natta» is about ambulant
nattjeneste it half knows. The lens is a small correction of a question's vector, learned (``lens_training``) from the
knowledge's anticipated questions and from the vocabulary of concepts, never from an evaluation set. It is made for one
model's weights and is not there for another's.
"""

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from lhl_assistant.embedding.engine import Matrix, Vector

FILE = Path(__file__).with_name("lens.npz")


@dataclass(frozen=True, slots=True)
class Lens:
    """A correction of rank r: ``down`` has shape (dimension, r), ``up`` (r, dimension)."""

    down: Matrix
    up: Matrix

    def turn(self, vector: Vector) -> Vector:
        """The unit vector that a question's unit ``vector`` is turned to."""
        turned = vector + vector @ self.down @ self.up
        return np.asarray(turned / np.linalg.norm(turned), np.float32)


def load(fingerprint: str, path: Path = FILE) -> Lens | None:
    """The lens kept at ``path``; None where there is none, or it was made for a model of another fingerprint."""
    if not path.is_file():
        return None
    with np.load(path) as kept:
        if str(kept["fingerprint"]) != fingerprint:
            return None
        return Lens(kept["down"].astype(np.float32), kept["up"].astype(np.float32))


def save(lens: Lens, fingerprint: str, path: Path = FILE) -> None:
    """Keep the lens, in half precision, for the model of ``fingerprint``."""
    down, up = lens.down.astype(np.float16), lens.up.astype(np.float16)
    np.savez_compressed(path, down=down, up=up, fingerprint=np.array(fingerprint))
