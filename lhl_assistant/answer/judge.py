"""Is there an answer? A score for how near the evidence is, and checks of what no score sees.

The place that is named makes everything from that place look near, so nearness is measured on the question without
it. A proper name that the evidence does not have, or no value of the kind asked for, speaks against an answer however
near the words are.
"""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

from lhl_assistant.answer import intent as intents
from lhl_assistant.answer import rows
from lhl_assistant.answer.context import Context
from lhl_assistant.answer.intent import Intent
from lhl_assistant.language.detect import detect
from lhl_assistant.search.rank import Hit

_REFUSE, _SURE = 0.30, 0.58


@dataclass(frozen=True, slots=True)
class Verdict:
    """``confidence`` is 0–1; ``missing`` is the name that no source has, "" where there is none."""

    answered: bool
    sure: bool
    confidence: float
    missing: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """How near the best passage is, how much of the question's words it has, and whether it has such a value.

    ``near`` is a cosine; ``coverage`` and ``unknown`` are shares (0–1) of the question's content words, places left
    out: those that the passage has, by rarity, and those that no library has.
    """

    near: float
    coverage: float
    unknown: float
    value: bool
    foreign: bool


def judge(hits: Sequence[Hit], about: Context) -> Verdict:
    """Whether the best hit answers the question."""
    if not hits:
        return Verdict(False, False, 0.0)
    missing = [*about.named.unknown, *(n for n in about.named.proper if n.lower() not in _words(hits[0]))]
    if missing:
        return Verdict(False, False, 0.1, sorted(missing)[0])
    confidence = probability(weigh(hits[0], about))
    return Verdict(confidence >= _REFUSE, confidence >= _SURE, confidence)


def probability(evidence: Evidence) -> float:
    """How likely the evidence answers (0–1).

    A logistic regression on 160 questions, 60 of them out of scope (ten-fold: area under the curve 0.83). The weight
    of a missing value is set by hand, as few of those questions lacked one.
    """
    x = 55.0 * evidence.near + 0.9 * evidence.coverage - 0.4 * evidence.unknown - 47.1
    x += 3.4 * evidence.foreign - 2.5 * (not evidence.value)
    return 1.0 / (1.0 + math.exp(-x))


def weigh(hit: Hit, about: Context) -> Evidence:
    """The evidence that ``hit`` is for an answer to the question."""
    near = about.searcher.nearness(hit, about.topic)
    coverage, unknown = _shares(about.topic, hit, about)
    return Evidence(near, coverage, unknown, has_value(hit, about.intent), detect(about.question) == "en")


def has_value(hit: Hit, intent: Intent) -> bool:
    """Whether the hit holds a value of the kind asked for; a row's asked-for cell may say that it is empty."""
    if hit.passage.cells and rows.asked_cell(hit, intent) is not None:
        return True
    return intents.holds(intent.wanted, hit.source.text[hit.passage.span.start : hit.passage.span.end])


def _shares(question: str, hit: Hit, about: Context) -> tuple[float, float]:
    """(coverage, unknown) of the question's content words, synonyms and compound parts counting for a little less."""
    snapshot = next(s for name, s in about.searcher.libraries if name == hit.library)
    has = set(snapshot.lexicon.terms(_text(hit)))
    groups = about.searcher.groups(snapshot, question)
    total = sum(snapshot.lexicon.weight(g) for g in groups)
    found = sum(snapshot.lexicon.weight(g) * max((w for t, w in g.terms if t in has), default=0.0) for g in groups)
    unknown = sum(not any(snapshot.lexicon.knows(t) for t, _ in g.terms) for g in groups)
    return (found / total if total else 1.0), (unknown / len(groups) if groups else 0.0)


def _words(hit: Hit) -> frozenset[str]:
    """The words of the evidence, genitives also without their ``s``."""
    found = set(re.findall(r"[\wæøå-]+", f"{_text(hit)} {hit.source.issuer}".lower()))
    return frozenset(found | {w.removesuffix("s") for w in found})


def _text(hit: Hit) -> str:
    return f"{hit.passage.embedding_text(hit.source.text)} {hit.source.title} {' '.join(hit.passage.questions)}"
