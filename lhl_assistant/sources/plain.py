"""Plain text to Markdown, so that a user's ``.txt`` takes the same path as every other document.

``plain_lines`` leaves out what pages repeat, ``plain_pieces`` makes lines whole, ``plain_headings`` finds the headings
and ``plain_tables`` keeps cells together; here they are written down, lists nested. Nothing is added and nothing
reordered. What would mean something in Markdown but only happens to stand at a line's beginning is held off from it by
a no-break space, which a reader does not see, or by a backslash where no space follows.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from lhl_assistant.language.dates import DAY
from lhl_assistant.sources.plain_headings import levels, whole
from lhl_assistant.sources.plain_lines import Line, content_lines, running_head
from lhl_assistant.sources.plain_pieces import Piece, pieces
from lhl_assistant.sources.plain_tables import gathered

_LONGEST_TITLE = 120
_GENERIC = frozenset(
    "innledning innleiing forord føreord innhold innhald innholdsfortegnelse agenda bakgrunn sammendrag samandrag "
    "program dagsorden introduksjon introduction".split()
)
_STRUCTURE = re.compile(
    r"(?P<sign>#{1,6}(?:\s|$)|>|[-+*](?:\s|$)|`{3}|~{3}|\[[^\]]*\]:|(?:[-_*]\s*){3,}$)|(?P<number>\d{1,9})[.)](?:\s|$)"
)


def to_markdown(text: str) -> str:
    """The Markdown of ``text``: its words in their order, less running heads and page numbers."""
    return compose(content_lines(text)).replace("\f", "")


def compose(lines: Sequence[Line]) -> str:
    """The Markdown of lines; a form feed stands where each sheet after the first begins."""
    found = pieces(lines)
    kinds = gathered(found, levels(found))
    blocks: list[str] = []
    sheet = 0
    for in_list, run in groupby(kinds, key=lambda pair: bool(pair[0].mark) and not pair[1]):
        group = list(run)
        if in_list:
            blocks.append("".join(_list([piece for piece, _ in group], sheet)))
        else:
            befores = [sheet, *(piece.last_sheet for piece, _ in group)]
            blocks += [_block(p, level, p.sheet - before) for (p, level), before in zip(group, befores, strict=False)]
        sheet = group[-1][0].last_sheet
    return "\n\n".join(block for block in blocks if block)


def _block(piece: Piece, level: int, turned: int) -> str:
    """A heading or a paragraph, ``turned`` page breaks before it."""
    if piece.table:
        return "\f" * turned + piece.table
    return "\f" * turned + (f"{'#' * level} {_heading(piece)}" if level else escaped(piece.text))


def is_markdown(text: str) -> bool:
    """Whether plain text was written as Markdown all the same: it begins with a ``#`` heading."""
    return re.match(r"\s*#{1,6}([ \t]|$)", text, re.MULTILINE) is not None


def title(text: str) -> str | None:
    """What a document might be called: what stands beside its page numbers, else its first line if that names it."""
    head = running_head(text)
    if head:
        return head[:_LONGEST_TITLE]
    first = next((p.text for p in pieces(content_lines(text)) if p.text), "")
    name = _unnumbered(first)
    leads_on = first.rstrip().endswith(":")
    return None if leads_on or is_generic(name) or len(name) > _LONGEST_TITLE else name or None


def is_generic(name: str) -> bool:
    """Whether this is what the beginning of any document is called: "Innledning", "1. Bakgrunn"."""
    return _unnumbered(name).lower() in _GENERIC


def _unnumbered(heading: str) -> str:
    return re.sub(r"^[\d.\s]+", "", heading).rstrip(".: ")


def escaped(text: str) -> str:
    """``text`` so that the beginning of no line has a meaning in Markdown."""
    return "\n".join(_escaped(line) for line in text.split("\n"))


def _escaped(line: str) -> str:
    match = _STRUCTURE.match(line)
    if match is None or DAY.match(line):
        return line
    if match.group().endswith(" ") and len(match.group().split()) == 1:
        return f"{match.group()[:-1]}\N{NO-BREAK SPACE}{line[match.end() :]}"
    at = match.end("number") if match["number"] else 0
    return f"{line[:at]}\\{line[at:]}"


def _heading(piece: Piece) -> str:
    return re.sub(r"#+$", r"\\\g<0>", whole(piece))


def _list(run: Sequence[Piece], sheet: int) -> Iterator[str]:
    """The items of one list with its inner lists; a number stays the item's own, a letter stands in its text."""
    open_lists: list[tuple[str, int, int]] = []
    last = None
    for piece in run:
        style = "-" if piece.mark == "-" else "a" if piece.mark[0].isalpha() else piece.mark[-1]
        margin = _margin(open_lists, style, piece)
        mark = piece.mark if style in ".)" else "-"
        content = f"{piece.mark} {piece.text}" if style == "a" else piece.text
        content = escaped(content).replace("\n", "\n" + " " * (margin + len(mark) + 1))
        if last is not None:
            yield "\n" if last == (style, margin) else "\n\n"
        yield "\f" * (piece.sheet - sheet)
        sheet = piece.last_sheet
        yield f"{' ' * margin}{mark} {content}".rstrip()
        last = (style, margin)


def _margin(open_lists: list[tuple[str, int, int]], style: str, piece: Piece) -> int:
    """Where the item's mark stands; ``open_lists`` (style, indent, margin), outermost first, is brought up to date."""
    while open_lists and not _inside(open_lists[-1], style, piece):
        same = open_lists.pop()
        if same[0] == style and abs(same[1] - piece.indent) < 2:
            open_lists.append(same)
            return same[2]
    margin = open_lists[-1][2] + (2 if open_lists[-1][0] in "-a" else 4) if open_lists else 0
    open_lists.append((style, piece.indent, margin))
    return margin


def _inside(outer: tuple[str, int, int], style: str, piece: Piece) -> bool:
    """Whether an item belongs under the list ``outer``: further in, or of a style that numbers what is within."""
    if outer[0] == style:
        return piece.indent >= outer[1] + 2
    return piece.indent >= outer[1] + 2 or (outer[0] in ".)" and style in "a-") or (outer[0] == "a" and style == "-")
