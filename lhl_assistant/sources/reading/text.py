"""Markdown and plain text, in whatever encoding they were saved."""

import re

from lhl_assistant.sources import fences, plain
from lhl_assistant.sources.reading.model import MOST_CHARACTERS, MOST_PAGES, Raw, TooLong

_PROBE, _FEW_ODD = 4096, 16
_MARKED = (b"\xff\xfe", b"\xfe\xff")
_ESCAPE = re.compile(r"\\([!-/:-<>-@\[\]^-`{}~])")
_OWN_MARKS = re.compile(r"(?:[ \t]|>|[-*+][ \t]|\d{1,9}[.)][ \t])*")
_HELD_OFF = re.compile(r"\d{0,9}\\")


def markdown(data: bytes) -> Raw:
    """Markdown as it stands, less escapes; the title is its first line."""
    text = _unescaped(decoded(data))
    return Raw(text, title=_first_line(text))


def plain_text(data: bytes) -> Raw:
    """Plain text as Markdown; text that was written as Markdown all the same is left as it is."""
    text = decoded(data)
    if plain.is_markdown(text):
        return markdown(data)
    return Raw(plain.to_markdown(text), title=plain.title(text))


def looks_binary(data: bytes) -> bool:
    """Whether many of the first bytes are control characters, as in a picture or an archive; UTF-16 has its mark."""
    start = data[:_PROBE]
    odd = sum(b < 32 and b not in b"\t\n\r\f\v\0" for b in start)
    return not data.startswith(_MARKED) and odd > max(_FEW_ODD, len(start) / 30)


def decoded(data: bytes) -> str:
    """The text with ``\\n`` line ends and no null characters: UTF-8, UTF-16 where it says so, else Windows' own.

    Raises TooLong.
    """
    if data.startswith(_MARKED):
        text = data.decode("utf-16", errors="replace")
    else:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = data.decode("cp1252", errors="replace")
    if len(text) > MOST_CHARACTERS:
        raise TooLong(MOST_PAGES)
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")


def _unescaped(text: str) -> str:
    """Markdown without the backslashes of its escapes, which would stand in quotes, but where a line needs its own."""
    return "\n".join(_line_unescaped(line) if "\\" in line else line for line in text.split("\n"))


def _line_unescaped(line: str) -> str:
    marks = _OWN_MARKS.match(line)
    at = marks.end() if marks else 0
    bare = _ESCAPE.sub(r"\1", line[at:])
    return line[:at] + (plain.escaped(bare) if _HELD_OFF.match(line[at:]) else bare)


def _first_line(text: str) -> str | None:
    """The first line of content, a heading or not, where it can serve as a title."""
    _, body = fences.split(text)
    for line in text[body:].splitlines()[:40]:
        stripped = line.strip()
        if stripped:
            return stripped.lstrip("# ").strip()[:120] or None
    return None
