"""Offline is proved: questions are answered, and documents added, in a namespace that has no network at all."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

WITHOUT_NETWORK = ("unshare", "--user", "--map-root-user", "--net")


def alone(home: Path, *command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*WITHOUT_NETWORK, sys.executable, *command],
        env={**os.environ, "LHL_HOME": str(home)},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


@pytest.fixture(autouse=True)
def _permitted(home: Path) -> None:
    if shutil.which("unshare") is None:
        pytest.skip("unshare finnes ikke på denne maskinen, så nettet kan ikke kobles fra")
    if alone(home, "-c", "").returncode:
        pytest.skip("denne maskinen tillater ikke navnerom uten nett (unshare --user --net)")


def test_the_namespace_has_no_network(home: Path) -> None:
    code = "import socket; socket.create_connection(('1.1.1.1', 53), 2)"
    assert "Network is unreachable" in alone(home, "-c", code).stderr


def test_a_question_is_answered_without_a_network(home: Path) -> None:
    run = alone(home, "-m", "lhl_assistant", "spør", "Hva koster frivilligsentralen i Balsfjord?")
    assert (run.returncode, run.stderr) == (0, "")
    assert "230 000" in run.stdout


def test_a_document_is_added_and_asked_about_without_a_network(home: Path, tmp_path: Path) -> None:
    (tmp_path / "buss.md").write_text("# Bussen\n\nBussen til Granli koster 37 kroner.\n", encoding="utf-8")
    assert alone(home, "-m", "lhl_assistant", "kilder", "legg-til", str(tmp_path / "buss.md")).returncode == 0
    run = alone(home, "-m", "lhl_assistant", "spør", "--samling", "egne", "Hva koster bussen til Granli?")
    assert "37 kroner" in run.stdout
