"""The check of two real plans against what a reader found in them, written down before the checker was."""

from typing import Any

from lhl_assistant.plan.check.material import of_text
from lhl_assistant.plan.check.model import Checked, Verdict
from lhl_assistant.plan.check.strategies import strategies
from tests.check.plans import Laid

Example = tuple[dict[str, Any], Checked, Laid]

FLOOR = 0.85
MOST = 0.4
"""Of the strategies, how many may be told of as without measures before the list is noise."""


def test_every_innsatsomraade_is_judged_as_the_reader_judged(example: Example) -> None:
    key, checked, _ = example
    assert {area.number: area.verdict.value for area in checked.areas} == key["omrader"]


def test_the_loesninger_agree_with_the_reader(example: Example) -> None:
    key, checked, _ = example
    agreed = [s.verdict.value == key["losninger"][s.number]["dom"] for s in checked.solutions]
    assert sum(agreed) / len(agreed) >= FLOOR


def test_what_the_measures_lack_is_counted_exactly(example: Example) -> None:
    key, checked, _ = example
    rows = key["rader"]
    measures = checked.measures
    assert len(measures) == rows["tiltak"]
    assert [sum(m.area == area for m in measures) for area in range(1, 6)] == rows["per_omrade"]
    assert sum(m.no_responsible for m in measures) == rows["uten_ansvar"]
    assert sum(m.no_period for m in measures) == rows["uten_tidsrom"]
    assert sum(m.no_cost for m in measures) == rows["uten_kostnad"]
    assert sum(m.only_looked_into for m in measures) == rows["utredes"]
    assert sum(m.amount for m in measures) == rows["med_belop"]


def test_the_formal_points_are_found_where_the_reader_found_them(example: Example) -> None:
    key, checked, _ = example
    assert {p.id: p.met for p in checked.formal} == {id: point["dom"] for id, point in key["formelt"].items()}
    assert all(p.proof for p in checked.formal if p.met != "mangler")


def test_everything_that_is_covered_or_mentioned_is_shown(example: Example) -> None:
    _, checked, _ = example
    assert all(s.proof for s in checked.solutions if s.verdict in (Verdict.COVERED, Verdict.MENTIONED))
    assert not any(s.proof for s in checked.solutions if s.verdict is Verdict.MISSING)


def test_three_steps_are_given_and_no_suggestion_twice(example: Example) -> None:
    _, checked, _ = example
    assert len(checked.steps) == 3
    given = [step.suggestion.number for step in checked.steps if step.suggestion]
    assert given
    assert len(given) == len(set(given))


def test_the_strategies_without_measures_that_the_reader_was_sure_of_are_found(example: Example) -> None:
    key, checked, laid = example
    found = strategies(of_text("Plan", laid.markdown()))
    of_area = {area: [s.text for s in found if s.area == area] for area in range(1, 6)}
    sure = [of_area[int(area)][int(number) - 1] for area, number in (p.split("/") for p in _sure(key))]
    told = [lone.place.text for lone in checked.lone]
    assert set(sure) <= set(told)
    assert len(told) <= len(found) * MOST


def _sure(key: dict[str, Any]) -> list[str]:
    return list(key.get("uten_tiltak", {}).get("sikre", []))
