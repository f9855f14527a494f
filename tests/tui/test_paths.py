"""Paths as they are typed, pasted and dropped; a document laid out in lines."""

import re
import shlex
from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lhl_assistant.tui.ask.suggestions import fitting
from lhl_assistant.tui.files.completing import completions
from lhl_assistant.tui.files.dropped import dropped
from lhl_assistant.tui.reading.lines import lines

NAMES = st.text(
    st.characters(exclude_characters="/\0", exclude_categories=["Cs", "Cc"]), min_size=1, max_size=20
).filter(lambda n: n.strip() == n and n not in (".", "..") and not n.startswith("~"))


@given(st.lists(NAMES, min_size=1, max_size=3))
def test_a_path_is_read_however_the_terminal_writes_it(names: list[str]) -> None:
    paths = [Path("/tmp", "mappe", name) for name in names]
    assert dropped(" ".join(shlex.quote(str(p)) for p in paths)) == paths
    assert dropped(" ".join(f"file://{quote(str(p))}" for p in paths)) == paths
    escaped = " ".join(re.sub(r"([^\w/.-])", r"\\\1", str(p)) for p in paths)
    assert dropped(escaped) == paths


@given(st.text(max_size=60))
def test_whatever_is_pasted_is_taken_calmly(text: str) -> None:
    dropped(text)
    fitting(text, ("Hva er hverdagsmestring?",))


def test_a_file_with_spaces_is_one_path(tmp_path: Path) -> None:
    file = tmp_path / "min plan.md"
    file.touch()
    assert dropped(f"{file}\n") == [file]


def test_what_is_typed_is_completed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "Planer").mkdir()
    for name in ("plan.md", "plan.exe", "annet.md", ".skjult.md"):
        (tmp_path / name).touch()
    assert completions(f"{tmp_path}/pl", (".md",)) == [f"{tmp_path}/Planer/", f"{tmp_path}/plan.md"]
    assert completions(f"{tmp_path}/.s") == [f"{tmp_path}/.skjult.md"]
    assert completions(f"{tmp_path}/finnes/ikke") == []
    monkeypatch.chdir(tmp_path)
    assert completions("plan.m") == ["plan.md"]


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\0"), max_size=300), st.integers(1, 120))
def test_each_word_of_a_text_stands_on_a_line_in_its_order(text: str, width: int) -> None:
    laid = lines(text, width)
    starts = [line.start for line in laid if line.kind != "blank"]
    assert starts == sorted(starts)
    assert all(0 <= line.start <= line.end <= len(text) for line in laid)


def test_a_paragraph_is_laid_out_whole_and_no_wider_than_asked() -> None:
    text = (
        "# Mål\n\n" + "Eldre skal kunne bo hjemme så lenge de vil. " * 20 + "\n\n- et punkt som går over flere linjer"
    )
    laid = lines(text, 30)
    told = " ".join(text[line.start : line.end] for line in laid)
    assert told.split() == text.replace("# ", "").replace("- ", "").split()
    assert all(len(line.lead) + line.end - line.start <= 30 for line in laid)


def test_suggestions_follow_what_is_typed() -> None:
    questions = ("Hva er hverdagsmestring?", "Hva er IGP?", "Hvem vedtar planen?")
    assert fitting("hverdagsm", questions)[0] == "Hva er hverdagsmestring?"
    assert fitting("hverdagsmestrnig", questions) == ["Hva er hverdagsmestring?"]
    assert fitting("hv", questions) == []
    assert "Hva er IGP?" not in fitting("Hva er IGP?", questions)
