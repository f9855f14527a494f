"""Files read in a separate process: a damaged or hostile one can end that process, never ours.

One process serves many files, for starting it costs more than most files; it is replaced when it dies or is stopped.
"""

import json
import os
import queue
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from pydantic import TypeAdapter

from lhl_assistant.errors import InputUnusable
from lhl_assistant.said import Said
from lhl_assistant.sources.reading import refusals
from lhl_assistant.sources.reading.model import Reading
from lhl_assistant.sources.reading.names import shown

Progress = Callable[[int, int], None]

PATIENCE = 20.0
"""Seconds without a sign of a finished page after which a file is given up."""

_READING = TypeAdapter(Reading)
_PACKAGE_HOME = Path(__file__).resolve().parents[3]


def read(file: Path, progress: Progress | None = None) -> Reading:
    """One file, in a process of its own. Raises InputUnusable with one sentence; see Reader.read."""
    with reader() as opened:
        return opened.read(file, progress)


@contextmanager
def reader(patience: float = PATIENCE) -> Iterator["Reader"]:
    """A reader for many files; its process starts with the first and is gone when the block is left."""
    opened = Reader(patience)
    try:
        yield opened
    finally:
        opened.close()


class Reader:
    """Reads files in a process that it starts when needed. Not for two threads at once."""

    def __init__(self, patience: float = PATIENCE) -> None:
        self._patience = patience
        self._process: subprocess.Popen[str] | None = None
        self._answers: queue.Queue[str] = queue.Queue()

    def read(self, file: Path, progress: Progress | None = None) -> Reading:
        """What ``file`` says. ``progress`` is told (pages done, pages in all) where reading takes a page at a time.

        Raises InputUnusable, with one sentence that names the file, where it cannot be read, takes more than the
        reader's patience without a page done, or more than 1 GB of memory. Any other exception that ends the call, such
        as a KeyboardInterrupt, leaves no process behind.
        """
        try:
            return self._ask(file, progress)
        except InputUnusable:
            raise
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """End the process, if there is one, at once."""
        if self._process is not None:
            _kill(self._process)
            self._process = None

    def _ask(self, file: Path, progress: Progress | None) -> Reading:
        process = self._started()
        assert process.stdin is not None
        try:
            process.stdin.write(json.dumps(str(file.absolute())) + "\n")
            process.stdin.flush()
        except OSError:
            self._answers.put("")
        while True:
            try:
                line = self._answers.get(timeout=self._patience)
            except queue.Empty:
                self.close()
                raise refusals.too_slow(shown(file.name)) from None
            if not line:
                self.close()
                raise refusals.too_much_memory(shown(file.name))
            answer = json.loads(line)
            if "refused" in answer:
                raise InputUnusable(Said(**answer["refused"]))
            if "reading" in answer:
                return _READING.validate_python(answer["reading"])
            if progress is not None:
                progress(answer["page"], answer["of"])

    def _started(self) -> "subprocess.Popen[str]":
        """The running process, or a new one."""
        if self._process is None or self._process.poll() is not None:
            self.close()
            path = os.pathsep.join(filter(None, [str(_PACKAGE_HOME), os.environ.get("PYTHONPATH", "")]))
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-m", "lhl_assistant.sources.reading.worker"],
                env={**os.environ, "PYTHONPATH": path, "PYTHONIOENCODING": "utf-8"},
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                encoding="utf-8",
                start_new_session=True,
            )
            self._answers = queue.Queue()
            threading.Thread(target=_forward, args=(self._process.stdout, self._answers), daemon=True).start()
        return self._process


def _forward(stream: IO[str], answers: "queue.Queue[str]") -> None:
    """Pass on every line, and an empty one when the process has ended."""
    with stream:
        for line in stream:
            answers.put(line)
    answers.put("")


def _kill(process: "subprocess.Popen[str]") -> None:
    """End the process and what it has started, such as OCR."""
    try:
        if hasattr(os, "killpg"):
            os.killpg(process.pid, 9)
        else:
            process.kill()
    except ProcessLookupError:
        pass
    process.wait()
    if process.stdin is not None:
        process.stdin.close()
