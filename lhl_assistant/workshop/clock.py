"""A clock that is kind: where in the agenda the room is, and no word of hurry."""

from datetime import datetime

from lhl_assistant.reform.model import Reform
from lhl_assistant.said import Said
from lhl_assistant.workshop.before.agenda import agenda
from lhl_assistant.workshop.journal.acts import SetUp

_SOON = 5


def now(setup: SetUp, reform: Reform, at: datetime | None = None) -> Said:
    """What the clock says: the time, what the room is at, and about how long is left of it."""
    moment = at or datetime.now()
    time = f"{moment:%H:%M}"
    parts = agenda(setup, reform)
    if moment.date() != setup.day or not parts[0].start <= time < parts[-1].end:
        return Said(f"Klokka er {time}.", f"Klokka er {time}.")
    part = next(p for p in parts if p.start <= time < p.end)
    left = _minutes(part.end) - _minutes(time)
    if left <= _SOON:
        return Said(f"Klokka er {time}. Vi runder av snart.", f"Klokka er {time}. Vi rundar av snart.")
    return Said(f"Klokka er {time}. God tid: til {part.end}.", f"Klokka er {time}. God tid: til {part.end}.")


def _minutes(clock: str) -> int:
    hour, minute = clock.split(":")
    return int(hour) * 60 + int(minute)
