"""The trained weights on disk, with the vectors of the rows they were trained on.

The file is made by ``python -m scripts.make_sorter`` and travels in the package, so that a first line is sorted without
training. The vectors are kept so that a retraining embeds only new rows, and so that anyone can repeat the measurement.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

import numpy as np

from lhl_assistant.embedding.engine import Engine, Matrix
from lhl_assistant.errors import LibraryUnavailable
from lhl_assistant.plan.sorting.rows import Row
from lhl_assistant.plan.sorting.train import Weights
from lhl_assistant.said import Said

FILE = Path(__file__).with_name("sorting.npz")

_DIGEST = 16


@dataclass(frozen=True, slots=True)
class Trained:
    """The weights and the model they are for (``fingerprint``, see ModelIdentity)."""

    weights: Weights
    fingerprint: str


def load(file: Path = FILE) -> Trained:
    """The trained weights. Raises LibraryUnavailable where they are missing or damaged."""
    try:
        with np.load(file, allow_pickle=False) as stored:
            mean, rare, areas, solutions = (
                stored[name].astype(np.float32) for name in ("mean", "rare", "areas", "solutions")
            )
            weights = Weights(mean, rare, areas, solutions, float(stored["temperature"]))
            return Trained(weights, str(stored["fingerprint"]))
    except (OSError, KeyError, ValueError, TypeError) as error:
        raise LibraryUnavailable(
            Said(
                f"Sorteringen mangler eller er skadet ({file}). Installer programmet på nytt.",
                f"Sorteringa manglar eller er skadd ({file}). Installer programmet på nytt.",
            )
        ) from error


def save(
    trained: Trained, rows: Sequence[Row], meanings: Matrix, file: Path = FILE, shares: Matrix | None = None
) -> None:
    """Write the weights, and with them the rows' digests and vectors; ``shares`` is what else is known of each row."""
    weights = trained.weights
    np.savez_compressed(
        file,
        mean=weights.mean.astype(np.float16),
        rare=weights.rare.astype(np.float16),
        areas=weights.areas.astype(np.float16),
        solutions=weights.solutions.astype(np.float16),
        temperature=np.float64(weights.temperature),
        fingerprint=np.str_(trained.fingerprint),
        rows=np.array([_digest(repr(row)) for row in rows]),
        texts=np.array([_digest(row.text) for row in rows]),
        meanings=meanings.astype(np.float16),
        shares=np.zeros(0, np.float16) if shares is None else shares.astype(np.float16),
    )


def is_of(rows: Sequence[Row], file: Path = FILE) -> bool:
    """Whether the weights on disk were trained on exactly these rows."""
    with np.load(file, allow_pickle=False) as stored:
        return [str(d) for d in stored["rows"]] == [_digest(repr(row)) for row in rows]


def meanings(rows: Sequence[Row], engine: Engine, file: Path = FILE) -> Matrix:
    """The vectors of the rows' texts, (rows, dimension): from the file where it has them, else from ``engine``."""
    known: dict[str, Matrix] = {}
    if file.is_file():
        with np.load(file, allow_pickle=False) as stored:
            if str(stored["fingerprint"]) == engine.identity.fingerprint:
                known = dict(zip(map(str, stored["texts"]), stored["meanings"].astype(np.float32), strict=True))
    found = [known.get(_digest(row.text)) for row in rows]
    vectors = [engine.query(row.text) if v is None else v for row, v in zip(rows, found, strict=True)]
    return np.stack(vectors).astype(np.float16).astype(np.float32)


def _digest(text: str) -> str:
    return blake2b(text.encode(), digest_size=_DIGEST).hexdigest()
