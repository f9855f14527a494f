"""Bokmål and nynorsk as equals: on any command, and chosen for good."""

import json
from pathlib import Path

import pytest

from tests.conftest import Lhl

ASK = ["spør", "Hva er hverdagsmestring?"]


@pytest.mark.parametrize(
    ("arguments", "nb", "nn"),
    [
        (["kilder", "vis", "borte"], "finnes ikke", "finst ikkje"),
        (["kilder", "vis"], "Her mangler ID", "Her manglar ID"),
        (["finnes-ikke"], "Det finnes ingen kommando", "Det finst ingen kommando"),
        (["kilder", "--finnes-ikke"], "finnes ikke", "finst ikkje"),
        (["samtale", "vis", "borte"], "finnes ikke", "finst ikkje"),
    ],
)
def test_what_goes_wrong_is_told_in_the_form_that_holds(
    lhl: Lhl, home: Path, arguments: list[str], nb: str, nn: str
) -> None:
    before = lhl(*arguments)
    lhl("målform", "nn")
    after = lhl(*arguments)
    assert before.returncode == after.returncode
    assert nb in before.stderr
    assert nn in after.stderr


def test_the_option_goes_before_the_setting_wherever_it_stands(lhl: Lhl) -> None:
    lhl("målform", "nb")
    for arguments in (
        ["--målform", "nn", "kilder", "vis", "borte"],
        ["kilder", "--målform", "nn", "vis", "borte"],
        ["kilder", "vis", "--målform", "nn", "borte"],
    ):
        assert "finst ikkje" in lhl(*arguments).stderr
    assert lhl("spør", "--målform", "tysk", "Hva?").returncode == 2


def test_the_setting_frames_answers_and_can_be_taken_back(lhl: Lhl) -> None:
    def language() -> str:
        return str(json.loads(lhl(*ASK, "--json").stdout)["language"])

    assert language() == "nb"
    assert lhl("målform", "nn").stderr == "Målforma er nynorsk.\n"
    assert lhl("målform").stdout == "Målforma er nynorsk.\n"
    assert language() == "nn"
    assert lhl("målform", "standard").returncode == 0
    assert language() == "nb"


def test_other_settings_are_kept_and_a_damaged_file_stands_in_no_ones_way(lhl: Lhl, home: Path) -> None:
    file = home / "innstillinger.json"
    home.mkdir()
    file.write_text('{"form": "nn", "theme": "lyst"}', encoding="utf-8")
    lhl("målform", "nb")
    assert json.loads(file.read_text(encoding="utf-8")) == {"form": "nb", "theme": "lyst"}
    file.write_text("{", encoding="utf-8")
    assert "bokmål" in lhl("målform").stdout
    assert [p.name for p in home.iterdir()] == [file.name]
