"""What a PDF's pages repeat: running heads, running feet and page numbers."""

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from lhl_assistant.sources.reading.pdf.order import TABLE, TextLine

_MARGIN, _DEEP, _NEAR = 0.13, 5, 4.0
_FEW, _SHARE = 3, 0.4


def furniture(pages: Sequence[Sequence[TextLine]], heights: Sequence[float]) -> list[set[int]]:
    """For each page the indices of the lines that recur at the same height on other pages, numbers set aside.

    A line counts among the first or last few of its page, in the outer eighth of it, and must recur on three pages
    that lie close together, or on two of a document of two or three; and on two pages in five of all, unless it stands
    alone in the margin, as the name of a chapter does.
    """
    met: defaultdict[tuple[str, int], list[tuple[int, int]]] = defaultdict(list)
    for number, (lines, height) in enumerate(zip(pages, heights, strict=True)):
        for index, line in _at_edges(lines, height):
            met[_like(line.text), round(line.box.middle[1] / _NEAR)].append((number, index))
    out: list[set[int]] = [set() for _ in pages]
    for (like, place), found in met.items():
        beside = [*found, *met.get((like, place + 1), ()), *met.get((like, place - 1), ())]
        numbers = sorted({number for number, _ in beside})
        enough = len(numbers) >= _FEW or (len(numbers) == len(pages) == 2 and "#" in like)
        if enough and (len(numbers) >= _SHARE * len(pages) or _close(numbers)):
            for number, index in found:
                out[number].add(index)
    return out


def title(pages: Sequence[Sequence[TextLine]], out: Sequence[set[int]]) -> str | None:
    """What stands in the margin on most pages, beside the page number, when it is words: often the document's name."""
    counts: defaultdict[str, int] = defaultdict(int)
    for lines, gone in zip(pages, out, strict=True):
        for text in {re.sub(r"(?:\s+(?:side\s*)?\d{1,3}(?:\s*av\s*\d{1,3})?)?\s*$", "", lines[i].text) for i in gone}:
            counts[re.sub(r"^\d{1,3}\s+", "", text).strip(" |–-")] += 1
    names = {name: n for name, n in counts.items() if len(name.split()) > 2}
    return max(names, key=lambda name: names[name]) if names else None


def _at_edges(lines: Sequence[TextLine], height: float) -> list[tuple[int, TextLine]]:
    written = [i for i, line in enumerate(lines) if not line.text.startswith(TABLE)]
    order = sorted(written, key=lambda i: -lines[i].box.middle[1])
    edges = {*order[:_DEEP], *order[-_DEEP:]}
    low, high = _MARGIN * height, (1 - _MARGIN) * height
    return [(i, lines[i]) for i in sorted(edges) if not low < lines[i].box.middle[1] < high]


def _like(text: str) -> str:
    return re.sub(r"\d+|\b[ivxlc]+\b", "#", text)


def _close(numbers: Sequence[int]) -> bool:
    """Whether the pages follow one another, every one or every second."""
    return all(after - before <= 2 for before, after in pairwise(numbers))
