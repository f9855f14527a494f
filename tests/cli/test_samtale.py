"""``lhl samtale`` in a process of its own, as a screen reader, a pipe or an impatient planner meets it."""

import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from lhl_assistant.cli.contract import AnswerJson
from tests.conftest import Lhl

TALK = "Hva koster frivilligsentralen i Balsfjord?\nhvem har ansvaret?\n"


def ids(lhl: Lhl) -> list[str]:
    return [json.loads(line)["id"] for line in lhl("samtale", "list", "--json").stdout.splitlines()]


def test_a_conversation_reads_well_aloud(lhl: Lhl) -> None:
    run = lhl("samtale", input=f"{TALK}\nHvilke tiltak har Lesja for mat og måltider?\nslutt\nHva er IGP?\n")
    assert run.returncode == 0
    assert run.stderr == ""
    assert "Forstått som: Hvem har ansvaret for frivilligsentralen i Balsfjord?" in run.stdout
    assert re.search(r"Tiltak: .* Ansvar: ", run.stdout)
    assert "Kilde 1" in run.stdout
    assert "IGP" not in run.stdout
    assert not re.search(r"[│─|\[\]\x1b]", run.stdout)


def test_each_answer_is_data_on_its_own_line(lhl: Lhl) -> None:
    lines = [json.loads(line) for line in lhl("samtale", "--json", input=TALK).stdout.splitlines()]
    assert len({line.pop("conversation") for line in lines}) == 1
    answers = [AnswerJson.model_validate(line) for line in lines]
    assert answers[1].completed_question == "Hvem har ansvaret for frivilligsentralen i Balsfjord?"
    assert answers[1].citations


def test_a_conversation_is_resumed_shown_found_exported_and_deleted(lhl: Lhl, tmp_path: Path) -> None:
    lhl("samtale", input=TALK)
    assert "frivilligsentralen i Lesja" in lhl("samtale", "--fortsett", input="og i Lesja?\n").stdout
    (id,) = ids(lhl)
    assert lhl("samtale", "vis", id).stdout.count("Spørsmål ") >= 3
    assert id in lhl("samtale", "søk", "frivilligsentral").stdout
    assert lhl("samtale", "soek", "romfart").stdout == ""
    file = tmp_path / "samtale.md"
    assert lhl("samtale", "eksporter", id, "--fil", str(file)).returncode == 0
    assert "## og i Lesja?" in file.read_text(encoding="utf-8")
    assert lhl("samtale", "slett", id).returncode == 0
    assert ids(lhl) == []


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
@pytest.mark.parametrize(("sent", "code"), [(signal.SIGKILL, -9), (signal.SIGINT, 130)])
def test_what_was_said_is_kept_when_the_talk_is_cut_off(lhl: Lhl, home: Path, sent: int, code: int) -> None:
    command = [sys.executable, "-m", "lhl_assistant", "samtale", "--json"]
    env = {**os.environ, "LHL_HOME": str(home)}
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, env=env, encoding="utf-8") as talk:
        assert talk.stdin is not None
        assert talk.stdout is not None
        talk.stdin.write("Hva er hverdagsmestring?\n")
        talk.stdin.flush()
        id = json.loads(talk.stdout.readline())["conversation"]
        talk.send_signal(sent)
        assert talk.wait(timeout=30) == code
    assert "hverdagsmestring" in lhl("samtale", "vis", id).stdout


def test_the_frame_can_be_chosen(lhl: Lhl) -> None:
    assert "Kjelde 1" in lhl("samtale", "--målform", "nn", input="Hva er hverdagsmestring?\n").stdout


def test_a_folder_that_cannot_be_written_does_not_stop_the_talk(lhl: Lhl, home: Path) -> None:
    home.mkdir()
    (home / "samtaler").write_text("i veien")
    run = lhl("samtale", input=TALK)
    assert run.returncode == 0
    assert "Kilde 1" in run.stdout
    assert run.stderr.count("blir ikke tatt vare på") == 1


@pytest.mark.parametrize(
    "arguments", [("vis", "x"), ("slett", "x"), ("eksporter", "x"), ("--fortsett", "x"), ("--fortsett",)]
)
def test_a_conversation_that_is_not_there_gets_one_sentence(lhl: Lhl, arguments: tuple[str, ...]) -> None:
    run = lhl("samtale", *arguments, input="")
    assert run.returncode == 3
    assert len(run.stderr.strip().splitlines()) == 1
    assert run.stdout == ""
