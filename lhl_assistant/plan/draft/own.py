"""What the municipality's own documents say about an innsatsområde: quoted, never rephrased."""

from collections.abc import Iterator

from lhl_assistant.answer.cite import Citations
from lhl_assistant.answer.model import Citation
from lhl_assistant.plan.sorting.sorter import Sorter
from lhl_assistant.reform.model import FocusArea
from lhl_assistant.search.hits import Hit
from lhl_assistant.search.names import source_places
from lhl_assistant.search.rank import Searcher
from lhl_assistant.sources.model import Source, Span

_SURE = 0.5
_FEWEST_WORDS, _MOST_WORDS = 6, 60
_LOOKED_AT = 3


def own_words(municipality: str, area: FocusArea, searcher: Searcher, sorter: Sorter) -> tuple[Citation, ...]:
    """At most one sentence for each løsning of ``area``, from the sources that are the municipality's own.

    A sentence counts where the search for the løsning finds it and the sorter too puts it in the area, more likely than
    not. Rows of tables are left out: they are measures, and say what the municipality wants and not how it is.
    """
    citations = Citations()
    own = [snapshot for name, snapshot in searcher.libraries if name != "medfølgende"]
    ids = [s.id for snapshot in own for s in snapshot.sources.values() if _is_of(s, municipality)]
    for solution in area.solutions:
        asked = f"{solution.name.nb}: {solution.summary.nb}"
        found = (hit for id in ids for hit in searcher.search(asked, _LOOKED_AT, only_source=id))
        for hit, span in _sentences(found):
            best = sorter.sort(hit.source.text[span.start : span.end]).best
            if best.focus_area == area.number and best.confidence >= _SURE:
                citations.add(hit, span)
                break
    return citations.all()


def _is_of(source: Source, municipality: str) -> bool:
    name = municipality.casefold()
    return name in source_places(source) or name in source.title.casefold()


def _sentences(hits: Iterator[Hit]) -> Iterator[tuple[Hit, Span]]:
    for hit in hits:
        if hit.passage.cells or not hit.passage.sentences:
            continue
        span = hit.passage.sentences[hit.sentence]
        if _FEWEST_WORDS <= len(hit.source.text[span.start : span.end].split()) <= _MOST_WORDS:
            yield hit, span
