"""The hashes by which contents are known: of a stored text, of a file."""

import hashlib
from pathlib import Path


def text_hash(text: str) -> str:
    """SHA-256 of a stored text, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


def file_hash(file: Path) -> str:
    """SHA-256 of a file's bytes, in hexadecimal. Raises OSError."""
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()
