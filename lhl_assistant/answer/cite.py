"""Hits to citations: each place that is quoted gets its number once."""

from collections.abc import Sequence
from dataclasses import replace

from lhl_assistant.answer.model import Block, Citation
from lhl_assistant.search.hits import Hit
from lhl_assistant.sources.model import Original, Source, Span, fold

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


def numbered(blocks: Sequence[Block], made: Sequence[Citation]) -> tuple[list[Block], tuple[Citation, ...]]:
    """The blocks and the citations that they use, numbered from 1 in the order of first use."""
    used = dict.fromkeys(n for b in blocks for n in (*(n for _, n in b.rows), *(s.citation for s in b.statements)))
    new = {old: number for number, old in enumerate(used, start=1)}
    told = [
        replace(
            b,
            statements=tuple(replace(s, citation=new[s.citation]) for s in b.statements),
            rows=tuple((cells, new[n]) for cells, n in b.rows),
        )
        for b in blocks
    ]
    by_id = {c.id: c for c in made}
    return told, tuple(replace(by_id[old], id=number) for old, number in new.items())


def _citation(number: int, hit: Hit, span: Span) -> Citation:
    source, passage = hit.source, hit.passage
    quote = fold(source.text[span.start : span.end])
    basis = _basis(hit, quote) or source
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
        _original(hit, basis) if source.summary else None,
        passage.heading,
        source.page_at(span.start),
        passage.paragraph,
        passage.row,
        span.start,
        span.end,
        quote,
        basis.url or None,
    )


def _basis(hit: Hit, quote: str) -> Original | None:
    """The original that the quote rests on: the one whose issuer it names, else the first, which is the weightiest."""
    named = (o for o in hit.originals if any(place in quote.lower() for place in _places(o.issuer)))
    return next(named, hit.originals[0] if hit.originals else None)


def _places(issuer: str) -> list[str]:
    """The name of a municipality that issues (``Lesja kommune`` → ``lesja``); no other issuer is known by a word."""
    return [issuer.removesuffix(" kommune").lower()] if issuer.endswith(" kommune") else []


def _original(hit: Hit, basis: Original | Source) -> str | None:
    """The originals that the passage rests on, ``basis`` first: ``title, place; title, place (issuer, year)``.

    Issuer and year are told of those that ``basis`` is not from, where the title does not tell.
    """
    known = {o.id: o for o in hit.originals}
    rests = sorted((a for a in hit.passage.attributions if a.original in known), key=lambda a: a.original != basis.id)
    return "; ".join(_told(known[a.original], a.place, basis) for a in rests) or None


def _told(original: Original, place: str, basis: Original | Source) -> str:
    said = f"{original.title}, {place}" if place else original.title
    if original.issuer == basis.issuer or original.issuer in said:
        return said
    return f"{said} ({original.issuer}{f', {original.year}' if original.year else ''})"
