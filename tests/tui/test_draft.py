"""A plan drafted in the app: made, filled with suggestions, written in, placed, exported; an answer used in it."""

from datetime import date
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, OptionList, TextArea

from lhl_assistant.plan.document import file
from lhl_assistant.plan.document.changing import with_fields, with_text, without
from lhl_assistant.plan.document.history import versions
from lhl_assistant.plan.document.model import Alternative, Chapter, Link, Measure, Plan, Strategy
from lhl_assistant.plan.document.referring import unresolved
from lhl_assistant.plan.draft.using import in_chapter
from lhl_assistant.plan.link.propose import linked
from lhl_assistant.tui.app import Assistant
from lhl_assistant.tui.ask.talk import Talk
from lhl_assistant.tui.check.pane import CheckPane
from lhl_assistant.tui.draft import kept
from lhl_assistant.tui.draft.outline import Outline, branches
from lhl_assistant.tui.draft.pane import DraftPane
from lhl_assistant.tui.draft.writing import TextScreen
from lhl_assistant.tui.picker.screen import Picker
from tests.tui.conftest import opened, screen, typed, until, until_ready
from tests.tui.test_looks import ANSWER, Compare

PLAN = Plan(
    "Fjelldal",
    title="Plan for [bold]Fjelldal[/bold]",
    period="2027–2030",
    chapters=(
        Chapter("forord", "Forord", None, "Kjære innbyggere.\n\n[FYLL INN: ordførerens ord]"),
        Chapter("mat", "Mat og måltider", 3, "Måltidet er dagens høydepunkt."),
    ),
    strategies=(
        Strategy(
            "s1", "Alle skal ha noen å spise sammen med",
            Link(3, "3.1", "sortereren", 0.61, alternatives=(Alternative(2, "2.4", 0.2),)),
            measures=(Measure("t1", "Felles middag hver tirsdag", "Kjøkkensjefen", "[FYLL INN: når?]", ""),),
        ),
    ),
    measures=(Measure("t2", "Kjøpe inn tre el-sykler til utlån"),),
)  # fmt: skip


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan.yaml"
    file.create(path, PLAN)
    return path


async def drafting(pilot: Pilot[None], path: Path) -> DraftPane:
    """The tab with the plan open in it."""
    await pilot.press("f3")
    pane = pilot.app.query_one(DraftPane)
    pane.run_worker(pane.open(path))
    await until(pilot, lambda: pane.plan is not None and pane.query_one(Outline).marked is not None)
    return pane


def link_of(plan: Path, id: str) -> Link:
    """The place in the reform that holds for ``id`` in the file."""
    return next(e.link or Link() for e in linked(file.read(plan).plan) if e.item.id == id)


async def marked(pilot: Pilot[None], id: str) -> None:
    """Mark the line of ``id`` in the tree."""
    outline = pilot.app.query_one(Outline)
    outline.mark(id)
    await until(pilot, lambda: outline.marked == id)


@pytest.mark.anyio
async def test_a_plan_is_made_filled_with_suggestions_and_sent(tmp_path: Path) -> None:
    path = tmp_path / "ny plan.yaml"
    async with opened(120, 30) as pilot:
        await pilot.press("f3", "enter")
        for id, value in (("municipality", "Fjelldal"), ("period", "2027–2030"), ("file", str(path))):
            pilot.app.screen.query_one(f"#{id}", Input).value = value
        await pilot.press("enter")
        pane = pilot.app.query_one(DraftPane)
        await until(pilot, lambda: pane.plan is not None and pane.query_one(Outline).marked is not None)
        food = next(c.id for c in file.read(path).plan.chapters if c.area == 3)
        await marked(pilot, food)
        await pilot.press("ctrl+f")
        offered = pane.query_one("#offered", OptionList)
        await until(pilot, lambda: offered.option_count > 3)
        await pilot.press("enter")
        await until(pilot, lambda: bool(pane.plan and pane.plan.strategies))
        await pilot.press("down", "enter")
        await until(pilot, lambda: bool(pane.plan and pane.plan.strategies[0].measures))
        saved = file.read(path).plan
        assert saved == pane.plan
        assert saved.strategies[0].link is not None
        assert saved.strategies[0].link.area == 3
        assert saved.strategies[0].measures[0].sources
        await pilot.press("enter", "j")
        await until(pilot, lambda: bool(pane.plan and not pane.plan.strategies[0].measures))
        await pilot.press("escape", "ctrl+s", *"markdown", "enter")
        out = tmp_path / "planen.md"
        pilot.app.screen.query_one("#path", Input).value = str(out)
        await pilot.press("enter")
        await until(pilot, out.exists)
        assert saved.strategies[0].text in out.read_text(encoding="utf-8")


@pytest.mark.anyio
async def test_what_is_written_placed_and_removed_is_saved_at_once(plan: Path) -> None:
    async with opened(80, 24) as pilot:
        pane = await drafting(pilot, plan)
        await marked(pilot, "mat")
        await pilot.press("ctrl+e")
        pilot.app.screen.query_one(TextArea).text = "Vi spiser sammen. [b]Nei[/b]"
        await pilot.press("ctrl+s")
        await until(pilot, lambda: file.read(plan).plan.chapters[1].text == "Vi spiser sammen. [b]Nei[/b]")
        await marked(pilot, "s1")
        await pilot.press("ctrl+p", "enter")
        await until(pilot, lambda: link_of(plan, "s1").confirmed_by == "planleggeren")
        assert link_of(plan, "s1").solution == "3.1"
        await marked(pilot, "t1")
        await pilot.press("ctrl+e")
        pilot.app.screen.query_one("#field-cost", Input).value = "kr 50 000"
        await pilot.press("ctrl+s")
        await until(pilot, lambda: file.read(plan).plan.strategies[0].measures[0].cost == "kr 50 000")
        measure = file.read(plan).plan.strategies[0].measures[0]
        assert (measure.responsible, measure.period) == ("Kjøkkensjefen", "[FYLL INN: når?]")
        await marked(pilot, "t2")
        await pilot.press("ctrl+p")
        await until(pilot, lambda: isinstance(pilot.app.screen, Picker))
        await pilot.press("4", "full_stop", "2", "enter")
        await until(pilot, lambda: link_of(plan, "t2").solution == "4.2")
        await marked(pilot, "t2")
        await pilot.press("delete", "j")
        await until(pilot, lambda: not file.read(plan).plan.measures)
        assert pane.plan == file.read(plan).plan
        assert len(versions(plan)) >= 4


@pytest.mark.anyio
async def test_a_half_written_text_outlives_a_kill_and_a_hand_edit_is_not_overwritten(plan: Path) -> None:
    kept.keep(plan, "mat", "Halvskrevet")
    async with opened(80, 24) as pilot:
        pane = await drafting(pilot, plan)
        await until(pilot, lambda: isinstance(pilot.app.screen, TextScreen))
        assert pilot.app.screen.query_one(TextArea).text == "Halvskrevet"
        by_hand = plan.read_text(encoding="utf-8").replace("Kjære innbyggere.", "Kjære alle sammen.")
        plan.write_text(by_hand, encoding="utf-8")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: pane.plan is not None and "alle sammen" in pane.plan.chapters[0].text)
        assert plan.read_text(encoding="utf-8") == by_hand
        assert kept.kept(plan) == ("mat", "Halvskrevet")
        assert "Halvskrevet" in versions(plan)[-1].read_text(encoding="utf-8")


@pytest.mark.anyio
async def test_an_answer_is_used_in_the_plan_with_its_references(plan: Path) -> None:
    async with opened(80, 24) as pilot:
        await drafting(pilot, plan)
        await pilot.press("f2")
        await pilot.app.query_one(Talk).fill([ANSWER])
        await pilot.press("ctrl+l")
        await until(pilot, lambda: isinstance(pilot.app.screen, Picker))
        await pilot.press(*"forord", "enter")
        await until(pilot, lambda: "økonomiplanen" in file.read(plan).plan.chapters[0].text)
        saved = file.read(plan).plan
        assert saved.chapters[0].text.startswith(PLAN.chapters[0].text)
        assert [r.quote for r in saved.references] == [c.quote for c in ANSWER.citations]
        assert "[k3]" in saved.chapters[0].text


@pytest.mark.anyio
async def test_own_words_gaps_and_older_versions_by_key(plan: Path) -> None:
    async with opened(80, 24) as pilot:
        pane = await drafting(pilot, plan)
        await pilot.press("ctrl+g")
        await until(pilot, lambda: "[FYLL INN: ordførerens ord]" in screen(pilot))
        await pilot.press("ctrl+g")
        await until(pilot, lambda: pane.query_one(Outline).marked == "t1")
        await pilot.press("escape", "ctrl+l")
        await until(pilot, lambda: isinstance(pilot.app.screen, Picker))
        await pilot.press(*"tiltak", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, TextScreen))
        await typed(pilot, "Middag sammen")
        await pilot.press("enter", *"Turgruppe", "ctrl+s")
        await until(pilot, lambda: len(file.read(plan).plan.measures) == 3)
        assert [m.text for m in file.read(plan).plan.measures[1:]] == ["Middag sammen", "Turgruppe"]
        assert link_of(plan, file.read(plan).plan.measures[1].id).confirmed_by == ""
        await pilot.press("ctrl+k", *"eldre utgave", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, Picker) and "Kva" not in screen(pilot))
        await pilot.press("enter")
        await until(pilot, lambda: len(file.read(plan).plan.measures) == 1)
        assert pane.plan == PLAN


@pytest.mark.anyio
async def test_the_plan_is_checked_and_checked_again_after_a_change(plan: Path) -> None:
    async with opened(80, 24) as pilot:
        await drafting(pilot, plan)
        await pilot.press("ctrl+k", *"sjekk denne", "enter")
        await until(
            pilot, lambda: bool(pilot.app.query(CheckPane)) and pilot.app.query_one(CheckPane).found is not None
        )
        pane = pilot.app.query_one(CheckPane)
        before = pane.found
        assert before is not None
        assert before.checked.gaps == 2
        file.save(file.read(plan), with_text(PLAN, "forord", "Kjære innbyggere."))
        await pilot.press("ctrl+r")
        await until(pilot, lambda: pane.found is not before)
        assert pane.found is not None
        assert pane.found.checked.gaps == 1
        await pilot.press("tab")
        assert pane.query_one("#findings").has_focus
        await pilot.press("escape")
        assert pane.query_one("#map").has_focus


def test_an_answer_in_a_plan_says_what_the_answer_said_and_adds_no_marks_of_the_plans_own() -> None:
    after = in_chapter(ANSWER, "mat", PLAN)
    text = after.chapters[1].text
    assert text.startswith("Måltidet er dagens høydepunkt.\n\nAnsvar: Kommunen · Tidsrom: 2027 [k1]")
    assert "- Kommune: Fjelldal; Ansvar: Kommunen; Tid: 2027; Kostnad: kr 230 000 [k1]" in text
    assert len(unresolved(after, [])) == 3


def test_a_strategy_that_is_removed_leaves_its_measures_with_its_place() -> None:
    after = without(PLAN, "s1")
    assert not after.strategies
    assert [m.id for m in after.measures] == ["t2", "t1"]
    assert after.measures[1].link == PLAN.strategies[0].link


def test_a_change_touches_nothing_but_what_is_named() -> None:
    assert with_text(with_text(PLAN, "s1", "Annet"), "s1", PLAN.strategies[0].text) == PLAN
    changed = with_fields(PLAN, "t1", cost="kr 1", period=str(date(2027, 1, 1)))
    assert with_fields(changed, "t1", cost="", period="[FYLL INN: når?]") == PLAN


def test_the_tree_holds_every_chapter_strategy_and_measure_once() -> None:
    found = [b for top in branches(PLAN, "nn") for b in (top, *top.below, *(m for s in top.below for m in s.below))]
    assert [b.id for b in found] == ["forord", "mat", "s1", "t1", "", "t2"]
    assert found[0].line == "□ Forord"
    assert found[2].line == "? Alle skal ha noen å spise sammen med"


def test_look(snap_compare: Compare, home: Path, plan: Path) -> None:
    home.mkdir()
    (home / "app.json").write_text('{"theme": "mørkt", "form": "nn"}', encoding="utf-8")
    (home / "innstillinger.json").write_text('{"form": "nn"}', encoding="utf-8")

    async def before(pilot: Pilot[None]) -> None:
        await until_ready(pilot)
        await drafting(pilot, plan)
        await marked(pilot, "s1")
        await pilot.pause(0.2)

    assert snap_compare(Assistant(), terminal_size=(140, 40), run_before=before)
