"""Asking in the app, key by key."""

from dataclasses import replace
from pathlib import Path

import pytest
from textual.widgets import Input

from lhl_assistant.tui.ask.beside import Beside
from lhl_assistant.tui.ask.prompt import Prompt
from lhl_assistant.tui.ask.suggestions import Suggestions
from lhl_assistant.tui.ask.talk import Talk
from lhl_assistant.tui.ask.turn import TurnView
from lhl_assistant.tui.reading.view import Reader
from lhl_assistant.tui.sources.pane import SourcesPane
from tests.tui.conftest import asked, opened, screen, typed, until

pytestmark = pytest.mark.anyio

COST = "Hva koster frivilligsentralen i Balsfjord?"
LONG = "Hva er de fem innsatsområdene i Leve hele livet?"


def shown(turn: TurnView) -> str:
    """The text of the turn's answer."""
    assert turn.page is not None
    return turn.page.content.plain


async def test_a_question_is_answered_and_followed_up_and_tab_opens_its_sources() -> None:
    async with opened(140, 40) as pilot:
        await asked(pilot, COST)
        beside = pilot.app.query_one(Beside)
        for key, number in (("", 1), ("tab", 2), ("shift+tab", 1)):
            await pilot.press(*filter(None, [key]))
            await until(pilot, lambda number=number: beside.citation is not None and beside.citation.id == number)  # type: ignore[misc]
        await asked(pilot, "hvem har ansvaret?")
        first, second = pilot.app.query_one(Talk).turns
        assert "230 000" in shown(first)
        assert "Forstått som: Hvem har ansvaret for frivilligsentralen i Balsfjord?" in shown(second)


async def test_enter_on_an_empty_line_reads_the_source_that_was_opened() -> None:
    async with opened(140, 40) as pilot:
        await asked(pilot, COST)
        await until(pilot, lambda: pilot.app.query_one(Beside).citation is not None)
        await pilot.press("enter")
        assert pilot.app.query_one(Prompt).has_focus
        await pilot.press("tab", "enter")
        await until(pilot, lambda: bool(pilot.app.query("#text")) and pilot.app.query_one("#text", Reader).has_focus)


async def test_what_the_sources_do_not_say_opens_no_source() -> None:
    async with opened(140, 40) as pilot:
        await asked(pilot, "asdf qwer zxcv")
        turn = pilot.app.query_one(Talk).turns[0]
        assert "Det står ikke i kildene." in shown(turn)
        assert "Nærmest" not in shown(turn)
        assert turn.answer is not None
        assert not turn.answer.citations
        await asked(pilot, "Hva sier kildene om romfart til Jupiter?")
        assert "Nærmest" in shown(pilot.app.query_one(Talk).turns[1])
        assert pilot.app.query_one(Beside).citation is None


async def test_a_narrow_window_folds_the_source_away() -> None:
    async with opened(80, 24) as pilot:
        await asked(pilot, COST)
        beside, talk = pilot.app.query_one(Beside), pilot.app.query_one(Talk)
        assert not beside.display or beside.size.width == 0
        assert "Kilder F6" in screen(pilot)
        assert "Ctrl+Q Avslutt" in screen(pilot)
        assert "· 2021 · eksempel" in screen(pilot)
        await pilot.press("tab")
        await until(pilot, lambda: beside.size.width > 70)
        await until(pilot, lambda: "Kr 230 000" in screen(pilot))
        assert talk.size.width == 0
        assert beside.size.height > 15
        await pilot.press("escape")
        await until(pilot, lambda: talk.size.width > 70)
        await asked(pilot, "Hva er hverdagsmestring?")
        await until(pilot, lambda: "▌ Hva er hverdagsmestring?" in screen(pilot))


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


@pytest.mark.parametrize("size", [(80, 24), (110, 24)])
async def test_the_last_question_is_in_sight_when_the_conversation_is_opened_again(size: tuple[int, int]) -> None:
    async with opened(*size) as pilot:
        await asked(pilot, COST)
        await asked(pilot, LONG)
    async with opened(*size) as pilot:
        talk = pilot.app.query_one(Talk)
        await until(pilot, lambda: len(talk.turns) == 2)
        await until(pilot, lambda: talk.turns[-1].size.height > talk.size.height)
        await pilot.pause(0.3)
        await until(pilot, lambda: f"▌ {LONG}" in screen(pilot))


async def test_form_and_look_change_at_once_and_hold() -> None:
    async with opened(120, 30) as pilot:
        assert "Hva vil du vite?" in screen(pilot)
        await pilot.press("f8", "f9")
        await pilot.pause()
        assert "Kva vil du vite?" in screen(pilot)
        assert pilot.app.theme == "mørkt"
    async with opened(120, 30) as pilot:
        assert "Kva vil du vite?" in screen(pilot)
        assert pilot.app.theme == "mørkt"


@pytest.mark.parametrize("width", [80, 92, 100])
async def test_the_form_is_told_whole_or_not_at_all(width: int) -> None:
    async with opened(width, 24) as pilot:
        await pilot.press("f8")
        await until(pilot, lambda: "Verkstad F5" in screen(pilot))
        told = screen(pilot).splitlines()[0].split("F7")[1].split("·")[0].strip()
        assert told == "nynorsk" or (width < 100 and not told)


async def test_suggestions_come_while_typing_and_are_asked_with_the_arrows() -> None:
    async with opened() as pilot:
        await typed(pilot, "hverdagsm")
        suggestions = pilot.app.query_one(Suggestions)
        await until(pilot, lambda: suggestions.display is True)
        await pilot.press("down", "enter")
        await until(pilot, lambda: bool(pilot.app.query_one(Talk).turns))
        assert "hverdagsmestring" in pilot.app.query_one(Talk).turns[0].question.lower()
        assert pilot.app.query_one(Prompt).text == ""


async def test_an_answer_is_copied_and_the_last_question_is_changed_and_asked_anew() -> None:
    async with opened() as pilot:
        await asked(pilot, COST)
        await pilot.press("ctrl+c")
        assert "[1] Plan for Leve hele livet" in pilot.app.clipboard
        await pilot.press("ctrl+y")
        assert "230 000" in pilot.app.clipboard
        assert "[1]" not in pilot.app.clipboard
        await asked(pilot, "hvem har ansvaret?")
        await pilot.press("up")
        assert pilot.app.query_one(Prompt).text == "hvem har ansvaret?"
        await asked(pilot, "når skal det skje?")
        answer = pilot.app.query_one(Talk).turns[-1].answer
        assert answer is not None
        assert answer.completed_question is not None
        assert "frivilligsentralen i Balsfjord" in answer.completed_question


async def test_a_conversation_is_saved_put_away_found_and_deleted(tmp_path: Path) -> None:
    async with opened() as pilot:
        await asked(pilot, COST)
        await pilot.press("ctrl+s")
        pilot.app.screen.query_one("#path", Input).value = str(tmp_path / "samtale.md")
        await pilot.press("enter")
        await until(pilot, (tmp_path / "samtale.md").is_file)
        assert "## Hva koster" in (tmp_path / "samtale.md").read_text(encoding="utf-8")
        await pilot.press("ctrl+b")
        await until(pilot, lambda: not pilot.app.query_one(Talk).turns)
        await pilot.press("ctrl+o", *"frivillig", "enter")
        await until(pilot, lambda: len(pilot.app.query_one(Talk).turns) == 1)
        await pilot.press("ctrl+o", "ctrl+x", "j")
        await pilot.pause()
        assert "Ingenting passer" in screen(pilot)


async def test_the_source_is_read_in_the_whole_document() -> None:
    async with opened(140, 40) as pilot:
        await asked(pilot, COST)
        await until(pilot, lambda: pilot.app.query_one(Beside).citation is not None)
        await pilot.press("ctrl+d")
        await until(pilot, lambda: "Kr 230 000" in screen(pilot) and "F6" in screen(pilot))
        reader = pilot.app.query_one("#text", Reader)
        assert reader.has_focus
        assert "Kilde: Leve hele livet, plan for Balsfjord" in reader.told or "balsfjord-2021," not in reader.told


async def test_text_of_documents_is_never_markup(home: Path, tmp_path: Path) -> None:
    file = tmp_path / "fiendtlig.md"
    hostile = "Robotgressklipperen kalles [bold]Klipp[/bold] [@click=app.quit]her[/] \x1b[31mrødt\x1b[0m."
    file.write_text(f"# Fiendtlig plan\n\n{hostile}\n", encoding="utf-8")
    async with opened(140, 40) as pilot:
        await pilot.press("f6")
        pane = pilot.app.query_one(SourcesPane)
        await until(pilot, lambda: len(pane.listed) > 20)
        pane.add([file])
        await until(pilot, lambda: pane.listed[0].library == "egne")
        while len(pilot.app.screen_stack) > 1:
            await pilot.press("escape")
        await pilot.press("f2")
        await asked(pilot, "Hva kalles robotgressklipperen?")
        told = shown(pilot.app.query_one(Talk).turns[-1])
        assert "[bold]Klipp[/bold]" in told
        assert "[@click=app.quit]her" in told
        assert "\x1b" not in screen(pilot)


async def test_a_long_conversation_is_leafed_through_from_end_to_beginning() -> None:
    async with opened(100, 30) as pilot:
        await asked(pilot, COST)
        talk = pilot.app.query_one(Talk)
        answer = talk.turns[0].answer
        assert answer is not None
        await talk.fill(replace(answer, question=f"Spørsmål {number}") for number in range(12))
        await pilot.pause()
        for _ in range(200):
            talk.scroll_relative(y=-25, animate=False)
            await pilot.pause()
            if talk.turns[0].question == "Spørsmål 0" and talk.scroll_y == 0:
                break
        assert talk.turns[0].question == "Spørsmål 0"
        assert len(talk.turns) < 12
        for _ in range(200):
            talk.scroll_relative(y=25, animate=False)
            await pilot.pause()
            if talk.turns[-1].question == "Spørsmål 11" and talk.scroll_y == talk.max_scroll_y:
                break
        assert talk.turns[-1].question == "Spørsmål 11"
