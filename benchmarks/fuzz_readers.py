"""``python -m benchmarks.fuzz_readers [COUNT] [SEED]``: real documents broken at random, and read.

Bytes are flipped, cut, doubled and moved; in office documents also inside the parts of the archive, which is then
packed whole again, so that the damage reaches the reader. One in five is instead a sound PDF of tables drawn at random.
Prints a table; ends with 1 where a promise was broken: a reading whose text a screen would obey or whose pages do not
lie in it, more than 20 s, no sentence, a sound document refused, or an error of our own code taken for damage.
"""

import io
import random
import sys
import traceback
import zipfile
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

from docx import Document
from odf.opendocument import OpenDocumentText
from odf.style import Style, TextProperties
from odf.text import P, Span
from openpyxl import Workbook
from pptx import Presentation

from benchmarks.fuzz_tables import drawn
from benchmarks.hostile import Outcome, outcome
from benchmarks.hostile_files import shown_and_hidden, small_pdf
from lhl_assistant.errors import InputUnusable
from lhl_assistant.sources.reading.document import read_here
from lhl_assistant.sources.reading.reader import reader

TABLES = "tabeller.pdf"

TEXT = (
    "# Plan for Nabo\n\nMål:\n\n- mat\n  - måltid\n\n| Tiltak | Ansvar |\n|---|---|\n| Kjøkken | Rådmannen |\n\n"
    "1. Én\n2. To\n"
)
PAGE = b"BT /F 12 Tf 72 700 Td (Plan for bygda) Tj ET 50 50 400 200 re S 50 150 m 450 150 l S 200 50 m 200 250 l S\n"
HTML = (
    "<html lang=no><head><title>Plan</title></head><body><h1>Plan</h1><p>Tekst</p><ul><li>a</ul><table><tr>"
    "<th>Tiltak<td>x"
)
LETTER = (
    "Subject: =?utf-8?q?H=C3=B8ring?=\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nHei\n--b\n\nHa det\n--b--\n"
)


def seeds() -> dict[str, bytes]:
    """A sound document of each form."""
    return {
        "plan.docx": _word(),
        "skjult.docx": shown_and_hidden(),
        "plan.pdf": small_pdf(PAGE * 3),
        "møte.pptx": _slides(),
        "svar.xlsx": _sheets(),
        "plan.odt": _open_document(),
        "side.html": HTML.encode(),
        "brev.eml": LETTER.encode(),
        "ark.csv": 'Tiltak;Ansvar\nMat;"Rå;d"\n'.encode(),
        "plan.md": TEXT.encode(),
        "plan.txt": TEXT.replace("#", "1.0").encode(),
        "plan.rtf": b"{\\rtf1\\ansi{\\b Plan} for bygda\\par {\\trowd\\cellx100 a\\cell\\row}}",
    }


def broken(data: bytes, chance: random.Random) -> bytes:
    """The document with some of its bytes changed; an archive's parts are broken inside it, half of the time."""
    if data.startswith(b"PK") and chance.random() < 0.5:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        name = chance.choice(sorted(parts, key=lambda n: -len(parts[n]))[:6])
        parts[name] = _changed(parts[name], chance)
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
            for part, content in parts.items():
                archive.writestr(part, content)
        return made.getvalue()
    return _changed(data, chance)


def _changed(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.choice((1, 2, 5, 20))):
        at = chance.randrange(len(changed) + 1)
        to = min(len(changed), at + chance.choice((1, 2, 8, 60)))
        match chance.randrange(6):
            case 0 if at < len(changed):
                changed[at] ^= 1 << chance.randrange(8)
            case 1:
                del changed[at:to]
            case 2:
                changed[at:at] = changed[at:to] * chance.choice((1, 3, 200))
            case 3:
                changed[at:to] = chance.randbytes(to - at)
            case 4:
                changed[at:at] = chance.choice((b"\0", b"\xff" * 8, b"<", b">", b"999999999", b"&a;", b"|", b"\x1b["))
            case _:
                del changed[max(at, len(changed) // 3) :]
    return bytes(changed)


def _word() -> bytes:
    document = Document()
    document.add_heading("Plan for Nabo kommune", 0)
    document.add_paragraph("Punkt", style="List Bullet")
    table = document.add_table(rows=2, cols=2)
    table.rows[1].cells[0].merge(table.rows[1].cells[1]).text = "Gruppe"
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def _slides() -> bytes:
    deck = Presentation()
    for show in ("1", "0"):
        slide = deck.slides.add_slide(deck.slide_layouts[1])
        slide.shapes.title.text, slide.placeholders[1].text = "Mat", "Middag\nKjøkken"
        slide.shapes.add_table(2, 2, 0, 0, 99, 99).table.cell(0, 0).text = "Tiltak"
        slide._element.set("show", show)
    made = io.BytesIO()
    deck.save(made)
    return made.getvalue()


def _sheets() -> bytes:
    book = Workbook()
    for state in ("visible", "hidden"):
        sheet = book.create_sheet(state)
        sheet.append(["Tiltak", 12, None])
        sheet.sheet_state = state
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def _open_document() -> bytes:
    document = OpenDocumentText()
    unseen = Style(name="usett", family="text")
    unseen.addElement(TextProperties(attributes={"display": "none"}))
    document.automaticstyles.addElement(unseen)
    document.text.addElement(P(stylename="Title", text="Plan"))
    shown = P(text="Mat")
    shown.addElement(Span(stylename=unseen, text="usett"))
    document.text.addElement(shown)
    made = io.BytesIO()
    document.write(made)
    return made.getvalue()


def _wrong(found: Outcome, file: Path) -> str:
    """Which promise was broken, "" for none."""
    if found.reading is None:
        sound = "lesbare tabeller er avvist" if file.name == TABLES and "er tom" not in found.sentence else ""
        return found.broken or (_own_fault(file) if "skadet" in found.sentence else "") or sound
    pages = found.reading.pages
    inside = list(pages) == sorted(pages) and max(pages, default=0) <= len(found.reading.text)
    return found.broken or ("" if inside else "sider utenfor teksten")


def _own_fault(file: Path) -> str:
    """Where in our own code an error was raised that the planner was told is damage, "" where a library raised it."""
    try:
        read_here(file, lambda _done, _of: None)
    except InputUnusable:
        return ""
    except Exception as error:
        last = traceback.extract_tb(error.__traceback__)[-1]
        return f"{last.filename}:{last.lineno}: {error!r}" if "lhl_assistant" in Path(last.filename).parts else ""
    return ""


def main(count: int, seed: int) -> int:
    """Break and read ``count`` documents, print what came of them."""
    chance, sound = random.Random(seed), seeds()
    names = [*sorted(sound), *[TABLES] * (len(sound) // 4)]
    told: Counter[tuple[str, str]] = Counter()
    failures = 0
    with TemporaryDirectory() as folder, reader() as opened:
        for number in range(count):
            name = chance.choice(names)
            file = Path(folder) / name
            file.write_bytes(drawn(chance) if name == TABLES else broken(sound[name], chance))
            found = outcome(opened, file)
            reading = found.reading
            if wrong := _wrong(found, file):
                failures += 1
                print(f"{number}: {name}: {wrong}", flush=True)
            told[name, "lest" if reading else "avvist"] += 1
            told[name, "prosessen falt"] += not reading and "minne" in found.sentence
    print("| form | lest | avvist | prosessen falt |\n|---|---|---|---|")
    for name in sorted({*names}):
        print(f"| {name} | {told[name, 'lest']} | {told[name, 'avvist']} | {told[name, 'prosessen falt']} |")
    print(f"\n{count} dokumenter, frø {seed}, {failures} brudd")
    return int(failures > 0)


if __name__ == "__main__":
    sys.exit(main(*(int(a) for a in (*sys.argv[1:3], *("2000", "1")[len(sys.argv) - 1 :]))))
