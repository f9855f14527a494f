"""How well ``lhl sjekk`` reads a plan: against two plans and a contrast that a reader had judged before it was written.

Weights and limits are tuned on one plan and tested on the other, by all the evidence, by meaning alone and by words
alone. Run in a checkout with ``../shared`` beside it: ``python -m benchmarks.checking``.

The words of ``knowledge/sjekk.yaml`` and the signs of the formal points were written by one who had read both plans, so
the figures for words are optimistic; the contrast (Sunndal) is a document of another kind.
"""

import itertools
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import yaml

from lhl_assistant import places
from lhl_assistant.embedding.choose import load_engine
from lhl_assistant.plan.check import coverage, signs
from lhl_assistant.plan.check.coverage import Limits
from lhl_assistant.plan.check.evidence import NEAR, SURE, Evidence, Judge, Scores
from lhl_assistant.plan.check.material import Material, load
from lhl_assistant.plan.sorting.sorter import Sorter
from lhl_assistant.reform.load import load as load_reform
from lhl_assistant.reform.model import Reform
from tests.check.plans import balsfjord, lesja, text_of

KEYS = Path(__file__).parents[1] / "tests" / "check"
SURE_SIGNS, NEAR_SIGNS = np.arange(0.2, 0.45, 0.05), np.arange(0, 0.2, 0.05)
COVERED, MENTIONED = np.arange(0.1, 0.6, 0.05), np.arange(0.1, 0.4, 0.03)
GRID = tuple(itertools.product(SURE_SIGNS, NEAR_SIGNS, COVERED, MENTIONED))
"""What is tried: the weights of a sure and a near sign, the limits of covered and of mentioned."""


@dataclass(frozen=True, slots=True)
class Weighed(Evidence):
    """Evidence with weights of its own."""

    sure: float = SURE
    near: float = NEAR

    def scores(self, sure: float = SURE, near: float = NEAR) -> Scores:
        """All weighed together by the weights held."""
        del sure, near
        return Evidence.scores(self, self.sure, self.near)


@dataclass(frozen=True, slots=True)
class Read:
    """A plan, its evidence and its key: the reader's verdict, and another that a fair colleague could hold."""

    name: str
    material: Material
    evidence: Evidence
    key: dict[str, dict[str, str]]

    def agreed(self, reform: Reform, sure: float, near: float, limits: Limits) -> tuple[int, int, int]:
        """Of 25: those judged as the reader did, those with the colleague's reading too, and those left unsure."""
        evidence = Weighed(self.evidence.meaning, self.evidence.signs, self.evidence.named, sure, near)
        found = coverage.solutions(self.material, evidence, reform, limits)
        right = sum(s.leaning.value == self.key[s.number]["dom"] for s in found)
        either = sum(s.leaning.value in (self.key[s.number]["dom"], self.key[s.number].get("godtas")) for s in found)
        return right, either, sum(s.verdict is not s.leaning for s in found)


def main() -> None:
    """Print both tables."""
    knowledge = places.bundled("knowledge")
    reform, engine = load_reform(knowledge / "reform.yaml"), load_engine()
    judge = Judge(engine, Sorter(engine), reform, signs.load(knowledge / "sjekk.yaml"))
    plans = list(_read(reform, judge))
    print("As shipped, of 25 (judged as the reader; or as a fair colleague; left unsure):")
    for plan in plans:
        print(f"  {plan.name:16}", *plan.agreed(reform, SURE, NEAR, Limits()))
    print("Tuned on one, tested on the other (right on the tuned; right, and with the colleague's, on the other):")
    for kind in ("all", "meaning", "words"):
        for tuned, tested in ((plans[0], plans[1]), (plans[1], plans[0])):
            kept = [_only(kind, plan) for plan in (tuned, tested)]
            best, chosen = _tuned(kept[0], reform)
            print(f"  {kind:8} {tuned.name} -> {tested.name}: {best}; ", *kept[1].agreed(reform, *chosen)[:2])


def _read(reform: Reform, judge: Judge) -> Iterator[Read]:
    with tempfile.TemporaryDirectory() as folder:
        for name, laid in (("balsfjord-2021", balsfjord()), ("lesja-2021", lesja())):
            yield _judged(name, load(laid.write(Path(folder) / f"{name}.docx"), reform), judge)
        slides = Path(folder) / "sunndal-2023.txt"
        slides.write_text(text_of("sunndal-2023"), encoding="utf-8")
        yield _judged("sunndal-2023", load(slides, reform), judge)


def _judged(name: str, material: Material, judge: Judge) -> Read:
    key = yaml.safe_load((KEYS / f"key_{name}.yaml").read_text(encoding="utf-8"))["losninger"]
    return Read(name, material, judge.weigh(material.statements), key)


def _only(kind: str, plan: Read) -> Read:
    """The plan with only one kind of evidence."""
    held = plan.evidence
    if kind == "meaning":
        held = Evidence(held.meaning, np.zeros_like(held.signs), np.zeros_like(held.named))
    elif kind == "words":
        held = Evidence(np.zeros_like(held.meaning), held.signs, held.named)
    return replace(plan, evidence=held)


def _tuned(plan: Read, reform: Reform) -> tuple[int, tuple[float, float, Limits]]:
    """The best agreement, and the middle of all settings that reach it."""
    tried = [(plan.agreed(reform, a, b, Limits(c, d))[0], (a, b, c, d)) for a, b, c, d in GRID]
    best = max(right for right, _ in tried)
    sure, near, covered, mentioned = np.median([setting for right, setting in tried if right == best], axis=0)
    return best, (float(sure), float(near), Limits(float(covered), float(mentioned)))


if __name__ == "__main__":
    main()
