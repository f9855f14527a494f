"""Population from files that a planner saved: the groups of the plan, with every person counted once."""

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lhl_assistant.errors import InputUnusable
from lhl_assistant.plan.demography.counts import Ages, Count, grouped
from lhl_assistant.plan.demography.gather import from_files
from lhl_assistant.plan.demography.jsonstat import parse
from lhl_assistant.plan.document.model import AgeGroups, Population
from tests.plan.demography import material

_TODAY = date(2026, 11, 22)
_EXPECTED = tuple(
    AgeGroups(
        year,
        material.total(year, 0, 66),
        material.total(year, 67, 79),
        material.total(year, 80, 89),
        material.total(year, 90, 105),
        material.total(year, 20, 66),
        projected=year > 2026,
    )
    for year in (2026, 2030, 2040, 2050)
)


def _from(tmp_path: Path, text: str, name: str = "tabell.json", encoding: str = "utf-8") -> Population:
    file = tmp_path / name
    file.write_text(text, encoding=encoding)
    return from_files([file], "Fjelldal", _TODAY)


@pytest.mark.parametrize("sparse", [False, True])
def test_json_stat_2_gives_the_groups_for_now_each_tenth_year_and_the_last(tmp_path: Path, sparse: bool) -> None:
    found = _from(tmp_path, material.text("14288: Framskrevet folkemengde", sparse=sparse))
    assert found.years == _EXPECTED
    assert found.source == "14288: Framskrevet folkemengde"
    assert found.fetched == "2026-11-22"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (material.csv(), "utf-8-sig"),
        (material.csv(","), "latin-1"),
        (material.csv("\t"), "utf-8"),
        (material.csv(wide=False), "utf-8"),
        ("Befolkning, etter alder\n\n" + material.csv(), "cp1252"),
    ],
)
def test_csv_in_the_forms_it_is_saved_in_gives_the_same(tmp_path: Path, text: str, encoding: str) -> None:
    assert _from(tmp_path, text, "tabell.csv", encoding).years == _EXPECTED


def test_a_counted_table_and_a_projection_are_one_population(tmp_path: Path) -> None:
    (tmp_path / "nå.json").write_text(material.text("07459: Befolkning", years=(2026,)), encoding="utf-8")
    (tmp_path / "fram.json").write_text(
        material.text("Framskrevet folkemengde", years=(2024, 2030, 2050)), encoding="utf-8"
    )
    found = from_files([tmp_path / "nå.json", tmp_path / "fram.json"], "Fjelldal", _TODAY)
    assert [(y.year, y.projected) for y in found.years] == [(2026, False), (2030, True), (2050, True)]


def test_wide_groups_that_fit_are_counted_and_the_ratio_is_left_out() -> None:
    counts = [Count(2026, Ages(*a), 100) for a in ((0, 66), (67, 79), (80, 89), (90, 200))]
    (found,) = grouped(counts, 2026)
    assert (found.to_66, found.from_90, found.working) == (100, 100, None)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "ikke en befolkningstabell"),
        ("{}", "ikke en befolkningstabell"),
        ("hei på deg", "ikke en befolkningstabell"),
        (json.dumps({**material.dataset("x"), "version": "1.0"}), "ikke en befolkningstabell"),
        (json.dumps({**material.dataset("x"), "value": [1, 2]}), "ikke en befolkningstabell"),
        (material.text("x", region="Nabodal"), "har ikke Fjelldal"),
        (material.csv().replace('"67 år"', '"60–67 år"'), "går over to av gruppene"),
        (material.csv().replace('"67 år"', '"68 år"'), "mangler alder 67"),
        (material.csv().replace('"67 år"', '"pensjonister"'), "ikke en aldersgruppe"),
        ("\n".join(material.csv().splitlines()[:40]), "bare mann"),
        ("\n".join(material.csv(wide=False).splitlines()[:41]), "slutter ved 7 år"),
        (material.csv(wide=False).replace('"21"', '".."'), "mangler tall"),
    ],
)
def test_a_file_that_cannot_be_used_is_told_in_one_sentence(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(InputUnusable, match=said):
        _from(tmp_path, text)


def test_two_alternatives_are_never_added_together(tmp_path: Path) -> None:
    data = material.dataset("Framskrevet folkemengde")
    data["dimension"]["ContentsCode"]["category"]["label"] = {"a": "Lav vekst", "b": "Høy vekst"}
    data["size"][3] = 2
    data["value"] = [1] * (len(data["value"]) * 2)
    with pytest.raises(InputUnusable, match="flere tall"):
        _from(tmp_path, json.dumps(data))


@given(st.lists(st.integers(0, 10_000), min_size=106, max_size=106))
def test_every_person_is_in_one_group(found: list[int]) -> None:
    counts = [Count(2026, Ages(a, 200 if a == 105 else a), n) for a, n in enumerate(found)]
    (groups,) = grouped(counts, 2026)
    assert groups.to_66 + groups.to_79 + groups.to_89 + groups.from_90 == sum(found)
    assert groups.working == sum(found[20:67])


@given(st.text(max_size=200))
def test_no_text_breaks_the_reader(text: str) -> None:
    assert parse(text) is None


@pytest.mark.parametrize(("above", "source"), [("", "tabell.csv"), ('"07459: Befolkning"\n\n', "07459: Befolkning")])
def test_a_table_of_commas_is_named_by_its_title_or_its_file_and_not_by_its_columns(
    tmp_path: Path, above: str, source: str
) -> None:
    assert _from(tmp_path, above + material.csv(), "tabell.csv").source == source
