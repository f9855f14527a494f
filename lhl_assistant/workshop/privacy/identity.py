"""Fødselsnummer: eleven digits, a date and two check digits.

The same rule serves D-numbers (day + 40), H-numbers (month + 40) and synthetic test numbers (month + 80). From 2032 the
register gives out numbers whose first check digit is up to three higher than the old rule; they are counted as valid.
"""

import re
from collections.abc import Iterator
from datetime import date

_ELEVEN = re.compile(
    r"(?<![\d,/-])\d{6}[ .\u00a0–-]{0,2}\d{5}(?![\d/]|[.,-]\d)"
    r"|(?<!\d)\d{3} \d{3} \d{5}(?!\d)"
    r"|(?<!\d)\d{2}[ .]\d{2}[ .]\d{2}[ .-]{1,2}\d{5}(?!\d)"
)
_FIRST = (3, 7, 6, 1, 8, 9, 4, 5, 2)
_SECOND = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2)
_CENTURIES = (1800, 1900, 2000)


def numbers(text: str) -> Iterator[tuple[tuple[int, int], bool]]:
    """Where a number with a possible date of birth stands in ``text``, and whether its check digits are right."""
    for match in _ELEVEN.finditer(text):
        digits = re.sub(r"\D", "", match[0])
        if _has_date(digits):
            yield match.span(), is_valid(digits)


def is_valid(digits: str) -> bool:
    """Whether eleven digits are a valid number of any of the kinds."""
    return len(digits) == 11 and digits.isascii() and digits.isdigit() and _has_date(digits) and _checks(digits)


def _has_date(digits: str) -> bool:
    day, month, year = int(digits[:2]), int(digits[2:4]), int(digits[4:6])
    day -= 40 if day > 40 else 0
    month -= 80 if month > 80 else 40 if month > 40 else 0
    return any(_is_date(century + year, month, day) for century in _CENTURIES)


def _is_date(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _checks(digits: str) -> bool:
    values = [int(d) for d in digits]
    first = (values[9] + sum(w * d for w, d in zip(_FIRST, values, strict=False))) % 11
    second = (values[10] + sum(w * d for w, d in zip(_SECOND, values, strict=False))) % 11
    return first in (0, 1, 2, 3) and second == 0
