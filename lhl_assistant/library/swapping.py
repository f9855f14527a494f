"""All that lies in the data folder put in the place of all that lay there, wholly or not at all.

What is to come is got ready in ``.nytt/``. Then the names of what is to go are written down in ``.bytte.json``, and
from that moment the swap holds: whoever opens the library next goes on from the note where the process died. The old is
kept until the new stands.
"""

import json
import shutil
from pathlib import Path

from lhl_assistant import atomic

_NOTE, _NEW, _OLD = ".bytte.json", ".nytt", ".gammelt"
_STAY = frozenset({_NOTE, _NEW, _OLD, "skriver.lock"})


def ready(home: Path) -> Path:
    """An empty folder for what is to come; what an earlier attempt left there is gone. Raises OSError."""
    shutil.rmtree(home / _NEW, ignore_errors=True)
    (home / _NEW).mkdir(parents=True)
    return home / _NEW


def drop(home: Path) -> None:
    """Leave all as it is, and nothing of what was got ready."""
    shutil.rmtree(home / _NEW, ignore_errors=True)


def swap(home: Path) -> None:
    """Put what is ready in place. For the one writer. Raises OSError."""
    going = [p.name for p in home.iterdir() if p.name not in _STAY]
    atomic.write(home / _NOTE, json.dumps(going).encode())
    finish(home)


def begun(home: Path) -> bool:
    """Whether a swap was written down and not finished."""
    return (home / _NOTE).is_file()


def finish(home: Path) -> None:
    """Carry out the swap that is written down. Doing it again changes nothing more. Raises OSError."""
    if not begun(home):
        return
    (home / _OLD).mkdir(exist_ok=True)
    for name in json.loads((home / _NOTE).read_bytes()):
        if (home / name).exists() and not (home / _OLD / name).exists():
            (home / name).rename(home / _OLD / name)
    if (home / _NEW).is_dir():
        for entry in (home / _NEW).iterdir():
            entry.rename(home / entry.name)
    atomic.settle(home)
    (home / _NOTE).unlink()
    for rest in (_NEW, _OLD):
        shutil.rmtree(home / rest, ignore_errors=True)
