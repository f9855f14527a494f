"""Files made to break their reader: each is read or refused in a sentence, and the next is read."""

from pathlib import Path

import pytest

from benchmarks import fuzz_readers, hostile_files
from benchmarks.hostile import Outcome, outcome
from lhl_assistant.sources.reading.reader import reader


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Outcome]:
    paths = hostile_files.make(tmp_path_factory.mktemp("fiendtlig"), large=False)
    with reader() as opened:
        return {path.name: outcome(opened, path) for path in paths}


def test_sixty_and_more_are_survived_and_none_breaks_a_promise(outcomes: dict[str, Outcome]) -> None:
    assert len(outcomes) >= 60
    assert {name: o.broken for name, o in outcomes.items() if o.broken} == {}


@pytest.mark.parametrize("name", ["skjult.html", "skjult.docx", "skjult.pdf", "egentlig word.txt"])
def test_hidden_text_is_left_out_and_told(outcomes: dict[str, Outcome], name: str) -> None:
    reading = outcomes[name].reading
    assert reading is not None
    assert "hemmelig" not in reading.text
    assert any("skjult tekst" in r.nb and "hemmelig hvisking" in r.nb for r in reading.remarks)


@pytest.mark.parametrize("name", ["instruks.txt", "instruks på engelsk.md", "tekst og instruks.pdf", "skjult.docx"])
def test_instructions_to_the_reader_are_told(outcomes: dict[str, Outcome], name: str) -> None:
    reading = outcomes[name].reading
    assert reading is not None
    assert any("instrukser" in r.nb and "instruksar" in r.nn for r in reading.remarks)


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("låst.pdf", "passord"),
        ("kryptert.docx", "passord"),
        ("låst.docx", "passord"),
        ("bombe.docx", "fylt minnet"),
        ("over grensen.txt", "for stor"),
        ("arkiv i arkiv.zip", "er et arkiv"),
        ("avkuttet.docx", "skadet"),
        ("tom.txt", "er tom"),
        ("gammelt.doc", "lagre det som docx"),
    ],
)
def test_what_is_refused_says_why_and_what_to_do(outcomes: dict[str, Outcome], name: str, says: str) -> None:
    assert says in outcomes[name].sentence


@pytest.mark.parametrize("name", ["latin-1.txt", "utf-16.txt", "nullbyte.txt"])
def test_odd_encodings_are_read_well(outcomes: dict[str, Outcome], name: str) -> None:
    reading = outcomes[name].reading
    assert reading is not None
    assert "Måltid" in reading.text
    assert reading.remarks == ()


def test_an_ordinary_plan_is_flagged_for_nothing(tmp_path: Path) -> None:
    text = (
        "# Plan for Leve hele livet\n\nKommunen følger instruksen fra Statsforvalteren. Tidligere planer er opphevet.\n"
        "Ta hensyn til regler om brannvern. Systemet for varsling skal svare alltid. Til assistenter i tjenesten.\n"
    )
    (tmp_path / "plan.md").write_text(text, encoding="utf-8")
    with reader() as opened:
        assert opened.read(tmp_path / "plan.md").remarks == ()


def test_documents_broken_at_random_break_no_promise(capsys: pytest.CaptureFixture[str]) -> None:
    assert fuzz_readers.main(70, seed=7) == 0, capsys.readouterr().out
