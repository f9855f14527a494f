"""A sentence to the planner in both forms of Norwegian, which say the same."""

from dataclasses import dataclass
from typing import Literal

Form = Literal["nb", "nn"]
"""Bokmål or nynorsk."""


@dataclass(frozen=True, slots=True)
class Said:
    """The same words in bokmål and nynorsk."""

    nb: str
    nn: str

    def in_(self, form: Form) -> str:
        """The words in ``form``."""
        return self.nn if form == "nn" else self.nb

    def __add__(self, other: "Said") -> "Said":
        """Both sentences, one after the other."""
        return Said(f"{self.nb} {other.nb}", f"{self.nn} {other.nn}")


def lines(said: "list[Said]") -> Said:
    """Several sentences, one a line."""
    return Said("\n".join(s.nb for s in said), "\n".join(s.nn for s in said))
