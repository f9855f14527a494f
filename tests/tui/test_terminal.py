"""The app in a real terminal, driven by real keys: tmux types, and what stands on the screen is read back."""

import os
import shlex
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux er ikke installert")


class Terminal:
    """A tmux session of its own, 140 × 40, with the planner's data folder."""

    def __init__(self, socket: Path, home: Path) -> None:
        self._tmux = ["tmux", "-S", str(socket), "-f", "/dev/null"]
        env = {**os.environ, "LHL_HOME": str(home), "LANG": "C.UTF-8", "HOME": str(home.parent)}
        shell = [*self._tmux, "new-session", "-d", "-x", "140", "-y", "40", "sh"]
        subprocess.run(shell, env=env, check=True, timeout=20)
        self.run("set-option", "-g", "set-clipboard", "on")

    def run(self, *command: str) -> str:
        """A command to tmux; what it answers."""
        told = subprocess.run([*self._tmux, *command], capture_output=True, encoding="utf-8", check=True, timeout=20)
        return told.stdout

    def start(self) -> None:
        """``lhl`` at the shell's prompt."""
        self.write(shlex.join([sys.executable, "-m", "lhl_assistant"]))
        self.press("Enter")

    def write(self, words: str) -> None:
        """Type the words."""
        self.run("send-keys", "-l", words)

    def press(self, *keys: str) -> None:
        """Press keys, by tmux's names."""
        self.run("send-keys", *keys)

    def until(self, words: str, there: bool = True) -> str:
        """Wait until the words stand on the screen, or no longer do; the screen."""
        for _ in range(300):
            screen = self.run("capture-pane", "-p")
            if (words in screen) == there:
                return screen
            time.sleep(0.05)
        raise AssertionError(f"«{words}»:\n{screen}")


@pytest.fixture
def terminal(tmp_path: Path, home: Path) -> Iterator[Terminal]:
    opened = Terminal(tmp_path / "s", home)
    yield opened
    opened.run("kill-server")


def test_a_planners_first_day(terminal: Terminal, tmp_path: Path, home: Path) -> None:
    file = tmp_path / "plan.md"
    file.write_text("# Plan for Fjelldal kommune\n\nMiddag klokka 15 prøves ut fra 2027.\n", encoding="utf-8")
    terminal.start()
    terminal.until("Hva vil du vite?")
    terminal.write("Hva koster frivilligsentralen i Balsfjord?")
    terminal.press("Enter")
    terminal.until("230 000")
    terminal.write("hvem har ansvaret?")
    terminal.press("Enter")
    terminal.until("Forstått som: Hvem har ansvaret for frivilligsentralen i Balsfjord?")
    terminal.press("Tab")
    terminal.until("Vårt sammendrag av kap. 9.2")
    terminal.press("C-c")
    terminal.until("Kopiert:")
    assert "Balsfjord kommune" in terminal.run("show-buffer")
    terminal.press("Escape", "F2", "C-c")
    terminal.press("F6")
    terminal.until("Folkehelseloven")
    terminal.press("C-l")
    terminal.until("Skriv hvor filen eller mappen ligger")
    terminal.write(file.name)
    terminal.press("Enter")
    terminal.until("Lagt til: Plan for Fjelldal kommune")
    terminal.press("F2")
    terminal.write("Når prøves middag klokka 15 ut i Fjelldal")
    terminal.until("ut i Fjelldal")
    time.sleep(0.3)
    terminal.press("C-q")
    terminal.until("Kilder F6", there=False)
    terminal.start()
    screen = terminal.until("Når prøves middag klokka 15 ut i Fjelldal")
    terminal.until("hvem har ansvaret?")
    assert "Kilder F6" in screen
    terminal.press("Enter")
    terminal.until("prøves ut fra 2027")


def test_nothing_is_lost_when_the_app_is_killed(terminal: Terminal, home: Path) -> None:
    terminal.start()
    terminal.until("Hva vil du vite?")
    terminal.write("Hva er hverdagsmestring?")
    terminal.press("Enter")
    terminal.until("[1]")
    terminal.write("og i Les")
    terminal.until("og i Les")
    time.sleep(0.3)
    pane = terminal.run("list-panes", "-F", "#{pane_pid}").strip()
    child = subprocess.run(["pgrep", "-P", pane], capture_output=True, text=True, check=True).stdout.split()[0]
    os.kill(int(child), 9)
    terminal.until("Killed")
    terminal.run("respawn-pane", "-k", "sh")
    terminal.start()
    terminal.until("Hva er hverdagsmestring?")
    terminal.until("og i Les")
