"""Asking in the app, key by key."""

from pathlib import Path

import pytest

from lhl_assistant.tui.ask.beside import Beside
from lhl_assistant.tui.ask.prompt import Prompt
from lhl_assistant.tui.ask.talk import Talk
from lhl_assistant.tui.ask.turn import TurnView
from tests.tui.conftest import asked, opened, typed, until

pytestmark = pytest.mark.anyio

COST = "Hva koster frivilligsentralen i Balsfjord?"


def shown(turn: TurnView) -> str:
    """The text of the turn's answer."""
    assert turn.page is not None
    return turn.page.content.plain


async def test_a_question_is_answered_and_followed_up() -> None:
    async with opened(140, 40) as pilot:
        await asked(pilot, COST)
        await asked(pilot, "hvem har ansvaret?")
        first, second = pilot.app.query_one(Talk).turns
        assert "230 000" in shown(first)
        assert "Forstått som: Hvem har ansvaret for frivilligsentralen i Balsfjord?" in shown(second)


async def test_tab_opens_the_next_source_beside_the_answer() -> None:
    async with opened(140, 40) as pilot:
        await asked(pilot, COST)
        beside = pilot.app.query_one(Beside)
        await until(pilot, lambda: beside.citation is not None)
        assert beside.citation is not None
        assert beside.citation.id == 1
        await pilot.press("tab")
        await until(pilot, lambda: beside.citation is not None and beside.citation.id == 2)
        await pilot.press("shift+tab")
        await until(pilot, lambda: beside.citation is not None and beside.citation.id == 1)


async def test_a_narrow_window_folds_the_source_away() -> None:
    async with opened(80, 24) as pilot:
        await asked(pilot, COST)
        beside, talk = pilot.app.query_one(Beside), pilot.app.query_one(Talk)
        assert not beside.display or beside.size.width == 0
        await pilot.press("tab")
        await until(pilot, lambda: beside.size.width > 70)
        assert talk.size.width == 0
        await pilot.press("escape")
        await until(pilot, lambda: talk.size.width > 70)


async def test_what_was_said_and_half_typed_is_there_when_the_app_is_opened_again(home: Path) -> None:
    async with opened() as pilot:
        await asked(pilot, COST)
        await typed(pilot, "og i Les")
        await until(pilot, lambda: "og i Les" in (home / "app.json").read_text(encoding="utf-8"))
    async with opened() as pilot:
        await until(pilot, lambda: bool(pilot.app.query_one(Talk).turns))
        assert pilot.app.query_one(Talk).turns[0].question == COST
        assert pilot.app.query_one(Prompt).text == "og i Les"
        await typed(pilot, "ja?")
        await pilot.press("enter")
        await until(pilot, lambda: len(pilot.app.query_one(Talk).turns) == 2)
