"""The plan seen from Bo trygt hjemme: what falls to each of its four areas, and what falls outside.

The map is ours: homes and staff are known by their words, for no løsning is about them alone; all else goes where its
likeliest løsning has its first place (``knowledge/reform.yaml``).
"""

import re

from lhl_assistant.plan.check.evidence import Evidence
from lhl_assistant.plan.check.material import Material
from lhl_assistant.plan.check.model import Proof, SuccessorVerdict
from lhl_assistant.plan.check.statements import Role
from lhl_assistant.plan.sorting.model import SOLUTIONS
from lhl_assistant.reform.model import Reform

_HOMES, _STAFF, _SAFETY = 2, 3, 4
_BY_WORDS = (
    (_HOMES, re.compile(r"bolig|bustad|leilighet|leilegheit|bofellesskap|bufellesskap|husbank", re.IGNORECASE)),
    (
        _STAFF,
        re.compile(
            r"kompetanse(?!.*eldre)|rekrutter|heltid|heiltid|stillinger|stillingar|e-læring|(?:ansatte|tilsette).*kurs|"
            r"(?:kurs|opplæring).*(?:ansatte|tilsette)|arbeidstid|videreutdanning|vidareutdanning",
            re.IGNORECASE,
        ),
    ),
    (
        _SAFETY,
        re.compile(r"velferdsteknologi|trygghet|tryggleik|digital\w* tilsyn|\bGPS\b", re.IGNORECASE),
    ),
)
_MIN_SHARE = 0.12


def successor(
    material: Material, evidence: Evidence, reform: Reform
) -> tuple[tuple[SuccessorVerdict, ...], tuple[Proof, ...]]:
    """How many measures (strategies, where there are no measures) fall to each of the four, and those that fall
    outside: they have none of the words, and are like no løsning."""
    scores = evidence.scores()
    roles = [s.role for s in material.statements]
    wanted = Role.MEASURE if Role.MEASURE in roles else Role.STRATEGY
    places: dict[int, list[Proof]] = {area.number: [] for area in reform.successor_areas}
    outside = []
    for at, statement in enumerate(material.statements):
        if statement.role is not wanted:
            continue
        best = int(scores[at].argmax())
        named = next((number for number, words in _BY_WORDS if words.search(statement.about)), None)
        if named is not None:
            places[named].append(material.proof(statement))
        elif scores[at, best] >= _MIN_SHARE:
            places[reform.solution(SOLUTIONS[best]).successor_areas[0]].append(material.proof(statement))
        else:
            outside.append(material.proof(statement))
    found = tuple(SuccessorVerdict(n, len(proofs), proofs[0] if proofs else None) for n, proofs in places.items())
    return found, tuple(outside)
