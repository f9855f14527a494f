"""What the planner writes: the text of a chapter or strategy, a measure's fields, a strategy or measure that is new."""

from typing import TYPE_CHECKING

from lhl_assistant.said import Said
from lhl_assistant.tui.confirm import Confirm
from lhl_assistant.tui.draft import choosing, kept, work
from lhl_assistant.tui.picker.screen import Picker

if TYPE_CHECKING:
    from lhl_assistant.plan.document.model import Chapter, Measure, Plan, Strategy
    from lhl_assistant.tui.draft.drafting import Drafting

_TEXT_HINT = Said(
    "Blank linje gir nytt avsnitt, «## » en overskrift, «- » et punkt. [k1] viser til kilde k1.",
    "Blank linje gir nytt avsnitt, «## » ei overskrift, «- » eit punkt. [k1] viser til kjelde k1.",
)
_ITEM_HINT = Said("Én setning er best.", "Éi setning er best.")
_WRITE_IT = Said("Skriv teksten", "Skriv teksten")


def write(at: "Drafting", id: str, begun: str | None = None) -> None:
    """Write the text of a chapter or strategy, from where it was ``begun``."""
    from lhl_assistant.plan.document.changing import with_text
    from lhl_assistant.tui.draft.writing import TextScreen

    if at.open is None:
        return
    path, plan = at.open.path, at.open.plan
    written_in: tuple[Chapter | Strategy, ...] = (*plan.chapters, *plan.strategies)
    texts = {x.id: x.text for x in written_in}
    if id not in texts:
        kept.forget()
        return
    title = next((c.title for c in plan.chapters if c.id == id), "")
    named = Said(title, title) if title else _WRITE_IT

    async def save(text: str) -> None:
        if await at.change(lambda plan: with_text(plan, id, text), id):
            kept.forget()

    def written(text: str | None) -> None:
        if text is None:
            kept.forget()
        else:
            kept.keep(path, id, text)
            at.soon(save(text))

    hint = _TEXT_HINT if title else _ITEM_HINT
    screen = TextScreen(named, texts[id], begun, lambda text: kept.keep(path, id, text), hint)
    at.app.push_screen(screen, written)


def fill_in(at: "Drafting", measure: "Measure") -> None:
    """Fill in the fields of a measure."""
    from lhl_assistant.plan.document.changing import with_fields
    from lhl_assistant.tui.draft.writing import MeasureScreen

    def filled(fields: dict[str, str] | None) -> None:
        if fields:
            at.soon(at.change(lambda plan: with_fields(plan, measure.id, **fields)))

    at.app.push_screen(MeasureScreen(measure), filled)


def add(at: "Drafting") -> None:
    """Add a strategy or measure in the planner's own words, one a line."""
    from lhl_assistant.tui.draft.writing import TextScreen

    if at.needed() is None:
        return

    def chosen(kind: str | None) -> None:
        def written(text: str | None) -> None:
            if kind is not None and text and text.strip():
                at.soon(_added(at, kind, text))

        if kind is not None:
            at.app.push_screen(TextScreen(_WRITE_IT, "", None, lambda _: None, _ITEM_HINT), written)

    at.app.push_screen(Picker(choosing.ADD, choosing.among(choosing.kinds(at.app.form))), chosen)


async def _added(at: "Drafting", kind: str, text: str) -> None:
    from lhl_assistant.plan.document.model import Measure, Strategy
    from lhl_assistant.plan.link import decide

    sorter = await at.sorter()
    if sorter is None:
        return
    made: list[str] = []

    def added(plan: "Plan") -> "Plan":
        cls = Strategy if kind == choosing.STRATEGY else Measure
        for line in filter(None, (" ".join(line.split()) for line in text.splitlines())):
            plan, id = decide.add(plan, line, cls, sorter, work.today())
            made.append(id)
        return plan

    if await at.change(added) and made:
        at.show(made[-1])


def drop(at: "Drafting", id: str) -> None:
    """Take a strategy or measure out, if the planner says yes."""
    from lhl_assistant.plan.document.changing import without
    from lhl_assistant.plan.link.propose import linked

    text = next((e.item.text for e in linked(at.open.plan) if e.item.id == id), id) if at.open else id

    def answered(yes: bool | None) -> None:
        if yes:
            at.soon(at.change(lambda plan: without(plan, id)))

    at.app.push_screen(Confirm(Said(f"Fjerne «{text}» fra planen?", f"Fjerne «{text}» frå planen?")), answered)
