"""Does a text hold the evidence? Compared in lower case, white space folded, words broken at line ends joined.

A break may have been folded to ``kommu- nen`` on its way here, which cannot be told from ``helse- og``; so both sides
are joined alike.
"""

import re
from collections.abc import Sequence

from lhl_assistant.sources.model import fold

ANSWER_WORDS = 120
"""The direct answer stands in so many first words of an answer's Markdown, its marks and pipes counted as words."""

_BROKEN = re.compile(r"(?<=\w)-\s+(?=\w)")
_MARKS = re.compile(r"\[\d+\]|\|")


def plain(text: str) -> str:
    """The text as it is compared: without marks of citation, table pipes and soft hyphens."""
    return fold(_BROKEN.sub("", _MARKS.sub(" ", text.replace("\u00ad", "")))).lower()


def opening(markdown: str) -> str:
    """The first words of an answer, as they are compared."""
    return plain(" ".join(markdown.split()[:ANSWER_WORDS]))


def holds(text: str, evidence: Sequence[str]) -> bool:
    """Whether a ``plain`` text has one of the strings."""
    return any(plain(e) in text for e in evidence)


def holds_all(text: str, sides: Sequence[Sequence[str]]) -> bool:
    """Whether a ``plain`` text has one string of each group."""
    return all(holds(text, side) for side in sides)
