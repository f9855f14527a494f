"""Comma- or semicolon-separated tables, in whatever encoding and with whatever separator they were saved."""

import csv
from io import StringIO

from lhl_assistant.sources.reading.model import Raw
from lhl_assistant.sources.reading.parts import Table, markdown
from lhl_assistant.sources.reading.text import decoded

_SEPARATORS = ";\t,|"


def read(data: bytes) -> Raw:
    """The table. Python's own reader: kreuzberg's guesses the encoding wrong for what Excel saves in Norway."""
    text = decoded(data)
    start = text[:20_000]
    lines = start.splitlines()[:20] or [""]
    separator = max(_SEPARATORS, key=lambda s: min(line.count(s) for line in lines if line.strip() or line is lines[0]))
    rows = csv.reader(StringIO(text), delimiter=separator)
    return Raw(markdown([Table(tuple(tuple(cell.strip() for cell in row) for row in rows))]))
