"""Which of the originals would most likely hold what the sources do not answer: by title, and by what comes near."""

from collections.abc import Sequence

from lhl_assistant.answer.context import Context
from lhl_assistant.language.words import content_words, stem
from lhl_assistant.search.hits import Hit
from lhl_assistant.sources.model import Original

_OURS = "lhl_assistant"
_LOOKED_AT, _MOST = 4, 2
_FOUND, _TITLE, _PLACE = 0.5, 1.0, 2.0
_LEAST = 1.0
_COMMON = frozenset("kommun leve hel liv reform plan meld st kap norg bo trygt hjemm sak nettsak sid".split())


def originals(hits: Sequence[Hit], about: Context) -> list[Original]:
    """At most two originals, the likeliest first; empty where none has anything to do with the question."""
    asked = {stem(w) for w in content_words(about.spoken)} - _COMMON
    known = {o.id: o for _, snapshot in about.searcher.libraries for o in snapshot.originals.values()}
    near = {o.id: _FOUND / (1 + i) for i, h in reversed(list(enumerate(hits[:_LOOKED_AT]))) for o in h.originals}
    score = {o.id: near.get(o.id, 0.0) + _fits(o, asked, about) for o in known.values() if o.issuer != _OURS}
    best = sorted((id for id, s in score.items() if s >= _LEAST), key=lambda id: -score[id])
    return [known[id] for id in best[:_MOST]]


def _fits(original: Original, asked: set[str], about: Context) -> float:
    """How many of the question's words the title has, and whether the place that is named issues it."""
    titled = {stem(w) for w in content_words(original.title)}
    issued = original.issuer.lower()
    return _TITLE * len(asked & titled) + _PLACE * any(p in issued for p in about.named.places)
