"""Ours beside what one would otherwise take: the same passages, the same vectors, the same questions, one table.

``python -m benchmarks.peers`` (with the extra ``peers`` installed) asks ``../shared/questions`` of the five originals,
or where they are absent the committed set of the bundled knowledge. Every system gets our passages as the model reads
them and the light engine's vector of each, embeds the question with the same engine, and runs in a process of its own,
without a network where the machine allows it. Ours also has vectors of sentences, which it makes itself.
"""

import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from importlib.metadata import distributions
from pathlib import Path

from benchmarks.peers_data import DEPTH, Data, write
from benchmarks.peers_systems import OURS, SYSTEMS
from lhl_assistant.search.points import PointKind
from lhl_assistant.search.snapshot import Snapshot
from tests.conftest import ROOT, SHARED
from tests.evaluation import libraries, sets
from tests.evaluation.intervals import interval
from tests.evaluation.ranking import measure, passages, relevant
from tests.evaluation.report import table

_SHOWN = ("Recall@1", "Recall@5", "MRR@10")
_WITHOUT_NETWORK = ("unshare", "--user", "--map-root-user", "--net")
_LIMIT = 900
_PACKAGES = ("bm25s", "txtai", "haystack-ai", "llama-index-core", "llama-index-retrievers-bm25", "lancedb")


@dataclass(frozen=True, slots=True)
class Run:
    """What one system did: the passages found for each question, and what it cost."""

    ranked: Mapping[str, Sequence[int]]
    milliseconds: Sequence[float]
    cold: float
    megabytes: float


def main() -> None:
    """Ask every system and print the table."""
    with prepared() as (data, right):
        alone = _without_network()
        runs = {name: _run(name, data.folder, alone) for name in SYSTEMS}
        what = f"{len(data.questions)} spørsmål, {len(data.texts)} tekstutdrag, de {DEPTH} første"
    machine = f"{os.cpu_count()} kjerner, {platform.machine()}, Python {platform.python_version()}"
    print(f"{date.today()}, {machine}; {what}; {'uten nett' if alone else 'nettet kunne ikke kobles fra her'}")
    print(f"{_versions()}\n")
    head = ["system", *_SHOWN, "vår MRR@10 minus dens", "ms per spørsmål, p50", "kald start, s", "minne, MB"]
    print(table(head, rows(runs, right)))


@contextmanager
def prepared() -> Iterator[tuple[Data, dict[str, frozenset[str]]]]:
    """The data for the systems, and for every question its right passages."""
    there = (SHARED / "sources").is_dir()
    asked = (sets.shared(SHARED / "questions") if there else sets.committed()).questions
    with (
        libraries.own(SHARED / "sources") if there else libraries.bundled() as searcher,
        tempfile.TemporaryDirectory() as folder,
    ):
        ((_, snapshot),) = searcher.libraries
        assert isinstance(snapshot, Snapshot)
        yield _written(Path(folder), snapshot, asked), {q.id: relevant(q, passages(snapshot)) for q in asked}


def _written(folder: Path, snapshot: Snapshot, asked: Sequence[sets.Question]) -> Data:
    texts = [p.embedding_text(snapshot.sources[s].text) for s, p in snapshot.passages()]
    whole = snapshot.kinds == PointKind.PASSAGE
    assert snapshot.owners[whole].tolist() == list(range(len(texts)))
    return write(folder, texts, snapshot.vectors[whole], {q.id: q.question for q in asked}, snapshot.path)


def _run(name: str, folder: Path, alone: bool) -> Run | str:
    """The system in a process of its own, or in a few words why it did not run."""
    command = [*(_WITHOUT_NETWORK if alone else ()), sys.executable, "-W", "ignore", "-m", "benchmarks.peers_child"]
    print(f"{name} …", file=sys.stderr)
    try:
        done = subprocess.run(
            [*command, name, str(folder)], cwd=ROOT, capture_output=True, encoding="utf-8", timeout=_LIMIT, check=False
        )
    except subprocess.TimeoutExpired:
        return f"ikke ferdig på {_LIMIT} s"
    if done.returncode:
        return (done.stderr.strip().splitlines() or [f"sluttet med {done.returncode}"])[-1][:120]
    return Run(**json.loads(done.stdout.splitlines()[-1]))


def rows(runs: Mapping[str, Run | str], right: Mapping[str, frozenset[str]]) -> Iterator[list[str]]:
    """The rows of the table, in the order of ``runs``; a system that did not run says why."""
    values = {name: _values(run, right) for name, run in runs.items() if isinstance(run, Run)}
    for name, run in runs.items():
        if not isinstance(run, Run):
            yield [name, f"kjørte ikke: {run}", *[""] * 6]
            continue
        quality = [str(interval(values[name][m])) for m in _SHOWN]
        lead = "" if name == OURS or OURS not in values else str(interval(_ahead(values[OURS], values[name])))
        cost = (f"{statistics.median(run.milliseconds):.1f}", f"{run.cold:.1f}", f"{run.megabytes:.0f}")
        yield [name, *quality, lead, *cost]


def _ahead(one: Mapping[str, list[float]], other: Mapping[str, list[float]]) -> list[float]:
    return [a - b for a, b in zip(one["MRR@10"], other["MRR@10"], strict=True)]


def _values(run: Run, right: Mapping[str, frozenset[str]]) -> dict[str, list[float]]:
    """Every measure's value for each question, the questions in the same order for all systems."""
    found = measure({id: [str(n) for n in numbers] for id, numbers in run.ranked.items()}, right)
    return {m: [found[id][m] for id in right] for m in _SHOWN}


def _versions() -> str:
    """The peers that are installed, each with its version."""
    there = {d.name.lower(): d.version for d in distributions() if d.name}
    return ", ".join(f"{name} {there[name]}" for name in _PACKAGES if name in there)


def _without_network() -> bool:
    """Whether this machine lets a process be cut off from the network."""
    if shutil.which(_WITHOUT_NETWORK[0]) is None:
        return False
    return subprocess.run([*_WITHOUT_NETWORK, "true"], capture_output=True, check=False).returncode == 0


if __name__ == "__main__":
    main()
