"""Kills builds of an index: does it always answer as before or as after, and never as anything else?

``python -m benchmarks.kill_build [--kills 50] [--seed 1]`` lets ``lhl indeks bygg`` loose on a dozen own sources that
are others each time, and ends it with SIGKILL: every other time at any moment of its run, every other time once it has
begun to write. Prints a Markdown table and exits with 1 where an index was broken.
"""

import argparse
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from lhl_assistant import places
from lhl_assistant.answer.ask import ask
from lhl_assistant.answer.text import markdown
from lhl_assistant.embedding.choose import load_engine
from lhl_assistant.embedding.engine import Engine
from lhl_assistant.reform.load import load
from lhl_assistant.reform.model import Reform
from lhl_assistant.search.rank import Searcher
from lhl_assistant.search.snapshot import Snapshot
from lhl_assistant.sources.own import OwnSources

VILLAGES = "Granli Solbakken Myrvang Nesodden Fagerli Bjørkåsen Tømmerås Vikøy Eidsmo Haugland Lønset Åkvik".split()
STATES = ("før", "etter")
DOCUMENT = """\
# Eldrebussen på {village}

## Pris

Eldrebussen på {village} koster {price} kroner for en tur.

## Rute

Bussen på {village} går {price} ganger i året. Sjåføren hjelper med posene, og den som vil, kan ringe dagen før.
"""


class Moment(StrEnum):
    """When a build is killed."""

    ANY = "at any moment of the run"
    WRITING = "once it has begun to write"


class Outcome(StrEnum):
    """What the index is after a kill."""

    BEFORE = "as before"
    AFTER = "as after"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class Result:
    """How often what came of which moment, and whether a last build that was let be went through and left no rest."""

    counts: Counter[tuple[Moment, Outcome]]
    mended: bool

    @property
    def good(self) -> bool:
        """Whether nothing was ever broken."""
        return self.mended and not any(n for (_, outcome), n in self.counts.items() if outcome is Outcome.BROKEN)


class Home:
    """A planner's data folder, with two states of its sources to go between."""

    def __init__(self, folder: Path, engine: Engine, reform: Reform) -> None:
        self._folder, self._engine, self._reform = folder, engine, reform
        self._home = folder / "hjem"
        self.index = self._home / "indeks" / "egne.sqlite"
        self._temporary = self.index.with_suffix(".tmp")
        for add, state in enumerate(STATES):
            own = OwnSources(folder / state)
            for price, village in enumerate(VILLAGES, start=20):
                file = folder / f"{village}.md"
                file.write_text(DOCUMENT.format(village=village, price=price + 40 * add), encoding="utf-8")
                own.add(file)

    def put(self, state: str) -> None:
        """Make the sources those of ``state``."""
        shutil.rmtree(self._home / "kilder", ignore_errors=True)
        shutil.copytree(self._folder / state / "kilder", self._home / "kilder")

    def build(self) -> subprocess.Popen[bytes]:
        """A build, begun."""
        command = [sys.executable, "-m", "lhl_assistant", "indeks", "bygg"]
        return subprocess.Popen(command, env={**os.environ, "LHL_HOME": str(self._home)}, stderr=subprocess.DEVNULL)

    def answers(self) -> list[str]:
        """What the index answers to a question about each source. Raises whatever a broken one raises."""
        with Snapshot(self.index) as snapshot:
            if damage := snapshot.damage():
                raise ValueError(damage)
            searcher = Searcher([("egne", snapshot)], self._engine, self._reform)
            return [markdown(ask(searcher, f"Hva koster eldrebussen på {village}?")) for village in VILLAGES]

    def temporary(self) -> int:
        """When the half-written index was last written to, in nanoseconds; 0 where there is none."""
        try:
            return self._temporary.stat().st_mtime_ns
        except FileNotFoundError:
            return 0

    def files(self) -> list[str]:
        """What lies in the index's folder, locks left out."""
        return sorted(p.name for p in self.index.parent.iterdir() if p.suffix != ".lock")


def run(folder: Path, kills: int, seed: int, engine: Engine, reform: Reform) -> Result:
    """Kill ``kills`` builds in ``folder``; ``seed`` decides when."""
    rng, home = random.Random(seed), Home(folder, engine, reform)
    expected: dict[str, list[str]] = {}
    for state in STATES:
        home.put(state)
        whole, writing = _timed(home)
        expected[state] = home.answers()
    if expected["før"] == expected["etter"]:
        raise ValueError("the two states answer alike, so that nothing could be told from them")
    counts: Counter[tuple[Moment, Outcome]] = Counter()
    now = "etter"
    while counts.total() < kills:
        moment = list(Moment)[counts.total() % 2]
        wanted = STATES[1 - STATES.index(now)]
        home.put(wanted)
        killed = _killed(home, moment, rng.random() * (whole if moment is Moment.ANY else 2 * writing))
        found = _state(home, expected)
        if killed:
            counts[moment, _outcome(found, now, wanted)] += 1
        now = found or now
    home.put("før")
    mended = home.build().wait() == 0 and home.answers() == expected["før"] and home.files() == [home.index.name]
    return Result(counts, mended)


def _timed(home: Home) -> tuple[float, float]:
    """Seconds of a whole build, and of its writing."""
    begun, process = time.perf_counter(), home.build()
    _wait(process, lambda: home.temporary() > 0)
    writes = time.perf_counter()
    _wait(process, lambda: home.temporary() == 0)
    written = time.perf_counter()
    if process.wait():
        raise ChildProcessError("a build that was let be failed")
    return time.perf_counter() - begun, written - writes


def _killed(home: Home, moment: Moment, seconds: float) -> bool:
    """Kill a build ``seconds`` after its start, or after it begins to write; False where it was done before that."""
    left = home.temporary()  # by the kill before
    process = home.build()
    if moment is Moment.WRITING:
        _wait(process, lambda: home.temporary() not in (0, left))
    time.sleep(seconds)
    alive = process.poll() is None
    process.kill()
    process.wait()
    return alive


def _wait(process: subprocess.Popen[bytes], happened: Callable[[], bool]) -> None:
    while not happened() and process.poll() is None:
        time.sleep(0.0002)


def _state(home: Home, expected: Mapping[str, list[str]]) -> str | None:
    """The state that the index answers as, or None where it answers as none or not at all."""
    try:
        found = home.answers()
    except Exception as error:  # whatever it is, it is what this looks for
        print(f"broken: {error!r}", file=sys.stderr)
        return None
    return next((state for state in STATES if expected[state] == found), None)


def _outcome(found: str | None, before: str, after: str) -> Outcome:
    return {before: Outcome.BEFORE, after: Outcome.AFTER}.get(found or "", Outcome.BROKEN)


def table(result: Result) -> str:
    """The result as Markdown."""
    rows = [["killed", *Outcome, "kills"]]
    for moment in Moment:
        counts = [result.counts[moment, outcome] for outcome in Outcome]
        rows.append([moment, *map(str, counts), str(sum(counts))])
    rows.append(["all", *(str(sum(int(r[i]) for r in rows[1:])) for i in range(1, 5))])
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join([lines[0], "|---|" + "---:|" * 4, *lines[1:]])


def main() -> int:
    """Run the kills, print the table and return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    reform = load(places.bundled("knowledge") / "reform.yaml")
    begun = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        result = run(Path(folder), arguments.kills, arguments.seed, load_engine(), reform)
    print(table(result))
    print(f"\nThe last build, let be, went through: {'yes' if result.mended else 'no'}", end=" ")
    print(f"({time.perf_counter() - begun:.0f} s in all, seed {arguments.seed})")
    return 0 if result.good else 1


if __name__ == "__main__":
    sys.exit(main())
