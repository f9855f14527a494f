"""How well a workshop's contributions are sorted, before and after five corrections.

``python -m benchmarks.sorting_workshop`` sorts the 80 contributions of ``tests/workshop/innspill.jsonl``, which another
hand wrote and labelled before the sorter saw them, and prints a Markdown table. An item's alternative counts as right.
Macro-F1 is over six classes: the five innsatsområder and outside. The facilitator corrects the first five that are
wrong, in the order in which they were said; «the others» are the 75 that she did not touch.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from lhl_assistant.embedding.choose import load_engine
from lhl_assistant.embedding.engine import Engine
from lhl_assistant.workshop.session import begin
from lhl_assistant.workshop.sorting import SessionSorter
from lhl_assistant.workshop.talk.sorter import TalkSorter

SET = Path(__file__).parent.parent / "tests" / "workshop" / "innspill.jsonl"
_CORRECTIONS = 5
_CLASSES = (None, 1, 2, 3, 4, 5)


@dataclass(frozen=True, slots=True)
class Labelled:
    """A contribution and where it belongs; None is outside the reform. ``alternative`` is 0 where there is none."""

    text: str
    area: int | None
    alternative: int

    def right(self, area: int | None) -> bool:
        """Whether ``area`` is where it belongs, or could."""
        return area == self.area or (area is not None and area == self.alternative)


@dataclass(frozen=True, slots=True)
class Result:
    """Macro-F1 and share right: at first, after five corrections (all 80), and of the 75 others before and after."""

    first: tuple[float, float]
    corrected: tuple[float, float]
    others_before: tuple[float, float]
    others_after: tuple[float, float]


def labelled(path: Path = SET) -> list[Labelled]:
    """The contributions of the set."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    return [Labelled(row["text"], row["focus_area"], row["alternative"] or 0) for row in rows]


def run(engine: Engine, items: Sequence[Labelled]) -> Result:
    """Sort all, correct five, sort all again."""
    planned = {
        "title": "Prøve",
        "municipality": "Fjelldal",
        "language": "nb",
        "day": date(2026, 12, 3),
        "start": "11:00",
        "minutes": 120,
        "participants": 12,
        "method": "igp",
        "areas": (1, 2, 3, 4, 5),
        "keep_until": date(2027, 6, 3),
    }
    sorter = SessionSorter(TalkSorter(engine))
    first = [sorter.sort(item.text).best.focus_area for item in items]
    wrong = [i for i, item in enumerate(items) if not item.right(first[i])][:_CORRECTIONS]
    with TemporaryDirectory() as folder:
        session = begin(Path(folder) / "verksted.jsonl", planned)
        for i in wrong:
            session.place(session.say(items[i].text).id, items[i].area)
        sorter.learn(session.state)
    after = [item.area if i in wrong else sorter.sort(item.text).best.focus_area for i, item in enumerate(items)]
    others = [i for i in range(len(items)) if i not in wrong]
    rest = [items[i] for i in others]
    return Result(
        figures(items, first),
        figures(items, after),
        figures(rest, [first[i] for i in others]),
        figures(rest, [after[i] for i in others]),
    )


def figures(items: Sequence[Labelled], found: Sequence[int | None]) -> tuple[float, float]:
    """Macro-F1 and the share right."""
    meant = [f if item.right(f) else item.area for item, f in zip(items, found, strict=True)]
    scores = []
    for which in _CLASSES:
        both = sum(m == f == which for m, f in zip(meant, found, strict=True))
        either = sum(m == which for m in meant) + sum(f == which for f in found)
        scores.append(2 * both / either if either else 1.0)
    return sum(scores) / len(scores), sum(m == f for m, f in zip(meant, found, strict=True)) / len(items)


def main() -> None:
    """Print the figures."""
    result = run(load_engine(), labelled())
    print("| | macro-F1 | right |\n|---|---|---|")
    for name, (f1, right) in (
        ("at first", result.first),
        ("after five corrections, all", result.corrected),
        ("the others before", result.others_before),
        ("the others after", result.others_after),
    ):
        print(f"| {name} | {f1:.3f} | {right:.3f} |")


if __name__ == "__main__":
    main()
