"""Proposals for strategies, each with the contributions that ask for it.

The facilitator's own proposals come first. For a løsning that contributions stand in and nobody has proposed anything
for, the strategy of the draft's templates is offered; it is a suggestion, in our words and not the participants'.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from lhl_assistant import places
from lhl_assistant.plan.draft import templates
from lhl_assistant.workshop.state import Contribution, State


@dataclass(frozen=True, slots=True)
class Proposal:
    """A strategy that could be; ``own`` where the facilitator wrote it."""

    text: str
    focus_area: int
    solution: str | None
    behind: tuple[Contribution, ...]
    own: bool

    @property
    def weight(self) -> tuple[int, int]:
        """Votes, then voices, behind it."""
        return sum(c.votes for c in self.behind), sum(c.voices for c in self.behind)


def proposals(state: State) -> list[Proposal]:
    """All proposals, by innsatsområde and the weight behind them."""
    own = [
        Proposal(p.text, p.focus_area, p.solution, tuple(c for c in state.contributions if c.id in p.of), True)
        for p in state.proposals
    ]
    spoken_for = {c.id for p in own for c in p.behind}
    offered = _offered([c for c in state.contributions if c.id not in spoken_for], state)
    return sorted([*own, *offered], key=lambda p: (p.focus_area, not p.own, [-w for w in p.weight]))


def _offered(contributions: list[Contribution], state: State) -> Iterator[Proposal]:
    known = templates.proposals(places.bundled("knowledge"))
    by_solution: dict[str, list[Contribution]] = {}
    for one in contributions:
        if one.solution:
            by_solution.setdefault(one.solution, []).append(one)
    for solution, behind in by_solution.items():
        text = known[solution].strategy.in_(state.setup.language)
        yield Proposal(text, int(solution[0]), solution, tuple(behind), False)
