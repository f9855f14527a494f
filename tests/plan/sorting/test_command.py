"""``lhl sorter`` as a planner runs it."""

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.conftest import Lhl

LINES = "Kartlegge ernæring hos alle\n\n  Ny barnehage  \nAvløysing for pårørande\n"

CODE = """
import sys
sys.argv = ["lhl", "sorter", "--json"]
from lhl_assistant.cli.main import main
try:
    main()
except SystemExit as stop:
    assert not stop.code
heavy = {"torch", "textual", "sentence_transformers", "transformers", "sklearn", "scipy"} & set(sys.modules)
assert not heavy, heavy
"""


def test_each_line_gives_one_object_of_the_contracts_form(lhl: Lhl, tmp_path: Path) -> None:
    file = tmp_path / "innspill.txt"
    file.write_text(LINES, encoding="utf-8-sig")
    run = lhl("sorter", "--fil", str(file), "--json")
    assert run.returncode == 0
    found = [json.loads(line) for line in run.stdout.splitlines()]
    assert [o["text"] for o in found] == ["Kartlegge ernæring hos alle", "Ny barnehage", "Avløysing for pårørande"]
    assert [o["focus_area"] for o in found] == [3, None, 5]
    assert [o["solution"] for o in found] == ["3.4", None, "5.2"]
    for o in found:
        assert set(o) == {"text", "focus_area", "solution", "confidence", "alternatives"}
        assert [set(a) for a in o["alternatives"]] == [{"focus_area", "solution", "confidence"}] * 2
    assert lhl("sorter", "--json", input=LINES).stdout == run.stdout


def test_the_readable_list_is_norwegian(lhl: Lhl) -> None:
    run = lhl("sorter", input="Ny barnehage\nAvløysing for \x1b[31mpårørande\n")
    assert "Utenfor reformen" in run.stdout
    assert "5 Sammenheng i tjenestene, løsning 5.2 Avlastning og støtte til pårørende" in run.stdout
    assert "\x1b" not in run.stdout


def test_no_lines_give_no_objects(lhl: Lhl) -> None:
    run = lhl("sorter", "--json", input="\n  \n")
    assert (run.returncode, run.stdout) == (0, "")


def test_a_file_that_cannot_be_read_is_told_in_one_sentence(lhl: Lhl) -> None:
    run = lhl("sorter", "--fil", "/finnes/ikke.txt")
    assert (run.returncode, run.stdout) == (3, "")
    assert len(run.stderr.strip().splitlines()) == 1
    assert "kan ikke leses" in run.stderr


def test_sorting_imports_nothing_heavy(tmp_path: Path) -> None:
    env = {**os.environ, "LHL_HOME": str(tmp_path)}
    command = [sys.executable, "-c", CODE]
    run = subprocess.run(command, env=env, input=LINES, capture_output=True, encoding="utf-8", timeout=60, check=False)
    assert run.returncode == 0, run.stderr
