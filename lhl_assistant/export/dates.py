"""Dates as they are read in a Norwegian document."""

from datetime import date

_MONTHS = "januar februar mars april mai juni juli august september oktober november desember".split()


def shown(day: date) -> str:
    """«22. november 2026»; the months are the same in both forms."""
    return f"{day.day}. {_MONTHS[day.month - 1]} {day.year}"
