"""Dates as people say them."""

from datetime import date

from lhl_assistant.said import Form

_MONTHS = "januar februar mars april mai juni juli august september oktober november desember".split()
_DAYS: dict[Form, list[str]] = {
    "nb": "mandag tirsdag onsdag torsdag fredag lørdag søndag".split(),
    "nn": "måndag tysdag onsdag torsdag fredag laurdag søndag".split(),
}


def in_words(day: date, form: Form, weekday: bool = True) -> str:
    """«torsdag 3. desember 2026»."""
    named = f"{day.day}. {_MONTHS[day.month - 1]} {day.year}"
    return f"{_DAYS[form][day.weekday()]} {named}" if weekday else named
