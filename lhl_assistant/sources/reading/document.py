"""A file to a Reading, here and now; ``reader`` does this in a process of its own."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from lhl_assistant.sources.markdown import blocks
from lhl_assistant.sources.reading import refusals
from lhl_assistant.sources.reading.formats import is_text, reader_for
from lhl_assistant.sources.reading.model import MOST_CHARACTERS, MOST_PAGES, Raw, Reading, TooLong
from lhl_assistant.sources.reading.names import shown
from lhl_assistant.sources.reading.remarks import remarks
from lhl_assistant.sources.reading.suggest import suggested

MOST_BYTES, MOST_TEXT_BYTES = 200_000_000, 30_000_000
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff"
    "\U000e0000-\U000e007f]"
)


def read_here(file: Path, progress: Callable[[int, int], None]) -> Reading:
    """What ``file`` says. Raises InputUnusable, or whatever a damaged file makes a library raise."""
    name = shown(file.name)
    data = _data(file)
    seen = reader_for(name, data)(data, progress)
    raw = replace(seen, title=_UNSEEN.sub("", seen.title or ""), issuer=_UNSEEN.sub("", seen.issuer or ""))
    text, pages = _paged(raw)
    if not text.strip():
        raise refusals.empty(name)
    if len(text) > MOST_CHARACTERS:
        raise TooLong(MOST_PAGES)
    found = list(blocks(text))
    said = suggested(raw, text, found, file.stem)
    return Reading(
        text,
        pages,
        said.title,
        said.issuer,
        said.year,
        said.municipality,
        said.language,
        said.kind,
        tuple(remarks(raw, text, _UNSEEN.search(raw.text) is not None)),
    )


def _data(file: Path) -> bytes:
    name = shown(file.name)
    try:
        if not file.is_file():
            raise refusals.absent(name)
        most = MOST_TEXT_BYTES if is_text(file.name) else MOST_BYTES
        if file.stat().st_size > most:
            raise refusals.too_big(name, most // 1_000_000)
        return file.read_bytes()
    except (OSError, ValueError) as error:
        raise refusals.absent(name) from error


def _paged(raw: Raw) -> tuple[str, tuple[int, ...]]:
    """The text without what cannot be seen and without form feeds, and where the pages begin that those stood for."""
    text = unicodedata.normalize("NFC", _UNSEEN.sub("", raw.text))
    pieces = text.split("\f")
    if not raw.paged:
        return " ".join(pieces) if len(pieces) > 1 else text, ()
    starts = [0]
    for piece in pieces[:-1]:
        starts.append(starts[-1] + len(piece))
    return "".join(pieces), tuple(starts)
