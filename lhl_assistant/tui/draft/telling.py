"""A chapter, a strategy, a measure and a suggestion as they are read beside the tree."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from textual.content import Content

from lhl_assistant.safe import safe
from lhl_assistant.said import Form, Said
from lhl_assistant.tui.hanging import hung

if TYPE_CHECKING:
    from lhl_assistant.plan.document.model import Chapter, Measure, Plan, Strategy
    from lhl_assistant.plan.draft.suggest import Suggestion
    from lhl_assistant.plan.link.propose import Linked
    from lhl_assistant.reform.model import Reform

FIELDS: dict[str, Said] = {
    "responsible": Said("Ansvar", "Ansvar"),
    "period": Said("Tidsrom", "Tidsrom"),
    "cost": Said("Kostnad", "Kostnad"),
    "finance": Said("Finansiering", "Finansiering"),
    "indicator": Said("Indikator", "Indikator"),
    "status": Said("Status", "Status"),
    "remark": Said("Merknad", "Merknad"),
}
_ALWAYS = ("responsible", "period", "cost")
_SOURCES = Said("Kilder", "Kjelder")
_EMPTY = Said("Kapitlet er tomt.", "Kapitlet er tomt.")
_PLACE = Said("Plass i reformen", "Plass i reforma")
_UNSURE = Said("ikke bekreftet; Ctrl+P bekrefter eller velger en annen", "ikkje stadfesta; Ctrl+P stadfestar eller vel")
_ELSE = Said("Ellers", "Elles")
_NOW = Said("I {}", "I {}")
_MISSING = Said("mangler", "manglar")
_WORDS = Said("Innspill", "Innspel")
_STRATEGY, _MEASURE = Said("Strategi", "Strategi"), Said("Tiltak", "Tiltak")
_NOT_TOLD = Said("ikke oppgitt", "ikkje oppgitt")
_INDENT = 2
_FROM_US = Said("Fra kunnskapen i programmet", "Frå kunnskapen i programmet")


def chapter_text(chapter: "Chapter", plan: "Plan", form: Form) -> str:
    """The chapter as it stands, and what its pointers point to."""
    from lhl_assistant.export.references import described
    from lhl_assistant.plan.document.mistakes import MARK

    wanted = dict.fromkeys(MARK.findall(chapter.text))
    by_id = {r.id: r for r in plan.references}
    listed = [f"- [{id}] {described(by_id[id], form)}" for id in wanted if id in by_id]
    text = f"# {chapter.title}\n\n{chapter.text.strip() or _EMPTY.in_(form)}"
    return "\n".join([text, f"\n## {_SOURCES.in_(form)}\n", *listed]) if listed else text


def item(entry: "Linked", plan: "Plan", reform: "Reform", form: Form) -> Content:
    """A strategy or measure with its place, how sure that is, its fields, its sources and the people's own words."""
    parts = [Content.styled(safe(entry.item.text), "bold"), Content("\n").join(_place(entry, reform, form))]
    if lines := list(_fields(entry.item, form)):
        parts.append(Content("\n").join(lines))
    if quotes := list(_sources(entry.item.sources, plan, form)):
        parts += [Content.styled(_SOURCES.in_(form), "bold $primary"), *quotes]
    said = [c for c in plan.contributions if c.id in entry.item.contributions]
    if said:
        parts.append(Content.styled(_WORDS.in_(form), "bold $primary"))
        parts += [Content(f"«{safe(c.words)}» ({safe(' '.join(filter(None, (c.workshop, c.date))))})") for c in said]
    return Content("\n\n").join(parts)


def _place(entry: "Linked", reform: "Reform", form: Form) -> Iterator[Content]:
    from lhl_assistant.plan.link.decide import successors
    from lhl_assistant.plan.link.told import placed

    link = entry.link
    yield Content.assemble((f"{_PLACE.in_(form)}: ", "$quiet"), placed(link, reform).in_(form))
    if link is None or not link.confirmed_by:
        yield Content.styled(f"? {_UNSURE.in_(form)}", "$warning")
        if link is not None and link.alternatives:
            others = "; ".join(placed(a, reform).in_(form) for a in link.alternatives)
            yield Content.styled(f"{_ELSE.in_(form)}: {others}", "$quiet")
    names = {a.number: a.name.in_(form) for a in reform.successor_areas}
    if found := [names[n] for n in successors(link, reform)]:
        yield Content.styled(f"{_NOW.in_(form).format(reform.successor_name.in_(form))}: {', '.join(found)}", "$quiet")


def _fields(found: "Strategy | Measure", form: Form) -> Iterator[Content]:
    from lhl_assistant.plan.document.gaps import GAP

    for name, said in FIELDS.items():
        value = getattr(found, name, None)
        if value is None or not (value or name in _ALWAYS):
            continue
        gap = GAP.search(value)
        told = (safe(gap[0]), "$warning") if gap else (safe(value), "") if value else (_MISSING.in_(form), "$error")
        yield Content.assemble((f"{said.in_(form)}: ", "$quiet"), told)


def _sources(ids: Iterable[str], plan: "Plan", form: Form) -> Iterator[Content]:
    from lhl_assistant.export.references import described

    by_id = {r.id: r for r in plan.references}
    for reference in (by_id[id] for id in ids if id in by_id):
        yield Content.assemble(safe(described(reference, form)), (f"\n«{safe(reference.quote)}»", "$quiet"))


def suggestion_line(found: "Suggestion", taken: bool, form: Form, width: int) -> Content:
    """A suggestion in a list of ``width`` columns: a tick where it is in the plan, its words, and where it is from."""
    kind = (_STRATEGY if found.kind == "strategi" else _MEASURE).in_(form)
    where = found.place or _FROM_US.in_(form)
    lead = f"{kind} {found.solution}: ".replace(" :", ":")
    text = hung(f"{lead}{safe(found.said.in_(form))}", width, _INDENT)
    return Content.assemble(
        ("✓ " if taken else "  ", "bold $success"),
        (text[: len(lead)], "$quiet"),
        text[len(lead) :],
        (f"\n{' ' * _INDENT}{safe(where)}", "$quiet"),
    )


def suggestion_about(found: "Suggestion", form: Form) -> Content:
    """Where a suggestion is from: who was responsible there, when, at what cost, and the source's own words."""
    facts = [(name, getattr(found, name)) for name in _ALWAYS] if found.place and found.kind == "tiltak" else []
    lines = [
        Content.assemble(
            (f"{FIELDS[name].in_(form)}: ", "$quiet"), safe(value) or Content.styled(_NOT_TOLD.in_(form), "$quiet")
        )
        for name, value in facts
    ]
    source = found.citation.original or found.citation.title
    where = f"{found.place}: " if found.place else ""
    return Content("\n").join(
        [Content.styled(safe(f"{where}{source}"), "bold"), *lines, Content(f"«{safe(found.citation.quote)}»")]
    )
