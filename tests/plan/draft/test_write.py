"""A whole plan for a made-up municipality, from nothing, in both forms."""

from dataclasses import replace
from pathlib import Path

import pytest

from lhl_assistant import places
from lhl_assistant.errors import InputUnusable
from lhl_assistant.language.detect import detect
from lhl_assistant.plan.document import file
from lhl_assistant.plan.document.gaps import GAP, gaps
from lhl_assistant.plan.document.ids import measures_of
from lhl_assistant.plan.document.mistakes import MARK
from lhl_assistant.plan.document.model import Plan, Strategy
from lhl_assistant.plan.document.referring import unresolved
from lhl_assistant.plan.draft import templates
from lhl_assistant.plan.draft.anchors import Knowledge
from lhl_assistant.plan.draft.suggest import Suggestion, chosen_by, suggestions, take, taken
from lhl_assistant.plan.draft.write import Desk, new, with_chapters, write
from lhl_assistant.said import Form

_FORMS: tuple[Form, ...] = ("nb", "nn")


@pytest.fixture(scope="module")
def proposed(desk: Desk) -> list[Suggestion]:
    return suggestions(templates.proposals(places.bundled("knowledge")), Knowledge(desk.searcher))


def _full(form: Form, desk: Desk, proposed: list[Suggestion]) -> Plan:
    plan = write(new("Fjelldal", "2027–2030", form, desk), desk)
    for suggestion in proposed:
        plan = take(suggestion, plan, desk.templates.measure, "2026-11-22")
    return plan


@pytest.mark.parametrize("form", _FORMS)
def test_a_full_plan_holds_all_that_a_plan_must(
    form: Form, desk: Desk, proposed: list[Suggestion], tmp_path: Path
) -> None:
    plan = _full(form, desk, proposed)
    assert [c.area for c in plan.chapters if c.area] == [1, 2, 3, 4, 5]
    assert all(c.text for c in plan.chapters)
    assert {s.link.solution for s in plan.strategies if s.link} == {
        f"{a}.{n}" for a in range(1, 6) for n in range(1, 6)
    }
    assert all(s.link and s.link.area and s.sources and s.measures for s in plan.strategies)
    assert plan.measures == ()
    assert unresolved(plan, desk.searcher.libraries) == []
    assert file.read(file.create(tmp_path / "plan.yaml", plan).path).plan == plan


def test_both_forms_have_the_same_chapters_references_and_gaps(desk: Desk, proposed: list[Suggestion]) -> None:
    nb, nn = (_full(form, desk, proposed) for form in _FORMS)
    assert nb.references == nn.references
    for one, other in zip(nb.chapters, nn.chapters, strict=True):
        assert one.id == other.id
        assert MARK.findall(one.text) == MARK.findall(other.text)
        assert len(GAP.findall(one.text)) == len(GAP.findall(other.text))
        assert one.text.count("\n- ") == other.text.count("\n- ")
    assert detect("\n".join(c.text for c in nb.chapters)) == "nb"
    assert detect("\n".join(c.text for c in nn.chapters)) == "nn"


def test_nothing_is_filled_in_that_only_the_municipality_knows(desk: Desk, proposed: list[Suggestion]) -> None:
    plan = _full("nb", desk, proposed)
    for measure in measures_of(plan):
        assert all(GAP.fullmatch(f) for f in (measure.responsible, measure.period, measure.cost)), measure
    assert len(gaps(plan)) > 3 * len(measures_of(plan))


def test_a_measure_tells_who_was_responsible_where_it_is_from(desk: Desk, proposed: list[Suggestion]) -> None:
    (sentral,) = [s for s in proposed if s.said.nb.startswith("Opprette en frivilligsentral")]
    assert (sentral.place, sentral.responsible, sentral.period) == ("Balsfjord", "Kommunen", "2022")
    assert "230 000" in sentral.cost
    plan = take(sentral, Plan("Fjelldal"), desk.templates.measure, "2026-11-22")
    assert plan.measures[0].responsible == "[FYLL INN: hvem har ansvaret? I Balsfjord: Kommunen]"
    assert taken(sentral, plan)
    assert not any(taken(s, plan) for s in proposed if s != sentral)


def test_drafting_never_touches_what_is_written(desk: Desk) -> None:
    plan = with_chapters(Plan("Fjelldal", period="2027"), desk)
    ours = tuple(replace(c, text="Vårt forord.") if c.id == "forord" else c for c in plan.chapters)
    drafted = write(replace(plan, chapters=ours, strategies=(Strategy("s1", "Vår"),)), desk)
    assert drafted.chapters[0].text == "Vårt forord."
    assert drafted.strategies == (Strategy("s1", "Vår"),)


def test_chapter_by_chapter(desk: Desk) -> None:
    plan = write(new("Fjelldal", "2027", "nn", desk), desk, only=["område-3"])
    assert [c.id for c in plan.chapters if c.text] == ["område-3"]
    assert "Mat og måltid" in [c.title for c in plan.chapters]


def test_suggestions_are_chosen_by_number(proposed: list[Suggestion]) -> None:
    assert [s.number for s in chosen_by("3, 1,5–7", proposed)] == [3, 1, 5, 6, 7]
    assert chosen_by("alle", proposed[:4]) == proposed[:4]


@pytest.mark.parametrize("numbers", ["0", "999", "a", "", "3-1", "1,,2", "1–999999999"])
def test_a_number_of_no_suggestion_is_told(proposed: list[Suggestion], numbers: str) -> None:
    with pytest.raises(InputUnusable, match="ikke nummeret på et forslag"):
        chosen_by(numbers, proposed)
