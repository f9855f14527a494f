"""The parts of the packaged 4-bit weights of multilingual-e5-small, as they lie in memory."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from .engine import Matrix
from .pieces import Pieces

BLOCK = 32
"""So many weights share a scale."""

BLOCK_TYPE = np.dtype([("scale", "<f2"), ("nibbles", "u1", (BLOCK // 2,))])
"""A block: byte ``j`` holds weight ``j`` in its low nibble and weight ``j + 16`` in its high one."""


@dataclass(frozen=True)
class Shape:
    """The model's sizes: widths in numbers, and how many layers, heads, token rows and positions it has."""

    width: int
    layers: int
    heads: int
    inner: int
    vocabulary: int
    positions: int
    epsilon: float


@dataclass(frozen=True)
class Vocabulary:
    """The tokenizer's data: piece ``i`` has score ``scores[i]`` (a log probability, higher is better).

    ``replacements`` maps a code point to the text that stands for it before the pieces are looked up.
    """

    pieces: Pieces
    scores: npt.NDArray[np.float32]
    begin: int
    end: int
    unknown: int
    replacements: Mapping[int, str]


@dataclass(frozen=True)
class Weights:
    """The opened file; its arrays are views of the memory-mapped bytes.

    ``plain`` holds flat float32 tensors, ``quantised`` matrices of (rows, blocks of 32 columns).
    """

    shape: Shape
    vocabulary: Vocabulary
    plain: Mapping[str, npt.NDArray[np.float32]]
    quantised: Mapping[str, npt.NDArray[np.void]]
    fingerprint: str


def unpack(nibbles: npt.NDArray[np.uint8]) -> npt.NDArray[np.uint8]:
    """Return the 32 numbers 0..15 of each block's 16 bytes, in the order of the weights."""
    return np.concatenate([nibbles & 15, nibbles >> 4], axis=-1)


def dequantise(blocks: npt.NDArray[np.void]) -> Matrix:
    """Return (rows, 32 × blocks) float32 weights of (rows, blocks) quantised ones."""
    centred = unpack(blocks["nibbles"]).astype(np.float32) - 8
    weights: Matrix = centred * blocks["scale"].astype(np.float32)[..., None]
    return weights.reshape(len(blocks), -1)
