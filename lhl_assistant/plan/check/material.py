"""What is checked: the text of any plan, or a plan of ours, as one text with its statements and its rows."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from lhl_assistant.language.detect import detect
from lhl_assistant.plan.check.model import Proof
from lhl_assistant.plan.check.statements import Statement, statements
from lhl_assistant.plan.document import file as plan_file
from lhl_assistant.plan.document.model import Measure, Plan, Strategy
from lhl_assistant.plan.measures import Measure as PlannedMeasure
from lhl_assistant.plan.measures import of_passages
from lhl_assistant.reform.model import Reform
from lhl_assistant.said import Said
from lhl_assistant.sources.model import Passage
from lhl_assistant.sources.passages import passages
from lhl_assistant.sources.reading.reader import Progress, read

PLAN_SUFFIXES = (".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class Material:
    """A plan's text and what stands in it. ``pages`` are the offsets at which pages begin, () where there are none."""

    title: str
    language: Literal["nb", "nn"]
    text: str
    pages: tuple[int, ...]
    passages: tuple[Passage, ...]
    statements: tuple[Statement, ...]
    measures: tuple[PlannedMeasure, ...]
    remarks: tuple[Said, ...]

    def proof(self, statement: Statement) -> Proof:
        """The statement as what shows something, with its place."""
        start, end = statement.span.start, statement.span.end
        page = bisect_right(self.pages, start) if self.pages else None
        return Proof(statement.text, start, end, statement.heading, page, statement.row, statement.role)


def load(file: Path, reform: Reform, progress: Progress | None = None) -> Material:
    """The plan in ``file``: any document, or a plan of ours. Raises InputUnusable where it cannot be read."""
    if file.suffix.lower() in PLAN_SUFFIXES:
        plan = plan_file.read(file).plan
        return of_text(plan.title or file.stem, as_text(plan, reform))
    reading = read(file, progress)
    return of_text(reading.title or file.stem, reading.text, reading.pages, reading.remarks)


def of_text(title: str, text: str, pages: tuple[int, ...] = (), remarks: tuple[Said, ...] = ()) -> Material:
    """The plan whose Markdown is ``text``."""
    found = tuple(passages(text, title))
    language: Literal["nb", "nn"] = "nn" if detect(text[:20_000]) == "nn" else "nb"
    rows = tuple(of_passages("", found))
    return Material(title, language, text, pages, found, tuple(statements(text, found, rows)), rows, remarks)


def as_text(plan: Plan, reform: Reform) -> str:
    """A plan of ours as the Markdown that is checked: its chapters, and under each area its strategies and measures."""
    return "\n\n".join(_parts(plan, reform))


def _parts(plan: Plan, reform: Reform) -> Iterator[str]:
    for chapter in plan.chapters:
        yield f"## {chapter.title}"
        yield chapter.text
        if chapter.area is not None:
            strategies = [s for s in plan.strategies if s.link and s.link.area == chapter.area]
            loose = [m for m in plan.measures if m.link and m.link.area == chapter.area]
            yield from _planned(strategies, loose, plan, reform)
    placed = {c.area for c in plan.chapters} - {None}
    rest = [s for s in plan.strategies if not (s.link and s.link.area in placed)]
    yield from _planned(rest, [m for m in plan.measures if not (m.link and m.link.area in placed)], plan, reform)


def _planned(strategies: list[Strategy], loose: list[Measure], plan: Plan, reform: Reform) -> Iterator[str]:
    if strategies:
        yield "### Strategier"
        yield "\n".join(f"- {_line(s.text)}{_solution(s, plan, reform)}" for s in strategies)
    rows = [(m, s) for s in strategies for m in s.measures] + [(m, None) for m in loose]
    if rows:
        yield "### Tiltak"
        lines = ["| Tiltak | Ansvar | Tidsrom | Kostnad | Løsning |", "| --- | --- | --- | --- | --- |"]
        for m, s in rows:
            cells = (m.text, m.responsible, m.period, m.cost or m.finance, _solution(m if m.link else s, plan, reform))
            lines.append("| " + " | ".join(_line(cell).replace("|", "/") for cell in cells) + " |")
        yield "\n".join(lines)


def _solution(item: Strategy | Measure | None, plan: Plan, reform: Reform) -> str:
    if item is None or item.link is None or not item.link.solution:
        return ""
    return f" ({item.link.solution} {reform.solution(item.link.solution).name.in_(plan.language)})"


def _line(text: str) -> str:
    return " ".join(text.split())
