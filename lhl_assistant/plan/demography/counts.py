"""Persons by age and year as a statistical table gives them, before they are folded into the plan's age groups."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lhl_assistant.errors import InputUnusable
from lhl_assistant.plan.document.model import AgeGroups
from lhl_assistant.said import Said

_LAST = 200
_BOUNDS = ((0, 66), (67, 79), (80, 89), (90, _LAST))
_WORKING = (20, 66)
_OPEN = re.compile(r"eller eldre|eller meir|og over|og eldre|or older|\+")
_TOTAL = re.compile(r"i alt|alle aldre|total", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Ages:
    """The ages of one category, both ends included."""

    first: int
    last: int

    def within(self, bounds: tuple[int, int]) -> bool:
        """Whether all of the ages lie between the two ``bounds``, both included."""
        return bounds[0] <= self.first and self.last <= bounds[1]

    def apart(self, bounds: tuple[int, int]) -> bool:
        """Whether none of the ages lies between the two ``bounds``."""
        return self.last < bounds[0] or self.first > bounds[1]


@dataclass(frozen=True, slots=True)
class Count:
    """How many persons of these ages there are on 1 January of ``year``."""

    year: int
    ages: Ages
    persons: int


def ages(label: str) -> Ages | None:
    """The ages that a category's name means ("67 år", "67-79 år", "105 år eller eldre"); None for all ages together.

    Raises InputUnusable for a name that means no ages.
    """
    numbers = [int(n) for n in re.findall(r"\d+", label)]
    if _OPEN.search(label) and len(numbers) == 1:
        return Ages(numbers[0], _LAST)
    if len(numbers) in (1, 2):
        return Ages(numbers[0], numbers[-1])
    if _TOTAL.search(label):
        return None
    raise InputUnusable(
        Said(
            f"«{label[:60]}» er ikke en aldersgruppe. Hent tabellen med alder i ettårige grupper.",
            f"«{label[:60]}» er ikkje ei aldersgruppe. Hent tabellen med alder i eittårige grupper.",
        )
    )


def grouped(counts: Iterable[Count], projected_after: int) -> tuple[AgeGroups, ...]:
    """The age groups by year, oldest first; years after ``projected_after`` are projected.

    Raises InputUnusable where a category lies across the border of two groups, or ages are missing or counted twice.
    """
    by_year: dict[int, list[Count]] = {}
    for count in counts:
        by_year.setdefault(count.year, []).append(count)
    return tuple(_groups(year, by_year[year], year > projected_after) for year in sorted(by_year))


def _groups(year: int, counts: Sequence[Count], projected: bool) -> AgeGroups:
    _covered([c.ages for c in counts])
    to_66, to_79, to_89, from_90 = (_sum(counts, bounds) for bounds in _BOUNDS)
    working = all(c.ages.within(_WORKING) or c.ages.apart(_WORKING) for c in counts)
    return AgeGroups(year, to_66, to_79, to_89, from_90, _sum(counts, _WORKING) if working else None, projected)


def _sum(counts: Sequence[Count], bounds: tuple[int, int]) -> int:
    return sum(c.persons for c in counts if c.ages.within(bounds))


def _covered(found: Sequence[Ages]) -> None:
    """Raise InputUnusable unless ``found`` has every age from 0 up just once, and none across two groups."""
    for each in found:
        if not any(each.within(bounds) for bounds in _BOUNDS):
            name = f"{each.first}–{each.last}"
            raise InputUnusable(
                Said(
                    f"Aldersgruppen {name} år går over to av gruppene i planen. Hent tabellen med ettårige grupper.",
                    f"Aldersgruppa {name} år går over to av gruppene i planen. Hent tabellen med eittårige grupper.",
                )
            )
    following = 0
    for each in sorted(found, key=lambda a: a.first):
        if each.first != following:
            raise InputUnusable(
                Said(
                    f"Tabellen mangler alder {following} år, eller har en alder to ganger. Hent alle aldre på nytt.",
                    f"Tabellen manglar alder {following} år, eller har ein alder to gonger. Hent alle aldrar på nytt.",
                )
            )
        following = each.last + 1
    if following <= _LAST:
        raise InputUnusable(
            Said(
                f"Tabellen slutter ved {following - 1} år. Hent den på nytt med de eldste.",
                f"Tabellen sluttar ved {following - 1} år. Hent han på nytt med dei eldste.",
            )
        )
