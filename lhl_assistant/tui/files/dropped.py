"""Paths as terminals and file managers paste them when a file is dropped or copied."""

import re
import shlex
from pathlib import Path
from urllib.parse import unquote, urlsplit

_ADDRESS = re.compile(r"file:\S+", re.IGNORECASE)


def dropped(text: str) -> list[Path]:
    """The paths in ``text``, one or more: bare, quoted, escaped with ``\\``, or ``file://`` addresses.

    A text that is as a whole the path of something that exists is that one path, spaces and all.
    """
    text = text.strip().strip("\0")
    if not text:
        return []
    if (whole := _path(text)) is not None and _exists(whole):
        return [whole]
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if len(lines) > 1:
        return [path for line in lines for path in dropped(line)]
    return [path for word in _words(text) if (path := _path(word)) is not None]


def _words(text: str) -> list[str]:
    if _ADDRESS.match(text):
        return text.split()
    try:
        return shlex.split(text)
    except ValueError:
        return [text]


def _path(word: str) -> Path | None:
    if _ADDRESS.match(word):
        try:
            word = unquote(urlsplit(word).path)
        except ValueError:
            return None
    if not word or "\0" in word:
        return None
    try:
        return Path(word).expanduser()
    except RuntimeError:
        return Path(word)


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:
        return False
