"""The check in the app: a plan chosen, the map walked, the proof opened, the report saved."""

from dataclasses import replace
from pathlib import Path

import pytest
from textual.events import Paste
from textual.pilot import Pilot
from textual.widgets import Input, OptionList

from lhl_assistant import places
from lhl_assistant.plan.check.model import AreaVerdict, Checked, FormalPoint, Proof, SolutionVerdict, Step, Verdict
from lhl_assistant.plan.check.statements import Role
from lhl_assistant.reform.load import load
from lhl_assistant.said import Said
from lhl_assistant.tui.app import Assistant
from lhl_assistant.tui.check.findings import sections
from lhl_assistant.tui.check.map import VerdictMap
from lhl_assistant.tui.check.pane import CheckPane
from lhl_assistant.tui.check.signs import OF_VERDICT
from lhl_assistant.tui.check.work import Check
from lhl_assistant.tui.reading.view import Reader
from tests.tui.conftest import opened, until, until_ready
from tests.tui.test_looks import Compare

PLAN = """# Plan for Fjelldal

## Mat og måltider

Vi skal ha felles måltider på eldresenteret hver dag.

| Tiltak | Ansvar | Tidsrom | Kostnad |
|---|---|---|---|
| Felles middag på [bold]eldresenteret[/bold] hver dag | Kjøkkensjefen | 2027 | kr 100 000 |
| Innføre fire måltider og kortere nattfaste | | | |
"""
REFORM = load(places.bundled("knowledge") / "reform.yaml")


def proof_of(words: str) -> Proof:
    start = PLAN.index(words)
    return Proof(words, start, start + len(words), ("Plan for Fjelldal", "Mat og måltider"), 2, None, Role.MEASURE)


def made() -> Check:
    """A check with every verdict in it."""
    verdicts = list(Verdict)
    proof = proof_of("Felles middag")

    def solution(number: str, at: int) -> SolutionVerdict:
        verdict = verdicts[at % 4]
        return SolutionVerdict(number, verdict, Verdict.MENTIONED, 0.5, None if verdict is Verdict.MISSING else proof)

    areas = tuple(
        AreaVerdict(
            a.number, verdicts[a.number % 4], proof,
            tuple(solution(s.number, a.number + i) for i, s in enumerate(a.solutions)),
        )
        for a in REFORM.areas
    )  # fmt: skip
    step = Step(Said("Gi tiltakene en ansvarlig.", "Gi tiltaka ein ansvarleg."), None)
    point = FormalPoint(
        "vedtak", Said("Politisk behandling", "Politisk handsaming"), "delvis", proof,
        Said("Planen skulle vedtas.", "Planen skulle vedtakast."), Said("Det gjelder fortsatt.", "Det gjeld framleis."),
        "", "2026-11-01",
    )  # fmt: skip
    checked = Checked("Plan for [bold]Fjelldal[/bold]", "nb", areas, (), (), 1, (), (point,), (), (), (step,), 4, ())
    return Check(Path("plan.md"), PLAN, checked, REFORM)


@pytest.mark.anyio
async def test_a_plan_is_checked_its_proof_opened_and_the_report_saved(tmp_path: Path) -> None:
    file = tmp_path / "planen vår.md"
    file.write_text(PLAN, encoding="utf-8")
    async with opened() as pilot:
        await pilot.press("f4", "enter")
        pilot.app.screen.query_one("#path", Input).value = str(file)
        await pilot.press("enter")
        pane = pilot.app.query_one(CheckPane)
        await until(pilot, lambda: pane.found is not None)
        drawn = pane.query_one(VerdictMap)
        await pilot.press("down", "down", "enter")
        assert drawn.marked is not None
        assert (drawn.marked.number, drawn.marked.verdict) == ("3.1", Verdict.COVERED)
        reader = pane.query_one("#proof", Reader)
        assert reader.has_focus
        assert "[bold]eldresenteret[/bold]" in reader.told
        await pilot.press("escape")
        assert drawn.has_focus
        await pilot.press("ctrl+s")
        report = tmp_path / "rapport.md"
        pilot.app.screen.query_one("#path", Input).value = str(report)
        await pilot.press("enter")
        await until(pilot, report.exists)
        assert "Mat og måltider" in report.read_text(encoding="utf-8")
        assert file.read_text(encoding="utf-8") == PLAN
        await pilot.press("down", "down", "down")
        findings = pane.query_one("#findings", OptionList)
        assert findings.has_focus
        listed = [str(findings.get_option_at_index(i).prompt) for i in range(findings.option_count)]
        assert any("nattfaste" in line and "ansvar, tidsrom, kostnad" in line for line in listed)
        await pilot.press("f8")
        assert "Formelle punkt" in [str(findings.get_option_at_index(i).prompt) for i in range(findings.option_count)]


@pytest.mark.anyio
async def test_what_is_no_plan_is_told_and_the_screen_stands(tmp_path: Path) -> None:
    file = tmp_path / "bilde.yaml"
    file.write_bytes(b"\xff\xd8 not a plan")
    async with opened() as pilot:
        await pilot.press("f4")
        pane = pilot.app.query_one(CheckPane)
        pane.post_message(Paste(str(file)))
        await until(pilot, lambda: any("bilde.yaml" in n.message for n in pilot.app._notifications))
        assert pane.found is None


def test_signs_tell_the_verdicts_apart_without_their_colours() -> None:
    assert len({sign for sign, _ in OF_VERDICT.values()}) == len(Verdict)


def test_all_that_is_found_stands_in_the_list_in_both_forms() -> None:
    checked = replace(made().checked, remarks=(Said("Merk dette.", "Merk deg dette."),))
    found = [(s.heading, f) for s in sections(checked, REFORM) for f in s.findings]
    assert {f.line.nb for _, f in found} >= {"Merk dette.", "Gi tiltakene en ansvarlig.", "Politisk behandling: delvis"}
    assert all(said.nb and said.nn for _, f in found for said in (f.line, *f.told))


def test_of_many_a_few_are_shown_and_how_many_more_there_are() -> None:
    proof = proof_of("Felles middag")
    checked = replace(made().checked, outside=(proof,) * 8)
    lines = [f.line.nb for s in sections(checked, REFORM) for f in s.findings]
    assert sum(line.startswith("Utenfor: ") for line in lines) == 5
    assert any(line.startswith("og 3 til") for line in lines)


def test_look(snap_compare: Compare, home: Path) -> None:
    home.mkdir()
    (home / "app.json").write_text('{"theme": "lyst", "form": "nb"}', encoding="utf-8")

    async def before(pilot: Pilot[None]) -> None:
        await until_ready(pilot)
        await pilot.press("f4")
        pilot.app.query_one(CheckPane).fill(made())
        await pilot.pause(0.2)

    assert snap_compare(Assistant(), terminal_size=(140, 40), run_before=before)
