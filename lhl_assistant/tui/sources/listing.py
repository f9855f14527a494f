"""The sources of all libraries as a list that can be searched."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from textual.content import Content

from lhl_assistant.library.names import NAMES
from lhl_assistant.safe import safe
from lhl_assistant.said import Form
from lhl_assistant.sources.kinds import issuer_words, status_words
from lhl_assistant.sources.model import Source

if TYPE_CHECKING:
    from lhl_assistant.search.libraries import LibraryName
    from lhl_assistant.search.rank import Searcher


@dataclass(frozen=True, slots=True)
class Listed:
    """A source and the library that it is in; ``titles`` are those of the originals that this rests on, by id."""

    library: "LibraryName"
    source: Source
    titles: Mapping[str, str] = field(default_factory=dict, compare=False, repr=False)

    def facts(self, form: Form) -> str:
        """``Balsfjord kommune · 2021 · eksempel · medfølgende``."""
        return " · ".join((*self._issued(form), NAMES[self.library].in_(form)))

    def _issued(self, form: Form) -> list[str]:
        s = self.source
        issuer, status = issuer_words(s.issuer).in_(form), status_words(s.status).in_(form)
        return [safe(fact) for fact in (issuer, str(s.year or ""), status) if fact]

    def line(self, form: Form) -> Content:
        """Title, and below it the facts; the library where it is another than the bundled one."""
        below = self._issued(form) if self.library == "medfølgende" else [self.facts(form)]
        return Content.assemble((safe(self.source.title), "bold"), (f"\n{' · '.join(below)}", "$quiet"))


def listed(searcher: "Searcher") -> list[Listed]:
    """All sources, the planner's own first, by title."""
    found = []
    for name, snapshot in searcher.libraries:
        titles = {id: original.title for id, original in snapshot.originals.items()}
        found += [Listed(name, source, titles) for source in snapshot.sources.values()]
    return sorted(found, key=lambda f: (f.library == "medfølgende", f.source.title.lower()))


def fitting(words: str, among: Sequence[Listed], form: Form) -> list[Listed]:
    """Those whose title, id or facts have every word, or the beginning of it."""
    wanted = words.lower().split()
    return [f for f in among if all(w in f"{f.source.title} {f.source.id} {f.facts(form)}".lower() for w in wanted)]
