"""The action tables of real plans, laid out as the plans have them, become measures with every cell right."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pytest
from docx.document import Document

from lhl_assistant.plan.columns import field
from lhl_assistant.plan.measures import Measure, focus_area, of_passages
from lhl_assistant.reform.model import Reform
from lhl_assistant.sources.passages import passages
from lhl_assistant.sources.reading.model import Reading
from lhl_assistant.sources.reading.reader import Reader, reader
from tests.conftest import SHARED
from tests.sources import office

_WIDTHS = (5.0, 3.0, 4.0, 3.5)


@dataclass(frozen=True)
class Fact:
    """A row of the facts: the table that it stands in, its number and its cells, "" for an empty one."""

    table: str
    number: str
    text: str
    responsible: str
    period: str
    last: str


def facts(chapter: str) -> list[Fact]:
    """The rows of one chapter's tables in the shared facts."""
    path = SHARED / "facts" / "planer.md"
    if not path.is_file():
        pytest.skip("faktaene om planene ligger ikke ved siden av kildekoden")
    part = re.search(rf"^## {chapter}\. .*?(?=^## |^# |\Z)", path.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    assert part
    rows: list[Fact] = []
    for heading, lines in re.findall(r"^### (.+?)\n((?:\|.*\n)+)", part[0], re.MULTILINE):
        for line in lines.splitlines()[2:]:
            cells = [c.strip() for c in line.strip("|").split("|")]
            rows.append(Fact(heading, *("" if c == "–" else c for c in cells)))
    return rows


def balsfjord(document: Document, rows: Sequence[Fact]) -> None:
    """As that plan has it: the strategy names the measures' column, letters stand under numbered heading rows."""
    strategies = {
        n: f"Hovedstrategien for område {word}" for n, word in enumerate(["én", "to", "tre", "fire", "fem"], 1)
    }
    for name in dict.fromkeys(r.table for r in rows):
        document.add_heading(name.replace(" – ", ": "), 2)
        number = int(re.findall(r"\d", name)[0])
        made = office.table(document, [strategies[number], "Kostnader", "Ansvar", "Tidsrom"], False, _WIDTHS)
        own = [r for r in rows if r.table == name]
        for i, fact in enumerate(own):
            digits, letter = re.findall(r"(\d+)([a-z]?)", fact.number)[0]
            if letter and not any(re.match(rf"{digits}\D*$", before.number) for before in own[:i]):
                office.row(made, [f"{digits}. Gruppe {digits} av tiltak", "", "", ""], _WIDTHS)
            mark = f"{letter}) " if letter else f"{digits}. " if int(digits) < 11 else f"{digits}) "
            cells = [mark + fact.text, fact.last, fact.responsible, fact.period]
            office.row(made, [office.broken(cell, 13) for cell in cells], _WIDTHS)


def lesja(document: Document, rows: Sequence[Fact]) -> None:
    """As that plan has it: the innsatsområde across the table, then its measures, the head repeated on each page."""
    made = office.table(document, ["Tiltak", "Ansvar", "Tidsrom", "Merknad"], True, _WIDTHS)
    table = ""
    for fact in rows:
        if fact.table != table:
            table = fact.table
            office.group(made, table)
        cells = [fact.text, fact.responsible, fact.period, fact.last]
        office.row(made, [office.broken(cell, 13) for cell in cells], _WIDTHS)


@pytest.fixture(scope="module")
def read() -> Iterator[Reader]:
    with reader() as opened:
        yield opened


@pytest.fixture(scope="module")
def plans(tmp_path_factory: pytest.TempPathFactory, read: Reader) -> dict[str, Reading]:
    folder = tmp_path_factory.mktemp("planer")
    rows = {"balsfjord": facts("A6"), "lesja": facts("B4")}
    files = []
    for name, lay_out in (("balsfjord", balsfjord), ("lesja", lesja)):
        document = office.blank(f"Plan for Leve hele livet – {name.title()} kommune")
        document.add_heading(f"Handlingsplan for {name.title()} kommune", 1)
        document.add_paragraph("Tiltakene under følges opp i den årlige rulleringen av økonomiplanen. " * 6)
        lay_out(document, rows[name])
        files.append(folder / f"{name}.docx")
        document.save(str(files[-1]))
    every = [*files, *office.converted(files, "pdf", folder)]
    return {file.name: read.read(file) for file in every}


def found(reading: Reading) -> list[Measure]:
    return of_passages("plan", passages(reading.text, reading.title or ""))


@pytest.mark.parametrize("form", ["docx", "pdf"])
def test_all_rows_of_balsfjord_become_measures_with_every_cell_right(plans: dict[str, Reading], form: str) -> None:
    expected = [(r.text, r.responsible or None, r.period or None, r.last or None) for r in facts("A6")]
    measures = found(plans[f"balsfjord.{form}"])
    assert [(m.text, m.responsible, m.period, m.cost) for m in measures] == expected
    assert len(measures) == 42
    for fact, measure in zip(facts("A6"), measures, strict=True):
        assert measure.number == (fact.number[-1] if fact.number[-1].isalpha() else fact.number)
        assert measure.strategy is not None
        grouped = fact.number[-1].isalpha() and measure.strategy.startswith("Gruppe")
        assert grouped or measure.strategy.startswith("Hovedstrategien") or measure.strategy.startswith("Gruppe")


@pytest.mark.parametrize("form", ["docx", "pdf"])
def test_all_rows_of_lesja_become_measures_with_every_cell_right(
    plans: dict[str, Reading], form: str, reform: Reform
) -> None:
    rows = facts("B4")
    measures = found(plans[f"lesja.{form}"])
    assert [(m.text, m.responsible, m.period, m.remark, m.strategy) for m in measures] == [
        (r.text, r.responsible or None, r.period or None, r.last or None, r.table) for r in rows
    ]
    assert len(measures) == 38
    areas = {m.strategy: focus_area(m, reform) for m in measures}
    assert areas["Mat og måltider"] == 3
    assert areas["Helsehjelp"] == 4


@pytest.mark.parametrize("name", ["balsfjord", "lesja"])
def test_the_tables_went_over_pages_and_no_page_is_claimed_for_word(plans: dict[str, Reading], name: str) -> None:
    assert len(plans[f"{name}.pdf"].pages) > 2
    assert plans[f"{name}.docx"].pages == ()
    for form in ("docx", "pdf"):
        reading = plans[f"{name}.{form}"]
        for m in found(reading):
            assert m.text.split()[-1] in reading.text[m.span.start : m.span.end].replace("\\", "")


@pytest.mark.parametrize(
    ("name", "holds"),
    [
        ("Tiltak", "text"),
        ("Kostnad/merknad", "cost"),
        ("Ansvarleg", "responsible"),
        ("Hvem", "responsible"),
        ("Når", "period"),
        ("Frist", "period"),
        ("Økonomi", "cost"),
        ("Oppfølging", "remark"),
        ("Status", "remark"),
        ("Finansiering", "finance"),
        ("Strategi", "strategy"),
        ("Mål", "strategy"),
        ("Nr.", "number"),
        ("Kva skal gjerast", "text"),
        ("Folketall", None),
    ],
)
def test_columns_are_known_under_the_names_that_plans_use(name: str, holds: str | None) -> None:
    assert field(name) == holds


def of_table(text: str) -> list[Measure]:
    return of_passages("plan", passages(text, "Plan"))


def test_a_nynorsk_table_with_years_as_columns() -> None:
    found = of_table(
        "## Aktivitet og fellesskap\n\n| Mål | Tiltak | Ansvarleg | 2026 | 2027 |\n|---|---|---|---|---|\n"
        "| Fleire møter | Frivilligsentral | Kultur | kr 230 000 | x |\n"
    )
    assert [(m.text, m.strategy, m.responsible, m.period, m.cost) for m in found] == [
        ("Frivilligsentral", "Fleire møter", "Kultur", "2026. 2027", "2026: kr 230 000")
    ]


def test_a_measure_that_nobody_owns_is_a_measure_and_a_row_across_the_table_is_none() -> None:
    head = "| Tiltak | Ansvar | Frist |\n|---|---|---|\n"
    found = of_table(
        head + "| Mat og måltider |\n| Spisevenner | | |\n| 2 nye årsverk | Helse | 2027 |\n| Temakveld | – | |\n"
    )
    assert [(m.text, m.strategy, m.responsible) for m in found] == [
        ("Spisevenner", "Mat og måltider", None),
        ("2 nye årsverk", "Mat og måltider", "Helse"),
        ("Temakveld", "Mat og måltider", None),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "| Tall | Verdi |\n|---|---|\n| Folketall | 5 550 |\n",
        "| Tiltak | Omtale |\n|---|---|\n| Eldreråd | Møtes ofte |\n",
        "Ingen tabell her.",
    ],
)
def test_other_tables_hold_no_measures(text: str) -> None:
    assert of_table(text) == []
