"""How hard a text is to read: LIX, Björnsson's index. Under 30 is what a children's book has."""

import re

_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")
_END = re.compile(r"[.!?:]+(?=\s|$)")
_LONG = 6


def lix(text: str) -> float:
    """Words to a sentence plus the percentage of words longer than six letters; 0 for no words."""
    words = _WORD.findall(text)
    if not words:
        return 0.0
    sentences = max(1, len(_END.findall(text.strip())))
    return len(words) / sentences + 100 * sum(len(w) > _LONG for w in words) / len(words)
