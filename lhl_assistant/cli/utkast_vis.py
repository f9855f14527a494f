"""How a plan, its suggestions and its links are shown in the terminal and as data."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from lhl_assistant.errors import InputUnusable
from lhl_assistant.plan.demography.describe import Described
from lhl_assistant.plan.document.model import Link, Plan, Reference
from lhl_assistant.plan.document.overview import Overview
from lhl_assistant.plan.draft.suggest import Suggestion, taken
from lhl_assistant.plan.link.decide import successors
from lhl_assistant.plan.link.propose import Linked
from lhl_assistant.plan.link.told import placed
from lhl_assistant.reform.model import Reform
from lhl_assistant.said import Form, Said


def suggestion_lines(shown: Sequence[Suggestion], plan: Plan, reform: Reform, form: Form) -> Iterator[str]:
    """Each løsning with its suggestions, numbered; a tick before what is in the plan."""
    for (area, number), group in groupby(shown, key=lambda s: (s.area, s.solution)):
        yield f"\n{_heading(area, number, reform).in_(form)}"
        for s in group:
            mark = "✓" if taken(s, plan) else " "
            kind = "Strategi" if s.kind == "strategi" else "Tiltak"
            yield f"{mark} {s.number:>3}  {kind}: {s.said.in_(form)}"
            yield f"        {_from(s).in_(form)}"


def _heading(area: int | None, solution: str, reform: Reform) -> Said:
    if area is None:
        return Said("Utenfor reformen", "Utanfor reforma")
    name = reform.solution(solution).name if solution else reform.area(area).name
    return Said(f"{solution or area} {name.nb}", f"{solution or area} {name.nn}")


def _from(s: Suggestion) -> Said:
    """Where a suggestion is from, and what was answered there."""
    source = s.citation.original or s.citation.title
    if s.kind == "strategi" or s.place is None:
        return Said(f"Bygger på: {source}", f"Byggjer på: {source}")
    fields = (
        (s.responsible, Said("ansvar", "ansvar")),
        (s.period, Said("tid", "tid")),
        (s.cost, Said("kostnad", "kostnad")),
    )
    nothing = Said("ikke oppgitt", "ikkje oppgitt")
    told = [(name, Said(value, value) if value else nothing) for value, name in fields]
    nb = ", ".join(f"{name.nb}: {value.nb}" for name, value in told)
    nn = ", ".join(f"{name.nn}: {value.nn}" for name, value in told)
    return Said(f"{s.place} – {nb}", f"{s.place} – {nn}")


def suggestion_data(s: Suggestion, plan: Plan) -> Mapping[str, object]:
    """A suggestion as data."""
    return {
        "number": s.number,
        "kind": s.kind,
        "text": s.said.in_(plan.language),
        "focus_area": s.area,
        "solution": s.solution or None,
        "municipality": s.place,
        "responsible": s.responsible or None,
        "period": s.period or None,
        "cost": s.cost or None,
        "source": s.citation.source,
        "original": s.citation.original,
        "quote": s.citation.quote,
        "start": s.citation.start,
        "end": s.citation.end,
        "taken": taken(s, plan),
    }


def link_lines(entries: Sequence[Linked], reform: Reform, form: Form) -> Iterator[str]:
    """What is not confirmed: each with its place, how sure that is, and the runners-up."""
    for entry in entries:
        yield f"{entry.item.id}  {entry.item.text}"
        yield f"    {placed(entry.link, reform).in_(form)}"
        if entry.link and entry.link.alternatives:
            others = [placed(a, reform) for a in entry.link.alternatives]
            said = Said("Ellers: " + "; ".join(o.nb for o in others), "Elles: " + "; ".join(o.nn for o in others))
            yield f"    {said.in_(form)}"


def link_data(entry: Linked, reform: Reform) -> Mapping[str, object]:
    """An unconfirmed strategy or measure as data."""
    link = entry.link or Link()
    return {
        "id": entry.item.id,
        "text": entry.item.text,
        "focus_area": link.area,
        "solution": link.solution or None,
        "successor_areas": successors(entry.link, reform),
        "confidence": link.confidence,
        "made_by": link.made_by or None,
        "alternatives": [
            {"focus_area": a.area, "solution": a.solution or None, "confidence": a.confidence}
            for a in link.alternatives
        ],
    }


def overview_lines(plan: Plan, state: Overview, lost: Sequence[Reference], reform: Reform, form: Form) -> Iterator[str]:
    """The whole plan at a glance."""
    yield f"{plan.title or plan.municipality} ({plan.period})"
    yield "\n" + Said("Kapitler", "Kapittel").in_(form)
    for chapter in state.chapters:
        gaps = Said(f", {chapter.gaps} å fylle inn", f", {chapter.gaps} å fylle inn").in_(form) if chapter.gaps else ""
        yield f"  {chapter.chapter.id}: {chapter.chapter.title} – {chapter.words} ord{gaps}"
    yield "\n" + Said("Løsninger: strategier og tiltak", "Løysingar: strategiar og tiltak").in_(form)
    for solution in state.solutions:
        name = reform.solution(solution.number).name.in_(form)
        yield f"  {solution.number} {name}: {solution.strategies} og {solution.measures}"
    yield "\n" + Said("Strategier", "Strategiar").in_(form)
    for strategy in plan.strategies:
        yield f"  {strategy.id}  {strategy.text}"
        yield f"      {placed(strategy.link, reform).in_(form)}{_successor(strategy.link, reform, form)}"
        yield from (f"      {m.id}  {m.text}" for m in strategy.measures)
    if plan.measures:
        yield "\n" + Said("Tiltak uten strategi", "Tiltak utan strategi").in_(form)
        yield from (f"  {m.id}  {m.text} – {placed(m.link, reform).in_(form)}" for m in plan.measures)
    yield from _missing(plan, state, lost, form)


def _successor(link: Link | None, reform: Reform, form: Form) -> str:
    names = {a.number: a.name.in_(form) for a in reform.successor_areas}
    found = [names[n] for n in successors(link, reform)[:1]]
    return f" → {reform.successor_name.in_(form)}: {found[0]}" if found else ""


def _missing(plan: Plan, state: Overview, lost: Sequence[Reference], form: Form) -> Iterator[str]:
    yield "\n" + Said("Mangler", "Manglar").in_(form)
    if state.without_measures:
        yield (
            "  "
            + Said("Strategier uten tiltak: ", "Strategiar utan tiltak: ").in_(form)
            + ", ".join(state.without_measures)
        )
    if state.incomplete:
        said = Said("Tiltak uten ansvar, tid eller kostnad: ", "Tiltak utan ansvar, tid eller kostnad: ")
        yield f"  {said.in_(form)}{len(state.incomplete)}"
    if plan.population is None:
        yield "  " + Said("Befolkningstall", "Folketal").in_(form)
    if lost:
        said = Said("Henvisninger som ikke stemmer med kilden: ", "Tilvisingar som ikkje stemmer med kjelda: ")
        yield "  " + said.in_(form) + ", ".join(r.id for r in lost)
    yield f"  [FYLL INN: …]: {len(state.gaps)}"
    for gap in state.gaps:
        yield f"    {gap.place}: {gap.asks}"


def overview_data(plan: Plan, state: Overview, lost: Sequence[Reference]) -> Mapping[str, object]:
    """The whole plan at a glance, as data."""
    return {
        "title": plan.title,
        "municipality": plan.municipality,
        "period": plan.period,
        "language": plan.language,
        "chapters": [
            {"id": c.chapter.id, "title": c.chapter.title, "words": c.words, "gaps": c.gaps} for c in state.chapters
        ],
        "solutions": [
            {"solution": s.number, "strategies": s.strategies, "measures": s.measures} for s in state.solutions
        ],
        "strategies_without_measures": state.without_measures,
        "incomplete_measures": state.incomplete,
        "gaps": [{"place": g.place, "asks": g.asks} for g in state.gaps],
        "references": len(plan.references),
        "unresolved_references": [r.id for r in lost],
    }


def chapter_lines(plan: Plan, id: str) -> str:
    """One chapter as it stands in the file. Raises InputUnusable for an unknown one."""
    for chapter in plan.chapters:
        if chapter.id == id:
            return f"# {chapter.title}\n\n{chapter.text}"
    names = ", ".join(c.id for c in plan.chapters)
    raise InputUnusable(
        Said(f"Planen har ikke kapittelet «{id}», men {names}.", f"Planen har ikkje kapittelet «{id}», men {names}.")
    )


def population_lines(described: Described) -> Iterator[str]:
    """The table of the population, then what it says."""
    rows = [described.columns, *described.rows]
    widths = [max(len(row[i]) for row in rows) for i in range(len(described.columns))]
    yield from ("  ".join(cell.rjust(w) for cell, w in zip(row, widths, strict=True)).rstrip() for row in rows)
    yield ""
    yield from described.sentences
