"""The questions that are asked: the committed sets over the bundled knowledge, and the shared ones over the originals.

A question's ``sides`` are groups of evidence strings: one string of each group must be met. Only a comparison has more
than one group.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent

Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Question:
    """A question that the sources answer. ``sources`` are those that may answer it; empty: any may."""

    id: str
    kind: str
    lang: str
    question: str
    sides: tuple[tuple[str, ...], ...]
    sources: frozenset[str]

    @property
    def subsets(self) -> tuple[str, ...]:
        """The groups of questions in whose figures this one counts."""
        return ("alle", self.kind, self.lang)


@dataclass(frozen=True, slots=True)
class Refusal:
    """A question that must not be answered as it stands; a false premise is corrected with ``truth`` ("" else)."""

    id: str
    kind: str
    question: str
    truth: str


@dataclass(frozen=True, slots=True)
class Dialogue:
    """Turns of one conversation; the last is answered by one of ``sources``, with one of ``evidence``."""

    id: str
    turns: tuple[str, ...]
    sources: frozenset[str]
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sets:
    """All that is asked of one library."""

    questions: tuple[Question, ...]
    refusals: tuple[Refusal, ...]
    dialogues: tuple[Dialogue, ...]


def committed() -> Sets:
    """The sets in this folder, over the bundled knowledge."""
    return Sets(
        tuple(_question(r) for r in _lines(HERE / "questions.jsonl")),
        tuple(Refusal(r["id"], r["kind"], r["question"], r.get("truth", "")) for r in _lines(HERE / "refusals.jsonl")),
        tuple(
            Dialogue(r["id"], tuple(r["turns"]), frozenset([r["source"], *r.get("also", [])]), tuple(r["evidence"]))
            for r in _lines(HERE / "dialogues.jsonl")
        ),
    )


def shared(folder: Path) -> Sets:
    """The sets in ``folder`` (``../shared/questions``), over the five originals."""
    outside = _lines(folder / "out_of_scope.jsonl")
    return Sets(
        tuple(_question(r) for r in _lines(folder / "questions.jsonl")),
        tuple(Refusal(r["id"], "near" if r["near"] else "far", r["question"], "") for r in outside),
        (),
    )


def _question(record: Record) -> Question:
    sides = record.get("evidence_all") or [record["evidence"]]
    return Question(
        record["id"],
        record["kind"],
        record["lang"],
        record["question"],
        tuple(tuple(side) for side in sides),
        frozenset(record.get("sources", [])),
    )


def _lines(file: Path) -> Iterable[Record]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]
