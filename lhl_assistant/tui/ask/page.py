"""An answer laid out for a width: its words, and where each [1] stands.

rich breaks the lines and sets the tables; what is bold, quiet or a mark is carried through as the segment's meta and
becomes the theme's own colours, so that a change of look needs no new layout.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import StringIO

from rich import box
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.segment import Segment
from rich.style import Style as RichStyle
from rich.table import Table
from rich.text import Text
from textual.content import Content
from textual.style import Style

from lhl_assistant.answer.frame import frame
from lhl_assistant.answer.model import Answer
from lhl_assistant.answer.parts import Bit, Grid, Part, mark, parts
from lhl_assistant.answer.sourcing import Cited, by_title, facts
from lhl_assistant.safe import safe
from lhl_assistant.said import Form

_LOOKS = {"heading": "bold $primary", "quiet": "$quiet", "said": "$warning", "mark": "$primary", "column": "bold"}
_NARROWEST_TITLE = 20
_CHOSEN = "bold $chosen-foreground on $chosen-background"


@dataclass(frozen=True, slots=True)
class Page:
    """The answer's text, and for each mark in reading order the citation's number and the line that it stands on."""

    content: Content
    marks: tuple[tuple[int, int], ...]


def page(answer: Answer, width: int, chosen: int | None = None, sources: bool = False, spaced: bool = False) -> Page:
    """``answer`` in ``width`` columns with the citation ``chosen`` set off; ``sources`` lists them below.

    ``spaced`` sets a blank line between all lines, to be read from the back of a room.
    """
    console = Console(width=width, file=StringIO(), color_system="truecolor", force_terminal=True, legacy_windows=False)
    laid = console.render_lines(Group(*_answer(answer, width, sources)), pad=False)
    parts: list[Content] = []
    marks: list[tuple[int, int]] = []
    if spaced:
        laid = [part for line in laid if any(s.text.strip() for s in line) for part in (line, [])]
    for number, line in enumerate(laid):
        for segment in line:
            meta = segment.style.meta if segment.style else {}
            if "mark" in meta:
                marks.append((meta["mark"], number))
            parts.append(_content(segment, meta, chosen))
        parts.append(Content("\n"))
    return Page(Content("").join(parts[:-1]).rstrip(), tuple(marks))


def _content(segment: Segment, meta: dict[str, object], chosen: int | None) -> Content:
    if "mark" in meta:
        number = meta["mark"]
        look = _CHOSEN if number == chosen else _LOOKS["mark"]
        return Content.styled(segment.text, look).stylize(Style.from_meta({"@click": f"open({number})"}))
    look = _LOOKS.get(str(meta.get("role", "")), "")
    return Content.styled(segment.text, look) if look else Content(segment.text)


def _text(*bits: Bit) -> Text:
    told = Text()
    for bit in bits:
        meta: dict[str, object] = {"mark": bit.mark} if bit.mark else {"role": bit.role} if bit.role else {}
        told.append(safe(bit.text), RichStyle(meta=meta) if meta else None)
    return told


def _answer(answer: Answer, width: int, sources: bool) -> Iterator[RenderableType]:
    words = frame(answer.language)
    if answer.completed_question:
        yield _text(Bit(words.understood.format(answer.completed_question), "quiet"))
        yield Text("")
    for together in parts(answer, width):
        yield from map(_part, together)
        yield Text("")
    if sources and answer.citations:
        yield _text(Bit(words.sources, "quiet"))
        for cited in by_title(answer.citations):
            yield _cited(cited, width, words.form)


def _part(part: Part) -> RenderableType:
    if isinstance(part, Grid):
        return _table(part)
    told = _text(*part.bits)
    if part.kind == "item":
        grid = Table.grid(padding=(0, 1))
        grid.add_row(_text(Bit("•", "quiet")), told)
        return grid
    return Padding(told, (0, 0, 0, 2), expand=False) if part.kind == "below" else told


def _table(part: Grid) -> Table:
    quiet = RichStyle(meta={"role": "quiet"})
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, expand=False, border_style=quiet, show_edge=False)
    for column, least in zip(part.columns, part.least, strict=True):
        table.add_column(_text(Bit(column, "column")), min_width=least)
    table.add_column("", no_wrap=True)
    for cells, number in part.rows:
        table.add_row(*(_text(Bit(c)) for c in cells), _text(number))
    return table


def _cited(cited: Cited, width: int, form: Form) -> Text:
    """A source in one line, with the numbers that point to it; where room is scarce, year and status stay."""
    first = cited.first
    issuer, *rest = facts(first, form)
    issued = "" if issuer in first.title else f" · {issuer}"
    line = _text(*_numbers(cited.runs), Bit(f" {first.title}{issued}", "quiet"))
    below = _text(Bit("".join(f" · {fact}" for fact in rest), "quiet"))
    line.truncate(max(width - below.cell_len, _NARROWEST_TITLE), overflow="ellipsis")
    line.append_text(below)
    line.truncate(width, overflow="ellipsis")
    return line


def _numbers(runs: Iterable[tuple[int, ...]]) -> Iterator[Bit]:
    for at, run in enumerate(runs):
        yield Bit(", " if at else "", "quiet")
        yield mark(run[0])
        if len(run) > 1:
            yield from (Bit("–" if len(run) > 2 else ", ", "quiet"), mark(run[-1]))
