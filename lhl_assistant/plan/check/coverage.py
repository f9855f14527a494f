"""From evidence to verdicts: dekket, nevnt or mangler for each løsning and innsatsområde."""

import re
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from lhl_assistant.language.words import content_words
from lhl_assistant.plan.check.evidence import Evidence, Scores
from lhl_assistant.plan.check.material import Material
from lhl_assistant.plan.check.model import AreaVerdict, Proof, SolutionVerdict, Verdict
from lhl_assistant.plan.check.statements import Role
from lhl_assistant.plan.sorting.model import SOLUTIONS
from lhl_assistant.reform.model import Reform

_OWN_CHAPTERS = 3
"""How many areas must have chapters of their own before a plan counts as built on the five."""
_WORDS = 5
"""From how many words of content a sentence says something by itself."""


Chosen = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Limits:
    """From what score a løsning counts as covered by what is planned, and as mentioned by what is said at all.

    A score less than ``doubt`` below a limit makes the verdict unsure. What is shown may score ``slack`` less than what
    tipped the scale. Tuned on two plans (benchmarks/checking.py).
    """

    covered: float = 0.375
    mentioned: float = 0.24
    doubt: float = 0.03
    slack: float = 0.1


def solutions(
    material: Material, evidence: Evidence, reform: Reform, limits: Limits = Limits()
) -> list[SolutionVerdict]:
    """The verdict on each of the 25, in the reform's order.

    A line that only leads in to a list, or is only an area's name, says nothing. What is shown is the statement that
    speaks most for the løsning, before others one that speaks for no other as much. Where none can stand as proof
    (``_provable``), the verdict is never sure that something is there.
    """
    names = {name.casefold() for area in reform.areas for name in (area.name.nb, area.name.nn)}
    silent = [s.text.endswith(":") or s.text.casefold().strip(" .") in names for s in material.statements]
    scores = np.where(np.array(silent, dtype=np.bool_)[:, None], 0.0, evidence.scores())
    planned = np.array([s.role is not Role.TOLD for s in material.statements], dtype=np.bool_)
    own = scores >= scores.max(axis=1, initial=0.0)[:, None]
    provable = _provable(material, evidence)
    found = []
    for at, number in enumerate(SOLUTIONS):
        leaning, chosen, above = _choose(scores[:, at], planned, limits)
        limit = limits.covered if leaning is Verdict.COVERED else limits.mentioned
        shown = chosen & provable[:, at] & (scores[:, at] >= limit - limits.slack)
        if leaning is Verdict.MISSING:
            close = bool(shown.any()) and above < limits.doubt
        else:
            close = not shown.any() or (leaning is Verdict.MENTIONED and above < limits.doubt)
        reaching = scores[:, at] >= limit
        among = next((group for group in (shown & reaching, shown, chosen & reaching) if group.any()), chosen)
        best = int(np.where(among, scores[:, at] + own[:, at], -1.0).argmax())
        proof = material.proof(material.statements[best]) if leaning is not Verdict.MISSING or close else None
        score = float(scores[chosen, at].max(initial=0.0))
        found.append(SolutionVerdict(number, Verdict.UNSURE if close else leaning, leaning, score, proof))
    return found


def _provable(material: Material, evidence: Evidence) -> npt.NDArray[np.bool_]:
    """Which statements can prove which løsning (statements, 25): its name or a sure sign stands there, or a near sign
    in a row or in a sentence of some length. Likeness of meaning alone proves nothing to a council."""
    whole = [s.row is not None or len(content_words(s.text)) >= _WORDS for s in material.statements]
    near = (evidence.signs == 1) & np.array(whole, dtype=np.bool_)[:, None]
    found: npt.NDArray[np.bool_] = evidence.named | (evidence.signs == 2) | near
    return found


def _choose(scores: Scores, planned: Chosen, limits: Limits) -> tuple[Verdict, Chosen, float]:
    """The likelier verdict, the statements that it rests on, and how far it is from turning into another."""
    done, said = float(scores[planned].max(initial=0.0)), float(scores.max(initial=0.0))
    everything = np.ones_like(planned)
    if done >= limits.covered:
        return Verdict.COVERED, planned, done - limits.covered
    if said >= limits.mentioned:
        return Verdict.MENTIONED, everything, min(limits.covered - done, said - limits.mentioned + limits.doubt)
    return Verdict.MISSING, everything, limits.mentioned - said


def areas(material: Material, verdicts: list[SolutionVerdict], reform: Reform) -> list[AreaVerdict]:
    """The verdict on each of the five.

    In a plan with chapters for the areas, an area is covered where its own chapter plans something; in any other plan,
    where one of its løsninger is covered. It is mentioned where its name or one of its løsninger is.
    """
    doing = {area: _first(material, area) for area in range(1, 6)}
    own_chapters = sum(found is not None for found in doing.values()) >= _OWN_CHAPTERS
    found = []
    for area in reform.areas:
        mine = tuple(v for v in verdicts if v.number[0] == str(area.number))
        covered = next((v for v in mine if v.leaning is Verdict.COVERED), None)
        spoken = next((v for v in mine if v.leaning is not Verdict.MISSING), None)
        named = re.compile("|".join(re.escape(n) for n in (area.name.nb, area.name.nn)), re.IGNORECASE)
        said = next((s for s in material.statements if named.search(s.text)), None)
        if doing[area.number] is not None:
            verdict, proof = Verdict.COVERED, doing[area.number]
        elif covered and not own_chapters:
            verdict, proof = Verdict.COVERED, covered.proof
        elif said or spoken:
            verdict = Verdict.MENTIONED
            proof = material.proof(said) if said else spoken.proof if spoken else None
        else:
            verdict, proof = Verdict.MISSING, None
        found.append(AreaVerdict(area.number, verdict, proof, mine))
    return found


def _first(material: Material, area: int) -> Proof | None:
    """The first measure, else the first strategy, in the area's own chapters."""
    own = [s for s in material.statements if s.area == area and s.role is not Role.TOLD]
    chosen = next((s for s in own if s.role is Role.MEASURE), own[0] if own else None)
    return material.proof(chosen) if chosen else None
