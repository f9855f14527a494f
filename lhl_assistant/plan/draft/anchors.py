"""Places in the bundled knowledge as the templates name them: ``file | heading | which``.

``which`` is a row's number in its table ("3a"), "rad 2" for the second row, or sentences "1" or "1-3"; the first
sentence where it is left out. The heading may be any part of the path, or how it begins ("4.1", "Innsats 2").
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lhl_assistant.answer.cite import Citations
from lhl_assistant.answer.model import Citation
from lhl_assistant.errors import LibraryUnavailable
from lhl_assistant.said import Said
from lhl_assistant.search.hits import Hit, Signals
from lhl_assistant.search.library import Library
from lhl_assistant.search.rank import Searcher
from lhl_assistant.sources.model import Passage, Span

_SENTENCES = re.compile(r"(\d+)(?:-(\d+))?$")
_NO_SIGNALS = Signals(0, 0, 0, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Found:
    """A place in the knowledge: the passage as a hit, and the part of it that is meant."""

    hit: Hit
    span: Span

    def cell(self, *columns: str) -> str:
        """The value of the first of ``columns`` that the row has; "" where it has none or the source says nothing."""
        values = {c.column: c.value for c in self.hit.passage.cells}
        value = next((values[column] for column in columns if column in values), "")
        return "" if value == "–" else value

    def citation(self) -> Citation:
        """The place as a citation."""
        citations = Citations()
        citations.add(self.hit, self.span)
        return citations.all()[0]


class Knowledge:
    """The bundled library, looked up by place."""

    def __init__(self, searcher: Searcher) -> None:
        """Raise LibraryUnavailable where the bundled library is not among the opened."""
        snapshots = [s for name, s in searcher.libraries if name == "medfølgende"]
        if not snapshots:
            raise LibraryUnavailable(
                Said("Utkast trenger den medfølgende samlingen.", "Utkast treng den medfølgjande samlinga.")
            )
        self._snapshot: Library = snapshots[0]

    def find(self, anchor: str) -> Found:
        """The place that ``anchor`` names. Raises LibraryUnavailable where the knowledge has none such."""
        source_id, heading, which = (part.strip() for part in (anchor + "||").split("|")[:3])
        matching = [(n, p) for n, p in self._passages(source_id) if _under(p, heading)]
        rows = [(n, p) for n, p in matching if p.cells and _is_row(p, which)]
        chosen = rows or [(n, p) for n, p in matching if not p.cells]
        if not chosen:
            raise LibraryUnavailable(
                Said(
                    f"Malen viser til «{anchor}», som ikke finnes i kunnskapen. Installer programmet på nytt.",
                    f"Malen viser til «{anchor}», som ikkje finst i kunnskapen. Installer programmet på nytt.",
                )
            )
        number, passage = chosen[0]
        return Found(self._hit(source_id, number, passage), passage.span if rows else _sentences(passage, which))

    def _passages(self, source_id: str) -> Iterator[tuple[int, Passage]]:
        for number in range(*self._snapshot.ranges.get(source_id, (0, 0))):
            yield number, self._snapshot.passage(number)[1]

    def _hit(self, source_id: str, number: int, passage: Passage) -> Hit:
        known = self._snapshot.originals
        originals = tuple(known[a.original] for a in passage.attributions if a.original in known)
        source = self._snapshot.sources[source_id]
        return Hit("medfølgende", source, passage, number, 0.0, _NO_SIGNALS, 0, originals)


def _under(passage: Passage, heading: str) -> bool:
    return any(h == heading or h.startswith(f"{heading} ") for h in passage.heading)


def _is_row(passage: Passage, which: str) -> bool:
    if which.startswith("rad "):
        return passage.row == int(which[4:])
    return passage.cells[0].column == "Nr." and passage.cells[0].value == which


def _sentences(passage: Passage, which: str) -> Span:
    match = _SENTENCES.match(which or "1")
    first, last = (int(match[1]), int(match[2] or match[1])) if match else (1, 1)
    chosen = passage.sentences[first - 1 : last]
    return Span(chosen[0].start, chosen[-1].end) if chosen else passage.span
