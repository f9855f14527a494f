"""``lhl kilder``: own documents in, asked about, quoted as themselves, and out again."""

import json
from pathlib import Path

import pytest

from lhl_assistant.cli.contract import AnswerJson
from lhl_assistant.search.libraries import LIBRARIES
from lhl_assistant.sources.own import OwnSources
from tests.conftest import Lhl

BUS = "# Handlebussen\n\nHandlebussen til Granli går hver onsdag klokka 10. En tur koster 37 kroner.\n"
KITCHEN = "# Kjøkkenet\n\nKjøkkenet på Solbakken har to kombidampere.\n"
QUESTION = "Hva koster handlebussen til Granli?"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    files = {"Handlebuss på Øya.md": BUS, "kjøkken.txt": KITCHEN, "tom.md": "", "bilde.png": "x"}
    for name, text in files.items():
        (tmp_path / "mine").mkdir(exist_ok=True)
        (tmp_path / "mine" / name).write_text(text, encoding="utf-8")
    return tmp_path / "mine"


def test_a_document_goes_in_is_quoted_as_itself_and_goes_out_again(lhl: Lhl, folder: Path) -> None:
    added = lhl("kilder", "legg-til", str(folder / "Handlebuss på Øya.md"))
    assert (added.returncode, added.stdout) == (0, "")
    named, facts = added.stderr.splitlines()
    assert named.startswith("Lagt til: Handlebussen (handlebuss-paa-oeya-")
    assert facts == "  egen kilde · annet · gjeldende"

    answer = AnswerJson.model_validate_json(lhl("spør", QUESTION, "--samling", "egne", "--json").stdout)
    first = answer.citations[0]
    assert answer.answered
    assert "37 kroner" in first.quote
    assert (first.origin, first.original, first.library) == ("original", None, "egne")
    stored = json.loads(lhl("kilder", "vis", first.source, "--json").stdout)["text"]
    assert stored[first.start : first.end] == first.quote

    together = AnswerJson.model_validate_json(lhl("spør", QUESTION, "--json").stdout)
    assert together.citations[0].source == first.source

    rows = [json.loads(line) for line in lhl("kilder", "list", "--json").stdout.splitlines()]
    (mine,) = (r for r in rows if r["library"] == "egne")
    assert mine["id"] == first.source
    assert mine["id"].startswith("handlebuss-paa-oeya-")
    assert (mine["title"], mine["origin"]) == ("Handlebussen", "original")
    assert {r["origin"] for r in rows if r["library"] == "medfølgende"} == {"summary"}

    removed = lhl("kilder", "fjern", mine["id"])
    assert removed.returncode == 0
    assert "egne" not in {json.loads(line)["library"] for line in lhl("kilder", "list", "--json").stdout.splitlines()}
    after = AnswerJson.model_validate_json(lhl("spør", QUESTION, "--samling", "egne", "--json").stdout)
    assert not after.answered
    assert after.passages == []


def test_a_folder_is_added_and_what_cannot_be_used_is_told_while_the_rest_goes_in(
    lhl: Lhl, home: Path, folder: Path
) -> None:
    run = lhl("kilder", "legg-til", str(folder), str(folder / "bilde.png"), str(folder / "borte.md"))
    assert run.returncode == 3
    assert run.stdout == ""
    assert {s.title for s in OwnSources(home).all()} == {"Handlebussen", "Kjøkkenet"}
    refused = [line for line in run.stderr.splitlines() if not line.startswith(("Lagt til", "  "))]
    assert [name in line for name, line in zip(("tom.md", "bilde.png", "borte.md"), refused, strict=True)] == [True] * 3
    again = lhl("kilder", "legg-til", str(folder / "kjøkken.txt"))
    assert again.returncode == 0
    assert "Finnes allerede: Kjøkkenet" in again.stderr


def test_a_folder_with_nothing_to_read_is_told(lhl: Lhl, home: Path, tmp_path: Path) -> None:
    (tmp_path / "tom mappe").mkdir()
    run = lhl("kilder", "legg-til", str(tmp_path / "tom mappe"))
    assert run.returncode == 3
    assert "tom mappe» har ingen filer som kan leses" in run.stderr


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["kilder", "fjern", "finnes-ikke"], 3, "finnes-ikke"),
        (["kilder", "fjern", "lesja-2021"], 3, "lesja-2021"),
        (["kilder", "legg-til"], 2, "mangler"),
        (["kilder", "fjern"], 2, "mangler"),
        (["kilder", "vis", "../../etc/passwd"], 3, "finnes ikke"),
    ],
)
def test_bad_input_is_one_sentence(lhl: Lhl, arguments: list[str], code: int, says: str) -> None:
    run = lhl(*arguments)
    assert run.returncode == code
    assert says in run.stderr.splitlines()[-1]
    assert "Traceback" not in run.stderr
    assert run.stdout == ""


def test_without_own_documents_the_bundled_library_answers_and_the_own_one_says_what_to_do(lhl: Lhl) -> None:
    assert lhl("spør", QUESTION).returncode == 0
    alone = lhl("spør", QUESTION, "--samling", "egne")
    assert alone.returncode == 4
    assert "legg-til" in alone.stderr
    assert LIBRARIES[0] in lhl("kilder", "list").stdout


def test_a_bad_document_never_sends_escapes_to_the_screen(lhl: Lhl, tmp_path: Path) -> None:
    (tmp_path / "stygg.md").write_text("# Ny\x1b]0;eid\x07\x1b[2Jtid\n\nTekst\x1b[31m.\n", encoding="utf-8")
    added = lhl("kilder", "legg-til", str(tmp_path / "stygg.md"))
    id = added.stderr.split("(")[1].split(")")[0]
    for shown in (added.stderr, lhl("kilder", "list").stdout, lhl("kilder", "vis", id).stdout):
        assert "\x1b" not in shown
        assert "\x07" not in shown


def test_the_measures_of_a_plan_are_counted_and_told_by_area_with_what_the_tables_leave_open(
    lhl: Lhl, tmp_path: Path
) -> None:
    head = "| Tiltak | Ansvar | Tidsrom | Kostnad |\n|---|---|---|---|\n"
    (tmp_path / "plan.md").write_text(
        f"# Plan for Nabo\n\n## Innsatsområde 3: Mat\n\n{head}| Eget kjøkken | Kommunalsjefen | 2027 | kr 90 000 |\n\n"
        f"## Annet\n\n{head}| Starte pårørendeskole om demens | | 2028 | |\n",
        encoding="utf-8",
    )
    added = lhl("kilder", "legg-til", str(tmp_path / "plan.md")).stderr
    id = added.split("(")[1].split(")")[0]
    assert f"2 tiltak funnet: «lhl kilder vis {id} --tiltak»" in added
    shown = lhl("kilder", "vis", id, "--tiltak", "--målform", "nn")
    assert "3 Mat og måltid" in shown.stdout
    assert "Starte pårørendeskole om demens *" in " ".join(shown.stdout.split())
    assert shown.stderr.startswith("* Innsatsområdet er foreslått av programmet, for overskriftene i dokumentet seier")
    kitchen, school = map(json.loads, lhl("kilder", "vis", id, "--tiltak", "--json").stdout.splitlines())
    assert (kitchen["text"], kitchen["responsible"], kitchen["cost"]) == ("Eget kjøkken", "Kommunalsjefen", "kr 90 000")
    assert (kitchen["focus_area"], kitchen["suggested"], school["suggested"]) == (3, False, True)
    assert (school["responsible"], school["period"], school["cost"]) == (None, "2028", None)
