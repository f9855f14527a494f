"""The yardstick itself, on examples small enough to work out by hand."""

import math

import pytest

from tests.evaluation.baseline import losses, means
from tests.evaluation.evidence import ANSWER_WORDS, holds, holds_all, opening, plain
from tests.evaluation.intervals import interval
from tests.evaluation.ranking import measure, relevant
from tests.evaluation.sets import Question


def test_text_is_compared_without_marks_pipes_and_broken_words() -> None:
    assert plain("| Kommu-\nnen [1] | kr  230 000 |") == "kommunen kr 230 000"
    assert holds(plain("Helse- og omsorgstjenesten [2]"), ["helse- og omsorgstjenesten"])
    assert not holds_all(plain("Balsfjord 2022"), [["2022", "2023"], ["lesja"]])


def test_only_the_first_words_of_an_answer_count() -> None:
    words = " ".join(["ord"] * (ANSWER_WORDS - 1))
    assert holds(opening(f"{words} beviset"), ["beviset"])
    assert not holds(opening(f"{words} ord beviset"), ["beviset"])


def test_measures_by_hand() -> None:
    found = measure(
        {"a": ["1", "2", "3"], "b": [], "c": ["9"]}, {"a": frozenset("2"), "b": frozenset("7"), "c": frozenset()}
    )
    assert (found["a"]["Recall@1"], found["a"]["Recall@3"], found["a"]["MRR@10"]) == (0.0, 1.0, 0.5)
    assert found["a"]["nDCG@10"] == pytest.approx(1 / math.log2(3))
    assert set(found["b"].values()) == set(found["c"].values()) == {0.0}


def test_evidence_counts_only_in_the_sources_that_may_answer() -> None:
    library = {"0": ("lesja", "kr 100"), "1": ("sunndal", "kr 100")}
    question = Question("x", "figure", "nb", "?", (("kr 100",),), frozenset({"lesja"}))
    assert relevant(question, library) == {"0"}


def test_an_interval_holds_its_mean_and_is_the_same_each_time() -> None:
    values = [1.0] * 70 + [0.0] * 30
    assert interval(values) == interval(values)
    assert (interval(values).mean, round(interval(values).low, 1), round(interval(values).high, 1)) == (0.7, 0.6, 0.8)


def test_a_loss_is_what_got_worse_whichever_way_is_better() -> None:
    before = means({"alle": {"MRR@10": [1.0] * 100, "usikker": [0.0] * 100}})
    assert losses(before, {"alle": {"MRR@10": [1.0] * 97 + [0.0] * 3, "usikker": [0.0] * 100}}) != []
    assert losses(before, {"alle": {"MRR@10": [1.0] * 100, "usikker": [0.0] * 97 + [1.0] * 3}}) != []
    assert losses(before, {"alle": {"MRR@10": [1.0] * 98 + [0.0] * 2, "usikker": [0.0] * 100}}) == []
    assert losses(means({"få": {"avvist": [1.0] * 10}}), {"få": {"avvist": [1.0] * 8 + [0.0] * 2}}) == []
