"""Contributions from paper: lines of a text, rows of a CSV, or what a photo's text recognition gave.

The same file read twice adds nothing: a line's id follows from the table, the file's name, its words and how many times
they have stood before in that file.
"""

import csv
import io
import re
from collections import Counter
from datetime import datetime
from pathlib import Path

from lhl_assistant.errors import InputUnusable
from lhl_assistant.said import Said
from lhl_assistant.sources.reading.model import TooLong
from lhl_assistant.sources.reading.refusals import because
from lhl_assistant.sources.reading.text import decoded
from lhl_assistant.workshop import photo
from lhl_assistant.workshop.journal import ids
from lhl_assistant.workshop.photo import Notes
from lhl_assistant.workshop.session import LONGEST, Session
from lhl_assistant.workshop.state import Contribution

_BULLET = re.compile(r"^\s*(?:[-–—•*·▪○●✓☐]|\(?\d{1,3}[.)])\s+")
_PLAIN = (".txt", ".csv", ".tsv", ".md")
_COLUMNS = ("innspill", "innspel", "tekst", "svar", "kommentar")
_LOST = "\N{REPLACEMENT CHARACTER}"
"""What stands where a letter could not be read: words that hold it are not what was said."""
_MARKDOWN = re.compile(r"^\s*(?:#+\s|\|?\s*-{3,})")


def bring_in(session: Session, file: Path, text: str) -> list[Contribution]:
    """Keep the contributions that ``text``, read from ``file``, holds; those that are new.

    Raises InputUnusable where there are none.
    """
    found = from_csv(text) if file.suffix.lower() in (".csv", ".tsv") else from_lines(text)
    if not found:
        raise InputUnusable(
            Said(
                f"Fant ingen innspill i «{file.name}». Skriv ett innspill på hver linje.",
                f"Fann ingen innspel i «{file.name}». Skriv eitt innspel på kvar linje.",
            )
        )
    begun = datetime.fromisoformat(session.state.log[0].at)
    before: Counter[str] = Counter()
    lines = []
    for line in found:
        lines.append((ids.of_content(begun, session.table, file.name, line, str(before[line])), line))
        before[line] += 1
    return session.bring_in(lines, file.name)


def notes_of(file: Path) -> Notes:
    """What ``file`` says: plain text as it is, a photo by text recognition, else as any document is read.

    Raises InputUnusable.
    """
    return photo.read(file) if photo.is_photo(file) else Notes(_text_of(file), 0)


def _text_of(file: Path) -> str:
    if file.suffix.lower() not in _PLAIN:
        from lhl_assistant.sources.reading.reader import read

        return read(file).text
    try:
        text = decoded(file.read_bytes())
    except OSError as error:
        raise InputUnusable(
            Said(f"«{file}» kan ikke leses. Sjekk at filen finnes.", f"«{file}» kan ikkje lesast. Sjekk at fila finst.")
        ) from error
    except TooLong as error:
        raise because(error, file.name) from error
    if _LOST in text:
        raise InputUnusable(
            Said(
                f"«{file.name}» har bokstaver som ikke kan leses. Lagre den på nytt som UTF-8 og prøv igjen.",
                f"«{file.name}» har bokstavar som ikkje kan lesast. Lagre ho på nytt som UTF-8 og prøv igjen.",
            )
        )
    return text


def from_lines(text: str) -> list[str]:
    """One contribution a line, or a paragraph where blank lines part them: what text recognition broke is joined.

    Bullets and numbers before a line are left out; so are headings.
    """
    blocks = re.split(r"\n\s*\n", text.strip())
    wrapped = len(blocks) > 1 and not _BULLET.search(text)
    lines = [" ".join(b.split()) for b in blocks] if wrapped else _joined(text.splitlines())
    said = (_BULLET.sub("", line).strip() for line in lines if not _MARKDOWN.match(line))
    return [line[:LONGEST] for line in said if any(c.isalnum() for c in line)]


def _joined(lines: list[str]) -> list[str]:
    """Lines, with those that go on from one with a bullet put onto it."""
    listed = any(_BULLET.match(line) for line in lines)
    found: list[str] = []
    for line in lines:
        if listed and found and line[:1].isspace() and not _BULLET.match(line):
            found[-1] = f"{found[-1]} {line.strip()}"
        else:
            found.append(line)
    return found


def from_csv(text: str) -> list[str]:
    """The column called «innspill» or the like, else the one with the longest texts."""
    try:
        dialect = csv.Sniffer().sniff(text[:4096], delimiters=";,\t")
    except csv.Error:
        dialect = csv.excel
    rows = [row for row in csv.reader(io.StringIO(text), dialect) if any(cell.strip() for cell in row)]
    if not rows:
        return []
    names = [cell.strip().casefold() for cell in rows[0]]
    named = next((i for i, name in enumerate(names) if name in _COLUMNS), None)
    body = rows if named is None else rows[1:]
    width = max(len(row) for row in rows)
    column = named if named is not None else max(range(width), key=lambda i: sum(len(r[i]) for r in body if len(r) > i))
    cells = (" ".join(row[column].split()) for row in body if len(row) > column)
    return [cell[:LONGEST] for cell in cells if any(c.isalnum() for c in cell)]
