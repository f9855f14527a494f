"""Slides, sheets, OpenDocument and letters: what an audience sees is read, each in its place, and the rest is told."""

from pathlib import Path

import pytest
from odf.opendocument import OpenDocumentText
from odf.style import Style, TextProperties
from odf.text import H, P, Span
from openpyxl import Workbook
from pptx import Presentation
from pptx.util import Cm

from lhl_assistant.sources.markdown import blocks
from lhl_assistant.sources.reading.document import read_here
from lhl_assistant.sources.reading.model import Reading

LETTER = (
    "From: Kari <kari@nabo.example>\nTo: plan@nabo.example\nSubject: =?utf-8?q?M=C3=B8te?=\n"
    "Date: Tue, 3 Jun 2025 10:00:00 +0200\nMIME-Version: 1.0\n"
)
PARTS = (
    "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/html; charset=utf-8\n\n"
    "<p>Hei alle</p><ul><li>benker</li><li>buss</li></ul><p style='display:none'>usett</p>\n"
    "--b\nContent-Type: text/plain\nContent-Disposition: attachment; filename=liste.txt\n\nx\n--b--\n"
)


def read(file: Path) -> Reading:
    return read_here(file, lambda _done, _of: None)


def kinds(text: str) -> list[tuple[str, int, str]]:
    return [(b.kind, b.level, text[b.span.start : b.span.end]) for b in blocks(text)]


def told(reading: Reading) -> str:
    return " ".join(said.nb for said in reading.remarks)


@pytest.fixture(scope="module")
def deck(tmp_path_factory: pytest.TempPathFactory) -> Reading:
    made = Presentation()
    made.core_properties.title = "PowerPoint Presentation"
    for title, body in (
        ("Eldrerådet i mars", "Status"),
        ("Bortgjemt", "Ikke vis"),
        ("Mat", "Middag seint\nEget kjøkken"),
    ):
        slide = made.slides.add_slide(made.slide_layouts[1])
        slide.shapes.title.text = title
        slide.placeholders[1].text = body
    made.slides[1]._element.set("show", "0")
    made.slides[2].placeholders[1].text_frame.paragraphs[1].level = 1
    made.slides[2].notes_slide.notes_text_frame.text = "Nevn kokken"
    made.slides[2].shapes.add_textbox(Cm(90), Cm(1), Cm(5), Cm(1)).text_frame.text = "Utenfor lysbildet"
    table = made.slides[0].shapes.add_table(2, 2, Cm(1), Cm(10), Cm(10), Cm(2)).table
    for at, text in enumerate(("Tiltak", "Ansvar", "Kjøkken", "Kokken")):
        table.cell(at // 2, at % 2).text = text
    file = tmp_path_factory.mktemp("lysbilder") / "møte.pptx"
    made.save(str(file))
    return read(file)


def test_a_slide_is_a_page_with_its_title_as_heading(deck: Reading) -> None:
    assert deck.title == "Eldrerådet i mars"
    assert len(deck.pages) == 3
    for words, page in (("Status", 1), ("| Kjøkken | Kokken |", 1), ("Eget kjøkken", 3), ("Nevn kokken", 3)):
        assert sum(start <= deck.text.index(words) for start in deck.pages) == page
    found = kinds(deck.text)
    assert ("heading", 2, "Mat") in found
    assert [level for kind, level, text in found if kind == "item"] == [1, 2]


def test_hidden_slides_and_what_lies_beside_a_slide_are_left_out_and_told(deck: Reading) -> None:
    for unseen in ("Ikke vis", "Utenfor lysbildet"):
        assert unseen not in deck.text
        assert unseen in told(deck)


def test_a_hidden_sheet_is_left_out_and_told(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Svar"
    for row in (["Spørsmål", "Ja"], ["Bruker du bussen?", 120]):
        sheet.append(row)
    unseen = book.create_sheet("Lønn")
    unseen.append(["Usett", 999])
    unseen.sheet_state = "veryHidden"
    book.save(tmp_path / "svar.xlsx")
    reading = read(tmp_path / "svar.xlsx")
    assert "| Bruker du bussen? | 120 |" in reading.text
    assert "999" not in reading.text
    assert "Lønn Usett 999" in told(reading)


def test_an_open_document_has_its_title_as_heading_and_hides_nothing_unsaid(tmp_path: Path) -> None:
    made = OpenDocumentText()
    for name, properties in (("usett", {"display": "none"}), ("kvit", {"color": "#ffffff"})):
        style = Style(name=name, family="text")
        style.addElement(TextProperties(attributes=properties))
        made.automaticstyles.addElement(style)
    made.text.addElement(P(stylename="Title", text="Plan for Nabo"))
    made.text.addElement(H(outlinelevel=1, text="Mat"))
    shown = P(text="Middag ")
    for style, text in (("usett", "løyndom"), ("kvit", "blank")):
        shown.addElement(Span(stylename=style, text=text))
    shown.addText("klokka 16.")
    made.text.addElement(shown)
    made.save(str(tmp_path / "plan.odt"))
    reading = read(tmp_path / "plan.odt")
    assert reading.title == "Plan for Nabo"
    assert kinds(reading.text) == [
        ("heading", 1, "Plan for Nabo"),
        ("heading", 2, "Mat"),
        ("paragraph", 0, "Middag klokka 16."),
    ]
    assert "løyndom blank" in told(reading)


def test_a_letter_keeps_its_lines_and_lists_and_is_of_the_year_it_was_sent(tmp_path: Path) -> None:
    body = "Content-Type: text/plain; charset=utf-8\n\nHei!\n\n- benker i parken\n- buss til plan 2030\n\nHilsen Kari\n"
    (tmp_path / "brev.eml").write_text(LETTER + body, encoding="utf-8")
    reading = read(tmp_path / "brev.eml")
    assert (reading.title, reading.year) == ("Møte", 2025)
    assert "Dato: 3.6.2025 kl. 10.00" in reading.text
    assert [text for kind, _, text in kinds(reading.text) if kind == "item"] == [
        "benker i parken",
        "buss til plan 2030",
    ]


def test_what_a_web_letter_hides_and_what_is_attached_are_told(tmp_path: Path) -> None:
    (tmp_path / "brev.eml").write_text(LETTER + PARTS, encoding="utf-8")
    reading = read(tmp_path / "brev.eml")
    assert [text for kind, _, text in kinds(reading.text) if kind == "item"] == ["benker", "buss"]
    assert "usett" not in reading.text
    assert "«usett»" in told(reading)
    assert "liste.txt" in told(reading)
