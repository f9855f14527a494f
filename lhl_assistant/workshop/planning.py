"""A new workshop's set-up with what most will want, for both faces to begin from."""

from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from lhl_assistant.said import Form, Said
from lhl_assistant.workshop.folder import SUFFIX, folder
from lhl_assistant.workshop.journal import ids

TITLE = Said("Hva er viktig for deg?", "Kva er viktig for deg?")
KEEP = timedelta(days=182)
"""How long the words are kept where nothing is said: half a year, in which an answer should be given (our proposal)."""


def usual(municipality: str, day: date, form: Form) -> dict[str, Any]:
    """The fields of a set-up: two hours from eleven, twelve people, all five areas, IGP."""
    return {
        "title": TITLE.in_(form),
        "municipality": municipality.strip(),
        "language": form,
        "day": day,
        "start": "11:00",
        "minutes": 120,
        "participants": 12,
        "method": "igp",
        "areas": (1, 2, 3, 4, 5),
        "keep_until": day + KEEP,
    }


def new_file() -> Path:
    """Where a new workshop's journal may lie."""
    return folder() / f"{ids.new(datetime.now())}{SUFFIX}"
