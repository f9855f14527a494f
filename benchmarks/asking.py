"""How long a planner waits: the first answer of a new process, and the next ones while the library is open.

``python -m benchmarks.asking`` prints one Markdown table. Cold is the whole ``lhl spør`` as a process of its own, from
its start to its end, on the bundled index; warm is ``ask`` in one process over all anticipated questions' first ones.
"""

import os
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import date

from lhl_assistant.answer.ask import ask
from lhl_assistant.library.opening import searcher
from lhl_assistant.search.rank import Searcher

_COLD_RUNS = 11
_QUESTION = "Hva koster frivilligsentralen i Balsfjord?"


def cold() -> list[float]:
    """Seconds of each whole run of the command; the first, which may read from disk, included."""
    with tempfile.TemporaryDirectory() as home:
        env = {**os.environ, "LHL_HOME": home}
        command = [sys.executable, "-m", "lhl_assistant", "spør", _QUESTION]
        seconds = []
        for _ in range(_COLD_RUNS):
            start = time.perf_counter()
            subprocess.run(command, env=env, check=True, capture_output=True)
            seconds.append(time.perf_counter() - start)
    return seconds


def questions(opened: Searcher) -> list[str]:
    """The first anticipated question of every section of the bundled library."""
    found: dict[tuple[str, ...], str] = {}
    for _, snapshot in opened.libraries:
        for _, passage in snapshot.passages():
            if passage.questions:
                found.setdefault(passage.heading, passage.questions[0])
    return list(found.values())


def warm(opened: Searcher, asked: list[str]) -> list[float]:
    """Milliseconds from question to answer."""
    ask(opened, asked[0])
    times = []
    for question in asked:
        start = time.perf_counter()
        ask(opened, question)
        times.append(1000 * (time.perf_counter() - start))
    return times


def main() -> None:
    """Print the table."""
    start = cold()
    with searcher() as opened:
        asked = questions(opened)
        times = sorted(warm(opened, asked))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{date.today()}, {os.cpu_count()} kjerner, {platform.machine()}, Python {platform.python_version()}\n")
    print("| mål | verdi |\n|---|---|")
    print(f"| første svar i ny prosess, median / dårligste av {len(start)} | "
          f"{statistics.median(start):.2f} s / {max(start):.2f} s |")  # fmt: skip
    print(f"| neste svar, p50 / p95 over {len(times)} spørsmål | "
          f"{times[len(times) // 2]:.1f} ms / {times[int(0.95 * len(times))]:.1f} ms |")  # fmt: skip
    print(f"| minne, størst | {peak:.0f} MB |")


if __name__ == "__main__":
    main()
