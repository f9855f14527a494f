"""Where to look: all libraries, one of them, or one source."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from lhl_assistant.errors import PlannerError
from lhl_assistant.safe import safe
from lhl_assistant.said import Form, Said
from lhl_assistant.sources.kinds import issuer_words, status_words
from lhl_assistant.sources.model import Source
from lhl_assistant.tui.desk import Scope
from lhl_assistant.tui.picker.screen import Choice, Picker

if TYPE_CHECKING:
    from lhl_assistant.search.rank import Searcher
    from lhl_assistant.tui.app import Assistant

TITLE = Said("Hvor skal det letes?", "Kvar skal det leitast?")
_ALL = Said("Alle samlinger", "Alle samlingar")
_BUNDLED = Said("Bare det som følger med programmet", "Berre det som følgjer med programmet")
_OWN = Said("Bare dine egne kilder", "Berre dine eigne kjelder")
ONLY = Said("Leter bare i: {}", "Leiter berre i: {}")


async def choose(app: "Assistant", chosen: Callable[[Scope, str], None]) -> None:
    """Let the planner choose; ``chosen`` is given the scope and its name."""

    def answered(choice: tuple[Scope, str] | None) -> None:
        if choice is not None:
            chosen(*choice)

    try:
        found = await app.desk.do(sources)
    except PlannerError as error:
        app.tell(error.said, wrong=True)
        return
    app.push_screen(Picker(TITLE, finder(found, app.form)), answered)


def sources(searcher: "Searcher") -> list[Source]:
    """All sources of the opened libraries."""
    return [source for _, snapshot in searcher.libraries for source in snapshot.sources.values()]


def finder(found: Sequence[Source], form: Form) -> Callable[[str], Sequence[Choice[tuple[Scope, str]]]]:
    """A search among the libraries and ``found``; a choice is the scope and its name."""
    wholes = [(Scope("alle"), _ALL), (Scope("medfølgende"), _BUNDLED), (Scope("egne"), _OWN)]
    choices = [Choice((scope, name.in_(form)), name.in_(form)) for scope, name in wholes]
    for source in found:
        issuer, status = issuer_words(source.issuer).in_(form), status_words(source.status).in_(form)
        facts = " · ".join(f for f in (issuer, str(source.year or ""), status) if f)
        choices.append(Choice((Scope("alle", source.id), safe(source.title)), safe(source.title), safe(facts)))

    def find(words: str) -> Sequence[Choice[tuple[Scope, str]]]:
        wanted = words.lower().split()
        return [c for c in choices if all(w in f"{c.name} {c.below}".lower() for w in wanted)]

    return find
