"""Broken lines made whole: the paragraphs and list items of a text taken out of a PDF or slides.

Such text has lost its layout: blank lines stand between the lines of one paragraph as well as between paragraphs, and
words are broken at line ends. What is left to judge by is the length of a line beside its neighbours', how it ends and
how the next begins.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from lhl_assistant.language.dates import DAY
from lhl_assistant.sources.plain_join import ADDRESS, KEEPS_HYPHEN, OPEN_WORDS, join, known_words
from lhl_assistant.sources.plain_lines import Line, body_size, half

PROSE = 60
"""Lines at least this long are running text over a page's width; shorter ones are columns, cells and slides."""

_LARGER = 1.12
"""How much larger letters are when they are meant to be."""
_NEAR = 7
_ENDS = (".", "!", "?", ":", ".»", '."', ".)")
_BULLETS = "•‣◦▪·*"
_NO_BULLETS = "©®°™"
_NUMBER = re.compile(
    r"(\d{1,2}\.(?=\s+[^\Wa-zæøå]|\s*$)|[a-h]\.(?=\s+[A-ZÆØÅ])|(?:\d{1,2}|[a-zæøå])\)(?=\s|[^\W\d_]|$))\s*"
)
SECTION = re.compile(r"(\d{1,2}(?:\s?\.\s?\d{1,2}){1,3})\.?\s*(?=[A-ZÆØÅ«\"])")
"""The number of a section below a chapter, as at the beginning of its heading: ``4.1``, ``2. 3``."""
_CAPTION = re.compile(r"(Figur|Tabell|Foto|Bilde|Kilde|Kjelde|Figure|Table)\b[^.:]{0,8}:")


@dataclass(frozen=True, slots=True)
class Piece:
    """Lines that belong together, on one line. ``mark`` is a list item's: "-" for any bullet, "1.", "a)"; else "".

    ``indent``, ``gap``, ``page`` and ``sheet`` are the first line's; ``width`` is how long the lines around it get.
    Over a page break a form feed stands in ``text``; ``last_sheet`` is the sheet on which the piece ends.
    """

    mark: str
    text: str
    indent: int
    gap: int
    page: bool
    width: int
    sheet: int = 0
    last_sheet: int = 0
    size: float = 0.0
    bold: bool = False
    table: str = ""


def pieces(lines: Sequence[Line]) -> list[Piece]:
    """The paragraphs and list items of ``lines``, in order."""
    widths = [_width(lines, i) for i in range(len(lines))]
    known = known_words("\n".join(line.text for line in lines))
    large = _LARGER * body_size((line.size, line.text) for line in lines)
    groups: list[list[int]] = []
    mark = ""
    for i, line in enumerate(lines):
        own = "" if line.table else _split_mark(line.text)[0]
        if i and _belongs(lines, i, widths, own, mark, large):
            groups[-1].append(i)
        else:
            groups.append([i])
            mark = own
    return [_piece([lines[i] for i in group], widths[group[0]], known) for group in groups]


def _belongs(lines: Sequence[Line], i: int, widths: Sequence[int], own: str, mark: str, large: float) -> bool:
    """Whether line ``i``, with the mark ``own``, goes on with the paragraph or the item of ``mark`` before it."""
    before, line = lines[i - 1], lines[i]
    if line.table or before.table:
        return False
    if own:
        return _wraps(before, line, widths[i - 1], mark)
    return _is_one_title(before, line, large) or _continues(lines, i, widths, mark)


def is_address(text: str) -> bool:
    """Whether ``text`` is nothing but a web or mail address."""
    return ADDRESS.fullmatch(text) is not None


def _width(lines: Sequence[Line], i: int) -> int:
    near = sorted(len(line.text) for line in lines[max(0, i - _NEAR) : i + _NEAR + 1])
    return near[int(0.85 * (len(near) - 1))]


def _wraps(before: Line, line: Line, width: int, mark: str) -> bool:
    """Whether a line that looks like an item only happens to begin so: a number or a dash in running text."""
    number = line.text[0].isdigit() and not mark and width >= PROSE
    dash = line.text[0] in "-–" and " – " in before.text
    unbroken = line.gap == 0 and not line.page and not before.text.endswith(_ENDS)
    return (number or dash) and unbroken and _is_full(before, width)


def _continues(lines: Sequence[Line], i: int, widths: Sequence[int], mark: str) -> bool:
    """Whether line ``i``, no item itself, goes on with the paragraph or the item (``mark``) before it."""
    before, line = lines[i - 1], lines[i]
    if _typeset_apart(before, line):
        return False
    if SECTION.match(line.text) or _CAPTION.match(line.text) or before.text.isdigit():
        return False
    if is_address(before.text) or is_address(line.text):
        return before.text[-1] in "-/" and line.text[0].islower() and line.gap == 0 and " " not in line.text
    if not _split_mark(before.text)[1]:
        return line.gap < 2 and (mark == "-" or i < 2 or bool(_split_mark(lines[i - 2].text)[1]))
    if before.text.isupper() and line.text.isupper():
        return line.gap < 2 and not line.page
    return _runs_on(lines, i, widths[i - 1])


def _is_one_title(before: Line, line: Line, large: float) -> bool:
    """Whether two lines of ``large`` letters are one heading."""
    if not line.size > large > 0:
        return False
    return half(before.size) == half(line.size) and before.bold == line.bold and line.gap == 0 and not line.page


def _typeset_apart(before: Line, line: Line) -> bool:
    """Whether letters of another size, or bold letters above others, part a heading from what follows it."""
    if not before.size or not line.size:
        return False
    return max(before.size, line.size) > _LARGER * min(before.size, line.size) or (
        before.bold and not line.bold and line.gap > 0
    )


def _runs_on(lines: Sequence[Line], i: int, width: int) -> bool:
    """Whether line ``i`` goes on with the running text before it, judged by their length, end and beginning."""
    before, line = lines[i - 1], lines[i]
    ended, full = before.text.endswith(_ENDS), _is_full(before, width)
    if line.page or line.gap > 1:
        return line.text[0].islower() and not ended
    if line.text[0].islower():
        return not (before.text[-1] == ":" and line.gap)
    if ended:
        return width >= PROSE and full and (line.gap == 0 or (len(before.text) >= 0.9 * width and _loose(lines, i)))
    unfinished = before.text[-1] == "," or before.text.rsplit(maxsplit=1)[-1] in OPEN_WORDS
    return unfinished or (full and (line.gap == 0 or (width >= PROSE and _loose(lines, i))))


def _is_full(line: Line, width: int) -> bool:
    return len(line.text) >= 0.75 * width


def _loose(lines: Sequence[Line], i: int) -> bool:
    """Whether the text around stands with a blank line between all lines, so that blank lines mean nothing."""
    near = lines[max(0, i - _NEAR) : i + _NEAR]
    return sum(line.gap > 0 for line in near) >= 0.8 * len(near)


def _split_mark(text: str) -> tuple[str, str]:
    """The item's mark and the rest of the line; ("", text) where the line begins no item."""
    first, rest = text[0], text[1:].lstrip()
    if first in _BULLETS and (first != "*" or text[1:2] in ("", " ")):
        return "-", rest
    if unicodedata.category(first) in ("So", "Co") and first not in _NO_BULLETS:
        return "-", rest
    if first in "-–—o➔→" and text[1:2] == " " and rest.split()[0] not in KEEPS_HYPHEN:
        return "-", rest
    number = None if DAY.match(text) else _NUMBER.match(text)
    return (number[1], text[number.end() :]) if number else ("", text)


def _piece(group: Sequence[Line], width: int, known: frozenset[str]) -> Piece:
    first, last = group[0], group[-1]
    if first.table:
        ends = first.sheet + first.table.count("\f")
        return Piece("", first.text, first.indent, first.gap, first.page, width, first.sheet, ends, table=first.table)
    mark, text = _split_mark(first.text)
    parts = [text]
    for before, line in pairwise(group):
        join(parts, line.text, before.spaced, known)
        at = len(parts[-1]) - len(line.text)
        parts[-1] = parts[-1][:at] + "\f" * (line.sheet - before.sheet) + line.text
    bold = all(line.bold for line in group)
    whole, sheets = "".join(parts), (first.sheet, last.sheet)
    return Piece(mark, whole, first.indent, first.gap, first.page, width, *sheets, size=first.size, bold=bold)
