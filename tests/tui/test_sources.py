"""The sources in the app: read, added, corrected, removed, and a file dropped into the window."""

from pathlib import Path

import pytest
from textual.events import Paste
from textual.widgets import Input

from lhl_assistant.tui.reading.view import Reader
from lhl_assistant.tui.sources.pane import SourcesPane
from lhl_assistant.tui.working import Working
from tests.tui.conftest import opened, screen, until

pytestmark = pytest.mark.anyio

PLAN = "# Plan for Fjelldal kommune\n\n## Mat\n\nMiddag klokka 15 skal prøves ut ved Fjelldal omsorgssenter fra 2027.\n"


async def test_a_dropped_file_is_added_read_corrected_and_removed(tmp_path: Path) -> None:
    file = tmp_path / "plan for Fjelldal.md"
    file.write_text(PLAN, encoding="utf-8")
    async with opened(120, 30) as pilot:
        await pilot.press("f6")
        pane = pilot.app.query_one(SourcesPane)
        await until(pilot, lambda: len(pane.listed) > 20)
        bundled = len(pane.listed)
        pane.post_message(Paste(f"'{file}'"))
        await until(pilot, lambda: len(pane.listed) == bundled + 1 and not pilot.app.query_one(Working).busy)
        assert pane.listed[0].source.title == "Plan for Fjelldal kommune"
        pane.query_one("#sources").focus()
        await pilot.press("home", "enter")
        assert "Middag klokka 15" in pane.query_one("#text", Reader).told
        await pilot.press("escape", "ctrl+e")
        pilot.app.screen.query_one("#issuer", Input).value = "Fjelldal kommunestyre"
        await pilot.press("enter")
        await until(pilot, lambda: pane.listed[0].source.issuer == "Fjelldal kommunestyre")
        pane.query_one("#sources").focus()
        await pilot.press("home", "delete", "j")
        await until(pilot, lambda: len(pane.listed) == bundled)
        assert file.read_text(encoding="utf-8") == PLAN


async def test_work_that_is_stopped_changes_nothing(tmp_path: Path) -> None:
    for number in range(40):
        words = "\n\n".join(f"## Møte {at}\n\nSak {number}-{at} gjelder middagen." for at in range(20))
        (tmp_path / f"{number}.md").write_text(f"{PLAN}\n{words}\n", encoding="utf-8")
    async with opened(120, 30) as pilot:
        await pilot.press("f6")
        pane = pilot.app.query_one(SourcesPane)
        await until(pilot, lambda: len(pane.listed) > 20)
        bundled = len(pane.listed)
        pane.add([tmp_path])
        await until(pilot, lambda: pilot.app.query_one(Working).done > 0)
        await pilot.press("escape")
        await until(pilot, lambda: not pilot.app.query_one(Working).busy)
        await pane.renew()
        assert len(pane.listed) == bundled


async def test_another_source_than_ones_own_is_not_removed() -> None:
    async with opened(120, 30) as pilot:
        await pilot.press("f6")
        pane = pilot.app.query_one(SourcesPane)
        await until(pilot, lambda: len(pane.listed) > 20)
        bundled = len(pane.listed)
        pane.query_one("#sources").focus()
        await pilot.press("delete")
        await pilot.press("j")
        await pane.renew()
        assert len(pane.listed) == bundled


async def test_words_filter_the_list() -> None:
    async with opened(80, 24) as pilot:
        await pilot.press("f6")
        pane = pilot.app.query_one(SourcesPane)
        await until(pilot, lambda: len(pane.listed) > 20)
        await pilot.press("ctrl+f", *"sunndal")
        await until(pilot, lambda: 0 < len(pane.listed) < 5)
        await pilot.press("enter")
        assert "Sunndal" in pane.query_one("#text", Reader).told


async def test_a_whole_path_takes_the_place_of_the_one_that_stood_there(tmp_path: Path) -> None:
    async with opened(80, 24) as pilot:
        await pilot.press("f6", "ctrl+l")
        line = pilot.app.screen.query_one("#path", Input)
        begun = line.value
        await pilot.press("x", "backspace")
        assert line.value == begun
        await pilot.press("slash", "t", "m")
        assert line.value == "/tm"
        await pilot.press(*"q/finnes", "enter")
        assert line.value == "/tmq/finnes"
        assert "«/tmq/finnes» finnes ikke." in screen(pilot)
        line.value = str(tmp_path)
        await pilot.press("enter")
        assert not pilot.app.screen.query("#path")


async def test_overviews_of_our_own_are_called_so() -> None:
    async with opened(120, 30) as pilot:
        await pilot.press("f6")
        pane = pilot.app.query_one(SourcesPane)
        await until(pilot, lambda: len(pane.listed) > 20)
        told = [listed.facts("nb") for listed in pane.listed]
        assert any(facts.startswith("vår oversikt · 2026") for facts in told)
        assert not any("lhl_assistant" in facts for facts in told)
