"""File names as they can be told in a sentence."""

import re

_LONG = 120


def shown(name: str) -> str:
    """``name`` on one line, without control characters and marks that turn the reading direction, and not too long."""
    plain = " ".join(re.sub("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]", " ", name).split())
    plain = plain.encode("utf-8", "replace").decode("utf-8")
    return plain if len(plain) <= _LONG else f"{plain[: _LONG - 1]}…"
