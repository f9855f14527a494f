"""Where a number with a full stop is the day of a month: ``1. juni``, ``31. DESEMBER``, ``3. Mars 2026``.

Such a stop ends no sentence, and such a number at a line's beginning is no list item's. A name with only its first
letter large is taken for a month where a year follows: «1. Mars» may be the first item of a list.
"""

import re

_MONTHS = "januar februar mars april mai juni juli august september oktober november desember".split()
_NAME = "|".join(_MONTHS)
DAY = re.compile(
    rf"(?<![\d.])(?:0?[1-9]|[12]\d|3[01])(?P<stop>\.)(?=\s?(?:{_NAME}|{_NAME.upper()})\b"
    rf"|\s?(?i:{_NAME})\s(?:19|20)\d\d\b)"
)
"""A day with its full stop (group ``stop``), a month's name after it."""


def days_masked(text: str) -> str:
    """``text``, as long as it was, with another character for the full stop of each day of a month."""
    return DAY.sub(lambda found: found.group()[:-1] + "_", text)
