"""A workshop that has begun."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from lhl_assistant.workshop.session import Session, begin

PLANNED: dict[str, Any] = {
    "title": "Kaffe og tanker om bygda",
    "municipality": "Fjelldal",
    "language": "nb",
    "day": date(2026, 12, 3),
    "start": "11:00",
    "minutes": 120,
    "participants": 12,
    "method": "igp",
    "areas": (1, 2, 3, 4, 5),
    "keep_until": date(2027, 6, 3),
}


@pytest.fixture
def session(tmp_path: Path) -> Session:
    return begin(tmp_path / "verksted.jsonl", PLANNED)
