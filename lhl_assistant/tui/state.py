"""How the app was left: ``app.json`` in the data folder, written at every change, so that a kill loses nothing.

It holds the look as well (theme and form, which are settings): the first paint reads this small file and need not wait
for more. A file that cannot be read counts as empty.
"""

import json
import os
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from lhl_assistant import places

_LONGEST = 20_000


@dataclass(frozen=True, slots=True)
class State:
    """Where the planner was: the tab, the conversation (its id), the line half typed, the files, and its look."""

    tab: str = "spør"
    conversation: str = ""
    typed: str = ""
    theme: str = ""
    form: str = ""
    plan: str = ""
    checked: str = ""


def file() -> Path:
    """Where the state lies."""
    return places.home() / "app.json"


def read() -> State:
    """The state as it was left; the default where there is none that can be read."""
    try:
        known = json.loads(file().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return State()
    if not isinstance(known, dict):
        return State()
    names = {f.name for f in fields(State)}
    return State(**{k: v[:_LONGEST] for k, v in known.items() if k in names and isinstance(v, str)})


def write(state: State) -> bool:
    """Keep ``state``, whole or not at all; False where the data folder cannot be written."""
    beside = file().with_name(f".app-{os.getpid()}.json")
    try:
        beside.parent.mkdir(parents=True, exist_ok=True)
        beside.write_text(json.dumps(asdict(state), ensure_ascii=False), encoding="utf-8")
        beside.replace(file())
    except OSError:
        return False
    return True
