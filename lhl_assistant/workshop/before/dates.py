"""Dates as people say them."""

from datetime import date

from lhl_assistant.export.dates import shown
from lhl_assistant.said import Form

_DAYS: dict[Form, list[str]] = {
    "nb": "mandag tirsdag onsdag torsdag fredag lørdag søndag".split(),
    "nn": "måndag tysdag onsdag torsdag fredag laurdag søndag".split(),
}


def in_words(day: date, form: Form, weekday: bool = True) -> str:
    """«torsdag 3. desember 2026»."""
    return f"{_DAYS[form][day.weekday()]} {shown(day)}" if weekday else shown(day)
