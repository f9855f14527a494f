"""The lines of a text taken out of a PDF or slides, as far as they are content: heads and numbers of pages left out.

A page's head, foot and number stand in the middle of sentences there. They give themselves away by coming again, with
a number that grows as pages do or, where form feeds show the pages, at the edge of most of them. Fewer than three are
left alone: better a page's number in a text than a figure missing from it.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_PAGE_GAP, _PAGE_LINES, _RECURS = 3, 10, 3
_PAGE_WORDS = re.compile(r"(side|s|page|slide|lysbilde|\W)*", re.IGNORECASE)
_BREAKS = re.compile(r"[\v\x1c-\x1e\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank. ``gap`` counts the blank lines before it; ``page``: a page (or slide) begins here.

    ``spaced`` says that white space stood at its end: a word broken by a hyphen has none. ``sheet`` counts the
    form feeds before it. ``size`` is the height of its letters in points, 0 where it is not known. A table whose
    rows are known stands as one line with a full stop for text, its Markdown in ``table``.
    """

    text: str
    indent: int
    gap: int
    page: bool
    spaced: bool
    sheet: int = 0
    size: float = 0.0
    bold: bool = False
    table: str = ""


def content_lines(text: str) -> list[Line]:
    """The lines of ``text`` that are not blank and no running head or page number."""
    return without_running(_lines(text), "\f" in text)


def without_running(lines: Sequence[Line], fed: bool) -> list[Line]:
    """The lines less running heads and page numbers; ``fed``: where pages begin is known, and so are their edges."""
    out = _running(lines, fed)
    return [line for i, line in enumerate(lines) if i not in out]


def running_head(text: str) -> str | None:
    """What stands beside the page number on several pages, as a document's title often does; None if nothing does."""
    return head_of(_lines(text))


def head_of(lines: Sequence[Line]) -> str | None:
    """What stands beside the page number on several pages of ``lines``; None if nothing does."""
    numbered = _numbered(lines)
    return next((key for key, places in numbered.items() if len(places) > 1 and len(key.split()) > 2), None)


def _lines(text: str) -> list[Line]:
    """The lines that are not blank. A form feed begins a page; without any, a wide gap or a stray space is taken so."""
    fed = "\f" in text
    found: list[Line] = []
    gap, page, sheet = 0, True, 0
    for raw in re.split(r"\n|(?=\f)", _BREAKS.sub("\n", text.replace("\u00ad", ""))):
        page = page or raw.startswith("\f")
        sheet += raw.startswith("\f")
        body = raw.lstrip("\f").expandtabs(4)
        stripped = " ".join(body.split())
        if not stripped:
            gap += 1
            continue
        indent = len(body) - len(body.lstrip())
        guessed = not fed and (gap >= _PAGE_GAP or (indent == 1 and gap == 0))
        found.append(Line(stripped, indent, gap, page or guessed, body[-1:].isspace(), sheet))
        gap, page = 0, False
    return found


def _running(lines: Sequence[Line], fed: bool) -> set[int]:
    """The lines that come again with the pages: beside a growing number or, where pages are known, at their edges."""
    out = {i for places in _numbered(lines).values() if len(places) >= _RECURS for i in places}
    starts = [i for i, line in enumerate(lines) if line.page and fed]
    edges: dict[str, set[int]] = defaultdict(set)
    for i in starts:
        edges[_like(lines[i].text)].add(i)
        edges[_like(lines[i - 1].text)].add((i - 1) % len(lines))
    often = max(_RECURS, len(starts) // 2)
    return out | {i for places in edges.values() if len(places) >= often for i in places}


def _like(text: str) -> str:
    return re.sub(r"\d+", "#", text)


def _numbered(lines: Sequence[Line]) -> dict[str, list[int]]:
    """Where lines stand that are equal but for a number growing as pages do; the key is what is equal in them."""
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for i, line in enumerate(lines):
        match = re.fullmatch(r"(?P<first>\d{1,3})(?P<after>(?:\s.*)?)|(?P<before>.*\D)(?P<last>\d{1,3})", line.text)
        if match is None:
            continue
        rest = match["after"] if match["first"] else match["before"]
        if not _PAGE_WORDS.fullmatch(rest) and (len(rest.split()) < 3 or sum(map(str.isalpha, rest)) < 15):
            continue
        number, places = int(match["first"] or match["last"]), found[rest.strip(" |–-")]
        if not places or _is_next(places[-1], (i, number), line.page):
            places.append((i, number))
    return {key: [i for i, _ in places] for key, places in found.items()}


def _is_next(last: tuple[int, int], this: tuple[int, int], page: bool) -> bool:
    """Whether the number has grown, by no more than pages can lie between."""
    lines, pages = this[0] - last[0], this[1] - last[1]
    return 0 < pages <= max(1, lines // _PAGE_LINES) and (page or lines >= _PAGE_LINES)


def body_size(texts: Iterable[tuple[float, str]]) -> float:
    """The size that most letters of some (size, text) have, in half points; 0 where sizes are not known."""
    letters: Counter[float] = Counter()
    for size, text in texts:
        letters[half(size)] += len(text)
    return letters.most_common(1)[0][0] if letters else 0.0


def half(size: float) -> float:
    """A size to the nearest half point."""
    return round(size * 2) / 2
