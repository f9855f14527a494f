"""Pages that are pictures of text, read by tesseract where it is installed with Norwegian."""

import csv
import os
import shutil
import subprocess
from functools import cache
from io import StringIO

import pypdfium2 as pdfium

from lhl_assistant.sources.reading.pdf.page import Box, Ink, Page, Word

MOST_PAGES = 300
"""So many pages are read so; each takes seconds."""

_DOTS, _POINTS, _WORD, _PATIENCE = 300, 72, "5", 60
_FEW_LETTERS, _COVERED = 20, 0.4
_SURE = 30.0
_INK = Ink((0, 0, 0, 255), False, True, 11.0)


def is_scanned(page: Page) -> bool:
    """Whether a page has a picture over much of it and next to no text."""
    area = max(page.width * page.height, 1.0)
    covered = sum((s.box.right - s.box.left) * s.box.height for s in page.shapes if s.picture)
    return covered >= _COVERED * area and sum(len(word.text) for word in page.words) < _FEW_LETTERS


@cache
def language() -> str | None:
    """The Norwegian that tesseract has, None where it or the language is not installed."""
    if shutil.which("tesseract") is None:
        return None
    listed = subprocess.run(["tesseract", "--list-langs"], capture_output=True, text=True, timeout=10, check=False)
    return next((name for name in ("nor", "nno") if name in listed.stdout.split()), None)


def words(page: pdfium.PdfPage) -> list[Word]:
    """The words that tesseract sees on the page; its size is not known, for letters' heights do not tell it.

    Raises OSError or subprocess.SubprocessError where tesseract fails.
    """
    scale = _DOTS / _POINTS
    bitmap = page.render(scale=scale, grayscale=True)
    picture = bitmap.to_numpy().reshape(bitmap.height, -1)[:, : bitmap.width]
    grey = b"P5 %d %d 255\n" % (bitmap.width, bitmap.height) + picture.tobytes()
    command = ["tesseract", "stdin", "stdout", "-l", language() or "nor", "--dpi", str(_DOTS), "tsv"]
    environment = {**os.environ, "OMP_THREAD_LIMIT": "1"}
    made = subprocess.run(command, input=grey, capture_output=True, timeout=_PATIENCE, check=True, env=environment)
    rows = csv.DictReader(StringIO(made.stdout.decode("utf-8", "replace")), delimiter="\t", quoting=csv.QUOTE_NONE)
    top = bitmap.height
    found = []
    for row in rows:
        if row["level"] == _WORD and row["text"].strip() and float(row["conf"]) >= _SURE:
            left, up, width, height = (int(row[name]) for name in ("left", "top", "width", "height"))
            box = Box(left / scale, (left + width) / scale, (top - up - height) / scale, (top - up) / scale)
            found.append(Word(row["text"].strip(), box, _INK, spaced=False))
    return found
