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

from lhl_assistant.sources.plain_lines import Line

PROSE = 60
"""Lines at least this long are running text over a page's width; shorter ones are columns, cells and slides."""

_NEAR = 7
_ENDS = (".", "!", "?", ":", ".»", '."', ".)")
_BULLETS = "•‣◦▪·*"
_NO_BULLETS = "©®°™"
_NUMBER = re.compile(
    r"(\d{1,2}\.(?=\s+[^\Wa-zæøå]|\s*$)|[a-h]\.(?=\s+[A-ZÆØÅ])|(?:\d{1,2}|[a-zæøå])\)(?=\s|[^\W\d_]|$))\s*"
)
SECTION = re.compile(r"(\d{1,2}(?:\s?\.\s?\d{1,2}){1,3})\.?\s*(?=[A-ZÆØÅ«\"])")
"""The number of a section below a chapter, as at the beginning of its heading: ``4.1``, ``2. 3``."""
OPEN_WORDS = frozenset(
    "og i på av for med til som å eller samt en et ei ein eit den det de dei ved fra frå om at mellom blant innen "
    "innenfor utenfor ovenfor utanfor under over mot uten utan etter før gjennom hos når hvor der kor hvordan korleis "
    "and of the to in with or by from".split()
)
"""Words that a line or a title does not end with when it is whole."""
_KEEPS_HYPHEN = frozenset("og eller samt til and or".split())
_CAPTION = re.compile(r"(Figur|Tabell|Foto|Bilde|Kilde|Kjelde|Figure|Table)\b[^.:]{0,8}:")
_ADDRESS = re.compile(r"(https?://|www\.)\S+|\S+@\S+\.\w+")


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


def pieces(lines: Sequence[Line]) -> list[Piece]:
    """The paragraphs and list items of ``lines``, in order."""
    widths = [_width(lines, i) for i in range(len(lines))]
    known = known_words("\n".join(line.text for line in lines))
    groups: list[list[int]] = []
    mark = ""
    for i, line in enumerate(lines):
        own, _ = _split_mark(line.text)
        if groups and (_wraps(lines[i - 1], line, widths[i - 1], mark) if own else _continues(lines, i, widths, mark)):
            groups[-1].append(i)
        else:
            groups.append([i])
            mark = own
    return [_piece([lines[i] for i in group], widths[group[0]], known) for group in groups]


def known_words(text: str) -> frozenset[str]:
    """The words of a text, with those that have a hyphen inside; they tell a word broken at a line's end."""
    return frozenset(re.findall(r"(?<![\w-])\w+(?:-\w+)*(?![\w-])", text.lower()))


def joined(lines: Sequence[str], known: frozenset[str]) -> str:
    """Lines of one paragraph or cell as one, words broken at their ends made whole; blank lines are left out.

    A single line is given back as it is.
    """
    filled = [line for line in lines if line.strip()]
    if len(filled) < 2:
        return filled[0] if filled else ""
    parts = [filled[0].strip()]
    for before, line in pairwise(filled):
        _join(parts, line.strip(), before[-1].isspace(), known)
    return "".join(parts)


def is_address(text: str) -> bool:
    """Whether ``text`` is nothing but a web or mail address."""
    return _ADDRESS.fullmatch(text) is not None


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
    if SECTION.match(line.text) or _CAPTION.match(line.text) or before.text.isdigit():
        return False
    if is_address(before.text) or is_address(line.text):
        return before.text[-1] in "-/" and line.text[0].islower() and line.gap == 0 and " " not in line.text
    if not _split_mark(before.text)[1]:
        return line.gap < 2 and (mark == "-" or i < 2 or bool(_split_mark(lines[i - 2].text)[1]))
    if before.text.isupper() and line.text.isupper():
        return line.gap < 2 and not line.page
    return _runs_on(lines, i, widths[i - 1])


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
    if first in "-–—o➔→" and text[1:2] == " " and rest.split()[0] not in _KEEPS_HYPHEN:
        return "-", rest
    number = _NUMBER.match(text)
    return (number[1], text[number.end() :]) if number else ("", text)


def _piece(group: Sequence[Line], width: int, known: frozenset[str]) -> Piece:
    first = group[0]
    mark, text = _split_mark(first.text)
    parts = [text]
    for before, line in pairwise(group):
        _join(parts, line.text, before.spaced, known)
        at = len(parts[-1]) - len(line.text)
        parts[-1] = parts[-1][:at] + "\f" * (line.sheet - before.sheet) + line.text
    return Piece(mark, "".join(parts), first.indent, first.gap, first.page, width, first.sheet, group[-1].sheet)


def _join(parts: list[str], line: str, spaced: bool, known: frozenset[str]) -> None:
    """Add a line. A word broken at a hyphen is made whole, unless the text shows that the hyphen is its own.

    ``spaced``: white space stood between the hyphen and the line's end, as it does not within a word.
    """
    if not parts[-1]:
        parts[-1] = line
        return
    head, rest = re.search(r"([^\W_]+)-$", parts[-1]), re.match(r"[^\W\d_]*", line)
    tail = rest.group() if rest else ""
    last = parts[-1].rsplit(maxsplit=1)[-1]
    if last[-1] in "-/" and (_ADDRESS.match(last) or last.count("/") > 1):
        glue = ""
    elif head is None or tail in _KEEPS_HYPHEN or not (tail or line[0].isdigit()):
        glue = " "
    elif tail and _is_broken(head[1], tail, spaced, known):
        parts[-1], glue = parts[-1][:-1], ""
    else:
        glue = " " if spaced and f"{head[1]}-{tail}".lower() not in known else ""
    parts.append(glue + line)


def _is_broken(head: str, tail: str, spaced: bool, known: frozenset[str]) -> bool:
    """Whether ``head-tail`` is one word, broken: seen whole elsewhere, or nowhere seen with its hyphen."""
    alike = head[-1].isalpha() and head[-1].islower() == tail[0].islower()
    two_words = f"{head}-{tail}".lower() in known or (head.lower() in known and tail in OPEN_WORDS)
    return alike and ((head + tail).lower() in known or not (two_words or spaced))
