"""Kills writers of an own library while others read it: is anything ever wrong, damaged, lost or half there?

``python -m benchmarks.kill_library [--kills 200] [--seed 1]`` lets ``lhl kilder legg-til``, ``oppdater`` and ``fjern``
loose on a planner's documents and ends each with SIGKILL: every other time at any moment of its run, every other time
once it has begun to write. All the while two readers ask. After each kill the library must be as before or as after,
whole, in step with its sources, and hold what the command said it did. Prints a Markdown table; exits with 1 on any
fault.
"""

import argparse
import contextlib
import os
import random
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from unittest.mock import patch

from lhl_assistant.answer.ask import ask
from lhl_assistant.library.adding import add
from lhl_assistant.library.checking import check
from lhl_assistant.library.opening import searcher
from lhl_assistant.search.libraries import layout
from lhl_assistant.sources.own import OwnSources

VILLAGES = "Granli Solbakken Myrvang Fagerli Bjørkåsen Tømmerås Vikøy Eidsmo Haugland Lønset".split()
STEADY = "# Nøkkelen til Granheim\n\nNøkkelen til Granheim henger på krok 77 ved døra.\n"
STEADY_QUESTION, STEADY_FACT = "Hvor henger nøkkelen til Granheim?", "krok 77"
DOCUMENT = "# Eldrebussen på {village}\n\n## Pris\n\nEldrebussen på {village} koster {price} kroner for en tur.\n"
_STEP = 100
_SAID = re.compile(r"^(Lagt til|Oppdatert|Fjernet): .*?([\w-]+-[0-9a-f]{6})\)?$", re.MULTILINE)


@dataclass(slots=True)
class Result:
    """How often what came of a kill, the faults in words, and how many questions the readers asked."""

    counts: Counter[tuple[str, str]] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)
    questions: int = 0

    @property
    def good(self) -> bool:
        """Whether nothing was ever wrong."""
        return not self.faults and self.questions > 0


class Planner:
    """A planner's documents, what the library holds of them, and the commands that change it."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.home, self._documents = folder / "hjem", folder / "mine"
        self._rng = random.Random(seed)
        self._versions = dict.fromkeys(VILLAGES, 0)
        self._documents.mkdir()
        (self._documents / "nøkkel.md").write_text(STEADY, encoding="utf-8")

    def file(self, village: str) -> Path:
        """The document of a village."""
        return self._documents / f"{village}.md"

    def write(self, village: str) -> None:
        """A new version of a village's document, with another price."""
        self._versions[village] += 1
        text = DOCUMENT.format(village=village, price=price(village, self._versions[village]))
        self.file(village).write_text(text, encoding="utf-8")

    def held(self) -> dict[str, str]:
        """The ids and texts of the sources, as the index has them."""
        with searcher("egne") as opened:
            return {s.id: s.text for _, snapshot in opened.libraries for s in snapshot.sources.values()}

    def command(self) -> list[str]:
        """The next command, with its documents written: add, update or remove one to three."""
        there = {known.file.removesuffix(".md"): known.id for known in OwnSources(self.home).all_known()}
        present = [v for v in VILLAGES if v in there]
        absent = [v for v in VILLAGES if v not in there]
        few, many = len(present) < 3, len(absent) < 3
        doing = self._rng.choice(["oppdater"] * (not few) + ["legg-til"] * (not many) + ["fjern"] * (not few))
        some = self._rng.sample(absent if doing == "legg-til" else present, 1)
        some += self._rng.sample(absent if doing == "legg-til" else present, self._rng.randrange(2))
        some = list(dict.fromkeys(some))
        if doing != "fjern":
            for village in some:
                self.write(village)
        arguments = [str(self.file(v)) if doing == "legg-til" else there[v] for v in some]
        return ["kilder", doing, *arguments]

    def moment(self, whole: float) -> float:
        """How many seconds of a run of ``whole`` seconds to wait."""
        return self._rng.random() * whole


def price(village: str, version: int) -> int:
    """A price that tells the village and the version of its document."""
    return 20 + VILLAGES.index(village) + _STEP * version


def run(folder: Path, kills: int, seed: int, readers: int = 2) -> Result:
    """Kill ``kills`` commands in ``folder`` while ``readers`` ask; ``seed`` decides which and when."""
    planner, result = Planner(folder, seed), Result()
    with patch.dict(os.environ, {"LHL_HOME": str(planner.home)}):
        for village in VILLAGES[:4]:
            planner.write(village)
        begun = time.perf_counter()
        add([planner.file(v) for v in VILLAGES[:4]] + [planner.file("nøkkel")], layout())
        with _readers(planner.home, result, readers):
            whole = time.perf_counter() - begun
            while result.counts.total() < kills and not result.faults:
                whole = _kill_one(planner, result, whole)
    return result


def _kill_one(planner: Planner, result: Result, whole: float) -> float:
    """Kill one command, or let it end where it is faster; returns how many seconds to think that the next takes."""
    before, command = planner.held(), planner.command()
    begun = time.perf_counter()
    late = result.counts.total() % 2 == 1
    with tempfile.TemporaryFile() as told:
        process = subprocess.Popen(_lhl(command), stdout=subprocess.DEVNULL, stderr=told)
        if late:
            _wait_for_writing(planner.home, process)
        deadline = time.perf_counter() + planner.moment(whole / 2 if late else 1.3 * whole)
        while time.perf_counter() < deadline and process.poll() is None:
            time.sleep(0.002)
        killed, took = process.poll() is None, time.perf_counter() - begun
        process.kill()
        process.wait()
        told.seek(0)
        said = told.read().decode()
    after = planner.held()
    result.faults += _faults(planner, command, before, after, said)
    if killed:
        result.counts[command[1], "as before" if after == before else "as after"] += 1
    return max(took, whole) if killed else took


def _faults(
    planner: Planner, command: list[str], before: dict[str, str], after: dict[str, str], said: str
) -> Iterator[str]:
    """What is wrong after a kill, in words."""
    for _, report in check(["egne"]):
        if report.complaints:
            yield f"{command}: {report.complaints}"
    if after != before and after != _wanted(planner, command, before):
        yield f"{command}: half there: {sorted(before)} -> {sorted(after)}"
    for doing, id in _SAID.findall(said):
        if (id in after) == (doing == "Fjernet"):
            yield f"{command}: it was said «{doing}», but that does not hold for {id}"
    if rest := [p.name for p in (planner.home / "kilder").iterdir() if p.name == ".endring.json"]:
        yield f"{command}: left {rest}"


def _wanted(planner: Planner, command: list[str], before: dict[str, str]) -> dict[str, str]:
    """What the library holds where the whole command has been carried out."""
    _, doing, *arguments = command
    if doing == "fjern":
        return {id: text for id, text in before.items() if id not in arguments}
    slugs = [Path(a).stem if doing == "legg-til" else None for a in arguments]
    villages = [s or next(v for v in VILLAGES if v in before[a]) for s, a in zip(slugs, arguments, strict=True)]
    kept = {id: text for id, text in before.items() if not any(f"på {v}\n" in text for v in villages)}
    known = {k.id: k for k in OwnSources(planner.home).all_known()}
    new = {planner.file(v).read_text(encoding="utf-8") for v in villages}
    found = {s.id: s.text for s in (OwnSources(planner.home).source(k) for k in known.values()) if s.text in new}
    return kept | found if len(found) == len(new) else {}


def _wait_for_writing(home: Path, process: "subprocess.Popen[bytes]") -> None:
    while process.poll() is None:
        with contextlib.suppress(OSError):
            if any(p.name.startswith((".ny-", ".endring")) for p in (home / "kilder").iterdir()):
                return
        time.sleep(0.001)


def _lhl(command: list[str]) -> list[str]:
    return [sys.executable, "-m", "lhl_assistant", *command]


@contextlib.contextmanager
def _readers(home: Path, result: Result, count: int) -> Iterator[None]:
    """``count`` processes that ask until the block is left; their faults and questions go into ``result``."""
    command = [sys.executable, "-m", "benchmarks.kill_library", "--read", str(home)]
    readers = [
        subprocess.Popen([*command, "--seed", str(n)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        for n in range(count)
    ]
    try:
        yield
    finally:
        for reader in readers:
            told = reader.communicate()[0].splitlines()
            result.questions += int(told[-1]) if told and reader.returncode == 0 else 0
            result.faults += told[:-1] if reader.returncode == 0 else ["a reader died", *told]


def read(seed: int) -> None:
    """Ask until stdin is closed; print each wrong answer, and last how many questions were asked."""
    rng, asked = random.Random(seed), 0
    os.set_blocking(sys.stdin.fileno(), False)
    while sys.stdin.buffer.read(1) is None:
        asked += 1
        village = rng.choice(VILLAGES)
        try:
            with searcher("egne") as opened:
                steady = ask(opened, STEADY_QUESTION)
                moving = ask(opened, f"Hva koster eldrebussen på {village}?")
        except Exception as error:  # whatever it is, it is what this looks for
            print(f"a reader met {error!r}", flush=True)
            continue
        if not steady.citations or STEADY_FACT not in steady.citations[0].quote:
            print(f"a reader did not find {STEADY_FACT}", flush=True)
        for quote in (c.quote for c in moving.citations):
            for other, told in re.findall(r"Eldrebussen på (\w+) koster (\d+) kroner", quote):
                if int(told) % _STEP != price(other, 0) % _STEP:
                    print(f"a reader read {quote!r}", flush=True)
    print(asked)


def table(result: Result) -> str:
    """The result as Markdown."""
    rows = ["| killed | as before | as after | kills |", "|---|---:|---:|---:|"]
    for doing in ("legg-til", "oppdater", "fjern"):
        before, after = (result.counts[doing, state] for state in ("as before", "as after"))
        rows.append(f"| {doing} | {before} | {after} | {before + after} |")
    return "\n".join([*rows, f"| all | | | {result.counts.total()} |"])


def main() -> int:
    """Run the kills, print the table and return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--read", type=Path, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.read is not None:
        with patch.dict(os.environ, {"LHL_HOME": str(arguments.read)}):
            read(arguments.seed)
        return 0
    begun = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        result = run(Path(folder), arguments.kills, arguments.seed)
    print(table(result))
    print(f"\n{result.questions} questions by two readers; faults: {len(result.faults)}", end=" ")
    print(f"({time.perf_counter() - begun:.0f} s in all, seed {arguments.seed})")
    print("\n".join(result.faults[:20]))
    return 0 if result.good else 1


if __name__ == "__main__":
    sys.exit(main())
