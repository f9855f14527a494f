"""A question never pays for what it does not use."""

import os
import subprocess
import sys
from pathlib import Path

import click
import pytest

from lhl_assistant.cli.main import lhl, main

CODE = """
import sys
sys.argv = ["lhl", "spør", "Hva er hverdagsmestring?"]
from lhl_assistant.cli.main import main
try:
    main()
except SystemExit as stop:
    assert not stop.code
models = {"torch", "textual", "sentence_transformers", "transformers", "sklearn", "pandas"}
readers = {"kreuzberg", "pypdfium2", "docx", "lxml"}
others = {f"lhl_assistant.{name}" for name in ("plan", "workshop", "export", "cli.utkast", "cli.verksted", "cli.sjekk")}
heavy = (models | readers | others) & set(sys.modules)
assert not heavy, heavy
"""


def test_asking_imports_neither_torch_nor_textual_nor_readers_nor_the_other_jobs(tmp_path: Path) -> None:
    env = {**os.environ, "LHL_HOME": str(tmp_path)}
    run = subprocess.run([sys.executable, "-c", CODE], env=env, capture_output=True, text=True, timeout=60, check=False)
    assert run.returncode == 0, run.stderr


def test_each_command_goes_by_its_name() -> None:
    context = click.Context(lhl)
    found = {name: lhl.get_command(context, name) for name in lhl.list_commands(context)}
    assert [name for name, command in found.items() if command is None or command.name != name] == []


def test_a_module_that_is_stopped_while_it_loads_is_a_stop(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def loading(**_: object) -> None:
        try:
            raise KeyboardInterrupt
        except KeyboardInterrupt as stop:
            raise ImportError("initialization failed") from stop

    monkeypatch.setattr(lhl, "main", loading)
    with pytest.raises(SystemExit) as ended:
        main()
    assert (ended.value.code, capsys.readouterr().err) == (130, "Avbrutt. Alt er som det var.\n")
