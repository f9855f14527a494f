"""How the terminal app feels, in figures: ``python -m benchmarks.tui``.

First paint is timed in a real pseudo-terminal, in turn with an empty Textual app, so that a busy machine slows both
alike: the ratio counts. Enter to answer and frames are timed in the app itself, until the screen is painted anew;
frames in a conversation of 500 turns and a source of 100 pages, also in processor time, which a busy machine leaves
as it is.
"""

import asyncio
import os
import pty
import select
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

_EMPTY = "from textual.app import App; App().run()"
_OURS = "import sys; sys.argv = ['lhl']; from lhl_assistant.cli.start import main; main()"
_PAINTED = 1000
"""Bytes after the switch to the app's own screen that make a painted one (80 × 24 cells)."""

QUESTIONS = ("Hva koster frivilligsentralen i Balsfjord?", "Hva er hverdagsmestring?", "Når sluttet reformperioden?")


Frame = tuple[float, float]
"""Seconds from a key to the painted screen, and those of the processor meanwhile."""


@dataclass
class Terminal:
    """A program in a pseudo-terminal of 80 × 24, and all that it has written."""

    code: str
    home: Path

    def __enter__(self) -> "Terminal":
        self.began = time.perf_counter()
        self.written = b""
        self.child, self.handle = pty.fork()
        if self.child == 0:
            os.environ.update(LHL_HOME=str(self.home), TERM="xterm-256color", COLUMNS="80", LINES="24")
            os.execv(sys.executable, [sys.executable, "-c", self.code])
        return self

    def __exit__(self, *_: object) -> None:
        os.kill(self.child, 9)
        os.close(self.handle)
        os.waitpid(self.child, 0)

    def until(self, true: Callable[[bytes], bool], seconds: float = 30) -> float:
        """Seconds from the start until what is written fulfils ``true``."""
        end = time.perf_counter() + seconds
        while not true(self.written):
            if time.perf_counter() > end:
                raise TimeoutError
            if select.select([self.handle], [], [], 0.05)[0]:
                self.written += os.read(self.handle, 65536)
        return time.perf_counter() - self.began


def _painted(written: bytes) -> bool:
    _, switched, after = written.partition(b"\x1b[?1049h")
    return bool(switched) and len(after) >= _PAINTED


def first_paint(rounds: int) -> tuple[float, float]:
    """Median seconds to the first paint of an empty Textual app and of ours, timed in turn."""
    empty: list[float] = []
    ours: list[float] = []
    with tempfile.TemporaryDirectory() as home:
        for number in range(rounds + 1):
            for code, times in ((_EMPTY, empty), (_OURS, ours)):
                with Terminal(code, Path(home)) as terminal:
                    took = terminal.until(_painted)
                if number:
                    times.append(took)
    return statistics.median(empty), statistics.median(ours)


def content(rounds: int) -> float:
    """Median seconds until the planner can read what to do, and write."""
    times: list[float] = []
    with tempfile.TemporaryDirectory() as home:
        for _ in range(rounds):
            with Terminal(_OURS, Path(home)) as terminal:
                times.append(terminal.until(lambda w: b"Hva vil du vite?" in w))
    return statistics.median(times)


async def enter_to_answer(rounds: int) -> list[float]:
    """Seconds from Enter until the answer is painted, the model being loaded."""
    from lhl_assistant.tui.app import Assistant
    from lhl_assistant.tui.ask.prompt import Prompt
    from lhl_assistant.tui.ask.suggestions import Suggestions
    from lhl_assistant.tui.ask.talk import Talk

    app, times = Assistant(), []
    async with app.run_test(size=(140, 40)) as pilot:
        while not (app.query(Suggestions) and app.query_one(Suggestions).questions):
            await pilot.pause(0.05)
        prompt, talk = app.query_one(Prompt), app.query_one(Talk)
        for number in range(rounds * len(QUESTIONS)):
            prompt.write(QUESTIONS[number % len(QUESTIONS)])
            await pilot.pause(0.2)
            last = talk.last
            began, painted = time.perf_counter(), asyncio.Event()
            prompt.action_ask()
            while talk.last is None or talk.last is last or talk.last.answer is None:
                await asyncio.sleep(0.001)
            talk.call_after_refresh(painted.set)
            await painted.wait()
            times.append(time.perf_counter() - began)
    return times


async def frames(turns: int, pages: int, steps: int) -> dict[str, list[Frame]]:
    """Each frame while leafing through a long conversation, up and down, and through a long source."""
    from lhl_assistant.answer.conversation import respond
    from lhl_assistant.tui.app import Assistant
    from lhl_assistant.tui.ask.suggestions import Suggestions
    from lhl_assistant.tui.ask.talk import Talk
    from lhl_assistant.tui.reading.view import Reader

    app = Assistant()
    async with app.run_test(size=(140, 40)) as pilot:
        while not (app.query(Suggestions) and app.query_one(Suggestions).questions):
            await pilot.pause(0.05)
        answers = [(await app.desk.do(lambda s, q=q: respond(s, q))).answer for q in QUESTIONS]  # type: ignore[misc]
        talk = app.query_one(Talk)
        await talk.fill(answers[number % len(answers)] for number in range(5))
        await pilot.pause(0.3)
        found = {"samtale, 5 spørsmål, til sammenligning": await _leafed(talk, steps // 4, up=True)}
        await talk.fill(answers[number % len(answers)] for number in range(turns))
        await pilot.pause(0.3)
        found |= {
            f"samtale, {turns} spørsmål, oppover": await _leafed(talk, steps, up=True),
            f"samtale, {turns} spørsmål, nedover": await _leafed(talk, steps, up=False),
        }
        await pilot.press("f6")
        await pilot.pause(0.5)
        words = "Tiltaket prøves ut og evalueres, og erfaringene legges fram for kommunestyret. " * 6
        text = "\n\n".join(f"## Side {n}\n\n{words}\n\n- {words[:80]}\n\n{words}\n\n{words}" for n in range(pages))
        reader = app.query_one("#text", Reader)
        reader.show(text)
        await pilot.pause(0.3)
        found[f"kilde, {pages} sider, nedover"] = await _leafed(reader, steps, up=False)
        return found


async def _leafed(view: "object", steps: int, up: bool) -> list[Frame]:
    from textual.widget import Widget

    assert isinstance(view, Widget)
    times: list[Frame] = []
    for _ in range(steps):
        painted = asyncio.Event()
        began, worked = time.perf_counter(), time.process_time()
        view.scroll_relative(y=-12 if up else 12, animate=False)
        view.call_after_refresh(painted.set)
        await painted.wait()
        times.append((time.perf_counter() - began, time.process_time() - worked))
        await asyncio.sleep(0.005)
    return times


def p95(times: list[float]) -> float:
    """The 95th percentile."""
    return sorted(times)[int(0.95 * (len(times) - 1))]


def main() -> None:
    """Print it all."""
    empty, ours = first_paint(7)
    print(f"første bilde: tom Textual-app {empty:.2f} s, lhl {ours:.2f} s, forhold {ours / empty:.2f}")
    print(f"til det er noe å lese og skrive på: {content(5):.2f} s")
    with tempfile.TemporaryDirectory() as home:
        os.environ["LHL_HOME"] = home
        answers = asyncio.run(enter_to_answer(7))
        print(f"Enter til svar: median {statistics.median(answers) * 1000:.0f} ms, p95 {p95(answers) * 1000:.0f} ms")
    with tempfile.TemporaryDirectory() as home:
        os.environ["LHL_HOME"] = home
        for what, times in asyncio.run(frames(500, 100, 200)).items():
            seconds, worked = ([frame[at] for frame in times] for at in (0, 1))
            told = f"median {statistics.median(seconds) * 1000:.1f} ms, p95 {p95(seconds) * 1000:.1f} ms"
            print(f"{what}: {told}; prosessortid p95 {p95(worked) * 1000:.1f} ms")


if __name__ == "__main__":
    main()
