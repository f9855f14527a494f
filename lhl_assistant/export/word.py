"""A document as Word: real styles, so that the planner can go on writing in it and a screen reader can find its way."""

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile

import docx
from docx.document import Document as File
from docx.enum.text import WD_BREAK, WD_COLOR_INDEX
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Emu
from docx.text.paragraph import Paragraph as Text

from lhl_assistant import atomic
from lhl_assistant.errors import InputUnusable
from lhl_assistant.export.document import (
    Block,
    Document,
    Figure,
    Gap,
    Heading,
    Items,
    Mark,
    PageBreak,
    Paragraph,
    Table,
    Words,
)
from lhl_assistant.export.picture import as_png
from lhl_assistant.export.word_parts import (
    bookmark,
    contents_field,
    describe,
    footer,
    inner_link,
    numbered_list,
    outer_link,
    table_facts,
)
from lhl_assistant.export.word_styles import prepare
from lhl_assistant.export.words import labels
from lhl_assistant.said import Said

PLACE = "{{innhold}}"
"""Where in a municipality's own template the text goes: a paragraph with just this. Without it, after what is there."""

_AFTER_HEADINGS = 100_000
_JOINER = "\u2060"
"""Keeps the years of a title on one line: «2027–2030»."""
_STYLES = {"body": "Normal", "lead": "Ingress", "quote": "Quote", "note": "Note"}


def write(document: Document, file: Path, template: Path | None = None) -> tuple[Path, ...]:
    """Write ``file``, on the municipality's ``template`` where one is given; returns it.

    A template lends its styles, letterhead, header and footer. Raises InputUnusable for one that is not a Word file.
    """
    writer = _Writer(document, _opened(template), own_layout=template is None)
    writer.write()
    result = BytesIO()
    writer.word.save(result)
    atomic.write(file, result.getvalue())
    return (file,)


def _opened(template: Path | None) -> File:
    if template is None:
        return docx.Document()
    try:
        return docx.Document(str(template))
    except (PackageNotFoundError, BadZipFile, KeyError, ValueError, OSError) as error:
        raise InputUnusable(_unusable(template)) from error


def _unusable(template: Path) -> Said:
    name = template.name
    if template.suffix.lower() != ".docx":
        return Said(
            f"Malen «{name}» er ikke en Word-mal vi kan lese. Åpne den i Word og lagre den som .docx.",
            f"Malen «{name}» er ikkje ein Word-mal vi kan lese. Opne han i Word og lagre han som .docx.",
        )
    return Said(f"Malen «{name}» kan ikke leses som en Word-fil.", f"Malen «{name}» kan ikkje lesast som ei Word-fil.")


class _Writer:
    """Writes one document, block by block, at the end or at the template's place."""

    def __init__(self, document: Document, word: File, own_layout: bool) -> None:
        self.word = word
        self._document, self._own_layout = document, own_layout
        self._known = {reference.number for reference in document.references}
        self._headings = 0
        self._place = next((p._p for p in word.paragraphs if p.text.strip() == PLACE), None)

    def write(self) -> None:
        document, words = self._document, labels(self._document.language)
        prepare(self.word, document, self._own_layout)
        self._facts()
        self._front()
        if document.contents:
            self._paragraph("TOC Heading").add_run(words.contents)
            contents_field(self._paragraph, self._outline())
            self._break()
        for block in document.blocks:
            self._block(block)
        if document.references:
            self._heading(1, words.sources)
            for reference in document.references:
                self._reference(reference.number, reference.text, reference.url)
        if self._own_layout:
            footer(self.word, document.title, words.page)
        if self._place is not None:
            self._place.getparent().remove(self._place)

    def _facts(self) -> None:
        """What the file says of itself: title, sender, language; the clock is the export's."""
        facts, now = self.word.core_properties, datetime.now(UTC).replace(tzinfo=None)
        facts.title, facts.author = self._document.title, self._document.sender
        facts.language = labels(self._document.language).locale
        facts.comments = facts.keywords = facts.last_modified_by = ""
        facts.created = facts.modified = now

    def _front(self) -> None:
        document = self._document
        self._paragraph("Title").add_run(document.title.replace("–", f"{_JOINER}–{_JOINER}"))
        if document.subtitle:
            self._paragraph("Subtitle").add_run(document.subtitle)
        for line in filter(None, (document.sender, document.date)):
            self._paragraph("Sender").add_run(line)
        if document.cover:
            self._break()

    def _outline(self) -> list[tuple[int, str]]:
        """The headings and the list of sources, with their levels, for the table of contents."""
        found = [(b.level, b.text) for b in self._document.blocks if isinstance(b, Heading)]
        found += [(1, labels(self._document.language).sources)] if self._document.references else []
        return found

    def _block(self, block: Block) -> None:
        match block:
            case Heading(level, text, on_new_page):
                self._heading(level, text, on_new_page)
            case Paragraph(words, style):
                self._words(self._paragraph(_STYLES[style]), words)
            case Items(items, numbered):
                number = numbered_list(self.word) if numbered else None
                for item in items:
                    point = self._paragraph("List Number" if numbered else "List Bullet")
                    if number is not None:
                        point._p.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = number
                    self._words(point, item)
            case Table():
                self._table(block)
            case Figure():
                self._figure(block)
            case PageBreak():
                self._break()

    def _heading(self, level: int, text: str, on_new_page: bool = False) -> None:
        heading = self._paragraph(f"Heading {level}")
        heading.paragraph_format.page_break_before = on_new_page or None
        self._headings += 1
        bookmark(heading, f"_Toc{self._headings:06}", self._headings, text)

    def _table(self, block: Table) -> None:
        if block.caption:
            caption = self._paragraph("Caption")
            caption.add_run(block.caption)
            caption.paragraph_format.keep_with_next = True
        section = self.word.sections[-1]
        width = (section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0)
        table = self.word.add_table(rows=1, cols=len(block.columns))
        shares = block.widths or (1.0,) * len(block.columns)
        widths = [Emu(int(width * share / sum(shares))) for share in shares]
        for cell, name in zip(table.rows[0].cells, block.columns, strict=True):
            cell.paragraphs[0].style = self.word.styles["Table Head"]
            cell.paragraphs[0].add_run(name)
        for row in block.rows:
            cells = list(table.add_row().cells)
            if len(row) == 1 < len(cells):
                cells = [cells[0].merge(cells[-1])]
            for cell, words in zip(cells, row, strict=True):
                cell.paragraphs[0].style = self.word.styles[
                    "Table Head" if len(row) == 1 < len(block.columns) else "Table Text"
                ]
                self._words(cell.paragraphs[0], words)
        table_facts(table, widths, block.caption)
        self._put(table._tbl)
        self._paragraph("Table Text")

    def _figure(self, block: Figure) -> None:
        section = self.word.sections[-1]
        width = (section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0)
        place = self._paragraph("Normal")
        place.paragraph_format.keep_with_next = True
        picture = place.add_run().add_picture(BytesIO(as_png(block)), width=Emu(int(width * block.width)))
        describe(picture, block.alt)
        self._paragraph("Caption").add_run(block.caption)

    def _reference(self, number: int, text: str, url: str) -> None:
        line = self._paragraph("Reference")
        bookmark(line, f"kilde_{number}", _AFTER_HEADINGS + number, f"[{number}]")
        line.add_run(f"\t{text}")
        if url:
            line.add_run(" ")
            outer_link(line, url, url)

    def _words(self, line: Text, words: Words) -> None:
        for word in words:
            match word:
                case Mark(number) if number in self._known:
                    inner_link(line, f"[{number}]", f"kilde_{number}")
                case Mark(number):
                    line.add_run(f"[{number}]")
                case Gap(text):
                    line.add_run(text).font.highlight_color = WD_COLOR_INDEX.YELLOW
                case _ if word.link:
                    outer_link(line, word.text, word.link)
                case _:
                    run = line.add_run(word.text)
                    run.bold, run.italic = word.strong or None, word.emphasis or None

    def _paragraph(self, style: str) -> Text:
        text = self.word.add_paragraph(style=self.word.styles[style])
        self._put(text._p)
        return text

    def _break(self) -> None:
        self._paragraph("Normal").add_run().add_break(WD_BREAK.PAGE)

    def _put(self, element: BaseOxmlElement) -> None:
        """To the template's place, where it has one."""
        if self._place is not None:
            self._place.addprevious(element)
