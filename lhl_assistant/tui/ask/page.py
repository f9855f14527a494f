"""An answer laid out for a width: its words, and where each [1] stands.

rich breaks the lines and sets the tables; what is bold, quiet or a mark is carried through as the segment's meta and
becomes the theme's own colours, so that a change of look needs no new layout.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO
from itertools import groupby

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
from lhl_assistant.answer.model import Answer, Block, Citation, Statement
from lhl_assistant.answer.rows import EMPTY
from lhl_assistant.answer.text import lines
from lhl_assistant.safe import safe
from lhl_assistant.said import Form
from lhl_assistant.sources.kinds import issuer_words, status_words

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


def _role(name: str) -> RichStyle:
    return RichStyle(meta={"role": name})


def _text(words: str, role: str = "") -> Text:
    return Text(safe(words), _role(role)) if role else Text(safe(words))


def _mark(number: int) -> Text:
    return Text(f"[{number}]", RichStyle(meta={"mark": number}))


def _answer(answer: Answer, width: int, sources: bool) -> Iterator[RenderableType]:
    words = frame(answer.language)
    if answer.completed_question:
        yield _text(words.understood.format(answer.completed_question), "quiet")
        yield Text("")
    if answer.said:
        yield _text(answer.said, "said")
        yield Text("")
    for block in answer.blocks:
        yield from _block(block, width)
        yield Text("")
    if sources and answer.citations:
        yield _text(words.sources, "quiet")
        yield from _sources(answer.citations, width, words.form)


def _block(block: Block, width: int) -> Iterator[RenderableType]:
    if block.heading:
        yield _text(block.heading, "heading")
    if block.rows:
        yield _table(block) if _least_width(block) <= width else Group(*_records(block))
    for line in lines(block):
        if line[0].bullet:
            yield _item(line[0])
        else:
            yield Text(" ").join(_statement(s) for s in line)


def _statement(statement: Statement) -> Text:
    told = Text()
    for at, piece in enumerate(statement.pieces):
        if at:
            told.append(" · ", _role("quiet"))
        told.append_text(_text(piece.lead, "quiet")).append_text(_text(piece.text))
    return told.append("\u00a0").append_text(_mark(statement.citation))


def _item(statement: Statement) -> Table:
    grid = Table.grid(padding=(0, 1))
    grid.add_row(_text("•", "quiet"), _statement(statement))
    return grid


def _longest_words(block: Block) -> list[int]:
    columns = zip(block.columns, *(cells for cells, _ in block.rows), strict=True)
    return [max(len(word) for text in column for word in (text.split() or [""])) for column in columns]


def _least_width(block: Block) -> int:
    return sum(_longest_words(block)) + 3 * len(block.columns) + len(" [99] ")


def _table(block: Block) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, expand=False, border_style=_role("quiet"), show_edge=False)
    for column, width in zip(block.columns, _longest_words(block), strict=True):
        table.add_column(_text(column, "column"), min_width=width)
    table.add_column("", no_wrap=True)
    for cells, number in block.rows:
        table.add_row(*(_text(c) for c in cells), _mark(number))
    return table


def _records(block: Block) -> Iterator[RenderableType]:
    """A table told line by line, where the window is too narrow for columns."""
    for cells, number in block.rows:
        yield _text(cells[0], "column").append(" ").append_text(_mark(number))
        for column, cell in zip(block.columns[1:], cells[1:], strict=True):
            if cell != EMPTY:
                yield Padding(_text(f"{column}: ", "quiet").append_text(_text(cell)), (0, 0, 0, 2), expand=False)


def _sources(citations: tuple[Citation, ...], width: int, form: Form) -> Iterator[RenderableType]:
    """One line for each source, with the numbers that point to it; where room is scarce, year and status stay."""
    for _, same in groupby(citations, lambda c: (c.source, c.heading)):
        cited = list(same)
        numbers = Text("")
        for citation in (cited[0], cited[-1])[: len(cited)]:
            numbers.append("–" if numbers else "").append_text(_mark(citation.id))
        first = cited[0]
        issuer, status = issuer_words(first.issuer).in_(form), status_words(first.status).in_(form)
        issued = "" if issuer in first.title else f" · {issuer}"
        facts = _text("".join(f" · {fact}" for fact in (str(first.year or ""), status) if fact), "quiet")
        line = numbers.append_text(_text(f" {first.title}{issued}", "quiet"))
        line.truncate(max(width - facts.cell_len, _NARROWEST_TITLE), overflow="ellipsis")
        line.append_text(facts)
        line.truncate(width, overflow="ellipsis")
        yield line
