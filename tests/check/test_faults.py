"""Faults put into a plan are found; none are found that were not put there."""

from dataclasses import replace
from pathlib import Path

import pytest

from lhl_assistant.embedding.engine import Engine
from lhl_assistant.errors import InputUnusable
from lhl_assistant.plan.check.check import check, check_file
from lhl_assistant.plan.check.material import of_text
from lhl_assistant.plan.check.model import Checked, Verdict
from lhl_assistant.search.rank import Searcher
from lhl_assistant.sources.model import fold
from tests.check.plans import AREAS, made_up


@pytest.fixture(scope="module")
def checked(opened: Searcher, engine: Engine, tmp_path_factory: pytest.TempPathFactory) -> Checked:
    return check_file(made_up().write(tmp_path_factory.mktemp("hel") / "plan.docx"), opened, engine)


def test_a_plan_without_faults_gets_none(checked: Checked) -> None:
    assert [area.verdict for area in checked.areas] == [Verdict.COVERED] * 5
    assert not any(m.no_responsible or m.no_period or m.no_cost or m.only_looked_into for m in checked.measures)
    assert not checked.columns_missing
    assert all(point.met == "oppfylt" for point in checked.formal)
    assert not checked.lone


def test_a_chapter_cut_out_is_missed_and_no_other(
    opened: Searcher, engine: Engine, tmp_path: Path, checked: Checked
) -> None:
    found = check_file(made_up(without_area=3).write(tmp_path / "plan.docx"), opened, engine)
    assert [a.number for a in found.areas if a.verdict is not Verdict.COVERED] == [3]
    before = {s.number: s.verdict for s in checked.solutions if s.number[0] != "3"}
    assert {s.number: s.verdict for s in found.solutions if s.number[0] != "3"} == before
    assert all(s.verdict is Verdict.MISSING for s in found.areas[2].solutions)
    assert any(AREAS[3] in step.said.nb for step in found.steps)


def test_a_table_without_the_column_of_responsible_is_told_of(opened: Searcher, engine: Engine, tmp_path: Path) -> None:
    found = check_file(made_up(without_column="Ansvar").write(tmp_path / "plan.docx"), opened, engine)
    assert found.columns_missing == ("ansvar",)
    assert all(m.no_responsible and not m.no_period and not m.no_cost for m in found.measures)


def test_the_order_of_chapters_changes_no_verdict(
    opened: Searcher, engine: Engine, tmp_path: Path, checked: Checked
) -> None:
    found = check_file(made_up(order=(4, 1, 5, 3, 2)).write(tmp_path / "plan.docx"), opened, engine)
    assert {s.number: s.verdict for s in found.solutions} == {s.number: s.verdict for s in checked.solutions}
    assert sorted(m.text for m in found.measures) == sorted(m.text for m in checked.measures)
    assert [p.met for p in found.formal] == [p.met for p in checked.formal]


def test_every_proof_stands_word_for_word_at_its_place(opened: Searcher, engine: Engine) -> None:
    material = of_text("Plan", made_up().markdown())
    found = check(material, opened, engine)
    proofs = [s.proof for s in found.solutions if s.proof] + [p.proof for p in found.formal if p.proof]
    proofs += [m.place for m in found.measures]
    assert len(proofs) > 20
    assert all(fold(material.text[p.start : p.end]) == p.text for p in proofs)


def test_a_text_that_plans_nothing_is_asked_whether_it_is_a_plan(opened: Searcher, engine: Engine) -> None:
    found = check(
        of_text("Brev", "# Brev\n\nReformen har fem innsatsområder. Mat og måltider er ett av dem."), opened, engine
    )
    assert not any(area.verdict is Verdict.COVERED for area in found.areas)
    assert [remark.nb for remark in found.remarks][-1].endswith("Er dette en plan?")


def test_a_gap_to_fill_in_counts_as_missing(opened: Searcher, engine: Engine) -> None:
    laid = made_up()
    tables = tuple((name, tuple((row[0], "[FYLL INN: hvem?]", *row[2:]) for row in rows)) for name, rows in laid.tables)
    found = check(of_text("Plan", replace(laid, tables=tables).markdown()), opened, engine)
    assert all(m.no_responsible for m in found.measures)
    assert found.gaps == len(found.measures)


def test_a_file_that_is_not_there_is_told_of_in_a_sentence(opened: Searcher, engine: Engine, tmp_path: Path) -> None:
    with pytest.raises(InputUnusable):
        check_file(tmp_path / "finnes-ikke.docx", opened, engine)


def test_a_plan_sent_as_pdf_is_read_back_with_its_measures_and_pages(
    opened: Searcher, engine: Engine, tmp_path: Path, checked: Checked
) -> None:
    found = check_file(made_up().write(tmp_path / "plan.pdf"), opened, engine)
    assert [m.text for m in found.measures] == [m.text for m in checked.measures]
    assert not any(m.no_responsible or m.no_period or m.no_cost for m in found.measures)
    assert all(s.proof.page for s in found.solutions if s.proof)


def test_without_measures_no_strategy_is_said_to_lack_one(opened: Searcher, engine: Engine) -> None:
    strategy = "Vi skal kartlegge ernæringen hos alle hjemmeboende eldre."
    text = f"# Plan\n\n## Mat og måltider\n\n### Strategier\n\n- {strategy}\n"
    found = check(of_text("Plan", text), opened, engine)
    assert found.strategies == 1
    assert not found.lone
    assert "strategier uten tiltak er ikke sjekket" in found.remarks[-1].nb


def test_a_strategy_of_which_no_measure_of_its_area_speaks_is_told_of(
    opened: Searcher, engine: Engine, checked: Checked
) -> None:
    lonely = "Vi skal gi tannhelsetjenesten et fast kontor på biblioteket."
    text = made_up().markdown().replace(f"## {AREAS[3]}\n", f"## {AREAS[3]}\n\n### Strategier\n\n- {lonely}\n", 1)
    found = check(of_text("Plan", text), opened, engine)
    assert [proof.place.text.lstrip("- ") for proof in found.lone] == [lonely]


def test_a_scrap_of_a_table_proves_nothing(opened: Searcher, engine: Engine) -> None:
    text = "# Plan\n\n## Aktivitet og fellesskap\n\n### Strategier\n\n- Helse-omsorg frivillige\n"
    scrap = check(of_text("Plan", text), opened, engine)
    assert {s.number: s.verdict for s in scrap.solutions}["2.4"] in (Verdict.UNSURE, Verdict.MISSING)
    whole = text.replace("Helse-omsorg frivillige", "Opprette en frivilligsentral med egen koordinator")
    found = check(of_text("Plan", whole), opened, engine)
    assert {s.number: s.verdict for s in found.solutions}["2.4"] is Verdict.COVERED


def test_the_name_of_a_source_proves_nothing(opened: Searcher, engine: Engine) -> None:
    sources = "\n\n## Kilder\n\n- Måltidstider på sykehjem. Rapport, 2019\n"
    told = check(of_text("Plan", made_up().markdown() + sources.replace("Kilder", "Status")), opened, engine)
    found = check(of_text("Plan", made_up().markdown() + sources), opened, engine)
    assert {s.number: s.verdict for s in told.solutions}["3.2"] is Verdict.MENTIONED
    assert {s.number: s.verdict for s in found.solutions}["3.2"] is Verdict.MISSING
