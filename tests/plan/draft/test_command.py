"""``lhl utkast`` as a planner uses it, from nothing to a plan with strategies, links and figures."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from lhl_assistant.cli.main import lhl
from lhl_assistant.errors import PlannerError
from lhl_assistant.plan.document import file
from lhl_assistant.plan.document.model import PLANNER, Chapter, Plan
from tests.contract import documented, keys
from tests.plan.demography import material

_SHORT = Plan("Fjelldal", title="Plan", chapters=(Chapter("forord", "Forord", None, "[FYLL INN: noen ord]"),))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("LHL_HOME", str(tmp_path / "hjem"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _lhl(*words: str) -> Result:
    return CliRunner().invoke(lhl, ["utkast", *words], catch_exceptions=True)


def _json(*words: str) -> list[dict[str, Any]]:
    result = _lhl(*words, "--json")
    assert result.exit_code == 0, result.output
    printed = [json.loads(line) for line in result.stdout.splitlines()]
    command = f"{words[0]} --ta" if "--ta" in words else words[0]
    assert keys(printed) <= documented("lhl utkast", command)
    return printed


def _refused(*words: str) -> PlannerError:
    error = _lhl(*words).exception
    assert isinstance(error, PlannerError), error
    return error


def test_from_nothing_to_a_plan_with_strategies_links_and_figures(folder: Path) -> None:
    (made,) = _json("ny", "--kommune", "Fjelldal", "--periode", "2027–2030", "--målform", "nn")
    assert made["chapters"] == 11
    assert made["references"] > 50
    assert made["gaps"] > 20
    shown = _json("foreslå", "--område", "3")
    assert {s["solution"] for s in shown} == {"3.1", "3.2", "3.3", "3.4", "3.5"}
    first, second = (s for s in shown if s["kind"] == "strategi" and s["solution"] in ("3.1", "3.2"))
    (taken,) = _json("foreslå", "--ta", f"{first['number']},{second['number']}")
    assert taken["taken"] == [first["number"], second["number"]]
    assert next(s["taken"] for s in _json("foreslå", "--løsning", "3.1")) is True
    unlinked = _json("koble", "--tiltak", "Open kafé for alle på torsdagar")
    assert [entry["id"] for entry in unlinked] == ["t1"]
    assert len(unlinked[0]["alternatives"]) == 2
    assert _json("koble", "t1", "--til", "s1") == []
    (folder / "tabell.json").write_text(material.text("Framskrevet folkemengde"), encoding="utf-8")
    (figures,) = _json("befolkning", "tabell.json")
    assert len(figures["sentences"]) == 2
    (state,) = _json("vis")
    assert documented("lhl utkast", "vis") - {"vis"} == keys(state)
    assert documented("lhl utkast", "foreslå") - {"strategi", "tiltak"} == keys(shown)
    assert state["unresolved_references"] == []
    assert state["strategies_without_measures"] == ["s2"]
    plan = file.read(folder / "plan.yaml").plan
    assert plan.language == "nn"
    assert figures["sentences"][0] in next(c.text for c in plan.chapters if c.id == "befolkning")
    assert all(s.link and s.link.confirmed_by == PLANNER for s in plan.strategies)
    assert [m.text for m in plan.strategies[0].measures] == ["Open kafé for alle på torsdagar"]
    assert len(_json("historikk")) == 4


def test_what_is_there_is_never_written_over(folder: Path) -> None:
    assert _json("ny", "--kommune", "Fjelldal", "--periode", "2027", "--tom")
    before = (folder / "plan.yaml").read_text(encoding="utf-8")
    assert "finnes allerede" in _refused("ny", "--kommune", "Annen", "--periode", "2027").message
    assert (folder / "plan.yaml").read_text(encoding="utf-8") == before
    assert _json("skriv", "forord") == [{"written": ["forord"], "kept": []}]
    assert _json("skriv", "forord") == [{"written": [], "kept": ["forord"]}]
    assert _lhl("historikk", "--hent", "1").exit_code == 0
    assert (folder / "plan.yaml").read_text(encoding="utf-8") == before


def test_a_mistake_in_the_file_is_told_by_line(folder: Path) -> None:
    (folder / "plan.yaml").write_text("kommune: A\nstrategier: hei\n", encoding="utf-8")
    for command in (["vis"], ["foreslå"], ["koble"], ["skriv"]):
        assert "Linje 2:" in _refused(*command).message


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["vis"], "kan ikke leses"),
        (["foreslå", "--ta", "1"], "kan ikke leses"),
    ],
)
def test_without_a_plan_it_says_how_to_make_one(folder: Path, words: list[str], said: str) -> None:
    error = _refused(*words)
    assert said in error.message
    assert "lhl utkast ny" in error.message


def test_the_net_is_asked_only_when_told_to(folder: Path) -> None:
    file.create(folder / "plan.yaml", _SHORT)
    assert _lhl("befolkning").exit_code == 2
    (folder / "hjem").mkdir(exist_ok=True)
    setting = '{"befolkning": {"adresse": "http://127.0.0.1:9/tabell"}}'
    (folder / "hjem" / "innstillinger.json").write_text(setting, encoding="utf-8")
    assert "Fikk ikke kontakt med http://127.0.0.1:9" in _refused("befolkning", "--hent").message


def test_what_is_seen_is_in_the_planner_s_form(folder: Path) -> None:
    assert _json("ny", "--kommune", "Fjelldal", "--periode", "2027", "--målform", "nn")
    assert "Løysingar: strategiar og tiltak" in _lhl("vis").stdout
    assert "Løsninger: strategier og tiltak" in _lhl("vis", "--målform", "nb").stdout
    assert _lhl("vis", "område-3").stdout.startswith("# Mat og måltid")
    assert "Planen har ikkje" in _refused("vis", "mat").said.nn


@pytest.mark.parametrize(
    ("to", "suffix", "start"), [("word", ".docx", b"PK"), ("pdf", ".pdf", b"%PDF"), ("md", ".md", b"# ")]
)
def test_the_plan_is_written_as_what_is_asked_for(folder: Path, to: str, suffix: str, start: bytes) -> None:
    file.create(folder / "plan.yaml", _SHORT)
    (written,) = _json("eksporter", "--til", to)
    assert written["files"] == [f"plan{suffix}"]
    assert written["gaps"] == 1
    assert (folder / f"plan{suffix}").read_bytes().startswith(start)


@pytest.mark.parametrize("what", ["saksframlegg", "høringsbrev"])
def test_the_papers_that_go_with_the_plan_have_their_own_name(folder: Path, what: str) -> None:
    file.create(folder / "plan.yaml", _SHORT)
    (written,) = _json("eksporter", "--til", "md", "--hva", what)
    assert written["files"][0] == f"plan-{what}.md"
    assert "Fjelldal" in (folder / f"plan-{what}.md").read_text(encoding="utf-8")
