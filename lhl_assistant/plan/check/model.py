"""What a check finds: a verdict for each area, løsning and formal point, each with the passage that shows it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from lhl_assistant.plan.check.statements import Role
from lhl_assistant.plan.draft.suggest import Suggestion
from lhl_assistant.said import Said


class Verdict(StrEnum):
    """Whether the plan does something (covered), only speaks of it (mentioned), or neither; unsure where close."""

    COVERED = "dekket"
    MENTIONED = "nevnt"
    MISSING = "mangler"
    UNSURE = "usikker"


Met = Literal["oppfylt", "delvis", "mangler"]


@dataclass(frozen=True, slots=True)
class Proof:
    """A passage of the plan, verbatim but for white space, and its place: ``page`` and ``row`` count from 1."""

    text: str
    start: int
    end: int
    heading: tuple[str, ...]
    page: int | None
    row: int | None
    role: Role


@dataclass(frozen=True, slots=True)
class SolutionVerdict:
    """One løsning. ``leaning`` is what an unsure verdict would be if one had to choose; else it is the verdict itself.

    ``score`` is the strength of the evidence for what was chosen; ``proof`` is None where nothing speaks for it.
    """

    number: str
    verdict: Verdict
    leaning: Verdict
    score: float
    proof: Proof | None


@dataclass(frozen=True, slots=True)
class AreaVerdict:
    """One innsatsområde (1–5), and how many of its løsninger are covered."""

    number: int
    verdict: Verdict
    proof: Proof | None
    solutions: tuple[SolutionVerdict, ...]


@dataclass(frozen=True, slots=True)
class MeasureCheck:
    """A measure of the action plan and what it lacks. ``amount``: a sum of money stands in it."""

    text: str
    place: Proof
    area: int | None
    no_responsible: bool
    no_period: bool
    no_cost: bool
    only_looked_into: bool
    amount: bool


@dataclass(frozen=True, slots=True)
class LoneStrategy:
    """A strategy for which no measure is found; ``sure`` where the area has no measure at all."""

    place: Proof
    sure: bool


@dataclass(frozen=True, slots=True)
class FormalPoint:
    """A formal point: what shows it, what was asked in the reform period, what applies now, and where that stands."""

    id: str
    name: Said
    met: Met
    proof: Proof | None
    then: Said
    now: Said
    law: str
    checked: str


@dataclass(frozen=True, slots=True)
class SuccessorVerdict:
    """An innsatsområde of Bo trygt hjemme (1–4): how many planned statements fall to it, and the first of them."""

    number: int
    count: int
    proof: Proof | None


@dataclass(frozen=True, slots=True)
class Step:
    """What to do next: one sentence, and where there is one, a suggestion from the library."""

    said: Said
    suggestion: Suggestion | None


@dataclass(frozen=True, slots=True)
class Checked:
    """A whole check. ``outside`` are planned statements that belong to none of the five areas or have no place in Bo
    trygt hjemme by our map; ``columns_missing`` names what the action tables have no column for."""

    title: str
    language: Literal["nb", "nn"]
    areas: tuple[AreaVerdict, ...]
    measures: tuple[MeasureCheck, ...]
    columns_missing: tuple[str, ...]
    strategies: int
    lone: tuple[LoneStrategy, ...]
    formal: tuple[FormalPoint, ...]
    successor: tuple[SuccessorVerdict, ...]
    outside: tuple[Proof, ...]
    steps: tuple[Step, ...]
    gaps: int
    remarks: tuple[Said, ...]

    @property
    def solutions(self) -> tuple[SolutionVerdict, ...]:
        """All 25, in the reform's order."""
        return tuple(solution for area in self.areas for solution in area.solutions)
