"""``lhl indeks``: what there is, whether it is whole, and building that can be stopped."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.conftest import Lhl

BUS = "# Handlebussen\n\nHandlebussen til Granli går hver onsdag klokka 10. En tur koster 37 kroner.\n"


@pytest.fixture
def index(lhl: Lhl, home: Path, tmp_path: Path) -> Path:
    """An own library of one document, built."""
    (tmp_path / "buss.md").write_text(BUS, encoding="utf-8")
    assert lhl("kilder", "legg-til", str(tmp_path / "buss.md")).returncode == 0
    return home / "indeks" / "egne.sqlite"


def test_status_tells_what_the_indexes_hold(lhl: Lhl, index: Path) -> None:
    bundled, own = json.loads(lhl("indeks", "status", "--json").stdout)
    assert (bundled["library"], own["library"]) == ("medfølgende", "egne")
    assert (own["sources"], own["passages"], own["path"]) == (1, 1, str(index))
    assert own["model"] == bundled["model"] == "multilingual-e5-small"
    assert own["bytes"] == index.stat().st_size
    assert "egne: 1 kilde, 1 tekstutdrag" in lhl("indeks", "status").stdout


def test_status_before_there_is_an_own_index(lhl: Lhl) -> None:
    assert "egne: ingen indeks ennå" in lhl("indeks", "status").stdout
    assert json.loads(lhl("indeks", "status", "--json").stdout)[1]["exists"] is False


def test_a_good_index_is_in_order(lhl: Lhl, index: Path) -> None:
    run = lhl("indeks", "sjekk")
    assert (run.returncode, run.stderr) == (0, "")
    assert "egne: i orden (1 kilde)." in run.stdout


def test_a_damaged_index_is_told_by_check_and_question_and_mended_by_a_build(lhl: Lhl, index: Path) -> None:
    index.write_bytes(index.read_bytes()[:9000])
    for command in (["indeks", "sjekk"], ["indeks", "status"], ["spør", "Når går bussen?"]):
        run = lhl(*command)
        assert run.returncode == 4
        assert "skadet" in run.stderr
        assert "lhl indeks bygg" in run.stderr
        assert len(run.stderr.strip().splitlines()) == 1
    assert lhl("indeks", "bygg").returncode == 0
    assert lhl("indeks", "sjekk").returncode == 0


def test_an_index_that_lags_behind_its_sources_is_told(lhl: Lhl, index: Path, home: Path) -> None:
    (folder,) = (p for p in (home / "kilder").iterdir() if p.is_dir())
    shutil.rmtree(folder)
    run = lhl("indeks", "sjekk")
    assert run.returncode == 4
    assert run.stderr.startswith("egne: Indeksen er ikke laget av kildene slik de er nå.")
    assert lhl("indeks", "bygg").returncode == 0
    assert lhl("indeks", "sjekk").returncode == 0


def test_a_data_folder_that_cannot_be_written_is_one_sentence(lhl: Lhl, tmp_path: Path) -> None:
    (tmp_path / "fil").touch()
    run = lhl("indeks", "bygg", env={"LHL_HOME": str(tmp_path / "fil" / "hjem")})
    assert run.returncode == 4
    assert "kan ikke skrives" in run.stderr
    assert len(run.stderr.strip().splitlines()) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl+C sendes på en annen måte på Windows")
def test_ctrl_c_stops_the_adding_and_changes_nothing(lhl: Lhl, index: Path, home: Path, tmp_path: Path) -> None:
    before = {p: p.read_bytes() for p in home.rglob("*") if p.is_file()}
    lines = "\n\n".join(f"Tiltak {n} koster {n * 7} kroner og har en lang begrunnelse." for n in range(2000))
    (tmp_path / "lang.md").write_text(f"# Lang\n\n{lines}\n", encoding="utf-8")
    adding = subprocess.Popen(
        [sys.executable, "-m", "lhl_assistant", "kilder", "legg-til", str(tmp_path / "lang.md")],
        env={**os.environ, "LHL_HOME": str(home)},
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    while not any((home / "kilder").glob(".ny-*")) and adding.poll() is None:
        time.sleep(0.01)
    time.sleep(0.3)
    adding.send_signal(signal.SIGINT)
    said = adding.communicate(timeout=20)[1]
    assert (adding.returncode, said.strip()) == (130, "Avbrutt. Alt er som det var.")
    assert {p: p.read_bytes() for p in home.rglob("*") if p.is_file()} == before
    assert "37 kroner" in lhl("spør", "Hva koster handlebussen?", "--samling", "egne").stdout
