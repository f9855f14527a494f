"""Which of the originals would most likely hold what the sources do not answer; none where no title speaks of it."""

import re
from collections.abc import Sequence

from lhl_assistant.answer import words
from lhl_assistant.answer.context import Context
from lhl_assistant.search.hits import Hit
from lhl_assistant.sources.model import Kind, Original

_OURS = "lhl_assistant"
_NEWS = re.compile(r"Nettsak\b|Nyhet\b")
_LOOKED_AT, _MOST = 4, 2
_FOUND, _PLAN = 0.3, 0.7
_LEAST = 0.7


def originals(hits: Sequence[Hit], about: Context) -> list[Original]:
    """At most two originals, the likeliest first; empty where none has anything to do with the question.

    A title has to name most of what is asked about, weighed by rarity, or be the plan of the municipality that is
    named. A piece of news is nowhere to look.
    """
    if not hits:
        return []
    known = {o.id: o for _, snapshot in about.searcher.libraries for o in snapshot.originals.values()}
    near = {o.id: _FOUND / (1 + i) for i, h in reversed(list(enumerate(hits[:_LOOKED_AT]))) for o in h.originals}
    fits = {id: _fits(o, hits[0], about) for id, o in known.items() if o.issuer != _OURS and not _NEWS.match(o.title)}
    best = sorted((id for id, s in fits.items() if s >= _LEAST), key=lambda id: -(fits[id] + near.get(id, 0.0)))
    return [known[id] for id in best[:_MOST]]


def _fits(original: Original, hit: Hit, about: Context) -> float:
    """The share of the matter that the title has whole, and more for the plan of the place that is named.

    A plan is nowhere to look for a name that no source has.
    """
    strange = about.named.proper | about.named.unknown
    planned = (
        not strange and original.kind is Kind.PLAN and any(p in original.issuer.lower() for p in about.named.places)
    )
    return words.whole(original.title, hit, about) + _PLAN * planned
