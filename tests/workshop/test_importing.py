"""Paper that someone typed in a spreadsheet or a plain text program, saved as that program saves."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from lhl_assistant.errors import InputUnusable
from lhl_assistant.workshop.importing import bring_in, notes_of
from lhl_assistant.workshop.session import Session

WORDS = "Gågata må være åpen – også for «æ» og ø"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("name", ["innspill.csv", "innspill.txt"])
def test_the_words_are_the_same_however_they_were_saved(
    session: Session, tmp_path: Path, encoding: str, name: str
) -> None:
    file = tmp_path / name
    head = "bord;innspill\r\n1;" if name.endswith("csv") else ""
    file.write_bytes(f"{head}{WORDS}\r\n".encode(encoding))
    assert [c.text for c in bring_in(session, file, notes_of(file).text)] == [WORDS]


@pytest.mark.parametrize("data", [b"G\x81gata\n", "G\N{REPLACEMENT CHARACTER}gata\n".encode()])
def test_letters_that_are_lost_are_refused(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "innspill.txt"
    file.write_bytes(data)
    with pytest.raises(InputUnusable) as refused:
        notes_of(file)
    assert "bokstaver som ikke kan leses" in refused.value.said.nb


def test_lines_piped_in_from_windows_keep_their_letters(home: Path) -> None:
    env = {**os.environ, "LHL_HOME": str(home)}

    def lhl(*args: str, data: bytes = b"") -> str:
        command = [sys.executable, "-m", "lhl_assistant", "verksted", *args]
        return subprocess.run(
            command, env=env, input=data, capture_output=True, check=True, timeout=120
        ).stdout.decode()

    lhl("ny", "--kommune", "Fjelldal", "--dato", "2026-12-03")
    lhl("kjør", data=WORDS.encode("cp1252") + b"\nTapt \x81\n")
    shown = json.loads(lhl("vis", "--json"))["contributions"]
    assert [c["text"] for c in shown] == [WORDS]
