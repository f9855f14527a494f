"""From a sentence in the adopted plan back to the words of a participant, and forward from the words to the plan."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from rapidfuzz import fuzz

from lhl_assistant.plan.document import file
from lhl_assistant.plan.document.model import Contribution, Measure, Plan, Strategy
from lhl_assistant.sources.reading.reader import read
from lhl_assistant.workshop.state import State

_SAME = 90.0
"""From which likeness (0..100) a sentence is the plan's own: a council changes a word, a copy drops a mark."""


@dataclass(frozen=True, slots=True)
class Trace:
    """A strategy or measure of the plan, and the contributions behind it.

    ``adopted``: whether its text stands in the document that was asked about; None where none was.
    """

    id: str
    text: str
    words: tuple[Contribution, ...]
    adopted: bool | None = None


def back(sentence: str, plan_file: Path, document: Path | None = None) -> list[Trace]:
    """What in the plan is ``sentence``, and who asked for it. ``document`` is the plan as it was adopted."""
    plan = file.read(plan_file).plan
    adopted = _folded(read(document).text) if document else None
    wanted = _folded(sentence)
    return [
        _trace(item, plan, adopted)
        for item in _items(plan)
        if item.text and fuzz.ratio(_folded(item.text), wanted) >= _SAME
    ]


def forward(id: str, plan_file: Path, document: Path | None = None) -> list[Trace]:
    """Where in the plan the contribution with ``id`` went."""
    plan = file.read(plan_file).plan
    adopted = _folded(read(document).text) if document else None
    return [_trace(item, plan, adopted) for item in _items(plan) if id in item.contributions]


def plans_of(state: State) -> list[Path]:
    """The plans that this workshop's contributions were put into."""
    return list(dict.fromkeys(Path(link.plan) for one in state.spoken for link in one.links))


def _items(plan: Plan) -> Iterator[Strategy | Measure]:
    for strategy in plan.strategies:
        yield strategy
        yield from strategy.measures
    yield from plan.measures


def _trace(item: Strategy | Measure, plan: Plan, adopted: str | None) -> Trace:
    known = {c.id: c for c in plan.contributions}
    words = tuple(known[id] for id in item.contributions if id in known)
    return Trace(item.id, item.text, words, None if adopted is None else _folded(item.text) in adopted)


def _folded(text: str) -> str:
    """Only letters and digits, in lower case: marks of emphasis, numbers of notes and line ends come and go."""
    return " ".join(re.findall(r"[^\W_]+", re.sub(r"\[\w{1,4}\]", " ", text).casefold()))
