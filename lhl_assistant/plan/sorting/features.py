"""A line as numbers: what it means (the model's vector) beside how it is spelt (character n-grams).

The n-grams forgive endings, compounds and dialect; the vector forgives other words. Each half has length 1.
"""

import re
import unicodedata
from collections import Counter
from zlib import crc32

import numpy as np

from lhl_assistant.embedding.engine import Matrix, Vector

BUCKETS = 8192
"""How many numbers the n-grams share; two that fall together add up, which at some 10,000 of them does no harm."""

_SHORTEST, _LONGEST = 3, 5
_WORD = re.compile(r"[^\W_]+")


def spelling(text: str) -> Vector:
    """The n-grams of the words in ``text`` (1 + log of the count of each), shape (BUCKETS,), not normalised."""
    counts = Counter(_ngrams(text))
    vector = np.zeros(BUCKETS, np.float32)
    for ngram, count in counts.items():
        vector[crc32(ngram.encode()) % BUCKETS] += 1 + np.log(count)
    return vector


def _ngrams(text: str) -> list[str]:
    words = [f" {w} " for w in _WORD.findall(unicodedata.normalize("NFC", text).lower())]
    return [
        word[start : start + size]
        for word in words
        for size in range(_SHORTEST, _LONGEST + 1)
        for start in range(max(1, len(word) - size + 1))
    ]


def rarity(spellings: Matrix) -> Vector:
    """How much each bucket tells: the log of how few rows of ``spellings`` have it; 0 where fewer than two have."""
    having = (spellings > 0).sum(axis=0)
    weights: Vector = np.where(having > 1, 1 + np.log((1 + len(spellings)) / (1 + having)), 0).astype(np.float32)
    return weights


def join(meanings: Matrix, spellings: Matrix, mean: Vector, rare: Vector) -> Matrix:
    """Rows of features: meanings without what all lines have in common, beside weighted spellings."""
    return np.concatenate([_unit(meanings - mean), _unit(spellings * rare)], axis=1)


def _unit(rows: Matrix) -> Matrix:
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    unit: Matrix = rows / np.maximum(lengths, 1e-9)
    return unit
