"""``lhl sjekk``: what it prints, its data, its report, and bad input."""

import json
from pathlib import Path

import pytest

from tests.check.plans import made_up
from tests.conftest import Lhl
from tests.contract import documented, keys

_VALUES = {
    *("nb", "nn", "null", "dekket", "nevnt", "mangler", "usikker", "oppfylt", "delvis", "tiltak", "strategi", "omtale"),
    *("ansvar", "tidsrom", "kostnad", "responsible", "period", "cost"),
}
"""What the documentation names that is a value and no field."""


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made_up(without_area=3).write(tmp_path_factory.mktemp("plan") / "plan.docx")


def test_the_planner_reads_verdicts_proofs_and_next_steps(lhl: Lhl, plan: Path) -> None:
    run = lhl("sjekk", str(plan), "--målform", "nn")
    assert run.returncode == 0, run.stderr
    assert "3 Mat og måltid: manglar" in run.stdout
    assert "1.1 Planlegg eigen alderdom: dekt" in run.stdout
    assert "«Seniorkurs om å planlegge egen alderdom" in run.stdout
    assert "Lag strategi og tiltak for Mat og måltid" in run.stdout
    assert "Lova er sist kontrollert av oss" in run.stdout


def test_the_data_is_as_documented_and_the_report_says_the_same(lhl: Lhl, plan: Path, tmp_path: Path) -> None:
    run = lhl("sjekk", str(plan), "--json", "--rapport", str(tmp_path / "rapport.md"))
    assert run.returncode == 0, run.stderr
    found = json.loads(run.stdout)
    assert documented("lhl sjekk") - _VALUES == keys(found) | {"sure"}
    assert [area["verdict"] for area in found["areas"]] == ["dekket", "dekket", "mangler", "dekket", "dekket"]
    assert all(len(area["solutions"]) == 5 for area in found["areas"])
    assert len(found["measures"]) == 8
    assert not any(measure["missing"] for measure in found["measures"])
    report = (tmp_path / "rapport.md").read_text(encoding="utf-8")
    assert "3 Mat og måltider: mangler" in report
    assert all(step["text"] in report for step in found["steps"])


@pytest.mark.parametrize("name", ["finnes-ikke.docx", "plan.yaml"])
def test_a_file_that_cannot_be_used_is_one_sentence_and_code_3(lhl: Lhl, tmp_path: Path, name: str) -> None:
    (tmp_path / "plan.yaml").write_text("kapitler: [", encoding="utf-8")
    run = lhl("sjekk", str(tmp_path / name))
    assert run.returncode == 3
    assert run.stdout == ""
    assert "Traceback" not in run.stderr
    assert len(run.stderr.strip().splitlines()) <= 2


def test_a_report_of_an_unknown_format_is_refused(lhl: Lhl, plan: Path, tmp_path: Path) -> None:
    run = lhl("sjekk", str(plan), "--rapport", str(tmp_path / "rapport.odt"))
    assert run.returncode == 3
    assert "må ende på .docx, .pdf eller .md" in run.stderr
