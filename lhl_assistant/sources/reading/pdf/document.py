"""PDF documents: lines in reading order, without what pages repeat, tables as rows, every word on its page.

By pypdfium2 (the engine of Chrome): kreuzberg takes the rows of tables apart and gives no places on the page, by
which columns, running heads and hidden text are told.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, zip_longest
from statistics import median
from subprocess import SubprocessError

import pypdfium2 as pdfium
from pypdfium2 import raw

from lhl_assistant.said import Said
from lhl_assistant.sources import plain
from lhl_assistant.sources.plain_join import CUT, known_words
from lhl_assistant.sources.plain_lines import Line, head_of, without_running
from lhl_assistant.sources.reading import parts
from lhl_assistant.sources.reading.model import MOST_PAGES, Locked, Raw, Scanned, TooLong
from lhl_assistant.sources.reading.pdf import furniture, ocr
from lhl_assistant.sources.reading.pdf.grid import grids
from lhl_assistant.sources.reading.pdf.hidden import seen
from lhl_assistant.sources.reading.pdf.look import look
from lhl_assistant.sources.reading.pdf.order import TABLE, TextLine, lines
from lhl_assistant.sources.reading.pdf.page import Box, Ink, Word
from lhl_assistant.sources.reading.pdf.tables import Cell, PageTable, fill, goes_on, whole
from lhl_assistant.sources.reading.suggest import names_nothing

_LETTER = 0.5
_APART, _TOLD = 1.35, 12
_NO_INK = Ink((0, 0, 0, 255), False, True, 1.0)


@dataclass(frozen=True, slots=True)
class _Sheet:
    """One page read: its height, lines (tables among them as a mark and a number) and tables.

    ``scanned``: it is a picture; its lines are then from OCR, or there are none.
    """

    height: float
    lines: tuple[TextLine, ...]
    tables: tuple[PageTable, ...]
    hidden: str
    scanned: bool


def read(data: bytes, progress: Callable[[int, int], None]) -> Raw:
    """The text of the pages. Raises pdfium's errors for a damaged file, TooLong or Scanned."""
    with _opened(data) as document:
        if len(document) > MOST_PAGES:
            raise TooLong(MOST_PAGES)
        sheets: list[_Sheet] = []
        for number in range(len(document)):
            sheets.append(_sheet(document[number], sum(sheet.scanned for sheet in sheets) < ocr.MOST_PAGES))
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
        remarks=tuple(_of_scanned(sheets)),
    )


def _opened(data: bytes) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if error.err_code == raw.FPDF_ERR_PASSWORD:
            raise Locked from error
        raise


def _of_scanned(sheets: Sequence[_Sheet]) -> Iterator[Said]:
    """What the planner should know of pages that are pictures. Raises Scanned where there is nothing but such."""
    unread = [number for number, s in enumerate(sheets, start=1) if s.scanned and not s.lines]
    if len(unread) == len(sheets):
        raise Scanned
    if unread:
        pages = ", ".join(map(str, unread[:_TOLD])) + (" …" if len(unread) > _TOLD else "")
        yield Said(
            f"Disse sidene er skannet og ikke lest: {pages}.", f"Desse sidene er skanna og ikkje lesne: {pages}."
        )
    if any(s.scanned and s.lines for s in sheets):
        yield Said(
            "Skannede sider er lest med tekstgjenkjenning (OCR), og teksten kan ha feil.",
            "Skanna sider er lesne med tekstattkjenning (OCR), og teksten kan ha feil.",
        )


def _sheet(page: pdfium.PdfPage, may_recognise: bool) -> _Sheet:
    looked = look(page)
    words, hidden = seen(looked)
    scanned = ocr.is_scanned(looked)
    if scanned and may_recognise and ocr.language():
        words = _recognised(page)
    tables: list[PageTable] = []
    for grid in grids(looked):
        inside = [word for word in words if grid.box.holds(*word.box.middle)]
        table = fill(grid, inside)
        if sum(any(cell.lines for cell in column) for column in zip_longest(*table.rows, fillvalue=Cell())) > 1:
            words = [word for word in words if not grid.box.holds(*word.box.middle)]
            mark = Box(grid.box.left, grid.box.right, grid.box.top - 1.0, grid.box.top)
            words.append(Word(f"{TABLE}{len(tables)}", mark, _NO_INK, True))
            tables.append(table)
    return _Sheet(looked.height, tuple(lines(words)), tuple(tables), " ".join(word.text for word in hidden), scanned)


def _recognised(page: pdfium.PdfPage) -> list[Word]:
    try:
        return ocr.words(page)
    except (OSError, SubprocessError):
        return []


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
    if names_nothing(said):
        said = ""
    known = said.strip() and said.strip() in text.partition("\f")[0]
    return headed[0] if len(headed) == 1 and not known else said
