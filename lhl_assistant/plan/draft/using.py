"""An answer used in a plan: its statements where the planner wants them, each with the reference it was cited with."""

from collections.abc import Iterator
from dataclasses import replace

from lhl_assistant.answer.model import Answer, Block
from lhl_assistant.plan.document.changing import with_text
from lhl_assistant.plan.document.ids import measures_of, next_id
from lhl_assistant.plan.document.model import Measure, Plan, Strategy
from lhl_assistant.plan.document.referring import Referring
from lhl_assistant.plan.draft.suggest import with_measure
from lhl_assistant.plan.link.propose import propose
from lhl_assistant.plan.sorting.sorter import Sorter


def in_chapter(answer: Answer, id: str, plan: Plan) -> Plan:
    """The plan with the answer at the end of the chapter ``id``: its sentences, lists and rows, with references."""
    references = Referring(plan)
    marks = {c.id: f" [{references.cite(c)}]" for c in answer.citations}
    said = "\n\n".join(_block(block, marks) for block in answer.blocks)
    before = next((c.text.rstrip() for c in plan.chapters if c.id == id), "")
    return references.added_to(with_text(plan, id, "\n\n".join(filter(None, (before, said)))))


def as_item(
    answer: Answer, kind: type[Strategy] | type[Measure], plan: Plan, sorter: Sorter, today: str
) -> tuple[Plan, str]:
    """The plan with what the answer says first as a new strategy or measure, and its id.

    Its sources are the answer's; its place in the reform is proposed, not confirmed. ``today`` is ISO.
    """
    references = Referring(plan)
    first = next((s for block in answer.blocks for s in block.statements), None)
    text = _plain(first.text) if first else _plain(answer.question)
    sources = tuple(dict.fromkeys(references.cite(c) for c in answer.citations if first and c.id == first.citation))
    link = propose(text, sorter, today)
    if kind is Strategy:
        id = next_id("s", (s.id for s in plan.strategies))
        strategy = Strategy(id, text, link, sources)
        return references.added_to(replace(plan, strategies=(*plan.strategies, strategy))), id
    id = next_id("t", (m.id for m in measures_of(plan)))
    return references.added_to(with_measure(plan, Measure(id, text, link=link, sources=sources))), id


def _block(block: Block, marks: dict[int, str]) -> str:
    lines = [f"## {_plain(block.heading)}\n"] if block.heading else []
    return "\n".join([*lines, *_lines(block, marks)])


def _lines(block: Block, marks: dict[int, str]) -> Iterator[str]:
    for statement in block.statements:
        bullet = "- " if statement.bullet else ""
        yield f"{bullet}{_plain(statement.text)}{marks.get(statement.citation, '')}"
    for cells, citation in block.rows:
        named = zip(block.columns, cells, strict=False)
        told = "; ".join(f"{column}: {cell}" if column else cell for column, cell in named if cell)
        yield f"- {_plain(told)}{marks.get(citation, '')}"


def _plain(text: str) -> str:
    """Words of a source as a plan can hold them: square brackets are the plan's own marks."""
    return " ".join(text.replace("[", "(").replace("]", ")").split())
