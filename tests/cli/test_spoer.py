"""``lhl spør`` in a process of its own, as a planner, a script or another program meets it."""

import json
import re

import pytest

from lhl_assistant.cli.contract import AnswerJson
from tests.conftest import Lhl

QUESTION = "Hva koster frivilligsentralen i Balsfjord?"


def test_the_first_answer(lhl: Lhl) -> None:
    run = lhl("spør", QUESTION)
    assert run.returncode == 0
    assert run.stderr == ""
    assert "Kr 230 000 (k-sak 028/21)" in run.stdout
    assert "vårt sammendrag av" in run.stdout
    assert "eksempel" in run.stdout


def test_the_ascii_alias_and_words_without_quotation_marks(lhl: Lhl) -> None:
    run = lhl("spoer", *QUESTION.split())
    assert "Kr 230 000" in run.stdout


@pytest.mark.parametrize("columns", ["60", "100", "120"])
def test_no_line_is_wider_than_the_window(lhl: Lhl, columns: str) -> None:
    run = lhl("spør", "Hvilke tiltak har Lesja for mat og måltider?", env={"COLUMNS": columns})
    assert max(len(line.rstrip()) for line in run.stdout.splitlines()) <= int(columns)
    assert "institusjonskjøkkenet" in run.stdout


def test_no_escape_codes_in_a_pipe_or_with_no_color(lhl: Lhl) -> None:
    assert "\x1b" not in lhl("spør", QUESTION).stdout
    assert "\x1b[3" not in lhl("spør", QUESTION, env={"NO_COLOR": "1", "FORCE_COLOR": ""}).stdout


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp865"])
def test_a_console_without_utf8_still_prints(lhl: Lhl, encoding: str) -> None:
    run = lhl("spør", "Hvem har ansvaret for pårørendeskolen i Balsfjord?", env={"PYTHONIOENCODING": encoding})
    assert run.returncode == 0
    assert "Demensteam" in run.stdout
    assert "Traceback" not in run.stderr


def test_json_is_the_contract_and_nothing_else_is_on_stdout(lhl: Lhl) -> None:
    run = lhl("spør", QUESTION, "--json")
    answer = AnswerJson.model_validate_json(run.stdout)
    assert answer.answered
    assert answer.certainty == "sure"
    first = answer.citations[0]
    assert first.source == "balsfjord-2021"
    assert first.origin == "summary"
    assert first.original == "Plan for Leve hele livet, Balsfjord kommune, kap. 9.2, Innsats 2"
    assert answer.focus_areas[0] == 2
    assert re.search(r"\[1\]", answer.answer)
    assert len(answer.passages) <= 10


def test_the_place_of_a_quote_can_be_checked_by_anyone(lhl: Lhl) -> None:
    answer = AnswerJson.model_validate_json(lhl("spør", QUESTION, "--json").stdout)
    for citation in answer.citations:
        text = json.loads(lhl("kilder", "vis", citation.source, "--json").stdout)["text"]
        assert " ".join(text[citation.start : citation.end].split()) == citation.quote


def test_a_no_is_an_answer(lhl: Lhl) -> None:
    run = lhl("spør", "Hvem vant serien i fotball i fjor?", "--json")
    assert run.returncode == 0
    answer = json.loads(run.stdout)
    assert (answer["answered"], answer["reason"]) == (False, "not_covered")


def test_a_file_of_questions_gives_one_object_a_line(lhl: Lhl, tmp_path_factory: pytest.TempPathFactory) -> None:
    file = tmp_path_factory.mktemp("fil") / "spørsmål.txt"
    file.write_text("Hva er hverdagsmestring?\n\nKva er IGP?\n", encoding="utf-8")
    lines = lhl("spør", "--fil", str(file), "--json").stdout.splitlines()
    assert [json.loads(line)["question"] for line in lines] == ["Hva er hverdagsmestring?", "Kva er IGP?"]


def test_why_each_passage_came_can_be_seen(lhl: Lhl) -> None:
    shown = lhl("spør", QUESTION, "--forklar").stdout.split("Slik ble tekstutdragene funnet:")[1]
    assert "balsfjord-2021" in shown
    assert all(name in shown for name in ("mening", "setning", "ord", "navn", "tyngde"))


def test_the_frame_can_be_chosen(lhl: Lhl) -> None:
    assert "Kjelder" in lhl("spør", QUESTION, "--målform", "nn").stdout


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["spør"], 2, "Still et spørsmål"),
        (["spør", "hei", "--kilde", "finnes-ikke"], 3, "finnes ikke"),
        (["spør", "--fil", "/finnes/ikke.txt"], 3, "kan ikke leses"),
        (["spør", "hei", "--samling", "hemmelig"], 2, "alle eller medfølgende"),
        (["spør", "hei", "--tull"], 2, "finnes ikke"),
        (["sporr"], 2, "ingen kommando"),
        (["kilder", "vis", "ukjent"], 3, "finnes ikke"),
    ],
)
def test_bad_input_gets_one_norwegian_sentence(lhl: Lhl, arguments: list[str], code: int, says: str) -> None:
    run = lhl(*arguments)
    assert run.returncode == code
    assert says in run.stderr
    assert "Traceback" not in run.stderr
    assert run.stdout == ""
    assert len(run.stderr.strip().splitlines()) == 1


def test_terminal_escapes_in_a_question_never_reach_the_screen(lhl: Lhl) -> None:
    run = lhl("spør", "Hva er \x1b[31mhverdagsmestring\x1b]0;x\x07?")
    assert "\x1b" not in run.stdout
