"""Commands that start warm: one process has imported the program, and forks itself for each command.

A command so has a process, an environment, a working folder and streams of its own, and ends as the program ends; it
is only spared the half second of imports that the suite would else pay hundreds of times.
"""

import gc
import json
import os
import pkgutil
import signal
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NoReturn

_ROOT = Path(__file__).resolve().parent.parent
_COLD = ("lhl_assistant.tui", "lhl_assistant.sources.reading", "lhl_assistant.embedding.")
"""Not imported beforehand: no command runs the first two in its own process, and onnxruntime does not bear a fork."""


class Warm:
    """The process that has imported the program; ``run`` is ``subprocess.run`` of ``lhl`` with the streams captured."""

    def __init__(self) -> None:
        command = [sys.executable, "-m", "tests.warm"]
        pipe = subprocess.PIPE
        self._process = subprocess.Popen(command, cwd=_ROOT, stdin=pipe, stdout=pipe, encoding="utf-8")

    def run(self, args: tuple[str, ...], env: dict[str, str], input: str | None) -> subprocess.CompletedProcess[str]:
        """``lhl`` with ``args`` in the working folder of the caller."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        with TemporaryDirectory() as folder:
            given, out, err = (Path(folder, name) for name in ("in", "out", "err"))
            given.write_text(input or "", encoding="utf-8")
            job = {"args": args, "env": env, "cwd": str(Path.cwd()), "streams": [str(given), str(out), str(err)]}
            self._process.stdin.write(json.dumps(job) + "\n")
            self._process.stdin.flush()
            code = int(self._process.stdout.readline())
            said, told = (file.read_text(encoding="utf-8", errors="replace") for file in (out, err))
        return subprocess.CompletedProcess(args, code, said, told)

    def close(self) -> None:
        """End it."""
        self._process.communicate()


def _load() -> None:
    """Import all that commands use, and keep the collector from touching it in every fork."""
    package = import_module("lhl_assistant")
    for module in pkgutil.walk_packages(package.__path__, "lhl_assistant."):
        if not module.name.startswith(_COLD) and not module.name.endswith("__main__"):
            import_module(module.name)
    gc.freeze()


def _serve() -> None:
    """Fork for each job on stdin, and answer with its exit code."""
    asked, told = os.fdopen(os.dup(0), encoding="utf-8"), os.fdopen(os.dup(1), "w", encoding="utf-8")
    for line in asked:
        if (pid := os.fork()) == 0:
            _become(json.loads(line))
        print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), file=told, flush=True)


def _become(job: dict[str, Any]) -> NoReturn:
    """Be ``lhl`` from here on; one that hangs for two minutes is ended."""
    signal.alarm(120)
    os.environ.clear()
    os.environ.update(job["env"])
    os.chdir(job["cwd"])
    for number, file in enumerate(job["streams"]):
        flags = os.O_WRONLY | os.O_CREAT if number else os.O_RDONLY
        os.dup2(os.open(file, flags, 0o600), number)
    sys.argv = ["lhl", *job["args"]]
    from lhl_assistant.cli.start import main

    main()
    sys.exit()


if __name__ == "__main__":
    _load()
    _serve()
