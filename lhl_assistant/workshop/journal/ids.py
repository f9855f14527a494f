"""Ids of acts and contributions: they sort by time, no two laptops make the same, and their end can be said aloud."""

import secrets
from datetime import datetime
from hashlib import blake2b

_RANDOM = 4


def new(now: datetime) -> str:
    """The id of something that happens ``now``: the time to the millisecond and eight random hex digits."""
    return f"{_stamp(now)}-{secrets.token_hex(_RANDOM)}"


def of_content(begun: datetime, *content: str) -> str:
    """The id of something that is the same wherever it is read in: it follows from ``content`` alone.

    ``begun`` is when the workshop was made, so that the id sorts before what is typed.
    """
    return f"{_stamp(begun)}-{blake2b(chr(0).join(content).encode(), digest_size=_RANDOM).hexdigest()}"


def code(id: str) -> str:
    """The six characters by which a contribution is named on paper and aloud."""
    return id[-_RANDOM * 2 :][:6]


def _stamp(at: datetime) -> str:
    return f"{at:%Y%m%d-%H%M%S}{at.microsecond // 1000:03d}"
