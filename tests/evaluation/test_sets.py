"""The evaluation sets keep their promises: enough of each kind, answered by the knowledge, and not known beforehand."""

import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from lhl_assistant.language.words import content_words
from lhl_assistant.sources import bundled
from lhl_assistant.sources.model import fold
from lhl_assistant.sources.passages import passages
from tests.conftest import KNOWLEDGE, ROOT, SHARED

Record = dict[str, Any]

HERE = ROOT / "tests" / "evaluation"
TOO_ALIKE = 0.6

SOURCES = {s.id: s for s in bundled.sources(KNOWLEDGE)}
PASSAGES = {i: list(passages(s.text, s.title)) for i, s in SOURCES.items()}
TEXTS = {i: [fold(SOURCES[i].text[p.span.start : p.span.end]).lower() for p in found] for i, found in PASSAGES.items()}
ANTICIPATED = {q for found in PASSAGES.values() for p in found for q in p.questions}


def lines(folder: Path, name: str) -> list[Record]:
    return [json.loads(line) for line in (folder / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


QUESTIONS = lines(HERE, "questions")
REFUSALS = lines(HERE, "refusals")
DIALOGUES = lines(HERE, "dialogues")
ASKED = [(r["id"], r["question"]) for r in QUESTIONS + REFUSALS] + [
    (f"{d['id']}.{number}", turn) for d in DIALOGUES for number, turn in enumerate(d["turns"], start=1)
]


def answers(record: Record) -> tuple[list[str], list[str]]:
    """The sources that may answer a record, and the strings of which one stands in the answer."""
    if "truth" in record:
        return [record["source"]], [record["truth"]]
    return record.get("sources") or [record["source"], *record.get("also", [])], record["evidence"]


WITH_EVIDENCE = QUESTIONS + DIALOGUES + [r for r in REFUSALS if "truth" in r]


def words(question: str) -> frozenset[str]:
    return frozenset(content_words(question))


def alike(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other) if one | other else 0.0


def near_duplicates(asked: Iterable[tuple[str, str]], known: Iterable[str]) -> list[tuple[str, str]]:
    others = [(text, words(text)) for text in known]
    questions = [(i, words(q)) for i, q in asked]
    return [(i, text) for i, mine in questions for text, w in others if alike(mine, w) >= TOO_ALIKE]


def test_there_are_enough_questions_of_each_kind_and_language() -> None:
    kinds = Counter(q["kind"] for q in QUESTIONS)
    languages = Counter(q["lang"] for q in QUESTIONS)
    assert len(QUESTIONS) >= 160
    assert kinds["everyday"] >= 55
    assert kinds["everyday"] * 3 >= len(QUESTIONS)
    assert kinds["misspelt"] >= 12
    assert kinds["comparison"] >= 12
    assert {"direct", "list", "figure", "howto", "law", "who", "when"} <= set(kinds)
    assert languages["nn"] >= 35
    assert languages["nn"] * 5 >= len(QUESTIONS)
    assert languages["en"] >= 10


def test_there_are_enough_refusals_of_each_kind() -> None:
    kinds = Counter(r["kind"] for r in REFUSALS)
    assert len(REFUSALS) >= 66
    assert kinds["far"] >= 16
    assert kinds["near"] >= 26
    assert min(kinds["false_premise"], kinds["invent"], kinds["health"]) >= 8
    assert all(("truth" in r) == (r["kind"] == "false_premise") for r in REFUSALS)


def test_there_are_40_dialogues_of_two_or_three_turns() -> None:
    assert len(DIALOGUES) == 40
    assert {len(d["turns"]) for d in DIALOGUES} == {2, 3}


def test_ids_and_questions_are_unique() -> None:
    records = QUESTIONS + REFUSALS + DIALOGUES
    assert len({r["id"] for r in records}) == len(records)
    singles = [r["question"] for r in QUESTIONS + REFUSALS]
    assert len({words(q) for q in singles}) == len(singles)


def test_every_knowledge_file_is_asked_about() -> None:
    assert {s for q in QUESTIONS for s in q["sources"]} == set(SOURCES)


@pytest.mark.parametrize("record", WITH_EVIDENCE, ids=lambda r: str(r["id"]))
def test_evidence_stands_in_a_passage_of_its_source(record: Record) -> None:
    sources, evidence = answers(record)
    assert evidence
    assert [e for e in evidence if e != fold(e).lower()] == []
    assert [e for e in evidence if not any(e in text for s in sources for text in TEXTS[s])] == []
    assert [s for s in sources if not any(e in text for e in evidence for text in TEXTS[s])] == []


def test_a_comparison_has_evidence_for_each_side() -> None:
    for question in QUESTIONS:
        sides = question.get("evidence_all", [])
        assert (len(sides) >= 2) == (question["kind"] == "comparison"), question["id"]
        assert not sides or [e for side in sides for e in side] == question["evidence"], question["id"]
        assert all(sides), question["id"]


def test_no_question_was_anticipated_by_the_knowledge() -> None:
    asked = [(r["id"], r["question"]) for r in QUESTIONS + REFUSALS]
    assert near_duplicates(asked, ANTICIPATED) == []


def test_no_question_is_one_of_the_shared_ones() -> None:
    folder = SHARED / "questions"
    if not folder.is_dir():
        pytest.skip("de delte spørsmålene ligger ikke ved siden av kildekoden")
    known = [r["question"] for name in ("questions", "out_of_scope") for r in lines(folder, name)]
    assert near_duplicates(ASKED, known) == []
