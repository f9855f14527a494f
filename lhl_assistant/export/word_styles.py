"""The look of our own Word files, and the styles that a municipality's template may lack."""

from docx.document import Document as File
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_LINE_SPACING
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from lhl_assistant.export.document import Document
from lhl_assistant.export.words import labels

ACCENT = RGBColor(0x1F, 0x4E, 0x6B)

_FONT = "Calibri"
_HEADINGS = {1: 1.5, 2: 1.25, 3: 1.08, 4: 1.0}
_SIDES = {"a3": (29.7, 42.0), "a4": (21.0, 29.7), "a5": (14.8, 21.0)}
_OURS = {
    "Normal": "Normal",
    "Title": "Normal",
    "Subtitle": "Normal",
    **{f"Heading {level}": "Normal" for level in _HEADINGS},
    "TOC Heading": "Normal",
    "toc 1": "Normal",
    "toc 2": "Normal",
    "List Bullet": "Normal",
    "List Number": "Normal",
    "Quote": "Normal",
    "Caption": "Normal",
    "Ingress": "Normal",
    "Note": "Normal",
    "Sender": "Normal",
    "Reference": "Normal",
    "Table Text": "Normal",
    "Table Head": "Table Text",
}


def prepare(word: File, document: Document, own_layout: bool) -> None:
    """Give ``word`` every style that is written with, and the document's language; our layout where it is ours.

    A style that a template has, keeps the template's look.
    """
    missing = [name for name in _OURS if name not in word.styles]
    for name in missing:
        style = word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = word.styles[_OURS[name]]
    _language(word, labels(document.language).locale)
    for name in _OURS if own_layout else missing:
        _dress(word, name, document)
    if own_layout:
        _plain_defaults(word)
        _page(word, document)


def _language(word: File, locale: str) -> None:
    """The language of all text, so that spelling is checked in it."""
    defaults = word.styles.element.find(qn("w:docDefaults"))
    places = [defaults] if defaults is not None else []
    for language in [found for place in [*places, *word.styles.element] for found in place.iter(qn("w:lang"))]:
        language.set(qn("w:val"), locale)
    properties = word.styles["Normal"].element.get_or_add_rPr()
    for old in properties.findall(qn("w:lang")):
        properties.remove(old)
    properties.append(parse_xml(f'<w:lang {nsdecls("w")} w:val="{locale}"/>'))


def _plain_defaults(word: File) -> None:
    """Our font under everything: the theme's would win over the style's in LibreOffice."""
    for fonts in word.styles.element.findall(f"{qn('w:docDefaults')}//{qn('w:rFonts')}"):
        fonts.attrib.clear()
        for use in ("ascii", "hAnsi", "cs", "eastAsia"):
            fonts.set(qn(f"w:{use}"), _FONT)


def _page(word: File, document: Document) -> None:
    short, long = _SIDES[document.paper.size]
    section = word.sections[0]
    wide = document.paper.landscape
    section.page_width, section.page_height = (Cm(long), Cm(short)) if wide else (Cm(short), Cm(long))
    margin = Cm(1.2) if document.paper.size == "a5" else Cm(2.4)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = margin
    section.different_first_page_header_footer = document.cover


def _dress(word: File, name: str, document: Document) -> None:
    """Our look of one style; sizes follow the document's letters."""
    style, size = word.styles[name], document.paper.letters
    if not isinstance(style, ParagraphStyle):
        return
    _font(style, size)
    form = style.paragraph_format
    form.space_before, form.space_after = Pt(0), Pt(size * 0.6)
    form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.MULTIPLE, 1.15
    if name.startswith("Heading "):
        _font(style, size * _HEADINGS[int(name[-1])], bold=True, accent=True)
        form.space_before, form.keep_with_next = Pt(size * 1.3), True
    elif name in ("Title", "TOC Heading"):
        _font(style, size * (2.6 if name == "Title" and document.cover else 1.7), bold=True, accent=True)
        form.space_before = Pt(180) if name == "Title" and document.cover else Pt(0)
        for border in style.element.get_or_add_pPr().findall(qn("w:pBdr")):
            style.element.pPr.remove(border)
    elif name == "Subtitle":
        _font(style, size * 1.4)
    elif name in ("Caption", "Note", "Table Text", "Table Head"):
        _font(style, size * 0.86, bold=name == "Table Head")
        form.space_after = Pt(size * 0.4) if name in ("Caption", "Note") else Pt(0)
    elif name == "Ingress":
        _font(style, size * 1.12)
    elif name == "Quote":
        form.left_indent = form.right_indent = Cm(0.8)
    elif name == "Reference":
        form.left_indent, form.first_line_indent = Cm(1.0), Cm(-1.0)
        form.tab_stops.add_tab_stop(Cm(1.0))
    elif name.startswith("toc "):
        form.space_after, form.line_spacing = Pt(size * 0.1), 1.0
        form.left_indent = Cm(0.6 if name == "toc 2" else 0)
    elif name.startswith("List "):
        form.space_after = Pt(size * 0.3)


def _font(style: ParagraphStyle, size: float, bold: bool = False, accent: bool = False) -> None:
    font = style.font
    font.name, font.size, font.bold, font.italic = _FONT, Pt(size), bold, False
    font.color.rgb = ACCENT if accent else RGBColor(0, 0, 0)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
