"""Notes on a photo: print is read, a scribble is refused with what to do, and a doubt is told."""

import shutil
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont

from lhl_assistant.errors import InputUnusable
from lhl_assistant.export.fonts import fonts
from lhl_assistant.sources.reading.pdf.ocr import language
from lhl_assistant.workshop import photo
from lhl_assistant.workshop.importing import bring_in, notes_of
from lhl_assistant.workshop.session import Session

LINES = ["Mer sang på sykehjemmet", "Jeg vil ha fisk på tirsdager", "Bussen går for sjelden til legen"]

reads = pytest.mark.skipif(
    shutil.which("tesseract") is None or language() is None, reason="tesseract med norsk er ikke installert"
)


def photographed(path: Path, lines: list[str], turned: float = 0.0, paper: str = "#f4efe2") -> Path:
    """A picture of a sheet with the lines printed on it, each after a dash."""
    with fonts() as folder:
        font = ImageFont.truetype(str(folder / "SourceSans3[wght].ttf"), 44)
    picture = Image.new("RGB", (1200, 200 + 90 * len(lines)), paper)
    draw = ImageDraw.Draw(picture)
    for at, line in enumerate(lines):
        draw.text((90, 90 + 90 * at), f"- {line}", "#30302c", font=font)
    picture.rotate(turned, fillcolor=paper).save(path)
    return path


@reads
@pytest.mark.parametrize(("name", "turned"), [("ark.png", 0.0), ("ark.jpg", 1.5)])
def test_printed_notes_become_contributions_once(session: Session, tmp_path: Path, name: str, turned: float) -> None:
    sheet = photographed(tmp_path / name, LINES, turned)
    notes = notes_of(sheet)
    assert [c.text for c in bring_in(session, sheet, notes.text)] == LINES
    assert notes.unsure == 0
    assert not bring_in(session, sheet, notes_of(sheet).text)


@reads
def test_a_scribble_is_no_contribution(tmp_path: Path) -> None:
    picture = Image.new("L", (900, 600), 255)
    draw = ImageDraw.Draw(picture)
    for y in range(100, 500, 80):
        draw.line([(x, y + (x * 37 % 41) - 20) for x in range(80, 820, 12)], 60, 4)
    picture.save(tmp_path / "krusedull.png")
    with pytest.raises(InputUnusable, match="skriv linjene inn"):
        photo.read(tmp_path / "krusedull.png")


@pytest.mark.parametrize("content", [b"", b"ikke et bilde", b"\x89PNG\r\n\x1a\n0000"])
def test_what_is_no_picture_is_refused_in_a_sentence(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "ark.png"
    file.write_bytes(content)
    with pytest.raises(InputUnusable):
        notes_of(file)


def test_lines_that_are_read_badly_are_counted_and_the_worst_left_out() -> None:
    head = "level\tblock_num\tpar_num\tline_num\tconf\ttext"
    rows = ["5\t1\t1\t1\t95\tMer", "5\t1\t1\t1\t93\tsang", "5\t1\t1\t2\t50\tbnker", "5\t1\t1\t3\t12\txq"]
    assert photo._lines("\n".join([head, *rows])) == [("Mer sang", 94.0), ("bnker", 50.0)]
