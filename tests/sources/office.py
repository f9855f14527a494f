"""Documents made for a test, by the programs that planners use: Word's format, and LibreOffice for the rest."""

import re
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as Opened
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm
from docx.table import Table, _Row


def converted(files: Sequence[Path], to: str, folder: Path, *options: str) -> list[Path]:
    """The files as LibreOffice makes them; skips where it is not installed."""
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice er ikke installert")
    profile = f"-env:UserInstallation=file://{folder / 'profil'}"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        to,
        *options,
        "--outdir",
        str(folder),
        *map(str, files),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return [folder / f"{file.stem}.{to.partition(':')[0]}" for file in files]


def blank(head: str = "") -> Opened:
    """An empty document, with a running head."""
    document = Document()
    document.core_properties.title = ""
    document.sections[0].header.paragraphs[0].text = head
    return document


def table(document: Opened, head: Sequence[str], repeated: bool, widths: Sequence[float]) -> Table:
    """A table with rules and a head that is repeated on the next page, or not. Widths are centimetres."""
    made: Table = document.add_table(rows=1, cols=len(head))
    made.style = "Table Grid"
    made.autofit = False
    fill(made.rows[0], head, widths)
    if repeated:
        made.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    return made


def row(made: Table, cells: Sequence[str], widths: Sequence[float]) -> None:
    """One more row; a line break in a cell stands as ``\\n``."""
    fill(made.add_row(), cells, widths)  # type: ignore[no-untyped-call]


def group(made: Table, text: str) -> None:
    """A row that is one cell across the table."""
    cells = made.add_row().cells  # type: ignore[no-untyped-call]
    cells[0].merge(cells[-1]).text = text


def fill(made: _Row, cells: Sequence[str], widths: Sequence[float]) -> None:
    """Write in a row's cells."""
    for cell, text, width in zip(made.cells, cells, widths, strict=True):
        cell.text = text
        cell.width = Cm(width)


def hidden(document: Opened, text: str) -> None:
    """A paragraph that Word does not show."""
    run = document.add_paragraph().add_run(text)
    run._r.get_or_add_rPr().append(OxmlElement("w:vanish"))


def broken(text: str, longest: int) -> str:
    """The text with its long words broken by a hyphen at a line's end, as in a narrow cell."""
    return re.sub(rf"[^\W\d_]{{{longest},}}", lambda m: f"{m[0][:7]}-\n{m[0][7:]}", text)


def turned(document: Opened) -> None:
    """A page break."""
    document.add_paragraph().add_run()._r.append(_page_break())


def _page_break() -> object:
    made = OxmlElement("w:br")
    made.set(qn("w:type"), "page")
    return made
