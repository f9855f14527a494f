"""What came of the questions as figures: per group of questions and name, one value a question."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from tests.evaluation.outcomes import CORRECTED, Asked, Outcomes
from tests.evaluation.ranking import MEASURES

Groups = dict[str, dict[str, list[float]]]
"""Group of questions → name of the figure → a value (0–1) for each question."""

REFUSED, DOUBTED = "feilaktig avvist", "usikker"
LOWER_IS_BETTER = frozenset({REFUSED, DOUBTED})
OF_QUESTIONS = (*MEASURES, "riktig svar", REFUSED, DOUBTED)
DIALOGUES, QUOTES, VERDICTS = "samtaler", "sitater", "avslag i alt"


def questions(outcomes: Outcomes) -> Groups:
    """The figures of what the sources answer: all together first, then each subset."""
    return _grouped(outcomes.questions)


def refitted(outcomes: Outcomes, values: Mapping[str, dict[str, float]]) -> Groups:
    """The measures of the ranking by question in ``values``, grouped as the questions are."""
    return _grouped([replace(asked, figures=values[asked.id]) for asked in outcomes.questions])


def refusals(outcomes: Outcomes) -> Groups:
    """The figures of what they do not answer, by kind."""
    return _grouped(outcomes.refusals)


def others(outcomes: Outcomes) -> Groups:
    """Refusal as a classifier, quote fidelity and the dialogues.

    Precision is over what was refused, recall over what should be; a false premise may be refused or corrected, so it
    counts in neither.
    """
    outside = [r for r in outcomes.refusals if CORRECTED not in r.figures]
    refused = [1.0] * sum(not r.answered for r in outside) + [0.0] * sum(not q.answered for q in outcomes.questions)
    recall = [float(not r.answered) for r in outside]
    dialogues = {DIALOGUES: figures} if (figures := _figures(outcomes.dialogues)) else {}
    return {
        VERDICTS: {"presisjon": refused, "dekning": recall},
        QUOTES: {"ordrette svar": list(outcomes.faithful)},
        **dialogues,
    }


def every(outcomes: Outcomes) -> Groups:
    """All figures that the baseline keeps."""
    outside = {f"avslag {kind}": figures for kind, figures in refusals(outcomes).items()}
    return {**questions(outcomes), **outside, **others(outcomes)}


def risk(outcomes: Outcomes, threshold: float) -> tuple[float, float, float]:
    """What happens if only confidence of at least ``threshold`` answers: (coverage, error, answered outside).

    Coverage is the share of questions answered, error the share of wrong ones among those, and the last the share that
    is answered of what should not be (false premises, which may be corrected, left out).
    """
    kept = [q for q in outcomes.questions if q.confidence >= threshold]
    outside = [r for r in outcomes.refusals if CORRECTED not in r.figures]
    wrong = sum(1 - q.figures["riktig svar"] for q in kept)
    return (
        len(kept) / len(outcomes.questions),
        wrong / len(kept) if kept else 0.0,
        sum(r.confidence >= threshold for r in outside) / len(outside),
    )


def _grouped(asked: Sequence[Asked]) -> Groups:
    places = range(max((len(a.subsets) for a in asked), default=0))
    names = dict.fromkeys(a.subsets[place] for place in places for a in asked)
    return {name: _figures([a for a in asked if name in a.subsets]) for name in names}


def _figures(asked: Sequence[Asked]) -> dict[str, list[float]]:
    return {name: [a.figures[name] for a in asked] for name in (asked[0].figures if asked else ())}
