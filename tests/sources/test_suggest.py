"""What a document seems to be: by its title, its title page, its file's name; nothing that none of them says."""

from pathlib import Path

import pytest
from docx import Document

from lhl_assistant.sources.model import Kind
from lhl_assistant.sources.reading.document import read_here
from lhl_assistant.sources.reading.file_names import municipality, readable, year
from lhl_assistant.sources.reading.model import Reading

BODY = "Kommunen vil at eldre skal kunne bo hjemme lenge.\n\nDet er viktig at maten er god.\n"


def suggested(folder: Path, name: str, text: str) -> Reading:
    (folder / name).write_text(text, encoding="utf-8")
    return read_here(folder / name, lambda _done, _of: None)


def test_a_title_page_gives_title_issuer_and_the_period_it_is_for(tmp_path: Path) -> None:
    document = Document()
    document.core_properties.title = "Microsoft Word - mal.docx"
    for line in ("Fjelldal kommune", "Temaplan for en trygg alderdom", "2024–2028", "Sak 45/24"):
        document.add_paragraph(line)
    document.add_heading("Innledning", 1)
    document.add_paragraph(BODY)
    document.save(str(tmp_path / "utkast.docx"))
    found = read_here(tmp_path / "utkast.docx", lambda _done, _of: None)
    assert (found.title, found.issuer, found.year, found.kind) == (
        "Temaplan for en trygg alderdom",
        "Fjelldal kommune",
        2024,
        Kind.PLAN,
    )


def test_a_plan_is_of_the_year_in_its_name_and_not_of_the_reform_it_follows(tmp_path: Path) -> None:
    text = f"1.0 Innledning.\n\nReformen ble vedtatt i Stortinget i 2018. Nabo kommune har laget en plan.\n\n{BODY}"
    assert suggested(tmp_path, "nabo-2021.txt", text).year == 2021
    assert suggested(tmp_path, "nabo.txt", text).year is None
    own = text.replace("laget en plan", "laget en plan, vedtatt av kommunestyret 12. juni 2022")
    assert suggested(tmp_path, "nabo.txt", own).year == 2022


def test_the_text_of_a_slide_is_no_title_and_the_files_name_tells_whose_it_is(tmp_path: Path) -> None:
    found = suggested(
        tmp_path, "sunndal-2023.txt", f"Utfordringen i nær fremtid:\nFlere eldre, færre i arbeid!\n\n{BODY}"
    )
    assert (found.title, found.municipality, found.year) == (None, "Sunndal", 2023)
    named = suggested(tmp_path, "sunndal.txt", f"Plan for Nabo kommune\n\n{BODY}")
    assert (named.issuer, named.municipality) == ("Nabo kommune", "Nabo")


def test_an_innspill_to_a_plan_is_no_plan(tmp_path: Path) -> None:
    assert suggested(tmp_path, "brev.md", f"# Innspill til planen\n\n{BODY}").kind == Kind.PROCESS
    assert suggested(tmp_path, "plan.md", f"# Plan for eldre\n\n{BODY}").kind == Kind.PLAN


@pytest.mark.parametrize(
    ("stem", "found"),
    [
        ("plan-lesja-2021", "Lesja"),
        ("Nord-Fron temaplan", "Nord-Fron"),
        ("aaseral_plan", "Åseral"),
        ("Åseral plan", "Åseral"),
        ("rauma og molde", None),
        ("time for time", None),
        ("sf-oslo-viken-2021", None),
        ("osloplan", None),
    ],
)
def test_one_municipality_in_a_files_name_is_told(stem: str, found: str | None) -> None:
    assert municipality(stem) == found


@pytest.mark.parametrize(
    ("stem", "when", "name"),
    [
        ("temaplan_eldre_2024-2028", 2024, "Temaplan eldre 2024–2028"),
        ("20240612 vedtak", 2024, "20240612 vedtak"),
        ("sak 12021", None, "Sak 12021"),
        ("Plan for nord-fylket", None, "Plan for nord-fylket"),
    ],
)
def test_a_files_name_is_read(stem: str, when: int | None, name: str) -> None:
    assert (year(stem), readable(stem)) == (when, name)


def test_a_first_page_that_speaks_of_its_plan_again_and_again_is_of_a_plan(tmp_path: Path) -> None:
    said = "Fjelldal kommune har laget planen i 2022.\n\nPlanen har fem deler.\n\nHandlingsplanen står til slutt.\n\n"
    assert suggested(tmp_path, "fjelldal-2022.txt", said + BODY).kind is Kind.PLAN
    minutes = f"Protokoll fra møtet.\n\n{said}"
    assert suggested(tmp_path, "fjelldal-sak.txt", minutes + BODY).kind is not Kind.PLAN
    once = "# Kjære nabo\n\nFjelldal kommune viser til planen.\n\n"
    assert suggested(tmp_path, "fjelldal-brev.txt", once + BODY).kind is not Kind.PLAN
