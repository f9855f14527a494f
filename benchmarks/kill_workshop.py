"""Kills a workshop: is everything that was shown still there?

``python -m benchmarks.kill_workshop [--kills 100] [--seed 1]`` types contributions into ``lhl verksted kjør`` and ends
it with SIGKILL at a random moment, every other time once it has begun to show, again and again on the same journal. A
contribution counts as shown when its line has come out of the program. Prints a Markdown table and exits with 1 where
one that was shown is missing, stands twice or has lost a letter.
"""

import argparse
import os
import random
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from lhl_assistant.workshop.session import Session, begin

_LONGEST_S = 2.0
_PLANNED = {
    "title": "Kaffe og tanker",
    "municipality": "Fjelldal",
    "language": "nb",
    "day": date(2026, 12, 3),
    "start": "11:00",
    "minutes": 120,
    "participants": 12,
    "method": "igp",
    "areas": (1, 2, 3, 4, 5),
    "keep_until": date(2027, 6, 3),
}


@dataclass(frozen=True, slots=True)
class Result:
    """How many kills there were, how many of them in the middle of typing, what was shown, and what was wrong."""

    kills: int
    while_typing: int
    shown: int
    missing: int
    doubled: int

    @property
    def good(self) -> bool:
        """Whether nothing that was shown is missing or doubled."""
        return not self.missing and not self.doubled


def run(folder: Path, kills: int, seed: int) -> Result:
    """Kill the workshop ``kills`` times."""
    chance = random.Random(seed)
    journal = begin(folder / "verksted.jsonl", _PLANNED).path
    shown: list[str] = []
    typing = 0
    for kill in range(kills):
        lines = _killed(journal, kill, chance)
        typing += bool(lines)
        shown += lines
    kept = Counter(c.text for c in Session(journal).state.spoken)
    missing = sum(text not in kept for text in shown)
    return Result(kills, typing, len(shown), missing, sum(n > 1 for n in kept.values()))


def _killed(journal: Path, kill: int, chance: random.Random) -> list[str]:
    """Type into the workshop until it is killed; the contributions that it showed."""
    command = [sys.executable, "-m", "lhl_assistant", "verksted", "kjør", str(journal)]
    process = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env={**os.environ}
    )
    assert process.stdin
    assert process.stdout
    seen: list[str] = []

    def watch() -> None:
        assert process.stdout
        for line in process.stdout:
            _, _, text = line.decode(errors="replace").rstrip("\n").partition("  ")
            if line.endswith(b"\n") and text.startswith("Innspill "):
                seen.append(text)

    watcher = threading.Thread(target=watch)
    watcher.start()
    if kill % 2:
        process.stdin.write(f"Innspill {kill}-først: ja\n".encode())
        process.stdin.flush()
        while not seen and process.poll() is None:
            time.sleep(0.005)
    end = time.monotonic() + chance.uniform(0.0, _LONGEST_S)
    number = 0
    while time.monotonic() < end and process.poll() is None:
        try:
            process.stdin.write(
                f"Innspill {kill}-{number}: vi vil ha benker æøå {'x' * chance.randrange(300)}\n".encode()
            )
            process.stdin.flush()
        except BrokenPipeError:
            break
        number += 1
        time.sleep(chance.uniform(0, 0.02))
    process.kill()
    process.wait()
    watcher.join()
    process.stdout.close()
    with suppress(BrokenPipeError):
        process.stdin.close()
    return seen


def main() -> None:
    """Print what came of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    folder = Path(tempfile.mkdtemp())
    try:
        result = run(folder, chosen.kills, chosen.seed)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    print("| kills | while typing | contributions shown | missing | doubled |\n|---|---|---|---|---|")
    print(f"| {result.kills} | {result.while_typing} | {result.shown} | {result.missing} | {result.doubled} |")
    sys.exit(0 if result.good else 1)


if __name__ == "__main__":
    main()
