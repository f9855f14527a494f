"""Strategies and measures that a municipality could choose, each with the place it is from.

The numbers are fixed by the reform's order, so that the number a planner saw is the one that is taken.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from lhl_assistant.answer.model import Citation
from lhl_assistant.errors import InputUnusable
from lhl_assistant.plan.document.gaps import gap
from lhl_assistant.plan.document.ids import measures_of, next_id
from lhl_assistant.plan.document.model import PLANNER, Link, Measure, Plan, Strategy
from lhl_assistant.plan.document.referring import Referring
from lhl_assistant.plan.draft.anchors import Found, Knowledge
from lhl_assistant.plan.draft.templates import MeasureQuestions, Proposal, SolutionProposals, Words
from lhl_assistant.said import Said

_NUMBERS = re.compile(r"(\d+)(?:\s*[-–]\s*(\d+))?$")
_RESPONSIBLE, _PERIOD, _COST = ("Ansvar",), ("Tidsrom", "År"), ("Kostnad/merknad", "Kostnad/omfang", "Merknad")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A strategy or measure to choose, and its innsatsområde and løsning (None and "" where none is known).

    ``place`` is the municipality it is from, None where it is from the knowledge; responsible, period and cost are what
    they were there, in the source's words, "" where it does not say.
    """

    number: int
    kind: Literal["strategi", "tiltak"]
    said: Said
    area: int | None
    solution: str
    place: str | None
    responsible: str
    period: str
    cost: str
    citation: Citation


def suggestions(proposals: Mapping[str, SolutionProposals], knowledge: Knowledge) -> list[Suggestion]:
    """All suggestions, strategies before the measures of the same løsning, numbered from 1."""
    found: list[Suggestion] = []
    for solution, proposed in proposals.items():
        found.append(_suggestion(len(found) + 1, "strategi", solution, proposed.strategy, knowledge))
        for measure in proposed.measures:
            found.append(_suggestion(len(found) + 1, "tiltak", solution, measure, knowledge))
    return found


def _suggestion(
    number: int, kind: Literal["strategi", "tiltak"], solution: str, proposal: Proposal, knowledge: Knowledge
) -> Suggestion:
    found = knowledge.find(proposal.anchor)
    return Suggestion(
        number,
        kind,
        Said(proposal.nb, proposal.nn),
        int(solution[0]),
        solution,
        place_of(found),
        found.cell(*_RESPONSIBLE),
        found.cell(*_PERIOD),
        found.cell(*_COST),
        found.citation(),
    )


def place_of(found: Found) -> str | None:
    """The municipality that the source is from, None where it is not from one."""
    issuer = found.hit.source.issuer
    return issuer.removesuffix(" kommune") if issuer.endswith(" kommune") else None


def taken(suggestion: Suggestion, plan: Plan) -> bool:
    """Whether the plan has a strategy or measure that points to the suggestion's place."""
    return taken_as(suggestion, plan) is not None


def taken_as(suggestion: Suggestion, plan: Plan) -> str | None:
    """The id of the strategy or measure that points to the suggestion's place, None where there is none."""
    ids = {r.id for r in plan.references if _same_place(r.source, r.start, suggestion)}
    items = plan.strategies if suggestion.kind == "strategi" else measures_of(plan)
    return next((item.id for item in items if ids & set(item.sources)), None)


def _same_place(source: str, start: int | None, suggestion: Suggestion) -> bool:
    return source == suggestion.citation.source and start == suggestion.citation.start


def take(suggestion: Suggestion, plan: Plan, questions: MeasureQuestions, today: str) -> Plan:
    """The plan with the suggestion in it: the link is the planner's, for the planner chose it.

    A measure goes to the first strategy of its løsning, else of its innsatsområde, else stands by itself. Who is
    responsible, when and at what cost are gaps: the example's answers stand in them as examples.
    """
    references = Referring(plan)
    source = references.cite(suggestion.citation)
    link = Link(suggestion.area, suggestion.solution, suggestion.citation.source, None, PLANNER, today)
    text = suggestion.said.in_(plan.language)
    if suggestion.kind == "strategi":
        strategy = Strategy(next_id("s", (s.id for s in plan.strategies)), text, link, (source,))
        return references.added_to(replace(plan, strategies=(*plan.strategies, strategy)))
    measure = Measure(
        next_id("t", (m.id for m in measures_of(plan))),
        text,
        _asked(questions.responsible, suggestion.responsible, suggestion, plan, questions),
        _asked(questions.period, suggestion.period, suggestion, plan, questions),
        _asked(questions.cost, suggestion.cost, suggestion, plan, questions),
        link=link,
        sources=(source,),
    )
    return references.added_to(with_measure(plan, measure))


def with_measure(plan: Plan, measure: Measure) -> Plan:
    """The plan with ``measure`` under the strategy that its link suits best, or by itself where none does.

    Under a strategy of the same løsning it has no link of its own: it follows the strategy's.
    """
    at = _strategy_for(measure.link, plan) if measure.link else None
    if at is None or measure.link is None:
        return replace(plan, measures=(*plan.measures, measure))
    there = plan.strategies[at].link
    if there and there.solution == measure.link.solution:
        measure = replace(measure, link=None)
    strategies = [replace(s, measures=(*s.measures, measure)) if i == at else s for i, s in enumerate(plan.strategies)]
    return replace(plan, strategies=tuple(strategies))


def _strategy_for(link: Link, plan: Plan) -> int | None:
    links = [s.link or Link() for s in plan.strategies]
    same = [i for i, other in enumerate(links) if link.solution and other.solution == link.solution]
    near = [i for i, other in enumerate(links) if link.area and other.area == link.area]
    return next(iter([*same, *near]), None)


def _asked(question: Words, there: str, suggestion: Suggestion, plan: Plan, questions: MeasureQuestions) -> str:
    asks = question.in_(plan.language)
    if there and suggestion.place:
        told = questions.there.in_(plan.language).replace("{spørsmål}", asks).replace("{kommune}", suggestion.place)
        asks = told.replace("{verdi}", there.replace("[", "(").replace("]", ")"))
    return gap(asks)


def chosen_by(numbers: str, shown: Sequence[Suggestion]) -> list[Suggestion]:
    """The suggestions that ``numbers`` names ("1,3,5–8"), or all of ``shown`` for "alle".

    Raises InputUnusable for what is no number, or the number of no suggestion shown.
    """
    if numbers.strip().lower() in ("alle", "all"):
        return list(shown)
    by_number = {s.number: s for s in shown}
    found: list[Suggestion] = []
    for part in numbers.split(","):
        match = _NUMBERS.match(part.strip())
        first, last = (int(match[1]), int(match[2] or match[1])) if match else (0, 0)
        wanted = range(first, last + 1)
        if not wanted or any(n not in by_number for n in wanted):
            raise InputUnusable(
                Said(
                    f"«{part.strip()}» er ikke nummeret på et forslag her, men {_span(shown)} er det. "
                    "Se dem med «lhl utkast foreslå».",
                    f"«{part.strip()}» er ikkje nummeret på eit forslag her, men {_span(shown)} er det. "
                    "Sjå dei med «lhl utkast foreslå».",
                )
            )
        found += [by_number[n] for n in wanted if by_number[n] not in found]
    return found


def _span(shown: Sequence[Suggestion]) -> str:
    return f"{shown[0].number}–{shown[-1].number}"
