"""The app in the test's own process, with a planner's own empty data folder."""

from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from lhl_assistant.tui.app import Assistant
from lhl_assistant.tui.ask.prompt import Prompt
from lhl_assistant.tui.ask.suggestions import Suggestions
from lhl_assistant.tui.ask.talk import Talk
from lhl_assistant.tui.desk import Desk

Opened = Callable[..., AbstractAsyncContextManager[Pilot[None]]]


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


class Kept(Desk):
    """A desk that one app after another sits at: libraries that are as they were need not be opened again."""

    def close(self) -> None:
        """The next app has use for it."""


@pytest.fixture(scope="session")
def desk() -> Iterator[Desk]:
    kept = Kept()
    yield kept
    Desk.close(kept)


@pytest.fixture(autouse=True)
def own_folder(monkeypatch: pytest.MonkeyPatch, home: Path, desk: Desk) -> None:
    monkeypatch.setenv("LHL_HOME", str(home))
    monkeypatch.setattr("lhl_assistant.tui.app.Desk", lambda: desk)


@asynccontextmanager
async def opened(width: int = 80, height: int = 24) -> AsyncIterator[Pilot[None]]:
    """The app at that size, with its libraries opened."""
    async with Assistant().run_test(size=(width, height)) as pilot:
        await until_ready(pilot)
        yield pilot


async def until_ready(pilot: Pilot[None]) -> None:
    """Wait until the libraries are opened."""
    await until(pilot, lambda: any(found.questions for found in pilot.app.query(Suggestions)))


async def until(pilot: Pilot[None], true: Callable[[], bool]) -> None:
    """Wait, at most a minute, until something holds: the machine may be busy with other tests."""
    for _ in range(3000):
        if true():
            await pilot.pause()
            return
        await pilot.pause(0.02)
    raise AssertionError("it did not come to hold")


async def typed(pilot: Pilot[None], words: str) -> None:
    """Type the words, key by key."""
    names = {" ": "space", "?": "question_mark", ",": "comma", ".": "full_stop", "-": "minus", "/": "slash"}
    await pilot.press(*(names.get(character, character) for character in words))


async def asked(pilot: Pilot[None], question: str) -> None:
    """Write the question, press Enter, and wait for the answer."""
    talk = pilot.app.query_one(Talk)
    before = len(talk.turns)
    pilot.app.query_one(Prompt).write(question)
    await pilot.press("enter")
    await until(pilot, lambda: len(talk.turns) == before + 1 and talk.turns[-1].answer is not None)


def screen(pilot: Pilot[None]) -> str:
    """All that stands on the screen, line by line."""
    size = pilot.app.size
    strips = pilot.app.screen._compositor.render_strips(size)
    return "\n".join(strip.text for strip in strips)
