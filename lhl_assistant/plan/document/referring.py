"""A plan's references as they are added: each place once, with a short id that texts point to."""

from collections.abc import Sequence
from dataclasses import replace

from lhl_assistant.answer.model import Citation
from lhl_assistant.plan.document.ids import next_id
from lhl_assistant.plan.document.model import Plan, Reference
from lhl_assistant.search.libraries import LibraryName
from lhl_assistant.search.library import Library
from lhl_assistant.sources.model import fold


class Referring:
    """The references of one plan, growing."""

    def __init__(self, plan: Plan) -> None:
        self._made = list(plan.references)

    def cite(self, citation: Citation) -> str:
        """The id of the reference to what ``citation`` points to; the same place is one reference."""
        for made in self._made:
            if (made.source, made.library, made.start, made.end) == _place(citation):
                return made.id
        self._made.append(_reference(next_id("k", (r.id for r in self._made)), citation))
        return self._made[-1].id

    def added_to(self, plan: Plan) -> Plan:
        """``plan`` with all references."""
        return replace(plan, references=tuple(self._made))


def unresolved(plan: Plan, libraries: Sequence[tuple[LibraryName, Library]]) -> list[Reference]:
    """The references whose quote does not stand at its place in one of ``libraries``."""
    texts = {(str(name), id): s.text for name, snapshot in libraries for id, s in snapshot.sources.items()}
    return [r for r in plan.references if not _stands(r, texts.get((r.library, r.source), ""))]


def _stands(reference: Reference, text: str) -> bool:
    if reference.start is None or reference.end is None:
        return fold(reference.quote) in fold(text)
    return bool(reference.quote) and fold(text[reference.start : reference.end]) == fold(reference.quote)


def _place(citation: Citation) -> tuple[str, str, int, int]:
    return citation.source, citation.library, citation.start, citation.end


def _reference(id: str, c: Citation) -> Reference:
    return Reference(
        id=id,
        source=c.source,
        library=c.library,
        title=c.title,
        issuer=c.issuer,
        year=c.year,
        status=c.status.value,
        kind=c.kind.value,
        summary=c.summary,
        original=c.original or "",
        unconfirmed=c.unconfirmed,
        heading=c.heading,
        page=c.page,
        start=c.start,
        end=c.end,
        quote=c.quote,
        url=c.url or "",
    )
