"""Lines put together, words that were broken at a line's end made whole."""

import re
from collections.abc import Sequence
from itertools import pairwise

OPEN_WORDS = frozenset(
    "og i på av for med til som å eller samt en et ei ein eit den det de dei ved fra frå om at mellom blant innen "
    "innenfor utenfor ovenfor utanfor under over mot uten utan etter før gjennom hos når hvor der kor hvordan korleis "
    "and of the to in with or by from".split()
)
"""Words that a line or a title does not end with when it is whole."""

CUT = "\u2060"
"""Stands at the end of a line that one word fills, so that the word may have been cut there without a hyphen."""

KEEPS_HYPHEN = frozenset("og eller samt til and or".split())
ADDRESS = re.compile(r"(https?://|www\.)\S+|\S+@\S+\.\w+")


def known_words(text: str) -> frozenset[str]:
    """The words of a text, with those that have a hyphen inside; they tell a word broken at a line's end."""
    return frozenset(re.findall(r"(?<![\w-])\w+(?:-\w+)*(?![\w-])", text.lower()))


def joined(lines: Sequence[str], known: frozenset[str]) -> str:
    """Lines of one paragraph or cell as one, words broken at their ends made whole; blank lines are left out.

    A single line is given back as it is.
    """
    filled = [line for line in lines if line.strip()]
    if len(filled) < 2:
        return filled[0].rstrip(CUT) if filled else ""
    parts = [filled[0].strip()]
    for before, line in pairwise(filled):
        join(parts, line.strip(), before[-1].isspace(), known)
    return "".join(parts).rstrip(CUT)


def join(parts: list[str], line: str, spaced: bool, known: frozenset[str]) -> None:
    """Add a line. A word broken at a hyphen is made whole, unless the text shows that the hyphen is its own.

    ``spaced``: white space stood between the hyphen and the line's end, as it does not within a word.
    """
    if not parts[-1]:
        parts[-1] = line
        return
    head, rest = re.search(r"([^\W_]+)-$", parts[-1]), re.match(r"[^\W\d_]*", line)
    tail = rest.group() if rest else ""
    last = parts[-1].rsplit(maxsplit=1)[-1]
    if last[-1] == CUT:
        parts[-1] = parts[-1][:-1]
        glue = "" if tail[:1].islower() and tail not in OPEN_WORDS else " "
    elif _goes_on(last, spaced, tail):
        glue = ""
    elif head is None or tail in KEEPS_HYPHEN or not (tail or line[0].isdigit()):
        glue = " "
    elif tail and _is_broken(head[1], tail, spaced, known):
        parts[-1], glue = parts[-1][:-1], ""
    else:
        glue = " " if spaced and f"{head[1]}-{tail}".lower() not in known else ""
    parts.append(glue + line)


def _goes_on(last: str, spaced: bool, tail: str) -> bool:
    """Whether the line ends within an address, or right after a slash or a dash that stood between two words."""
    address = last[-1] in "-/" and (ADDRESS.match(last) is not None or last.count("/") > 1)
    between = (last[-1] in "/–" and last[-2:-1].isalnum()) or last.endswith("/-")
    return address or (between and not spaced and tail not in KEEPS_HYPHEN)


def _is_broken(head: str, tail: str, spaced: bool, known: frozenset[str]) -> bool:
    """Whether ``head-tail`` is one word, broken: seen whole elsewhere, or nowhere seen with its hyphen."""
    alike = head[-1].isalpha() and head[-1].islower() == tail[0].islower()
    two_words = f"{head}-{tail}".lower() in known or (head.lower() in known and tail in OPEN_WORDS)
    return alike and ((head + tail).lower() in known or not (two_words or spaced))
