"""The big screen: typed, sorted, moved with one key, and there again after a kill."""

from pathlib import Path

import pytest
from textual import events
from textual.widgets import Input, Static

from lhl_assistant.tui.workshop.begin import BeginScreen
from lhl_assistant.tui.workshop.letters import HEIGHTS, drawn_line, fitted
from lhl_assistant.tui.workshop.pane import WorkshopPane
from lhl_assistant.tui.workshop.said_list import SaidList
from lhl_assistant.workshop.before.texts import material
from lhl_assistant.workshop.folder import folder
from lhl_assistant.workshop.session import Session, begin
from tests.tui.conftest import opened, screen, typed, until
from tests.workshop.conftest import PLANNED


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture
def journal(monkeypatch: pytest.MonkeyPatch, home: Path) -> Path:
    monkeypatch.setenv("LHL_HOME", str(home))
    return begin(folder() / "20261203-110000000-00000000.jsonl", PLANNED).path


@pytest.mark.anyio
async def test_typed_sorted_moved_and_undone(journal: Path) -> None:
    async with opened(100, 30) as pilot:
        await pilot.press("f5")
        pane = pilot.app.query_one(WorkshopPane)
        await pilot.press("ctrl+right", "ctrl+right")
        await typed(pilot, "maten er kald")
        await pilot.press("enter")
        assert [c.text for c in Session(journal).state.spoken] == ["maten er kald"]
        await until(pilot, lambda: Session(journal).state.spoken[0].suggested is not None)
        assert Session(journal).state.spoken[0].area == 3
        await pilot.press("up", "5")
        await until(pilot, lambda: Session(journal).state.spoken[0].placed is not None)
        assert Session(journal).state.spoken[0].area == 5
        await pilot.press("plus", "plus", "minus")
        assert Session(journal).state.spoken[0].votes == 1
        await pilot.press("tab")
        assert isinstance(pilot.app.screen.focused, Input)
        for _ in range(4):
            await pilot.press("ctrl+u")
        assert Session(journal).state.spoken[0].placed is None
        await pilot.press("ctrl+u")
        assert not Session(journal).state.spoken
        assert pane.query_one(SaidList).option_count == 0


@pytest.mark.anyio
async def test_who_types_fast_loses_nothing(journal: Path) -> None:
    lines = ["flere benker", "buss om kvelden", "nokon å ete med", "fastlege", "kino på dagtid"]
    async with opened(100, 30) as pilot:
        await pilot.press("f5")
        await until(pilot, lambda: pilot.app.focused is pilot.app.query_one("#line"))
        for key in "\r".join([*lines, ""]):
            pilot.app.post_message(events.Key("enter" if key == "\r" else key, key))
        await until(pilot, lambda: len(Session(journal).state.spoken) >= len(lines))
        assert [c.text for c in Session(journal).state.spoken] == lines
        assert pilot.app.query_one("#line", Input).value == ""
        for key in ("f", "e", "i", "l", "enter", "ctrl+u"):
            pilot.app.post_message(events.Key(key, key if len(key) == 1 else None))
        await until(pilot, lambda: len(Session(journal).state.log) > 2 * len(lines) + 2)
        assert [c.text for c in Session(journal).state.spoken] == lines


@pytest.mark.anyio
async def test_alike_ones_are_offered_and_joined_only_when_told(journal: Path) -> None:
    session = Session(journal)
    session.say("Flere benker langs veien")
    session.say("flere benker langs vegen [/]")
    async with opened(100, 30) as pilot:
        await pilot.press("f5")
        await until(pilot, lambda: all(c.suggested for c in Session(journal).state.spoken))
        assert "[/]" in str(pilot.app.query_one("#pair", Static).content)
        assert len(Session(journal).state.contributions) == 2
        await pilot.press("up", "j")
        assert len(Session(journal).state.contributions) == 1
        assert str(pilot.app.query_one("#pair", Static).content).startswith("1–5")


@pytest.mark.anyio
async def test_a_workshop_is_made_in_the_app(monkeypatch: pytest.MonkeyPatch, home: Path) -> None:
    monkeypatch.setenv("LHL_HOME", str(home))
    async with opened(100, 30) as pilot:
        await pilot.press("f5")
        await until(pilot, lambda: bool(pilot.app.query(WorkshopPane)))
        below = screen(pilot).splitlines()[-1]
        assert "Ctrl+B Nytt" in below
        assert not any(needs in below for needs in ("Neste spørsmål", "Angre", "Finn hos andre", "Rapport"))
        await pilot.press("ctrl+b")
        await until(pilot, lambda: isinstance(pilot.app.screen, BeginScreen))
        await typed(pilot, "Fjelldal")
        await pilot.press("tab")
        await typed(pilot, "2026-12-03")
        shown = screen(pilot)
        assert "Fjelldal" in shown
        assert "2026-12-03" in shown.replace("som 2026-12-03", "")
        await pilot.press("enter")
        await until(pilot, lambda: bool(list(folder().glob("*.jsonl"))))
        assert pilot.app.query_one("#workshop").display
        await until(pilot, lambda: "Neste spørsmål" in screen(pilot).splitlines()[-1])


@pytest.mark.parametrize("form", ["nb", "nn"])
def test_every_question_fits_in_large_letters_in_a_hundred_columns(form: str) -> None:
    asked = material().questions
    for words in (asked.apning, *(area.main for area in asked.omrader)):
        drawn = fitted(words.nn if form == "nn" else words.nb, 98, 21)
        assert drawn is not None
        assert len(drawn) >= 5
        assert all(len(row) <= 98 for row in drawn)


@pytest.mark.parametrize("height", HEIGHTS)
def test_dots_stand_apart_and_bars_are_seen(height: int) -> None:
    ink = [bool(row.strip()) for row in half_rows(drawn_line("i", height))]
    assert ink[ink.index(True) :].count(False) > ink[::-1].index(True), "the dot and the stem are apart"
    e, c = ([row for row in half_rows(drawn_line(name, height)) if row.strip()][1:-1] for name in "ec")
    assert max(map(filled, e)) > max(map(filled, c)), "the bar of an e is longer than anything in a c"


def filled(row: str) -> int:
    """The cells of the longest run of ink."""
    return max(map(len, row.split()))


def half_rows(drawn: tuple[str, ...]) -> list[str]:
    """Each row of cells as two rows of ink."""
    upper, lower = set("▘▝▀▌▞▛▐▜▙▟█▚"), set("▖▌▞▛▗▚▐▜▄▙▟█")
    return ["".join("x" if c in has else " " for c in row) for row in drawn for has in (upper, lower)]


def test_a_window_too_small_gets_plain_letters() -> None:
    assert fitted("Hva gir deg glede?", 20, 4) is None
