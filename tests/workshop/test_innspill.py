"""The 80 contributions: made for this test, written and labelled by another hand before the sorter saw them."""

import json
from pathlib import Path
from typing import Any

import pytest

from lhl_assistant.reform.model import Reform

SET = Path(__file__).with_name("innspill.jsonl")


@pytest.fixture(scope="module")
def rows() -> list[dict[str, Any]]:
    return [json.loads(line) for line in SET.read_text("utf-8").splitlines()]


def test_eighty_different_contributions(rows: list[dict[str, Any]]) -> None:
    assert len({row["text"] for row in rows}) == 80


def test_every_label_is_one_of_the_reforms_own(rows: list[dict[str, Any]], reform: Reform) -> None:
    areas = {area.number for area in reform.areas} | {None}
    solutions = {solution.number for area in reform.areas for solution in area.solutions} | {None}
    for row in rows:
        assert {row["focus_area"], row["alternative"]} <= areas
        assert row["solution"] in solutions
        assert row["solution"] is None or row["solution"].startswith(str(row["focus_area"]))
