"""What sorting answers: where in the reform a line belongs, how sure that is, and what else it could be."""

from dataclasses import dataclass

OUTSIDE = 0
"""The class of lines that lie outside the reform; 1–5 are the innsatsområder."""

AREAS = (OUTSIDE, 1, 2, 3, 4, 5)
"""The classes of the first choice, in the order of its scores."""

SOLUTIONS = tuple(f"{area}.{number}" for area in AREAS[1:] for number in range(1, 6))
"""The classes of the second choice, in the order of its scores: five for each area."""


@dataclass(frozen=True, slots=True)
class Guess:
    """A place in the reform and the probability (0..1) that a municipality would put the line in that area.

    ``focus_area`` is 1–5, or None for outside the reform; ``solution`` is None where no løsning stands out.
    """

    focus_area: int | None
    solution: str | None
    confidence: float


@dataclass(frozen=True, slots=True)
class Sorted:
    """One line, where it belongs, and the two innsatsområder that come next, likeliest first."""

    text: str
    best: Guess
    alternatives: tuple[Guess, Guess]
