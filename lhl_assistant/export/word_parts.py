"""The pieces of Word that python-docx has no words for: fields, links, bookmarks, table facts, alternative texts."""

from collections.abc import Callable, Sequence

from docx.document import Document as File
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shape import InlineShape
from docx.shared import Length, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import Table
from docx.text.paragraph import Paragraph

_LINK_COLOUR = RGBColor(0x1F, 0x4E, 0x6B)
_HEAD_FILL, _GROUP_FILL, _LINE = "1F4E6B", "EEF3F6", "9FB2BF"
_IN_CONTENTS = 1


def field(line: Paragraph, instruction: str, shown: str) -> None:
    """A field that Word keeps up to date (PAGE, NUMPAGES), showing ``shown`` until then."""
    simple = OxmlElement("w:fldSimple")
    simple.set(qn("w:instr"), instruction)
    run = line.add_run(shown)._r
    run.getparent().replace(run, simple)
    simple.append(run)


def footer(word: File, title: str, page: tuple[str, str]) -> None:
    """The title and «Side 3 av 12» at the foot of every page but a cover."""
    section = word.sections[0]
    line = section.footer.paragraphs[0]
    usable = (section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0)
    stops = line.paragraph_format.tab_stops
    for stop in line.style.paragraph_format.tab_stops if isinstance(line.style, ParagraphStyle) else ():
        stops.add_tab_stop(stop.position, WD_TAB_ALIGNMENT.CLEAR)
    stops.add_tab_stop(Length(usable), WD_TAB_ALIGNMENT.RIGHT)
    line.add_run(f"{title}\t{page[0]}")
    field(line, "PAGE", "1")
    line.add_run(page[1])
    field(line, "NUMPAGES", "1")
    for run in line.runs:
        run.font.size = Pt(9)


def contents_field(paragraph: Callable[[str], Paragraph], headings: Sequence[tuple[int, str]]) -> None:
    """A table of contents of the chapters, filled in, each line a link; Word adds pages when it is updated."""
    shown = [(number, level, text) for number, (level, text) in enumerate(headings, start=1) if level <= _IN_CONTENTS]
    for place, (number, level, text) in enumerate(shown):
        line = paragraph(f"toc {level}")
        if place == 0:
            for kind in ("begin", 'TOC \\o "1-1" \\h \\z \\u', "separate"):
                line._p.append(_field_part(kind))
        inner_link(line, text, f"_Toc{number:06}", plain=True)
        if place == len(shown) - 1:
            line._p.append(_field_part("end"))


def _field_part(kind: str) -> BaseOxmlElement:
    if kind in ("begin", "separate", "end"):
        return parse_xml(f'<w:r {nsdecls("w")}><w:fldChar w:fldCharType="{kind}"/></w:r>')
    return parse_xml(f'<w:r {nsdecls("w")}><w:instrText xml:space="preserve">{kind}</w:instrText></w:r>')


def bookmark(line: Paragraph, name: str, number: int, text: str) -> None:
    """``text`` at the end of ``line``, as a place that links can lead to; ``number`` is the file's own for it alone."""
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    for element in (start, end):
        element.set(qn("w:id"), str(number))
    start.set(qn("w:name"), name)
    line._p.append(start)
    line.add_run(text)
    line._p.append(end)


def inner_link(line: Paragraph, text: str, anchor: str, plain: bool = False) -> None:
    """A link to a bookmark in the same document."""
    link = OxmlElement("w:hyperlink")
    link.set(qn("w:anchor"), anchor)
    link.set(qn("w:history"), "1")
    _linked(line, link, text, plain)


def outer_link(line: Paragraph, text: str, address: str) -> None:
    """A link to an address outside."""
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), line.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    _linked(line, link, text, plain=False)


def _linked(line: Paragraph, link: BaseOxmlElement, text: str, plain: bool) -> None:
    run = line.add_run(text)
    if not plain:
        run.font.color.rgb = _LINK_COLOUR
    run._r.getparent().replace(run._r, link)
    link.append(run._r)


def describe(picture: InlineShape, alt: str) -> None:
    """The alternative text of a picture."""
    properties = picture._inline.docPr
    properties.set("descr", alt)
    properties.set("title", "")


def table_facts(table: Table, widths: Sequence[Length], caption: str) -> None:
    """Column widths, lines and shades; the header repeated on each page, no row torn, the caption for who listens."""
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.LEFT, False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    properties = table._tbl.tblPr
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    lines = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{_LINE}"/>' for side in sides)
    properties.append(parse_xml(f"<w:tblBorders {nsdecls('w')}>{lines}</w:tblBorders>"))
    margins = "".join(
        f'<w:{side} w:w="{w}" w:type="dxa"/>' for side, w in (("top", 60), ("left", 90), ("bottom", 60), ("right", 90))
    )
    properties.append(parse_xml(f"<w:tblCellMar {nsdecls('w')}>{margins}</w:tblCellMar>"))
    if caption:
        said = OxmlElement("w:tblDescription")
        said.set(qn("w:val"), caption)
        properties.append(said)
    for number, row in enumerate(table.rows):
        facts = row._tr.get_or_add_trPr()
        facts.append(OxmlElement("w:cantSplit"))
        if number == 0:
            facts.append(OxmlElement("w:tblHeader"))
        cells = row._tr.tc_lst
        for cell, width in zip(cells, widths, strict=False):
            if len(cells) == len(widths):
                cell.width = width
            if number == 0 or len(cells) == 1 < len(widths):
                fill = _HEAD_FILL if number == 0 else _GROUP_FILL
                shade = f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="{fill}"/>'
                cell.get_or_add_tcPr().append(parse_xml(shade))
        if number == 0:
            for text in (run for cell in row.cells for line in cell.paragraphs for run in line.runs):
                text.font.color.rgb = RGBColor(255, 255, 255)


def numbered_list(word: File) -> int:
    """A new list that counts from 1: its number among the file's lists. Raises nothing; makes what a template lacks."""
    numbering = word.part.numbering_part.element
    abstract = _decimal(numbering)
    number = numbering.add_num(abstract)
    number.add_lvlOverride(0).add_startOverride(1)
    return int(number.numId)


def _decimal(numbering: BaseOxmlElement) -> int:
    """The number of our list form, added once."""
    mark = "4C484C4B"
    for form in numbering.findall(qn("w:abstractNum")):
        nsid = form.find(qn("w:nsid"))
        if nsid is not None and nsid.get(qn("w:val")) == mark:
            return int(form.get(qn("w:abstractNumId")))
    taken = [int(form.get(qn("w:abstractNumId"))) for form in numbering.findall(qn("w:abstractNum"))]
    new = max(taken, default=-1) + 1
    form = parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{new}"><w:nsid w:val="{mark}"/>'
        '<w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        '<w:lvlText w:val="%1."/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="425" w:hanging="425"/></w:pPr></w:lvl>'
        "</w:abstractNum>"
    )
    numbering.insert(len(taken), form)
    return new
