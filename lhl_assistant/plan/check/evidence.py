"""How much each statement speaks for each løsning: its meaning, the words of the løsning, and its name.

Meaning is the sorter's share of the 25 løsninger; the words are those of ``knowledge/sjekk.yaml``; the name counts as
certain. What the weights are worth is measured on two plans read by hand, each tuned on the other
(``python -m benchmarks.checking``).
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from rapidfuzz import fuzz

from lhl_assistant.embedding.engine import Engine
from lhl_assistant.plan.check.signs import Heard, Signs
from lhl_assistant.plan.check.statements import Statement
from lhl_assistant.plan.sorting.model import SOLUTIONS
from lhl_assistant.plan.sorting.sorter import Sorter
from lhl_assistant.reform.model import Reform

SURE, NEAR, NAMED = 0.35, 0.05, 1.0
"""What a sure sign, a near sign and the løsning's own name add to the share of meaning."""

_ALIKE = 90
_SHORTER_BY = 3
_TELL_EVERY = 10

Scores = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Evidence:
    """Per statement and løsning, (statements, 25) in the order of SOLUTIONS: the share of meaning (0..1), the strength
    of the signs (0, 1, 2), and whether the løsning's name stands there."""

    meaning: Scores
    signs: npt.NDArray[np.int64]
    named: npt.NDArray[np.bool_]

    def scores(self, sure: float = SURE, near: float = NEAR) -> Scores:
        """All weighed together."""
        added = np.select([self.signs == 2, self.signs == 1], [sure, near], 0.0)
        scores: Scores = self.meaning + added + NAMED * self.named
        return scores


@dataclass(frozen=True, slots=True)
class Judge:
    """What evidence is weighed with."""

    engine: Engine
    sorter: Sorter
    reform: Reform
    signs: Mapping[str, Signs]

    def weigh(self, found: Iterable[Statement], progress: Callable[[int, int], None] | None = None) -> Evidence:
        """The evidence of every statement. ``progress`` is told (done, in all)."""
        statements = list(found)
        names = {
            n: [w.casefold() for w in (s.name.nb, s.name.nn)] for n in SOLUTIONS for s in [self.reform.solution(n)]
        }
        meaning = np.zeros((len(statements), len(SOLUTIONS)))
        strength = np.zeros((len(statements), len(SOLUTIONS)), np.int64)
        named = np.zeros((len(statements), len(SOLUTIONS)), np.bool_)
        for at, statement in enumerate(statements):
            if progress and at % _TELL_EVERY == 0:
                progress(at, len(statements))
            shares = self.sorter.solutions(statement.about)
            meaning[at] = [shares[n] for n in SOLUTIONS]
            heard = Heard(statement.about)
            strength[at] = [self.signs[n].strength(heard) for n in SOLUTIONS]
            said = statement.text.casefold()
            named[at] = [any(_named(name, said) for name in names[n]) for n in SOLUTIONS]
        if progress:
            progress(len(statements), len(statements))
        return Evidence(meaning, strength, named)

    def _names(self, number: str) -> tuple[str, ...]:
        name = self.reform.solution(number).name
        return name.nb.casefold(), name.nn.casefold()


def _named(name: str, said: str) -> bool:
    return len(said) >= len(name) - _SHORTER_BY and fuzz.partial_ratio(name, said) >= _ALIKE
