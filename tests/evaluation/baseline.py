"""The committed figures that quality must not fall below, and what has changed since."""

import json
from collections.abc import Iterator
from pathlib import Path
from statistics import fmean

from tests.evaluation.figures import LOWER_IS_BETTER, Groups

FILE = Path(__file__).resolve().parent / "baseline.json"
TOLERANCE = 0.02
_FEW = 2
_SAME = 0.0005

Kept = dict[str, dict[str, float]]
"""Group of questions → name of the figure → its mean."""


def read() -> dict[str, Kept]:
    """The baseline of each library; empty where none was written."""
    return dict(json.loads(FILE.read_text(encoding="utf-8"))) if FILE.is_file() else {}


def write(library: str, now: Groups) -> None:
    """Make the figures ``now`` the baseline of ``library``."""
    kept = {**read(), library: means(now)}
    FILE.write_text(json.dumps(kept, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def means(groups: Groups) -> Kept:
    """The mean of every figure, with the number of questions as ``n``."""
    return {
        group: {"n": len(next(iter(figures.values()))), **{f: round(fmean(v), 4) for f, v in figures.items() if v}}
        for group, figures in groups.items()
    }


def changes(before: Kept, now: Groups) -> Iterator[tuple[str, str, float, float]]:
    """What differs: (group, figure, before, now)."""
    for group, figures in means(now).items():
        for name, value in figures.items():
            was = before.get(group, {}).get(name, float("nan"))
            if not abs(value - was) < _SAME:
                yield group, name, was, value


def losses(before: Kept, now: Groups) -> list[str]:
    """The figures that are worse than before by more than the tolerance, or than two questions where they are few."""
    worse = []
    for group, name, was, value in changes(before, now):
        fallen = value - was if name in LOWER_IS_BETTER else was - value
        if name != "n" and fallen > max(TOLERANCE, _FEW / len(now[group][name])) + _SAME:
            worse.append(f"{group}: {name} {was:.3f} → {value:.3f}")
    return worse
