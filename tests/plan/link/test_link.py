"""Links: proposed with doubt, confirmed by the planner, stored with who or what made them."""

from pathlib import Path

import pytest

from lhl_assistant import places
from lhl_assistant.embedding.engine import Engine
from lhl_assistant.errors import InputUnusable
from lhl_assistant.plan.document import file
from lhl_assistant.plan.document.model import PLANNER, SORTER, Link, Measure, Plan, Strategy
from lhl_assistant.plan.link import decide
from lhl_assistant.plan.link.propose import link_all, linked, unconfirmed
from lhl_assistant.plan.sorting.sorter import Sorter
from lhl_assistant.reform.load import load

_TODAY = "2026-11-22"


@pytest.fixture(scope="module")
def sorter(engine: Engine) -> Sorter:
    return Sorter(engine)


@pytest.fixture
def plan(sorter: Sorter) -> Plan:
    typed = Plan(
        "Fjelldal",
        strategies=(
            Strategy(
                "s1",
                "Kartlegge ernæringsstatus hos alle",
                measures=(Measure("t1", "Skjema"),),
            ),
            Strategy("s2", "Pårørende skal få avlastning", Link(5, "5.2", PLANNER, confirmed_by=PLANNER)),
        ),
        measures=(Measure("t2", "Unge og eldre møtes på skolen hver måned"),),
    )
    return link_all(typed, sorter, _TODAY)


def test_what_was_typed_gets_a_link_with_confidence_and_runners_up(plan: Plan) -> None:
    link = plan.strategies[0].link
    assert link is not None
    assert (link.area, link.solution, link.made_by, link.confirmed_by) == (3, "3.4", SORTER, "")
    assert link.confidence is not None
    assert 0.2 < link.confidence <= 1
    assert len(link.alternatives) == 2
    assert plan.measures[0].link is not None
    assert plan.measures[0].link.solution == "2.3"


def test_a_measure_follows_its_strategy_and_a_made_link_is_not_made_again(plan: Plan) -> None:
    by_id = {entry.item.id: entry.link for entry in linked(plan)}
    assert by_id["t1"] == by_id["s1"]
    assert by_id["s2"] == Link(5, "5.2", PLANNER, confirmed_by=PLANNER)
    assert [entry.item.id for entry in unconfirmed(plan)] == ["s1", "t1", "t2"]


def test_the_planner_confirms_chooses_and_moves_and_it_is_stored(plan: Plan, tmp_path: Path) -> None:
    plan = decide.confirm(plan, "s1", _TODAY)
    plan = decide.choose(plan, "s2", "5", _TODAY)
    plan = decide.choose(plan, "t2", "s1", _TODAY)
    read = file.read(file.create(tmp_path / "plan.yaml", plan).path).plan
    one, two = read.strategies
    assert one.link is not None
    assert (one.link.made_by, one.link.confirmed_by) == (SORTER, PLANNER)
    assert two.link == Link(5, "", PLANNER, None, PLANNER, _TODAY)
    assert [m.id for m in one.measures] == ["t1", "t2"]
    assert read.measures == ()
    assert unconfirmed(read) == []


@pytest.mark.parametrize(("id", "place"), [("s9", "3.2"), ("s1", "6.1"), ("s1", "mat"), ("s2", "s1"), ("t9", "s1")])
def test_an_unknown_id_or_place_is_told(plan: Plan, id: str, place: str) -> None:
    with pytest.raises(InputUnusable):
        decide.choose(plan, id, place, _TODAY)


def test_a_pasted_line_becomes_a_strategy_or_a_measure(plan: Plan, sorter: Sorter) -> None:
    plan, strategy = decide.add(plan, "Flere boliger nær sentrum", Strategy, sorter, _TODAY)
    plan, measure = decide.add(plan, "Bygge 20 omsorgsboliger", Measure, sorter, _TODAY)
    assert (strategy, measure) == ("s3", "t3")
    assert {e.item.id for e in unconfirmed(plan)} >= {"s3", "t3"}


def test_the_place_in_bo_trygt_hjemme_follows_from_the_link() -> None:
    reform = load(places.bundled("knowledge") / "reform.yaml")
    assert decide.successors(Link(1, "1.1"), reform) == (2, 1)
    assert decide.successors(Link(3), reform) == reform.area(3).successor_areas
    assert decide.successors(Link(None), reform) == ()
