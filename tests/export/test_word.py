"""Word: styles, tables, language, links and alternative texts that Word and a screen reader find."""

from pathlib import Path

import docx
import pytest
from docx.document import Document as File
from docx.oxml.ns import qn

from lhl_assistant.errors import InputUnusable
from lhl_assistant.export.document import Document
from lhl_assistant.export.word import PLACE
from lhl_assistant.export.write import write
from tests.export.material import ALT, document


@pytest.fixture
def written(whole: Document, tmp_path: Path) -> File:
    write(whole, tmp_path / "plan.docx")
    return docx.Document(str(tmp_path / "plan.docx"))


def test_headings_are_real_headings_and_the_contents_lead_to_them(written: File) -> None:
    headings = [(p.style.name, p.text) for p in written.paragraphs if p.style and str(p.style.name).startswith("Head")]
    sources = headings.pop()
    assert headings == [("Heading 1", "Mat og måltider"), ("Heading 2", "Strategi"), ("Heading 1", "Handlingsplan")]
    assert sources[1] in ("Kilder", "Kjelder")
    body = written.element.body
    anchors = {link.get(qn("w:anchor")) for link in body.iter(qn("w:hyperlink"))} - {None}
    marks = [mark.get(qn("w:name")) for mark in body.iter(qn("w:bookmarkStart"))]
    numbers = [mark.get(qn("w:id")) for mark in body.iter(qn("w:bookmarkStart"))]
    assert anchors <= set(marks)
    assert len(set(numbers)) == len(numbers) == len(set(marks))
    assert any("TOC " in str(part.text) for part in body.iter(qn("w:instrText")))


def test_every_mark_leads_to_its_source_and_one_without_a_source_stays_text(written: File) -> None:
    links = list(written.element.body.iter(qn("w:hyperlink")))
    inner = {"".join(t.text for t in link.iter(qn("w:t"))): link.get(qn("w:anchor")) for link in links}
    assert (inner["[1]"], inner["[2]"]) == ("kilde_1", "kilde_2")
    assert "[9]" not in inner
    assert any("[9]" in p.text for p in written.paragraphs)
    targets = {r.target_ref for r in written.part.rels.values() if r.is_external}
    assert targets == {"https://example.no/mat", "https://example.no/mst15"}


def test_the_table_repeats_its_header_and_tells_what_it_shows(written: File) -> None:
    table = written.tables[0]
    assert [cell.text for cell in table.rows[0].cells] == ["Tiltak", "Ansvar", "Tidsrom", "Kostnad"]
    assert table.rows[0]._tr.find(f".//{qn('w:tblHeader')}") is not None
    assert table._tbl.find(f".//{qn('w:tblDescription')}").get(qn("w:val")) == "Tiltak i perioden"
    assert len(table.rows[1]._tr.tc_lst) == 1
    assert [cell.text for cell in table.rows[-1].cells] == ["Tiltak 59", "Kommunedirektøren", "2027", "kr 50 000"]


def test_all_text_has_the_documents_language_and_the_picture_its_words(whole: Document, written: File) -> None:
    locale = {"nb": "nb-NO", "nn": "nn-NO"}[whole.language]
    assert {lang.get(qn("w:val")) for lang in written.styles.element.iter(qn("w:lang"))} == {locale}
    assert written.core_properties.language == locale
    assert [shape._inline.docPr.get("descr") for shape in written.inline_shapes] == [ALT]


def test_numbered_lists_each_count_from_one(written: File) -> None:
    numbers = [
        number.get(qn("w:val"))
        for p in written.paragraphs
        if p.style and p.style.name == "List Number"
        for number in p._p.iter(qn("w:numId"))
    ]
    assert len(numbers) == 3
    assert numbers[0] == numbers[1] != numbers[2]


def test_what_is_missing_is_marked_and_pages_are_counted(written: File) -> None:
    gaps = [r.text for p in written.paragraphs for r in p.runs if r.font.highlight_color]
    assert gaps == ["[FYLL INN: antall kjøkken]"]
    fields = {f.get(qn("w:instr")) for f in written.sections[0].footer._element.iter(qn("w:fldSimple"))}
    assert fields == {"PAGE", "NUMPAGES"}


def test_a_municipalitys_template_keeps_its_head_and_look(tmp_path: Path) -> None:
    template = docx.Document()
    template.sections[0].header.paragraphs[0].text = "Fjelldal kommune – brevhode"
    template.styles["Heading 1"].font.name = "Georgia"
    template.add_paragraph("Før")
    template.add_paragraph(PLACE)
    template.add_paragraph("Etter")
    template.save(str(tmp_path / "mal.docx"))
    write(document("nb"), tmp_path / "plan.docx", tmp_path / "mal.docx")
    result = docx.Document(str(tmp_path / "plan.docx"))
    texts = [p.text for p in result.paragraphs]
    assert (texts[0], texts[-1]) == ("Før", "Etter")
    assert PLACE not in texts
    assert texts.index("Før") < texts.index("Mat og måltider") < texts.index("Kilder", 9) < texts.index("Etter")
    assert result.styles["Heading 1"].font.name == "Georgia"
    assert result.sections[0].header.paragraphs[0].text == "Fjelldal kommune – brevhode"
    assert len(result.tables) == 1


def test_a_template_that_is_no_word_file_is_told_of_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "mal.dotx").write_bytes(b"ikke en mal")
    with pytest.raises(InputUnusable, match=r"lagre den som \.docx"):
        write(document("nb"), tmp_path / "plan.docx", tmp_path / "mal.dotx")
    assert not (tmp_path / "plan.docx").exists()
