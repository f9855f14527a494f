"""Strategies that no measure carries out."""

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from lhl_assistant.language.words import content_words, stem
from lhl_assistant.plan.check.chapters import area_of
from lhl_assistant.plan.check.evidence import Evidence, Judge
from lhl_assistant.plan.check.material import Material
from lhl_assistant.plan.check.model import LoneStrategy
from lhl_assistant.plan.check.statements import Role, Statement
from lhl_assistant.plan.document.gaps import GAP
from lhl_assistant.sources.markdown import blocks
from lhl_assistant.sources.model import Span, fold

_ALIKE, _SHARED, _SAME = 0.88, 6.0, 0.35
"""A measure carries out a strategy that is at least so like it in meaning (cosine), or shares words worth so much, or
speaks at least so much for the same løsning."""

_STRATEGY = re.compile(r"strateg|satsing|\bmål\b", re.IGNORECASE)
_SHORTEST = 25


def strategies(material: Material) -> list[Statement]:
    """The strategies: a point of a list is one, whole; of a paragraph each sentence that plans something.

    What only introduces a list, and the torn end of a sentence, is none; nor is the paragraph above the points, which
    says the same in sum.
    """
    points = [b.span for b in blocks(material.text) if b.kind == "item"]
    found: dict[Span, Statement] = {}
    for statement in (s for s in material.statements if s.role is Role.STRATEGY and _is_set(s)):
        span = next((p for p in points if p.start <= statement.span.start < p.end), statement.span)
        text = fold(material.text[span.start : span.end])
        if len(text) >= _SHORTEST and not text.endswith(":") and text.count("(") == text.count(")"):
            found.setdefault(span, replace(statement, text=text, span=span, about=text))
    listed = {s.heading for span, s in found.items() if span in points}
    return [s for span, s in found.items() if span in points or s.heading not in listed]


def _is_set(statement: Statement) -> bool:
    """Whether a statement stands where strategies stand: in an area's chapter, or under a heading that says so."""
    named = any(_STRATEGY.search(part) for part in statement.heading[1:])
    return (named or statement.area is not None) and not GAP.search(statement.text)


def lone(material: Material, found: Sequence[Statement], evidence: Evidence, judge: Judge) -> list[LoneStrategy]:
    """The strategies with no measure, the surest first; () in a plan without measures, where it cannot be said.

    It is sure where the strategy's area has none. Else no measure shares rare words with it, and either none of its
    area shares any, or none at all is like it in meaning or in what it does for a løsning.
    """
    measures = material.measures
    if not measures:
        return []
    places = {s.span: at for at, s in enumerate(material.statements)}
    theirs = evidence.scores()[[places[m.span] for m in measures]]
    mine = judge.weigh(found).scores()
    vectors = np.array([judge.engine.query(m.text) for m in measures])
    stems = [_stems(m.text) for m in measures]
    areas = [area_of(m.heading) for m in measures]
    common = Counter(w for words in stems for w in words)
    without = []
    for at, strategy in enumerate(found):
        area = strategy.area if strategy.area is not None else area_of((strategy.text,))
        words = _stems(strategy.text)
        own = [words_of for words_of, where in zip(stems, areas, strict=True) if where == area]
        sure = area is not None and not own and set(areas) != {None}
        alike = float((vectors @ judge.engine.query(strategy.text)).max())
        shared = max(sum(math.log(1 + len(stems) / common[w]) for w in words & theirs) for theirs in stems)
        same = float(np.minimum(theirs, mine[at]).max())
        unheard = strategy.area is not None and bool(own) and not any(words & theirs for theirs in own)
        if sure or (shared < _SHARED and (unheard or (alike < _ALIKE and same < _SAME))):
            without.append((not sure, shared + same, LoneStrategy(material.proof(strategy), sure)))
    return [strategy for *_, strategy in sorted(without, key=lambda found: found[:2])]


def _stems(text: str) -> set[str]:
    return {stem(word) for word in content_words(text)}
