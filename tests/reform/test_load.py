"""The reform's vocabulary is whole, and a mistake in it is found when it is loaded."""

from pathlib import Path

import pytest
import yaml

from lhl_assistant.errors import LibraryUnavailable
from lhl_assistant.reform.load import load
from lhl_assistant.reform.model import Reform, Solution
from tests.conftest import KNOWLEDGE


def test_five_areas_with_five_solutions_each(reform: Reform) -> None:
    assert [a.number for a in reform.areas] == [1, 2, 3, 4, 5]
    assert [s.number for a in reform.areas for s in a.solutions] == [
        f"{a}.{s}" for a in range(1, 6) for s in range(1, 6)
    ]


def test_everything_is_said_in_bokmaal_and_nynorsk(reform: Reform) -> None:
    for area in reform.areas:
        for words in (area.name, area.goal, *area.challenges, *(s.summary for s in area.solutions)):
            assert words.in_("nb").strip()
            assert words.in_("nn").strip()
        assert area.goal.nb != area.goal.nn


def test_every_solution_has_its_place_in_bo_trygt_hjemme(reform: Reform) -> None:
    places = {n for a in reform.areas for s in a.solutions for n in s.successor_areas}
    assert places <= {a.number for a in reform.successor_areas}
    assert reform.successor_name.nn == "Bu trygt heime"


def test_found_by_number_and_by_name_in_both_languages(reform: Reform) -> None:
    assert reform.solution("3.4").name.nb == "Systematisk ernæringsarbeid"
    found = reform.named("kvardagsmeistring")
    assert isinstance(found, Solution)
    assert found.number == "4.1"


@pytest.mark.parametrize("name", ["Gode øyeblikk i hagen", ""])
def test_an_unknown_name_is_an_error(reform: Reform, name: str) -> None:
    with pytest.raises(KeyError):
        reform.named(name)


@pytest.mark.parametrize("number", ["6.1", "0.0", "3.6"])
def test_an_unknown_number_is_an_error(reform: Reform, number: str) -> None:
    with pytest.raises(KeyError):
        reform.solution(number)


def _broken(tmp_path: Path, **change: object) -> Path:
    data = yaml.safe_load((KNOWLEDGE / "reform.yaml").read_text(encoding="utf-8"))
    data["areas"][2]["solutions"][0].update(change)
    path = tmp_path / "reform.yaml"
    path.write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "change",
    [{"number": "3.2"}, {"number": "7.1"}, {"successor_areas": [5]}, {"color": "red"}, {"name": {"nb": "Bare bokmål"}}],
)
def test_a_mistake_in_the_file_is_an_error_at_load(tmp_path: Path, change: dict[str, object]) -> None:
    with pytest.raises(LibraryUnavailable):
        load(_broken(tmp_path, **change))
