"""The tokenizer's 250 000 pieces, looked up where they lie: no string is made of one that a text does not have.

A dictionary of them would take a tenth of a second of every start.
"""

from collections.abc import Iterator
from functools import cached_property

import numpy as np
import numpy.typing as npt

_Bytes = npt.NDArray[np.uint8]
_Numbers = npt.NDArray[np.int64]
_Keys = npt.NDArray[np.uint64]

_ODD, _HALF, _WORD = np.uint64(0x9E37_79B9_7F4A_7C15), np.uint64(32), 8


class Pieces:
    """UTF-8 texts that lie one after another: piece ``i`` from ``offsets[i]`` up to ``offsets[i + 1]``."""

    def __init__(self, text: _Bytes, offsets: npt.NDArray[np.uint32]) -> None:
        """Raises ValueError where the offsets do not fit the text."""
        self._text, self._offsets = text, offsets.astype(np.int64)
        if self._offsets[0] != 0 or self._offsets[-1] != len(text) or (np.diff(self._offsets) < 1).any():
            raise ValueError("pieces that overlap")

    def __len__(self) -> int:
        return len(self._offsets) - 1

    def __iter__(self) -> Iterator[str]:
        return map(self.__getitem__, range(len(self)))

    def __getitem__(self, number: int) -> str:
        """Piece ``number`` as text."""
        return self._bytes(number).decode()

    def find(self, word: str) -> list[list[tuple[int, int]]]:
        """For every character of ``word`` the pieces that begin there, as (end, number), shortest first."""
        text = np.frombuffer(word.encode(), np.uint8)
        at = np.append(np.flatnonzero(_starts(text)), len(text))
        first, last = _spans(len(word), self._longest)
        keys = _keys(text, at[first], at[last] - at[first])
        places = np.minimum(np.searchsorted(self._sorted, keys), len(self) - 1)
        found: list[list[tuple[int, int]]] = [[] for _ in word]
        for hit in np.flatnonzero(self._sorted[places] == keys).tolist():
            start, end, number = int(first[hit]), int(last[hit]), int(self._order[places[hit]])
            if text[at[start] : at[end]].tobytes() == self._bytes(number):
                found[start].append((end, number))
        return found

    def _bytes(self, number: int) -> bytes:
        return self._text[self._offsets[number] : self._offsets[number + 1]].tobytes()

    @cached_property
    def _order(self) -> _Numbers:
        return np.argsort(self._keys)

    @cached_property
    def _keys(self) -> _Keys:
        return _keys(self._text, self._offsets[:-1], np.diff(self._offsets))

    @cached_property
    def _sorted(self) -> _Keys:
        return self._keys[self._order]

    @cached_property
    def _longest(self) -> int:
        """The most characters that a piece has."""
        return int(np.add.reduceat(_starts(self._text), self._offsets[:-1], dtype=np.uint8).max())


def _starts(text: _Bytes) -> _Bytes:
    """1 for each byte that begins a character, else 0."""
    starts: _Bytes = ((text & 0xC0) != 0x80).view(np.uint8)
    return starts


def _spans(size: int, longest: int) -> tuple[_Numbers, _Numbers]:
    """All (start, end) inside ``size`` characters of at most ``longest``, by start and then by end."""
    first = np.repeat(np.arange(size), longest)
    last = first + np.tile(np.arange(1, longest + 1), size)
    inside = last <= size
    return first[inside], last[inside]


def _keys(text: _Bytes, starts: _Numbers, lengths: _Numbers) -> _Keys:
    """A number for each stretch of ``text``, the same for equal ones and hardly ever for others: eight bytes a step."""
    padded = np.concatenate([text, np.zeros(_WORD, np.uint8)])
    words: _Keys = np.ndarray(len(text) + 1, "<u8", padded, 0, (1,))
    keys, at, left = lengths.astype(np.uint64), starts.copy(), lengths.copy()
    live = np.arange(len(starts))
    while len(live):
        short = np.minimum(left[live], _WORD)
        word = words[at[live]] & (~np.uint64(0) >> (8 * (_WORD - short)).astype(np.uint64))
        mixed = (keys[live] ^ word) * _ODD
        keys[live] = mixed ^ (mixed >> _HALF)
        at[live] += _WORD
        left[live] -= _WORD
        live = live[left[live] > 0]
    return keys
