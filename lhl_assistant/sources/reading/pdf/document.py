"""PDF documents: lines in reading order, without what pages repeat, tables as rows, every word on its page.

By pypdfium2 (the engine of Chrome): kreuzberg takes the rows of tables apart and gives no places on the page, by
which columns, running heads and hidden text are told.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

import pypdfium2 as pdfium

from lhl_assistant.sources import plain
from lhl_assistant.sources.plain_join import CUT, known_words
from lhl_assistant.sources.plain_lines import Line, head_of, without_running
from lhl_assistant.sources.reading import parts
from lhl_assistant.sources.reading.model import Raw
from lhl_assistant.sources.reading.pdf import furniture
from lhl_assistant.sources.reading.pdf.grid import grids
from lhl_assistant.sources.reading.pdf.hidden import seen
from lhl_assistant.sources.reading.pdf.look import look
from lhl_assistant.sources.reading.pdf.order import TABLE, TextLine, lines
from lhl_assistant.sources.reading.pdf.page import Box, Ink, Word
from lhl_assistant.sources.reading.pdf.tables import PageTable, fill, goes_on, whole

MOST_PAGES = 2000
_LETTER = 0.5
_APART = 1.35
_NO_INK = Ink((0, 0, 0, 255), False, True, 1.0)


@dataclass(frozen=True, slots=True)
class _Sheet:
    """One page read: its height, lines (tables among them as a mark and a number) and tables."""

    height: float
    lines: tuple[TextLine, ...]
    tables: tuple[PageTable, ...]
    hidden: str


def read(data: bytes, progress: Callable[[int, int], None]) -> Raw:
    """The text of the pages. Raises pdfium's errors for a damaged file, InputUnusable for too long or locked ones."""
    with pdfium.PdfDocument(data) as document:
        sheets = []
        for number in range(len(document)):
            sheets.append(_sheet(document[number]))
            progress(number + 1, len(document))
        title, made = document.get_metadata_value("Title"), document.get_metadata_value("CreationDate")
    out = furniture.furniture([s.lines for s in sheets], [s.height for s in sheets])
    kept = [[line for i, line in enumerate(s.lines) if i not in gone] for s, gone in zip(sheets, out, strict=True)]
    found = list(_as_lines(_with_tables(sheets, kept)))
    text = plain.compose(without_running(found, fed=False))
    year = re.match(r"D:(\d{4})", made)
    return Raw(
        text + "\f" * (len(sheets) - 1 - text.count("\f")),
        paged=True,
        title=_title(title, text) or furniture.title([s.lines for s in sheets], out) or head_of(found),
        year=int(year[1]) if year else None,
        hidden=tuple(s.hidden for s in sheets if s.hidden),
    )


def _sheet(page: pdfium.PdfPage) -> _Sheet:
    looked = look(page)
    words, hidden = seen(looked)
    tables: list[PageTable] = []
    for grid in grids(looked):
        inside = [word for word in words if grid.box.holds(*word.box.middle)]
        table = fill(grid, inside)
        if sum(any(row[i].lines for row in table.rows) for i in range(len(grid.columns) - 1)) > 1:
            words = [word for word in words if not grid.box.holds(*word.box.middle)]
            mark = Box(grid.box.left, grid.box.right, grid.box.top - 1.0, grid.box.top)
            words.append(Word(f"{TABLE}{len(tables)}", mark, _NO_INK, True))
            tables.append(table)
    return _Sheet(looked.height, tuple(lines(words)), tuple(tables), " ".join(word.text for word in hidden))


def _with_tables(sheets: Sequence[_Sheet], kept: Sequence[Sequence[TextLine]]) -> list[list[TextLine | str]]:
    """The lines of each page, with every table as Markdown where it begins; what goes on of it later is left out."""
    known = known_words("\n".join([*(line.text for page in kept for line in page), *_cell_lines(sheets)]))
    pages: list[list[TextLine | str]] = []
    open_table: list[PageTable] = []
    place = (0, 0)
    for number, (sheet, page) in enumerate(zip(sheets, kept, strict=True)):
        pages.append([])
        for at, line in enumerate(page):
            if not line.text.startswith(TABLE):
                pages[-1].append(line)
                continue
            table = sheet.tables[int(line.text[len(TABLE) :])]
            if at == 0 and open_table and goes_on(open_table[-1], table):
                open_table.append(table)
            else:
                open_table, place = [table], (number, len(pages[-1]))
                pages[-1].append("")
            pages[place[0]][place[1]] = parts.markdown([whole(open_table, known)])
        if not (page and page[-1].text.startswith(TABLE)):
            open_table = []
    return pages


def _cell_lines(sheets: Sequence[_Sheet]) -> Iterator[str]:
    lines = (line for s in sheets for table in s.tables for row in table.rows for cell in row for line in cell.lines)
    return (line for line in lines if not line.endswith(CUT))


def _as_lines(pages: Sequence[Sequence[TextLine | str]]) -> Iterator[Line]:
    """The lines as plain text has them: how far in they stand, and how many blank lines are before them."""
    usual = _leading([[line for line in page if isinstance(line, TextLine)] for page in pages])
    for sheet, page in enumerate(pages):
        before: TextLine | None = None
        for at, line in enumerate(page):
            if isinstance(line, str):
                yield Line(".", 0, 1, at == 0, True, sheet, table=line)
                before = None
                continue
            gap = _gap(before, line, usual) if before else int(at > 0)
            indent = round((line.box.left - line.margin) / (_LETTER * max(line.size, 1.0)))
            yield Line(line.text, indent, gap, at == 0, line.spaced, sheet, line.size, line.bold)
            before = line


def _gap(before: TextLine, line: TextLine, usual: float) -> int:
    """Blank lines between two lines; none from the foot of one column to the head of the next."""
    down = _down(before, line)
    return 0 if down <= _APART * usual else max(1, round(down / usual) - 1)


def _down(before: TextLine, line: TextLine) -> float:
    """How far down the next line stands, in heights of the taller."""
    return (before.box.middle[1] - line.box.middle[1]) / max(before.size, line.size, 1.0)


def _leading(pages: Sequence[Sequence[TextLine]]) -> float:
    """From line to line, usually, in line heights."""
    steps = [d for page in pages for before, line in pairwise(page) if 0.5 < (d := _down(before, line)) < 4]
    return median(steps) if steps else 1.0


def _title(said: str, text: str) -> str | None:
    """What the first page is headed with where that is one title; else what the file says of itself."""
    headed = re.findall(r"^# (.+)$", text.replace("\f", ""), re.MULTILINE)
    known = said.strip() and said.strip() in text.partition("\f")[0]
    return headed[0] if len(headed) == 1 and not known else said
