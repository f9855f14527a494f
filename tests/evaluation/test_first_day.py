"""What planners ask on the first day is answered in what is told first, before all that is told beside it.

The questions were written by five imagined planners before any answer was looked at, and every second of those that no
section anticipates was kept. The knowledge was then mended with all of them in mind: the share is a floor under what
was reached, no estimate for other questions.
"""

from dataclasses import replace

import pytest

from lhl_assistant.answer.ask import ask
from lhl_assistant.answer.model import Answer
from lhl_assistant.answer.text import markdown
from lhl_assistant.search.rank import Searcher
from tests.conftest import SHARED
from tests.evaluation.evidence import holds, plain
from tests.evaluation.test_sets import (
    ANTICIPATED,
    HERE,
    QUESTIONS,
    REFUSALS,
    TEXTS,
    Record,
    lines,
    near_duplicates,
)

FIRST_DAY = lines(HERE, "first_day")
RIGHT_FIRST = 0.8


@pytest.fixture(scope="module")
def answers(searcher: Searcher) -> dict[str, Answer]:
    return {q["id"]: ask(searcher, q["question"]) for q in FIRST_DAY}


def first(answer: Answer) -> str:
    """What is told first: the direct answer with its table or list, without what stands beside it."""
    return plain(markdown(replace(answer, blocks=answer.blocks[:1])))


def test_most_questions_of_the_first_day_are_answered_first(answers: dict[str, Answer]) -> None:
    missed = [q["question"] for q in FIRST_DAY if not holds(first(answers[q["id"]]), q["evidence"])]
    assert len(missed) <= (1 - RIGHT_FIRST) * len(FIRST_DAY), missed


def test_none_of_them_is_refused(answers: dict[str, Answer]) -> None:
    assert [q["question"] for q in FIRST_DAY if not answers[q["id"]].answered] == []


@pytest.mark.parametrize("record", FIRST_DAY, ids=lambda r: str(r["id"]))
def test_the_evidence_stands_in_a_source(record: Record) -> None:
    texts = [text for source in record["sources"] for text in TEXTS[source]]
    assert [e for e in record["evidence"] if not any(e in text for text in texts)] == []


def test_no_section_anticipates_them_and_no_other_set_has_them() -> None:
    asked = [(q["id"], q["question"]) for q in FIRST_DAY]
    others = {r["question"] for r in QUESTIONS + REFUSALS}
    assert near_duplicates(asked, ANTICIPATED | others) == []


def test_none_of_them_is_one_of_the_shared_ones() -> None:
    folder = SHARED / "questions"
    if not folder.is_dir():
        pytest.skip("de delte spørsmålene ligger ikke ved siden av kildekoden")
    known = [r["question"] for name in ("questions", "out_of_scope") for r in lines(folder, name)]
    assert near_duplicates([(q["id"], q["question"]) for q in FIRST_DAY], known) == []
