"""What stands on a page of a PDF and where.

Coordinates are points from the lower left corner of the page as it is shown, turned pages turned.
"""

from collections.abc import Callable
from dataclasses import dataclass

Turn = Callable[[float, float], tuple[float, float]]
"""From a page's own coordinates to those of the page as shown."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle, ``bottom`` ≤ ``top``."""

    left: float
    right: float
    bottom: float
    top: float

    @property
    def middle(self) -> tuple[float, float]:
        """Its centre."""
        return (self.left + self.right) / 2, (self.bottom + self.top) / 2

    @property
    def height(self) -> float:
        """From bottom to top."""
        return self.top - self.bottom

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies within."""
        return self.left <= x <= self.right and self.bottom <= y <= self.top


@dataclass(frozen=True, slots=True)
class Rule(Box):
    """A level or upright rule as a thin box. ``drawn``: it is a line, and not only the edge of a coloured ground."""

    drawn: bool


@dataclass(frozen=True, slots=True)
class Ink:
    """How a piece of text is drawn: its colour (red, green, blue, alpha, 0–255), whether it is bold and drawn at all,
    and its size in points.
    """

    colour: tuple[int, int, int, int]
    bold: bool
    drawn: bool
    size: float


NOT_DRAWN = Ink((0, 0, 0, 255), False, False, 1.0)


@dataclass(frozen=True, slots=True)
class Word:
    """Characters that stand together. ``spaced``: a space follows on the line. The
    box is as high as the letters' size.
    """

    text: str
    box: Box
    ink: Ink
    spaced: bool


@dataclass(frozen=True, slots=True)
class Shape:
    """A drawn path or picture: its box, whether it is filled and with what (None for a picture)."""

    box: Box
    fill: tuple[int, int, int, int] | None
    picture: bool


@dataclass(frozen=True, slots=True)
class Page:
    """One page. ``across`` and ``down`` are its rules."""

    width: float
    height: float
    words: tuple[Word, ...]
    across: tuple[Rule, ...]
    down: tuple[Rule, ...]
    shapes: tuple[Shape, ...]
