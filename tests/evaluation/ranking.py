"""Is the right passage found? The usual measures, by ir-measures.

ir-measures and not ranx: its calculations are trec_eval's own C code (pytrec-eval-terrier), where ranx compiles with
numba on first use (half a minute, and it pins numpy for the whole environment). Recall@k is the share of questions for
which a passage with the evidence is among the first k, which ir-measures calls Success@k: one passage that answers is
what a planner needs.
"""

from collections.abc import Mapping, Sequence

import ir_measures
from ir_measures import RR, Qrel, ScoredDoc, Success, nDCG

from lhl_assistant.search.library import Library
from tests.evaluation.evidence import holds, plain
from tests.evaluation.sets import Question

DEPTH = 10
_MEASURES = {
    "Recall@1": Success @ 1,
    "Recall@3": Success @ 3,
    "Recall@5": Success @ 5,
    "Recall@10": Success @ 10,
    "MRR@10": RR @ 10,
    "nDCG@10": nDCG @ 10,
}
MEASURES = tuple(_MEASURES)

Passages = Mapping[str, tuple[str, str]]
"""Every passage of a library by its name: (source, text as it is compared)."""


def passages(snapshot: Library) -> dict[str, tuple[str, str]]:
    """The passages of a library, to look for evidence in."""
    found = {}
    for number, (source, passage) in enumerate(snapshot.passages()):
        text = snapshot.sources[source].text[passage.span.start : passage.span.end]
        found[str(number)] = (source, plain(text))
    return found


def relevant(question: Question, library: Passages) -> frozenset[str]:
    """The passages that hold evidence for the question, by name."""
    every = [e for side in question.sides for e in side]
    return frozenset(
        name
        for name, (source, text) in library.items()
        if (not question.sources or source in question.sources) and holds(text, every)
    )


def measure(ranked: Mapping[str, Sequence[str]], right: Mapping[str, frozenset[str]]) -> dict[str, dict[str, float]]:
    """Each question's value of each measure, {question: {measure: value}}, from the passages found, best first.

    A question with no right passage in the library counts 0: it is asked all the same.
    """
    names = {m: name for name, m in _MEASURES.items()}
    values = {id: dict.fromkeys(MEASURES, 0.0) for id in ranked}
    qrels = [Qrel(id, name, 1) for id in ranked for name in right[id]]
    run = [ScoredDoc(id, name, float(-place)) for id, found in ranked.items() for place, name in enumerate(found)]
    for metric in ir_measures.iter_calc(list(names), qrels, run):
        values[metric.query_id][names[metric.measure]] = float(metric.value)
    return values
