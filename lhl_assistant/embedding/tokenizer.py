"""Cuts text into the pieces that multilingual-e5 was trained on, with the ids of its own tokenizer.

The cut is the one with the highest sum of piece scores (a Unigram model), found word by word.
"""

import unicodedata
from functools import lru_cache

from .clean import clean
from .weights import Vocabulary

_WORD_START = "▁"
_UNKNOWN_PENALTY = 10.0
_LONGEST_WORD = 16_384
_CACHED_WORDS = 32_768


class Tokenizer:
    """Turns any text into token ids; nothing comes of NUL, and half a surrogate pair counts as a space."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        """Cut into the pieces of ``vocabulary``."""
        self._pieces = vocabulary.pieces
        self._scores = vocabulary.scores.data
        self._begin, self._end, self._unknown = vocabulary.begin, vocabulary.end, vocabulary.unknown
        self._replacements = vocabulary.replacements
        self._unknown_score = float(vocabulary.scores.min()) - _UNKNOWN_PENALTY
        self._word = lru_cache(_CACHED_WORDS)(self._best_cut)

    def ids(self, text: str, limit: int) -> list[int]:
        """Return at most ``limit`` (≥ 2) ids of ``text``, its beginning and end marked."""
        ids = [self._begin]
        for word in self.normalise(text).split(" "):
            if word:
                ids += self._word(_WORD_START + word[:_LONGEST_WORD])
            if len(ids) >= limit:
                break
        return [*ids[: limit - 1], self._end]

    def normalise(self, text: str) -> str:
        """Return ``text`` in compatibility form (NFKC), all white space as plain spaces, without controls."""
        return unicodedata.normalize("NFC", clean(text).translate(self._replacements))

    def _best_cut(self, word: str) -> tuple[int, ...]:
        size = len(word)
        best = [0.0] + [float("-inf")] * size
        last = [(0, self._unknown)] * (size + 1)
        for start, pieces in enumerate(self._pieces.find(word)):
            here = best[start]
            for end, piece in pieces:
                if (score := here + self._scores[piece]) > best[end]:
                    best[end], last[end] = score, (start, piece)
            alone = bool(pieces) and pieces[0][0] == start + 1
            if not alone and (score := here + self._unknown_score) > best[start + 1]:
                best[start + 1], last[start + 1] = score, (start, self._unknown)
        return self._walk_back(last)

    def _walk_back(self, last: list[tuple[int, int]]) -> tuple[int, ...]:
        """Collect the pieces from the end; signs in a row that no piece covers become one unknown."""
        cut: list[int] = []
        end = len(last) - 1
        while end:
            end, piece = last[end]
            if not (cut and cut[-1] == piece == self._unknown):
                cut.append(piece)
        return tuple(reversed(cut))
