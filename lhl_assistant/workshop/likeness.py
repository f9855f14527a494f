"""Contributions that may say the same: offered as pairs, never joined by themselves.

Two are alike where nearly the same words stand in both, whatever the order and the slips of the finger. Meaning alone
is not enough: «bussen går for sjelden» and «bussen går for tidlig» mean much the same to the model and are two matters
to the one who takes the bus.
"""

from collections.abc import Iterator

from rapidfuzz import fuzz

from lhl_assistant.language.words import content_words, stem
from lhl_assistant.workshop.state import Contribution, State
from lhl_assistant.workshop.talk.everyday import bokmaal

_ALIKE = 82.0
"""From which likeness (0..100) a pair is offered."""


def likeness(a: str, b: str) -> float:
    """How alike the words of two contributions are, 0..100, endings, order and small words left out."""
    return float(fuzz.token_sort_ratio(_core(a), _core(b)))


def pairs(state: State) -> Iterator[tuple[Contribution, Contribution]]:
    """The pairs to be judged, the likeliest first; (earlier, later). Those kept apart or joined are not asked again."""
    cores = [(c, _core(c.text)) for c in state.contributions]
    found = []
    for i, (a, core) in enumerate(cores):
        for b, other in cores[i + 1 :]:
            alike = fuzz.token_sort_ratio(core, other, score_cutoff=_ALIKE)
            if alike and frozenset((a.id, b.id)) not in state.apart:
                found.append((alike, a, b))
    for _, a, b in sorted(found, key=lambda pair: -pair[0]):
        yield a, b


def _core(text: str) -> str:
    return " ".join(stem(word) for word in content_words(bokmaal(text))) or text.casefold()
