"""Text of documents and answers made safe to put on a screen."""

import re

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


def safe(text: str) -> str:
    """``text`` without terminal escapes, control characters and marks that turn the reading direction."""
    return _CONTROL.sub("", text)
