"""A text that is being written, kept beside the app's state until it stands in the plan: a kill loses nothing."""

import json
from pathlib import Path

from lhl_assistant import atomic, places


def _file() -> Path:
    return places.home() / "kladd.json"


def keep(plan: Path, id: str, text: str) -> None:
    """Keep what is written so far; where the data folder cannot be written, nothing is kept."""
    try:
        atomic.write(_file(), json.dumps({"plan": str(plan), "id": id, "text": text}, ensure_ascii=False).encode())
    except OSError:
        return


def kept(plan: Path) -> tuple[str, str] | None:
    """The id and the text that were being written in the plan, None where there are none."""
    try:
        known = json.loads(_file().read_text(encoding="utf-8"))
        found = (known["plan"], known["id"], known["text"])
    except (OSError, ValueError, KeyError, TypeError):
        return None
    path, id, text = found
    return (id, text) if path == str(plan) and isinstance(id, str) and isinstance(text, str) else None


def forget() -> None:
    """It stands in the plan, or is not wanted."""
    try:
        _file().unlink(missing_ok=True)
    except OSError:
        return
