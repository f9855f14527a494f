"""The process of one system: ``python -m benchmarks.peers_child NAME FOLDER`` makes it ready, asks, and prints JSON."""

import json
import os
import sys
import time
from pathlib import Path

_BEGUN = time.perf_counter()


def main() -> None:
    """Ask the system in ``argv[1]`` all questions in ``argv[2]``; cold is from the first import to the first answer."""
    from benchmarks.peers_data import Data
    from benchmarks.peers_systems import SYSTEMS

    data = Data(Path(sys.argv[2]))
    search = SYSTEMS[sys.argv[1]](data)
    search("Er alt klart?")
    cold = time.perf_counter() - _BEGUN
    ranked, times = {}, []
    for id, question in data.questions.items():
        start = time.perf_counter()
        ranked[id] = search(question)
        times.append(1000 * (time.perf_counter() - start))
    print(json.dumps({"ranked": ranked, "milliseconds": times, "cold": cold, "megabytes": _megabytes()}))


def _megabytes() -> float:
    """The memory of this process that is in use (Linux)."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20


if __name__ == "__main__":
    main()
