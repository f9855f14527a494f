"""How well ``lhl sorter`` sorts what it has not seen. ``python -m benchmarks.sorting`` prints Markdown tables.

The measures of each example plan are sorted by a training that saw nothing of that plan. A row that was placed on two
areas (only Sunndal's, and by us) is right in either. Ceiling: one sorter cannot please two plans that place the same
matter differently.
"""

from collections.abc import Callable, Sequence
from itertools import pairwise

import numpy as np

from benchmarks.sorting_lines import INSIDE, OUTSIDE_LINES
from lhl_assistant import places
from lhl_assistant.embedding.choose import load_engine
from lhl_assistant.embedding.engine import Matrix
from lhl_assistant.plan.sorting import stored
from lhl_assistant.plan.sorting.disagreement import counterparts
from lhl_assistant.plan.sorting.learn import Array
from lhl_assistant.plan.sorting.model import OUTSIDE
from lhl_assistant.plan.sorting.rows import PLANS, Row, rows
from lhl_assistant.plan.sorting.sorter import Sorter
from lhl_assistant.plan.sorting.train import Held, held_out, probabilities

_TAUGHT: dict[str, Callable[[Row], bool]] = {
    "alt": lambda _: True,
    "uten øvelseslinjene (bare de utenfor)": lambda row: row.kind != "line" or OUTSIDE in row.areas,
    "uten de andre planene": lambda row: not row.plan,
    "bare reformens egne ord (og linjene utenfor)": lambda row: row.kind == "reform" or OUTSIDE in row.areas,
}
_STEPS = (0.0, 0.4, 0.6, 0.8, 1.01)


def figures(held: Sequence[Row], chances: Array) -> tuple[float, float, float]:
    """Macro-F1 over the areas that occur, accuracy, and the share with a right area among the first two."""
    best = chances.argmax(axis=1)
    truth = [b if b in row.areas else row.areas[0] for b, row in zip(best, held, strict=True)]
    f1 = []
    for area in sorted({int(x) for x in (*truth, *best)} - {OUTSIDE}):
        hits = sum(t == b == area for t, b in zip(truth, best, strict=True))
        f1.append(2 * hits / (truth.count(area) + int((best == area).sum())))
    accuracy = float(np.mean([t == b for t, b in zip(truth, best, strict=True)]))
    return float(np.mean(f1)), accuracy, float(np.mean([_in_two(r, c) for r, c in zip(held, chances, strict=True)]))


def _in_two(row: Row, chances: Array) -> bool:
    """As a planner sees it: the answer and the first runner-up, which is always one of the five areas."""
    best = int(chances.argmax())
    following = next(int(a) for a in np.argsort(-chances) if a not in (best, OUTSIDE))
    return bool({best, following} & set(row.areas))


def contested(held: Sequence[Row], meanings: Matrix) -> list[bool | None]:
    """For each measure: whether another plan places the same matter in another area; None where no other has it."""
    found: list[bool | None] = [None] * len(held)
    for i, j in counterparts(held, meanings):
        found[i] = bool(found[i]) or not set(held[i].areas) & set(held[j].areas)
    return found


def reliability(held: Sequence[Row], chances: Array) -> list[tuple[str, int, float, float]]:
    """(range of confidence, lines, mean confidence, share right) for each range that has lines; then the whole."""
    sure = chances.max(axis=1)
    right = np.array([b in row.areas for b, row in zip(chances.argmax(axis=1), held, strict=True)])
    table = []
    for low, high in [*pairwise(_STEPS), (_STEPS[0], _STEPS[-1])]:
        inside = (sure >= low) & (sure < high)
        if inside.any():
            name = f"{low:.1f}–{min(high, 1):.1f}"
            table.append((name, int(inside.sum()), float(sure[inside].mean()), float(right[inside].mean())))
    return table


def calibration_error(sure: Array, right: Array, bins: int = 5) -> float:
    """Expected calibration error (0..1): how far confidence and share right lie apart, in bins of equally many lines.

    ``sure`` is the confidence of each line, ``right`` 1 where it was right, else 0.
    """
    parts = np.array_split(np.argsort(sure), bins)
    return float(sum(len(p) * abs(sure[p].mean() - right[p].mean()) for p in parts) / len(sure))


def honest_error(sure: Array, draws: int = 2000) -> float:
    """The error that chance alone gives a sorter whose confidence is exactly true, with as many lines (mean)."""
    chance = np.random.default_rng(7)
    drawn = [(chance.random(len(sure)) < sure).astype(np.float64) for _ in range(draws)]
    return float(np.mean([calibration_error(sure, right) for right in drawn]))


def _print_plans(held: Held, chances: Array, contest: list[bool | None]) -> None:
    print("| utelatt plan | rader | macro-F1 | riktig | blant de to første | tak: samme sak, likt plassert |")
    print("|---|---|---|---|---|---|")
    for plan in (*PLANS, "alle"):
        at = [i for i, row in enumerate(held.rows) if plan in (row.plan, "alle")]
        f1, accuracy, two = figures([held.rows[i] for i in at], chances[at])
        against = sum(contest[i] is True for i in at)
        ceiling = f"{1 - against / len(at):.2f} ({against} av {len(at)} strider mot en annen plan)"
        print(f"| {plan} | {len(at)} | {f1:.2f} | {accuracy:.2f} | {two:.2f} | {ceiling} |")


def _print_contest(held: Held, chances: Array, contest: list[bool | None]) -> None:
    print("\n| radene | antall | riktig | blant de to første | sikkerhet, snitt |\n|---|---|---|---|---|")
    for name, state in (("samme sak likt plassert", False), ("samme sak ulikt plassert", True), ("alene", None)):
        at = [i for i, c in enumerate(contest) if c is state]
        _, accuracy, two = figures([held.rows[i] for i in at], chances[at])
        print(f"| {name} | {len(at)} | {accuracy:.2f} | {two:.2f} | {chances[at].max(axis=1).mean():.2f} |")


def _print_reliability(held: Held, chances: Array) -> None:
    print("\n| sikkerhet | linjer | sagt | riktig |\n|---|---|---|---|")
    for name, count, said, right in reliability(held.rows, chances):
        print(f"| {name} | {count} | {said:.2f} | {right:.2f} |")
    confidence = chances.max(axis=1)
    hits = np.array([b in row.areas for b, row in zip(chances.argmax(axis=1), held.rows, strict=True)], np.float64)
    print(f"\nForventet kalibreringsfeil (ECE): {calibration_error(confidence, hits):.3f}")
    print(f"Så mye gir tilfeldighetene alene med like mange linjer: {honest_error(confidence):.3f}")


def _print_own(sorter: Sorter) -> None:
    null = [sorter.sort(line).best.focus_area is None for line in OUTSIDE_LINES]
    best = [(sorter.sort(line), area, solution) for line, area, solution in INSIDE]
    print(f"\n| egne linjer | antall | riktig |\n|---|---|---|\n| utenfor → null | {len(null)} | {np.mean(null):.2f} |")
    lost = np.mean([s.best.focus_area is None for s, _, _ in best])
    print(f"| innenfor, feilaktig null | {len(best)} | {lost:.2f} |")
    print(f"| innenfor, område | {len(best)} | {np.mean([s.best.focus_area == a for s, a, _ in best]):.2f} |")
    two = np.mean([a in (s.best.focus_area, s.alternatives[0].focus_area) for s, a, _ in best])
    print(f"| innenfor, område blant de to første | {len(best)} | {two:.2f} |")
    print(f"| innenfor, løsning | {len(best)} | {np.mean([s.best.solution == x for s, _, x in best]):.2f} |")


def main() -> None:
    """Print the tables."""
    engine = load_engine()
    known = rows(places.bundled("knowledge"))
    meanings = stored.meanings(known, engine)
    held = held_out(known, meanings)
    chances = probabilities(held)
    of = dict(zip(known, meanings, strict=True))
    contest = contested(held.rows, np.stack([of[row] for row in held.rows]))
    _print_plans(held, chances, contest)
    _print_contest(held, chances, contest)
    _print_reliability(held, chances)
    print("\n| lært av | macro-F1 | riktig | blant de to første |\n|---|---|---|---|")
    for name, taught in _TAUGHT.items():
        part = held_out(known, meanings, taught)
        f1, accuracy, two = figures(part.rows, probabilities(part))
        print(f"| {name} | {f1:.2f} | {accuracy:.2f} | {two:.2f} |")
    _print_own(Sorter(engine))


if __name__ == "__main__":
    main()
