"""Hits to citations: each place that is quoted gets its number once."""

from lhl_assistant.answer.model import Citation
from lhl_assistant.search.hits import Hit
from lhl_assistant.sources.model import Span, fold

_UNCONFIRMED = ("ubekreft", "ikkje stadfest", "ikke bekreft")


class Citations:
    """The citations of one answer as they are made. Numbers run from 1 in the order of first use."""

    def __init__(self) -> None:
        self._made: list[Citation] = []

    def add(self, hit: Hit, span: Span) -> int:
        """The number of a citation of ``span`` in the hit's source; the same span is cited once."""
        for made in self._made:
            if (made.source, made.library, made.start, made.end) == (hit.source.id, hit.library, span.start, span.end):
                return made.id
        self._made.append(_citation(len(self._made) + 1, hit, span))
        return len(self._made)

    def all(self) -> tuple[Citation, ...]:
        """Every citation, by number."""
        return tuple(self._made)


def _citation(number: int, hit: Hit, span: Span) -> Citation:
    source, passage = hit.source, hit.passage
    quote = fold(source.text[span.start : span.end])
    first = hit.originals[0] if hit.originals else None
    basis = first or source
    return Citation(
        number,
        source.id,
        source.title,
        basis.issuer,
        basis.year,
        basis.status,
        basis.kind,
        hit.library,
        any(sign in quote.lower() for sign in _UNCONFIRMED),
        source.summary,
        _original(hit) if source.summary else None,
        passage.heading,
        source.page_at(span.start),
        passage.paragraph,
        passage.row,
        span.start,
        span.end,
        quote,
        basis.url or None,
    )


def _original(hit: Hit) -> str | None:
    """The originals that the passage rests on, each with its place: ``title, place; title, place``."""
    titles = {o.id: o.title for o in hit.originals}
    named = [
        f"{titles[a.original]}, {a.place}" if a.place else titles[a.original]
        for a in hit.passage.attributions
        if a.original in titles
    ]
    return "; ".join(named) or None
