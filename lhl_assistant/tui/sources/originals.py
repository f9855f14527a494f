"""The originals that can be fetched from their publishers, as a list to choose from."""

from collections.abc import Callable, Sequence
from urllib.parse import urlsplit

from lhl_assistant.library.fetching.catalogue import catalogue
from lhl_assistant.safe import safe
from lhl_assistant.said import Form, Said
from lhl_assistant.search.libraries import layout
from lhl_assistant.tui.picker.screen import Choice

_HELD = Said("har du", "har du")


def finder(form: Form) -> Callable[[str], Sequence[Choice[str]]]:
    """A search among them, those that our knowledge rests on most first. Raises LibraryUnavailable."""
    choices = []
    for entry in catalogue(layout()):
        if entry.fetchable:
            o = entry.original
            facts = " · ".join(f for f in (o.issuer, str(o.year or ""), urlsplit(o.url).hostname) if f)
            choices.append(Choice(o.id, safe(o.title), safe(facts), _HELD.in_(form) if entry.held else ""))

    def find(words: str) -> Sequence[Choice[str]]:
        wanted = words.lower().split()
        return [c for c in choices if all(w in f"{c.name} {c.below}".lower() for w in wanted)]

    return find
