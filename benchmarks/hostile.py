"""``python -m benchmarks.hostile [FOLDER]``: every hostile file read, one after another, by one reader.

Prints a line a file: what came of it, seconds, and the most memory that a reading process has held so far. Ends with 1
where one broke the promise: a sentence or a reading within 20 s and 1 GB, with nothing in it that a screen obeys.
"""

import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from benchmarks.hostile_files import SECRET
from lhl_assistant.errors import InputUnusable
from lhl_assistant.sources.reading.model import Reading
from lhl_assistant.sources.reading.reader import Reader, reader

SECONDS, MEGABYTES = 20.0, 1000

_ALIVE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\U000e0000-\U000e007f]")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one file: a reading or a sentence, and how long it took."""

    name: str
    reading: Reading | None
    sentence: str
    seconds: float

    @property
    def broken(self) -> str:
        """Which promise it broke, "" for none."""
        said = [self.sentence, *(s for r in (self.reading.remarks if self.reading else ()) for s in (r.nb, r.nn))]
        text = self.reading.text + (self.reading.title or "") if self.reading else ""
        if self.seconds > SECONDS + 1:
            return "for lang tid"
        if any(_ALIVE.search(s) or "\n" in s for s in said) or _ALIVE.search(text):
            return "tegn som skjermen lyder"
        if SECRET in text:
            return "leste utenfor filen"
        return "" if self.reading or re.fullmatch(r"«.*» .+\.", self.sentence) else "ingen setning"


def outcome(opened: Reader, path: Path) -> Outcome:
    """What comes of reading ``path``."""
    start = perf_counter()
    try:
        reading, sentence = opened.read(path), ""
    except InputUnusable as error:
        reading, sentence = None, error.message
    return Outcome(path.name, reading, sentence, perf_counter() - start)


def held(opened: Reader) -> int:
    """The most that the running reading process has held so far, in megabytes (Linux); 0 where there is none."""
    process = opened._process
    status = Path(f"/proc/{process.pid}/status") if process else None
    if status is None or not status.is_file():
        return 0
    peak = re.search(r"VmHWM:\s+(\d+) kB", status.read_text())
    return int(peak[1]) // 1024 if peak else 0


def main(folder: Path) -> int:
    """Read all, print the table."""
    broken = most = 0
    subprocess.run([sys.executable, "-m", "benchmarks.hostile_files", str(folder)], check=True)
    paths = sorted(folder.iterdir())
    print("| fil | utfall | s |\n|---|---|---|")
    with reader() as opened:
        for path in paths:
            found = outcome(opened, path)
            most = max(most, held(opened))
            what = found.broken or (f"lest, {len(found.reading.text)} tegn" if found.reading else found.sentence)
            remarks = " ".join(r.nb for r in found.reading.remarks) if found.reading else ""
            print(f"| {found.name!r} | {what} {remarks} | {found.seconds:.2f} |", flush=True)
            broken += bool(found.broken)
    print(f"\n{len(paths)} filer, {broken} brudd, mest minne {most} MB")
    return int(broken > 0 or most > MEGABYTES)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        Path(sys.argv[1]).mkdir(parents=True, exist_ok=True)
        sys.exit(main(Path(sys.argv[1])))
    with TemporaryDirectory() as temporary:
        sys.exit(main(Path(temporary)))
