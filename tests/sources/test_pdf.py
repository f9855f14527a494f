"""PDF: lines in reading order on their right pages, without what pages repeat, and tables as rows."""

import io
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from lhl_assistant.sources.markdown import blocks
from lhl_assistant.sources.reading.model import Reading
from lhl_assistant.sources.reading.reader import Reader, reader

WIDTH, HEIGHT = A4
LEFT = (
    "Kommunen vil at eldre skal kunne bo",
    "hjemme så lenge de ønsker det, og at",
    "maten skal være god og lett til-",
    "gjengelig for alle som trenger den,",
    "uansett hvor i bygda de holder til.",
)
RIGHT = (
    "Frivillige møter hver torsdag for å",
    "lage middag på det gamle bedehuset,",
    "der ungdom fra skolen rydder bordet",
    "og lærer bort bruk av nettbrett til",
    "dem som har lyst til å prøve det.",
)


@pytest.fixture(scope="module")
def read() -> Iterator[Reader]:
    with reader() as opened:
        yield opened


def saved(folder: Path, pages: Sequence[Sequence[tuple[float, float, str, int]]]) -> Path:
    """Pages of (x, y from the top, text, size)."""
    made = io.BytesIO()
    canvas = Canvas(made, pagesize=A4)
    for page in pages:
        for x, y, text, size in page:
            canvas.setFont("Helvetica", size)
            canvas.drawString(x, HEIGHT - y, text)
        canvas.showPage()
    canvas.save()
    (folder / "plan.pdf").write_bytes(made.getvalue())
    return folder / "plan.pdf"


def page_of(reading: Reading, words: str) -> int:
    at = reading.text.index(words)
    return sum(start <= at for start in reading.pages)


def test_two_columns_are_read_one_after_the_other_under_the_heading_that_crosses_them(
    read: Reader, tmp_path: Path
) -> None:
    columns = [(72.0, 140.0 + 14 * i, line, 11) for i, line in enumerate(LEFT)]
    columns += [(320.0, 140.0 + 14 * i, line, 11) for i, line in enumerate(RIGHT)]
    text = read.read(saved(tmp_path, [[(72, 100, "Mat og felleskap i hele bygda vår", 18), *columns]])).text
    assert (
        text.index("Mat og felleskap")
        < text.index("Kommunen vil")
        < text.index("holder til")
        < text.index("Frivillige")
    )
    assert "lett tilgjengelig for alle" in text
    assert "rydder bordet og lærer bort" in text


def test_heads_feet_and_numbers_are_left_out_and_pages_are_right(read: Reader, tmp_path: Path) -> None:
    pages = [
        [
            (72, 40, "Temaplan for Nabo kommune 2030", 9),
            *((72.0, 100.0 + 14 * i, f"{line} {word}", 11) for i, line in enumerate(LEFT)),
            (290, 810, f"Side {number} av 4", 9),
        ]
        for number, word in enumerate(("alfa", "beta", "gamma", "delta"), start=1)
    ]
    reading = read.read(saved(tmp_path, pages))
    assert "Temaplan" not in reading.text
    assert "Side" not in reading.text
    for number, word in enumerate(("alfa", "beta", "gamma", "delta"), start=1):
        assert page_of(reading, f"ønsker det, og at {word}") == number
    assert (reading.title, reading.issuer, reading.year) == ("Temaplan for Nabo kommune 2030", "Nabo kommune", 2030)


def test_sizes_make_headings_and_every_bullet_an_item(read: Reader, tmp_path: Path) -> None:
    page = [
        (72.0, 80.0, "Plan for eldre", 24),
        (72.0, 130.0, "Måltider", 16),
        *((72.0, 160.0 + 14 * i, line, 11) for i, line in enumerate(LEFT)),
        (72.0, 250.0, "Bolig", 16),
        (72.0, 280.0, "• Flere boliger i sentrum", 11),
        (72.0, 296.0, "• Bedre lys ved inngangen", 11),
    ]
    text = read.read(saved(tmp_path, [page])).text
    found = [(b.kind, b.level, text[b.span.start : b.span.end]) for b in blocks(text)]
    assert [(level, name) for kind, level, name in found if kind == "heading"] == [
        (1, "Plan for eldre"),
        (2, "Måltider"),
        (2, "Bolig"),
    ]
    assert [name for kind, _, name in found if kind == "item"] == ["Flere boliger i sentrum", "Bedre lys ved inngangen"]


def tabled(folder: Path, marked: bool) -> Path:
    """A heading across a table of three columns, with the words of one cell marked in yellow, hyphen and all."""
    made = io.BytesIO()
    canvas = Canvas(made, pagesize=A4)
    across, down = (700, 680, 650, 620), (72, 200, 330, 460)
    for y in across:
        canvas.line(down[0], y, down[-1], y)
    for x in down:
        canvas.line(x, across[-1], x, across[0] if x in (down[0], down[-1]) else across[1])
    if marked:
        canvas.setFillColorRGB(1, 0.95, 0.4)
        for x, y, width in ((204, 654, 60), (204, 640, 30), (264, 654, 2.7)):
            canvas.rect(x, y, width, 12, stroke=0, fill=1)
        canvas.setFillColorRGB(0, 0, 0)
    canvas.setFont("Helvetica", 9)
    for x, y, text in (
        *((76, 686, "Mat og måltider"), (76, 666, "Tiltak"), (204, 666, "Ansvar"), (334, 666, "Tidsrom")),
        *((76, 636, "Eget kjøkken"), (204, 640, "Kommune-"), (204, 628, "direktøren"), (334, 636, "2027")),
    ):
        canvas.drawString(x, y, text)
    canvas.save()
    (folder / "tabell.pdf").write_bytes(made.getvalue())
    return folder / "tabell.pdf"


@pytest.mark.parametrize("marked", [False, True])
def test_a_heading_across_a_table_and_marked_words_in_it_part_no_cells(
    read: Reader, tmp_path: Path, marked: bool
) -> None:
    text = read.read(tabled(tmp_path, marked)).text
    assert "| Tiltak | Ansvar | Tidsrom |" in text
    assert "| Eget kjøkken | Kommunedirektøren | 2027 |" in text


def scanned(folder: Path) -> Path:
    """Two pages that are nothing but pictures of text."""
    text = saved(folder, [[(72.0, 100.0 + 16 * i, line, 12) for i, line in enumerate(LEFT)]])
    with pdfium.PdfDocument(text) as document:
        picture = document[0].render(scale=150 / 72, grayscale=True).to_pil()
    picture.save(folder / "skannet.pdf", resolution=150)
    return folder / "skannet.pdf"


def test_a_scanned_page_is_read_by_ocr_and_that_is_told(read: Reader, tmp_path: Path) -> None:
    if shutil.which("tesseract") is None:
        pytest.skip("tesseract er ikke installert")
    reading = read.read(scanned(tmp_path))
    assert "tilgjengelig for alle" in reading.text
    assert any("OCR" in said.nb for said in reading.remarks)
