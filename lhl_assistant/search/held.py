"""Where the planner holds the original itself, it is quoted and not our summary of it."""

from collections.abc import Sequence
from dataclasses import replace

from lhl_assistant.search.hits import Hit

_SAYS_IT_TOO = 0.85
"""The share of a summary's score that a passage of the original must have to be taken to say the same."""


def originals_first(hits: Sequence[Hit]) -> list[Hit]:
    """``hits``, best first, with each passage of a held original in the place of the summaries that rest on it.

    A summary stays where nothing of the original answers nearly as well: that may not have been read so well, or the
    summary tells what stands elsewhere in it.
    """
    held: dict[str, list[Hit]] = {}
    for hit in hits:
        if hit.source.original:
            held.setdefault(hit.source.original, []).append(hit)
    if not held:
        return list(hits)
    best: dict[tuple[str, int], Hit] = {}
    for hit in hits:
        for placed in _instead(hit, held):
            key = (placed.source.id, placed.number)
            if key not in best or placed.score > best[key].score:
                best[key] = placed
    return sorted(best.values(), key=lambda h: -h.score)


def _instead(hit: Hit, held: dict[str, list[Hit]]) -> list[Hit]:
    """The passages to quote for ``hit``: the original's best one, with the summary's score, or the hit itself."""
    if not hit.source.summary or not hit.originals:
        return [hit]
    near = [h for h in held.get(hit.originals[0].id, ()) if h.score >= _SAYS_IT_TOO * hit.score]
    return [replace(near[0], score=max(near[0].score, hit.score))] if near else [hit]
