"""A plan's references as a numbered list of sources, in the order in which they are first pointed to."""

import re
from collections.abc import Iterable, Mapping

from lhl_assistant.export.document import Reference
from lhl_assistant.plan.document.model import Plan
from lhl_assistant.plan.document.model import Reference as PlanReference
from lhl_assistant.said import Form, Said

_POINTER = re.compile(r"\[([^\W\d_]+\d+)\]")
_SUMMARY = Said("Vårt sammendrag «{}»", "Vårt samandrag «{}»")
_RESTS_ON = Said(", som bygger på {}", ", som byggjer på {}")
_UNCONFIRMED = Said(" (ubekreftet)", " (ikkje stadfesta)")
_PAGE = Said("side {}", "side {}")


class Numbers:
    """Gives each source one number; references that read the same are one source."""

    def __init__(self, plan: Plan) -> None:
        self._form = plan.language
        self._known: Mapping[str, PlanReference] = {r.id: r for r in plan.references}
        self._numbers: dict[str, int] = {}
        self._sources: list[Reference] = []

    def text(self, text: str, sources: Iterable[str] = ()) -> str:
        """``text`` with its pointers ``[k3]`` as numbers ``[1]``, and marks for ``sources`` at its end."""
        numbered = _POINTER.sub(lambda m: f"[{self._number(m[1])}]" if m[1] in self._known else m[0], text)
        marks = dict.fromkeys(f"[{self._number(id)}]" for id in sources if id in self._known)
        return " ".join([numbered, *(mark for mark in marks if mark not in numbered)]).strip()

    def all(self) -> tuple[Reference, ...]:
        """The list of sources, by number."""
        return tuple(self._sources)

    def _number(self, id: str) -> int:
        said = described(self._known[id], self._form)
        if said not in self._numbers:
            self._numbers[said] = len(self._sources) + 1
            self._sources.append(Reference(len(self._sources) + 1, said, self._known[id].url))
        return self._numbers[said]


def described(reference: PlanReference, form: Form) -> str:
    """The source in one line: whose it is, what it is called, its year and status, and the place in it."""
    place = [part for part in reference.heading[1:] if part]
    page = [_PAGE.in_(form).format(reference.page)] if reference.page else []
    if reference.summary:
        said = _SUMMARY.in_(form).format(reference.title)
        where = ", ".join([said, *place[-1:], *page])
        rests = _RESTS_ON.in_(form).format(reference.original) if reference.original else ""
        return where + rests + (_UNCONFIRMED.in_(form) if reference.unconfirmed else "") + "."
    year = f" ({reference.year})" if reference.year else ""
    return ", ".join(filter(None, [reference.issuer, f"{reference.title}{year}", *place[-1:], *page])) + "."
