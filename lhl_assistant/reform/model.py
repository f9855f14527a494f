"""The reform's fixed vocabulary, typed and frozen: five areas, 25 solutions, the map to the successor."""

from dataclasses import dataclass

from lhl_assistant.said import Form, Said

Language = Form

Bilingual = Said
"""A name or sentence of the reform's; the nynorsk is ours unless ``knowledge/reform.yaml`` says else."""


@dataclass(frozen=True, slots=True)
class SuccessorArea:
    """One of the four innsatsområder of *Bo trygt hjemme*."""

    number: int
    name: Bilingual


@dataclass(frozen=True, slots=True)
class Solution:
    """One of the 25 løsninger. ``number`` is "1.1"–"5.5".

    ``name_certain`` is false where only one source has the wording; ``successor_areas`` is our own mapping, main first.
    """

    number: str
    name: Bilingual
    long_name: Bilingual | None
    name_certain: bool
    summary: Bilingual
    successor_areas: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class FocusArea:
    """One of the five innsatsområder and its solutions. ``source``: where name, goal and challenges are from."""

    number: int
    name: Bilingual
    goal: Bilingual
    challenges: tuple[Bilingual, ...]
    successor_areas: tuple[int, ...]
    source: str
    solutions: tuple[Solution, ...]


@dataclass(frozen=True, slots=True)
class Reform:
    """The whole vocabulary."""

    successor_name: Bilingual
    successor_areas: tuple[SuccessorArea, ...]
    areas: tuple[FocusArea, ...]

    def area(self, number: int) -> FocusArea:
        """The area with this number. Raises KeyError for any other than 1–5."""
        for area in self.areas:
            if area.number == number:
                return area
        raise KeyError(f"innsatsområde {number} finnes ikke")

    def solution(self, number: str) -> Solution:
        """The solution with this number. Raises KeyError for one that does not exist."""
        for area in self.areas:
            for solution in area.solutions:
                if solution.number == number:
                    return solution
        raise KeyError(f"løsning {number} finnes ikke")

    def named(self, name: str) -> Solution | FocusArea:
        """The solution or area with this name, in either language, short or long. Raises KeyError."""
        wanted = name.casefold()
        things: list[Solution | FocusArea] = [*self.areas, *(s for a in self.areas for s in a.solutions)]
        for thing in things:
            names = [thing.name] + ([thing.long_name] if isinstance(thing, Solution) and thing.long_name else [])
            if any(wanted in (n.nb.casefold(), n.nn.casefold()) for n in names):
                return thing
        raise KeyError(f"«{name}» er ikke navnet på et innsatsområde eller en løsning")
