"""The knowledge keeps what its own README asks for, and holds every row of the example plans."""

import re
from collections import Counter

import pytest

from lhl_assistant.reform.model import Reform
from lhl_assistant.sources import bundled
from lhl_assistant.sources.model import Passage, Source, Status
from lhl_assistant.sources.passages import passages
from tests.conftest import KNOWLEDGE, SHARED

SOURCES = {s.id: s for s in bundled.sources(KNOWLEDGE)}
PASSAGES: list[tuple[Source, Passage]] = [(s, p) for s in SOURCES.values() for p in passages(s.text, s.title)]


def rows(source: str, *columns: str) -> list[Passage]:
    wanted = {c.lower() for c in columns}
    own = list(passages(SOURCES[source].text, SOURCES[source].title))
    return [p for p in own if p.cells and wanted <= {c.column.lower() for c in p.cells}]


def test_every_file_keeps_the_form() -> None:
    assert list(bundled.complaints(KNOWLEDGE)) == []


def test_every_solution_has_a_section_of_its_own(reform: Reform) -> None:
    headings = {h for _, p in PASSAGES for h in p.heading}
    for area in reform.areas:
        for solution in area.solutions:
            assert any(h.startswith(f"{solution.number} ") for h in headings), solution.number


def test_balsfjords_42_measures_are_all_there() -> None:
    found = rows("balsfjord-2021", "Nr.", "Tiltak", "Ansvar", "Tidsrom", "Kostnad/merknad")
    assert list(Counter(p.heading[-1][:9] for p in found).values()) == [15, 9, 3, 9, 6]
    numbers = [p.cells[0].value for p in found]
    assert len(set(numbers)) == len(numbers) == 42
    assert sum("utred" in p.cells[4].value.lower() for p in found) == 19


def test_lesjas_38_measures_are_all_there_without_amounts() -> None:
    found = rows("lesja-2021", "Nr.", "Tiltak", "Ansvar", "Tidsrom", "Merknad")
    assert list(Counter(p.heading[-2:] for p in found).values()) == [5, 8, 7, 10, 8]
    assert not any(re.search(r"\bkr\b|kroner", p.embedding_text(SOURCES["lesja-2021"].text)) for p in found)


def test_sunndals_7_measures_and_4_investments_are_all_there() -> None:
    found = rows("sunndal-2023", "Tiltak", "År", "Kostnad/omfang")
    assert list(Counter(p.heading[-1] for p in found).values()) == [7, 4]


def test_a_plan_is_an_example_and_the_reform_is_history() -> None:
    assert SOURCES["balsfjord-2021"].status == Status.EXAMPLE
    assert SOURCES["om-reformen"].status == Status.HISTORICAL
    assert SOURCES["bo-trygt-hjemme"].status == Status.CURRENT


def test_method_and_duty_never_rest_on_the_reform_itself() -> None:
    """What specialist sources say of a method, or a rule demands, is not told as if the reform said it."""
    for source, passage in PASSAGES:
        told = passage.heading[-1].lower()
        if source.id.startswith("omrade-") and re.search(r"fagkilder sier|regelverket krever", told):
            assert not passage.attributions[0].original.startswith("mst15"), passage.heading


def test_unconfirmed_facts_say_so_where_they_stand() -> None:
    adopted = [
        t
        for s, p in PASSAGES
        if s.id == "balsfjord-2021"
        for t in [s.text[p.span.start : p.span.end]]
        if "vedtok planen" in t
    ]
    assert adopted
    assert all("(ubekreftet)" in t for t in adopted)


def test_no_run_of_twelve_words_is_shared_with_the_originals() -> None:
    folder = SHARED / "sources"
    if not folder.is_dir():
        pytest.skip("originaldokumentene for testing ligger ikke ved siden av kildekoden")
    runs = {
        run
        for file in folder.glob("*.txt")
        for run in _runs(re.sub(r"-\s*\n\s*", "", file.read_text(encoding="utf-8")))
    }
    shared = [
        (source.id, " ".join(run))
        for source, passage in PASSAGES
        for run in _runs(source.text[passage.span.start : passage.span.end])
        if run in runs
    ]
    names_only = "leve hele livet en kvalitetsreform for eldre"
    assert [run for run in shared if names_only not in run[1]] == []


def _runs(text: str, length: int = 12) -> list[tuple[str, ...]]:
    words = re.findall(r"[a-zæøåäöéü0-9]+", text.lower())
    return [tuple(words[i : i + length]) for i in range(len(words) - length + 1)]
