"""A plan of ours as a document: the plan that goes to the council."""

import re
from collections.abc import Iterator
from datetime import date

from lhl_assistant.export.dates import shown
from lhl_assistant.export.document import Block, Document, Figure, Heading, Items, Paragraph, Run, Table, Words
from lhl_assistant.export.parse import blocks, inline
from lhl_assistant.export.references import Numbers
from lhl_assistant.plan.demography.chart import svg
from lhl_assistant.plan.demography.describe import describe
from lhl_assistant.plan.document.model import Chapter, Measure, Plan, Strategy
from lhl_assistant.reform.model import Reform
from lhl_assistant.said import Said

_STRATEGIES = Said("Strategier", "Strategiar")
_MEASURES = Said("Tiltak", "Tiltak")
_OTHER = Said("Andre strategier og tiltak", "Andre strategiar og tiltak")
_SAID = Said("Innspill fra verkstedet", "Innspel frå verkstaden")
_COLUMNS = Said("Tiltak;Ansvar;Tidsrom;Kostnad;Løsning", "Tiltak;Ansvar;Tidsrom;Kostnad;Løysing")
_WIDTHS = (4.2, 2.8, 2.1, 2.5, 3.1)
_HINT = re.compile(r"(\[FYLL INN:[^\]?]*\?)[^\]]*\]")
"""A question to the municipality, and after it what another one answered: of use at the desk, not to the council."""
_FIGURE = Said("Innbyggere på 67 år og over", "Innbyggjarar på 67 år og over")
_MUNICIPALITY = Said("{} kommune", "{} kommune")
_POPULATION, _ACTION_PLAN = "befolkning", "handlingsplan"


def plan_document(plan: Plan, reform: Reform, today: date) -> Document:
    """The whole plan: cover, contents, chapters, action plan and sources. Every reference in it is in the list."""
    numbers = Numbers(plan)
    body = tuple(_Body(plan, reform, numbers).blocks())
    municipality = plan.municipality
    sender = municipality if municipality.endswith("kommune") else _MUNICIPALITY.in_(plan.language).format(municipality)
    return Document(
        plan.title or sender,
        plan.language,
        body,
        subtitle="" if plan.period in plan.title else plan.period,
        sender=sender,
        date=shown(today),
        references=numbers.all(),
        cover=True,
        contents=True,
    )


class _Body:
    def __init__(self, plan: Plan, reform: Reform, numbers: Numbers) -> None:
        self._plan, self._reform, self._numbers = plan, reform, numbers

    def blocks(self) -> Iterator[Block]:
        """All chapters; an action plan stands in its own chapter, else at the end."""
        for at, chapter in enumerate(self._plan.chapters):
            yield Heading(1, chapter.title, on_new_page=at > 0 and (chapter.area is not None or self._is_last(chapter)))
            yield from blocks(self._numbers.text(chapter.text))
            if chapter.id == _POPULATION:
                yield from self._population()
            if chapter.area is not None:
                yield from self._strategies(chapter.area)
            if chapter.id == _ACTION_PLAN:
                yield from self._action_plan()
        if not any(chapter.id == _ACTION_PLAN for chapter in self._plan.chapters):
            yield from self._action_plan()

    def _said(self, said: Said) -> str:
        return said.in_(self._plan.language)

    def _is_last(self, chapter: Chapter) -> bool:
        return chapter.id == _ACTION_PLAN

    def _population(self) -> Iterator[Block]:
        plan = self._plan
        described = plan.population and describe(plan.population, plan.municipality, plan.language)
        chart = plan.population and svg(plan.population, plan.municipality, plan.language)
        if described and chart:
            rows = tuple(tuple(_cell(value) for value in row) for row in described.rows)
            yield Table(described.columns, rows, described.caption)
            yield Figure(chart.encode(), "svg", described.alt, self._said(_FIGURE), 0.8)

    def _strategies(self, area: int | None) -> Iterator[Block]:
        mine = [s for s in self._plan.strategies if _area(s) == area]
        if mine:
            yield Heading(2, self._said(_STRATEGIES if area is not None else _OTHER))
        for strategy in mine:
            if name := self._solution(strategy):
                yield Heading(3, name)
            yield Paragraph(inline(self._numbers.text(_line(strategy.text), strategy.sources)), "lead")
            yield from self._contributions(strategy)
            if strategy.measures:
                items = (inline(self._numbers.text(_line(m.text), m.sources)) for m in strategy.measures)
                yield Items(tuple(item for item in items if item))

    def _contributions(self, strategy: Strategy) -> Iterator[Block]:
        ids = [*strategy.contributions, *(id for m in strategy.measures for id in m.contributions)]
        known = {c.id: c for c in self._plan.contributions}
        said = [known[id] for id in dict.fromkeys(ids) if id in known]
        if said:
            yield Paragraph((Run(self._said(_SAID), emphasis=True),), "note")
            for contribution in said:
                yield Paragraph((Run(f"«{_line(contribution.words)}»"),), "quote")

    def _action_plan(self) -> Iterator[Block]:
        """The measures as tables, one for each area, then those that belong to none."""
        for area in (*(a.number for a in self._reform.areas), None):
            rows = tuple(self._rows(area))
            if rows:
                name = self._reform.area(area).name.in_(self._plan.language) if area else self._said(_OTHER)
                yield Heading(2, name)
                yield Table(tuple(self._said(_COLUMNS).split(";")), rows, f"{self._said(_MEASURES)}: {name}", _WIDTHS)

    def _rows(self, area: int | None) -> Iterator[tuple[Words, ...]]:
        placed = [(m, s) for s in self._plan.strategies for m in s.measures] + [(m, None) for m in self._plan.measures]
        for measure, strategy in placed:
            linked = measure if measure.link else strategy
            if (_area(linked) if linked else None) == area:
                solution = self._solution(linked) if linked else ""
                cost = "; ".join(filter(None, (measure.cost, measure.finance)))
                filled = (_HINT.sub(r"\1]", value) for value in (measure.responsible, measure.period, cost))
                yield tuple(_cell(value) for value in (measure.text, *filled, solution))

    def _solution(self, item: Strategy | Measure) -> str:
        if item.link is None or not item.link.solution:
            return ""
        return f"{item.link.solution} {self._reform.solution(item.link.solution).name.in_(self._plan.language)}"


def _area(item: Strategy | Measure) -> int | None:
    return item.link.area if item.link else None


def _line(text: str) -> str:
    return " ".join(text.split())


def _cell(text: str) -> Words:
    return inline(_line(text)) if text.strip() else ()
