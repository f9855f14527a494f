"""The two example plans as Word files: their own text, with the action plans laid out as tables again.

The text is the plans' own (``../shared/sources``); the rows are the municipality's, as read in ``../shared/facts``, in
the columns of the plan's own table. Nothing of either is kept here.
"""

import re
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from lhl_assistant.export.document import Block, Document, Heading, Paragraph, Table
from lhl_assistant.export.parse import blocks, inline
from lhl_assistant.export.write import write
from lhl_assistant.sources import plain

SHARED = Path(__file__).parents[3] / "shared"

Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Laid:
    """A plan as it can be written: what stands before the action plan, and its tables by their headings."""

    title: str
    body: tuple[Block, ...]
    heading: str
    columns: Row
    tables: tuple[tuple[str, tuple[Row, ...]], ...]
    closing: tuple[Block, ...] = ()

    def markdown(self) -> str:
        """The plan as Markdown text."""
        with TemporaryDirectory() as folder:
            return self.write(Path(folder) / "plan.md").read_text(encoding="utf-8")

    def write(self, file: Path) -> Path:
        """Write the plan as Word (or what the file's name says)."""
        tables: list[Block] = []
        for heading, rows in self.tables:
            cells = tuple(tuple(inline(_cell(value)) for value in row) for row in rows)
            tables += [Heading(2, heading), Table(self.columns, cells, "")]
        write(Document(self.title, "nb", (*self.body, Heading(1, self.heading), *tables, *self.closing)), file)
        return file


def balsfjord() -> Laid:
    """Balsfjord's plan: a table for each «Innsats», with the columns of the plan."""
    return _laid(
        "balsfjord-2021", "A6", "Plan for Leve hele livet – Balsfjord kommune", r"^\s*9\.2 Handlingsplan", None
    )


def lesja() -> Laid:
    """Lesja's plan: a table for each innsatsområde; the last column is of remarks, not of costs."""
    title = "Strategiplan Leve hele livet – Lesja kommune"
    return _laid("lesja-2021", "B4", title, r"^\s*HANDLINGSPLAN perioden", r"^FELLES FOR ALLE.*")


def text_of(name: str) -> str:
    """An original as text. Skips where ``../shared`` is not there."""
    file = SHARED / "sources" / f"{name}.txt"
    if not file.is_file():
        pytest.skip("../shared/sources er ikke her: testen trenger eksempelplanenes egen tekst")
    return file.read_text(encoding="utf-8")


def _laid(name: str, section: str, title: str, begins: str, ends: str | None) -> Laid:
    text = text_of(name)
    place = re.search(begins, text, re.MULTILINE)
    assert place
    body = blocks(plain.to_markdown(text[: place.start()]), first_level=1)
    lines = (SHARED / "facts" / "planer.md").read_text(encoding="utf-8").splitlines()
    start = next(n for n, line in enumerate(lines) if line.startswith(f"## {section}"))
    columns: Row = ()
    tables: list[tuple[str, tuple[Row, ...]]] = []
    rows: list[Row] = []
    for line in lines[start + 1 :]:
        if line.startswith(("## ", "# ", "**")):
            break
        if line.startswith("### "):
            rows = []
            tables.append((line[4:], ()))
        elif line.startswith("|") and not line.startswith("|---"):
            cells = tuple(cell.strip() for cell in line.strip("|").split("|"))
            if cells[1] == "Tiltak":
                columns = ("Nr.", *cells[1:4], "Merknad" if cells[4] == "Merknad" else "Kostnad")
            else:
                rows.append(cells)
                tables[-1] = (tables[-1][0], tuple(rows))
    last = re.search(ends, text, re.MULTILINE) if ends else None
    closing: tuple[Block, ...] = ()
    if last:
        rest = " ".join(text[last.end() :].split())
        closing = (Heading(1, last.group().strip()), Paragraph(inline(rest)))
    return Laid(title, body, place.group().strip(), columns, tuple(tables), closing)


def _cell(value: str) -> str:
    return "" if value == "–" else value.replace("⚠", "").replace("*", "")


AREAS = {
    1: "Et aldersvennlig Norge",
    2: "Aktivitet og fellesskap",
    3: "Mat og måltider",
    4: "Helsehjelp",
    5: "Sammenheng i tjenestene",
}
_PLANNED = {
    1: ("Seniorkurs om å planlegge egen alderdom", "Eldre skal delta i planarbeidet for sentrum"),
    2: ("Flere generasjonsmøter mellom skole og sykehjem", "Frivilligsentral med koordinator"),
    3: ("Måltidsfellesskap der eldre kan spise sammen", "Kartlegge ernæringsstatus hos alle på sykehjem"),
    4: ("Forebyggende hjemmebesøk til alle som fyller 78 år", "Styrke- og balansetrening i grupper"),
    5: ("Avlastning og pårørendeskole", "Fast primærkontakt for hver bruker"),
}
_BEGINNING = """# Innledning

Kommunestyret vedtok planen 12. mars 2026, sak 18/26. Eldrerådet har vært med i arbeidsgruppen og gitt uttalelse.
Planen følger opp målene i samfunnsdelen.
Fjelldal kommune deltar i det regionale nettverket for aldersvennlige kommuner.

## Befolkning

Fjelldal har 5 360 innbyggere i 2026. Framskrivingen viser 750 personer over 80 år i 2050.

## Gjennomføring

Tiltakene innarbeides i økonomiplanen hvert år. Planen evalueres og rulleres årlig i kommunestyret.
"""


def made_up(
    without_area: int | None = None, without_column: str | None = None, order: tuple[int, ...] = (1, 2, 3, 4, 5)
) -> Laid:
    """A plan of a municipality that does not exist, without a fault but those that are asked for."""
    chapters: list[Block] = list(blocks(_BEGINNING))
    columns = ("Tiltak", "Ansvar", "Tidsrom", "Kostnad")
    kept = [n for n, name in enumerate(columns) if name != without_column]
    tables = []
    for area in (a for a in order if a != without_area):
        chapters += [Heading(1, AREAS[area]), Heading(2, "Strategi")]
        chapters += [Paragraph(inline(f"{planned}.")) for planned in _PLANNED[area]]
        rows = [(planned, "Kommunalsjef helse", "2027–2028", "kr 150 000") for planned in _PLANNED[area]]
        tables.append((AREAS[area], tuple(tuple(row[n] for n in kept) for row in rows)))
    names = tuple(columns[n] for n in kept)
    return Laid("Plan for eldre i Fjelldal", tuple(chapters), "Handlingsplan", names, tuple(tables))
