"""What stands around a citation in its source."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lhl_assistant.sources.model import Span

if TYPE_CHECKING:
    from lhl_assistant.answer.model import Citation
    from lhl_assistant.search.rank import Searcher


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A source's text, the part of it that stands under the citation's heading, and the quote's place.

    ``titles`` are those of the originals that our summaries rest on, by id.
    """

    text: str
    within: Span
    quote: Span
    titles: Mapping[str, str] = field(default_factory=dict)


def excerpt(searcher: "Searcher", citation: "Citation") -> Excerpt | None:
    """The section around the citation; None where the source has changed or is no longer in the libraries."""
    for library, snapshot in searcher.libraries:
        source = snapshot.sources.get(citation.source)
        if library != citation.library or source is None:
            continue
        if " ".join(source.text[citation.start : citation.end].split()) != citation.quote:
            return None
        first, after = snapshot.ranges[citation.source]
        passages = [snapshot.passage(n)[1] for n in range(first, after)]
        around = [p.span for p in passages if p.heading == citation.heading]
        start = min([citation.start, *(s.start for s in around)])
        end = max([citation.end, *(s.end for s in around)])
        titles = {id: original.title for id, original in snapshot.originals.items()}
        return Excerpt(source.text, Span(start, end), Span(citation.start, citation.end), titles)
    return None
