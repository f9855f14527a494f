"""The separate process in which untrusted files are read, with a limit on its memory.

``python -m lhl_assistant.sources.reading.worker`` reads one request a line from stdin (the path of a file, as JSON) and
writes answers, a line of JSON each: ``{"page": done, "of": total}`` while it works, then ``{"reading": …}`` or
``{"refused": …}``. What libraries print goes nowhere.
"""

import json
import os
import signal
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TextIO

from lhl_assistant.sources.reading import refusals
from lhl_assistant.sources.reading.names import shown

MEMORY = 1_000_000_000
"""What the worker may use, in bytes, where the platform can hold it to that (Linux and other Unix, not Windows)."""


def main() -> None:
    """Serve until stdin ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    silence = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silence, 1)
    os.dup2(silence, 2)
    _limit_memory()
    for line in sys.stdin:
        _say(answers, _answer(Path(json.loads(line)), answers))


def _answer(file: Path, answers: TextIO) -> dict[str, object]:
    from lhl_assistant.sources.reading.document import read_here

    try:
        return {"reading": asdict(read_here(file, lambda done, of: _say(answers, {"page": done, "of": of})))}
    except Exception as error:
        return {"refused": asdict(refusals.because(error, shown(file.name)).said)}


def _say(answers: TextIO, message: dict[str, object]) -> None:
    answers.write(json.dumps(message) + "\n")
    answers.flush()


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:
        return
    for limit in ("RLIMIT_DATA", "RLIMIT_CORE"):
        if hasattr(resource, limit):
            most = MEMORY if limit == "RLIMIT_DATA" else 0
            resource.setrlimit(getattr(resource, limit), (most, most))


if __name__ == "__main__":
    main()
