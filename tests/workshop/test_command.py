"""The workshop as a facilitator runs it, from invitation to answer."""

import json
from pathlib import Path

import pytest
from docx import Document

from tests.conftest import Lhl

NEW = ("verksted", "ny", "--kommune", "Fjelldal", "--dato", "2026-12-03", "--kontakt", "Servicetorget")
SAID = ["Middag i lag på grendehuset hver torsdag", "Æ savne nån å ete i lag med", "Bussen må gå på kvelden"]


@pytest.fixture
def codes(lhl: Lhl) -> list[str]:
    """The codes of three contributions in a workshop that has been held."""
    assert lhl(*NEW).returncode == 0
    assert lhl("verksted", "kjør", input="\n".join(SAID)).returncode == 0
    return [c["code"] for c in json.loads(lhl("verksted", "vis", "--json").stdout)["contributions"]]


def test_times_are_shown_and_the_method_is_questioned(lhl: Lhl) -> None:
    done = lhl(*NEW, "--metode", "kafedialog", "--målform", "nn")
    assert done.returncode == 0
    assert done.stdout.startswith("11:00–11:10  Velkomen")
    assert "passar for 15–60 deltakarar, og de er 12" in done.stderr


def test_all_that_the_screen_does_can_be_done_by_lines(lhl: Lhl, codes: list[str]) -> None:
    a, b, c = codes
    lines = [
        f"/flytt {c} 1", f"/lik {a} {b}", f"/stem {a} 7", f"/prikk {c} 2", f"/rett {c} Kveldsbuss",
        f"/forslag 3 Felles middag hver uke: {a} {b}", "/område 3", "/klokka", "/tull", "Dette var feil", "/angre",
    ]  # fmt: skip
    done = lhl("verksted", "kjør", input="\n".join(lines))
    assert done.returncode == 0
    assert "«/tull» er ingen kommando" in done.stderr
    assert "smaker" in done.stdout
    head, bus = json.loads(lhl("verksted", "vis", "--json").stdout)["contributions"]
    assert (head["votes"], head["voices"], head["text"]) == (7, 2, SAID[0])
    assert (bus["focus_area"], bus["confirmed"], bus["edited"], bus["votes"]) == (1, True, "Kveldsbuss", 2)


def test_from_the_adopted_plan_back_to_the_words_and_forward(lhl: Lhl, codes: list[str], tmp_path: Path) -> None:
    plan, adopted = tmp_path / "plan.yaml", tmp_path / "vedtatt.docx"
    wanted = "Alle som vil, får spise middag sammen med andre minst én gang i uka."
    plan.write_text(
        f"kommune: Fjelldal\nperiode: 2027–2030\nkapitler:\n- {{id: område-3, tittel: Mat, innsatsområde: 3}}\n"
        f"strategier:\n- id: s1\n  tekst: {wanted}\n  kobling: {{innsatsområde: 3, løsning: '3.1'}}\n",
        "utf-8",
    )
    assert lhl("verksted", "koble", "s1", codes[0], codes[1], "--fil", str(plan)).returncode == 0
    exported = lhl("utkast", "eksporter", "--fil", str(plan), "--til", "word", "--ut", str(adopted))
    assert exported.returncode == 0, exported.stderr
    assert any(SAID[0] in p.text for p in Document(str(adopted)).paragraphs)
    back = lhl("verksted", "spor", wanted, "--fil", str(plan), "--dokument", str(adopted), "--json")
    assert json.loads(back.stdout) == [{"id": "s1", "text": wanted, "adopted": True, "words": SAID[:2]}]
    forward = json.loads(lhl("verksted", "spor", codes[1], "--fil", str(plan), "--json").stdout)
    assert [trace["id"] for trace in forward] == ["s1"]
    answered = lhl("verksted", "svar", codes[1], "--utfall", "vedtatt", "--fordi", "Kommer i budsjettet for 2027")
    assert f"→ s1 {wanted}" in answered.stdout
    assert "tatt med: Kommer i budsjettet" in answered.stdout
    assert SAID[0] not in answered.stdout
    assert lhl("verksted", "svar", codes[1]).stdout == answered.stdout

    assert lhl("verksted", "slett", codes[1]).returncode == 0
    left = [f for f in (tmp_path).rglob("*") if f.suffix in (".yaml", ".jsonl") and SAID[1] in f.read_text("utf-8")]
    assert not left
    assert SAID[0] in plan.read_text("utf-8")


def test_a_report_waits_until_personal_data_are_seen(lhl: Lhl, codes: list[str], tmp_path: Path) -> None:
    lhl("verksted", "kjør", input="Gerd har fått slag, ring 41 23 45 67")
    out = tmp_path / "rapport.md"
    stopped = lhl("verksted", "rapport", "--til", "md", "--ut", str(out))
    assert stopped.returncode == 3
    assert "telefonnummer" in stopped.stderr
    assert not out.exists()
    assert lhl("verksted", "rapport", "--til", "md", "--ut", str(out), "--skjul-funn").returncode == 0
    said = out.read_text("utf-8")
    assert "41 23" not in said
    assert "Gerd" not in said
    assert all(text in said for text in SAID)


@pytest.mark.parametrize("command", ["rapport", "svar"])
def test_what_the_facilitator_wrote_is_looked_through_too(
    lhl: Lhl, codes: list[str], tmp_path: Path, command: str
) -> None:
    if command == "rapport":
        lhl("verksted", "kjør", input=f"/forslag 3 Middag hos Olga Hansen tlf 92345678: {codes[0]}")
    else:
        lhl("verksted", "svar", codes[0], "--utfall", "ikke", "--fordi", "Middag hos Olga, ring 92345678")
    out = tmp_path / "ut.md"
    stopped = lhl("verksted", command, "--til", "md", "--ut", str(out))
    assert (stopped.returncode, out.exists()) == (3, False)
    where = "Ordstyrerens forslag 1" if command == "rapport" else f"Svaret på {codes[0]}"
    assert f"{where}: «92345678» – telefonnummer." in stopped.stderr
    assert lhl("verksted", command, "--til", "md", "--ut", str(out), "--skjul-funn").returncode == 0
    said = out.read_text("utf-8")
    assert "92345678" not in said
    assert "Middag hos Olga" in said


def test_words_that_were_edited_still_stand_verbatim_and_are_looked_through(
    lhl: Lhl, codes: list[str], tmp_path: Path
) -> None:
    lhl("verksted", "kjør", input=f"Ring meg på 41 23 45 67 om middag\n/rett {codes[0]} Skriv til ola@example.com")
    said = json.loads(lhl("verksted", "vis", "--json").stdout)["contributions"]
    code = next(c["code"] for c in said if c["text"].startswith("Ring meg"))
    lhl("verksted", "kjør", input=f"/rett {code} Middag i lag")
    stopped = lhl("verksted", "rapport", "--til", "md", "--ut", str(tmp_path / "ut.md"))
    assert stopped.returncode == 3
    assert "41 23 45 67" in stopped.stderr
    assert "ola@example.com" in stopped.stderr


def test_a_plan_that_is_written_out_points_out_personal_data_in_its_contributions(
    lhl: Lhl, codes: list[str], tmp_path: Path
) -> None:
    lhl("verksted", "kjør", input="Skriv til ola.hansen@example.com om middag")
    said = json.loads(lhl("verksted", "vis", "--json").stdout)["contributions"]
    code = next(c["code"] for c in said if "example" in c["text"])
    plan, out = tmp_path / "plan.yaml", tmp_path / "plan.md"
    plan.write_text(
        "kommune: Fjelldal\nmålform: nn\nkapitler:\n- {id: område-3, tittel: Mat, innsatsområde: 3}\nstrategier:\n"
        "- {id: s1, tekst: Middag i lag., kobling: {innsatsområde: 3, løsning: '3.1'}}\n",
        "utf-8",
    )
    assert lhl("verksted", "koble", "s1", codes[0], code, "--fil", str(plan)).returncode == 0
    export = ("utkast", "eksporter", "--fil", str(plan), "--til", "md", "--ut", str(out))
    told = lhl(*export)
    assert told.returncode == 0, told.stderr
    assert "bak s1: «ola.hansen@example.com» – e-postadresse." in told.stderr
    assert lhl(*export, "--skjul-funn").returncode == 0
    shown = out.read_text("utf-8")
    assert "example.com" not in shown
    assert SAID[0] in shown
    assert "ola.hansen@example.com" in plan.read_text("utf-8")


def test_the_same_link_twice_is_one(lhl: Lhl, codes: list[str], tmp_path: Path) -> None:
    plan = tmp_path / "plan.yaml"
    plan.write_text("kommune: Fjelldal\nstrategier:\n- {id: s1, tekst: Middag i lag.}\n", "utf-8")
    for _ in range(2):
        assert lhl("verksted", "koble", "s1", codes[0], "--fil", str(plan)).returncode == 0
    assert lhl("verksted", "svar", codes[0]).stdout.count("→ s1") == 1
    assert len(json.loads(lhl("verksted", "svar", codes[0], "--json").stdout)["strategies"]) == 1
    assert [c["code"] for c in json.loads(lhl("verksted", "vis", "--json").stdout)["contributions"] if
            len(c["strategies"]) == 1] == [codes[0]]  # fmt: skip


def test_an_answer_covers_those_who_said_the_same(lhl: Lhl, codes: list[str], tmp_path: Path) -> None:
    a, b, c = codes
    lhl("verksted", "kjør", input=f"/lik {a} {b}")
    lhl("verksted", "svar", a, "--utfall", "vedtatt", "--fordi", "Flest ønsket det")
    assert "tatt med: Flest ønsket det" in lhl("verksted", "svar", b).stdout
    assert "ikke svart ennå" in lhl("verksted", "svar", c).stdout
    out = tmp_path / "svar.md"
    assert lhl("verksted", "svar", "--til", "md", "--ut", str(out)).returncode == 0
    assert out.read_text("utf-8").count("Flest ønsket det") == 2
    lhl("verksted", "svar", b, "--utfall", "delvis", "--fordi", "Noe annet")
    assert "Noe annet" in lhl("verksted", "svar", b).stdout
    assert "Flest ønsket det" in lhl("verksted", "svar", a).stdout


@pytest.mark.parametrize("kind", ["rapport", "storskrift", "svar"])
def test_papers_in_both_forms_and_all_formats(lhl: Lhl, codes: list[str], tmp_path: Path, kind: str) -> None:
    command = {"rapport": ["rapport"], "storskrift": ["rapport", "--storskrift"], "svar": ["svar"]}[kind]
    for to, suffix in (("word", "docx"), ("pdf", "pdf")):
        out = tmp_path / f"ut.{suffix}"
        done = lhl("verksted", *command, "--til", to, "--ut", str(out))
        assert done.returncode == 0, done.stderr
        assert out.stat().st_size > 2000


def test_paper_comes_in_once(lhl: Lhl, codes: list[str], tmp_path: Path) -> None:
    paper = tmp_path / "bord 2.csv"
    paper.write_text("Nr;Innspill\n1;Flere benker\n2;Flere benker\n3;Kor på hjemmet\n", "utf-8")
    assert "3 nye innspill" in lhl("verksted", "importer", str(paper), "--bord", "bord 2").stdout
    assert "0 nye innspill" in lhl("verksted", "importer", str(paper), "--bord", "bord 2").stdout


def test_one_is_told_as_one(lhl: Lhl, codes: list[str], tmp_path: Path) -> None:
    paper = tmp_path / "lapp.txt"
    paper.write_text("Kor på hjemmet\n", "utf-8")
    assert "1 nytt innspill" in lhl("verksted", "importer", str(paper)).stdout
    a, b, _ = codes
    meeting = lhl("verksted", "kjør", input=f"/stem {a} 1\n/stem {b} 2").stdout
    shown = lhl("verksted", "vis", "--del", "innspill").stdout
    assert f"{a}: 1 stemme." in meeting
    assert f"{b}: 2 stemmer." in meeting
    assert "1 stemme\n" in shown
    assert "2 stemmer\n" in shown


@pytest.mark.parametrize(
    ("args", "code"),
    [
        (("verksted", "vis", "ukjent"), 3),
        (("verksted", "ny", "--kommune", "F", "--dato", "i morgen"), 2),
        (("verksted", "ny", "--kommune", "F", "--dato", "2026-12-03", "--klokka", "25"), 2),
        (("verksted", "ny", "--kommune", "F", "--dato", "2026-12-03", "--minutter", "30"), 3),
        ((*NEW, "--bevar-til", "2026-12-02"), 2),
        (("verksted", "svar", "abc123", "--utfall", "ikke"), 3),
        (("verksted", "importer", "finnesikke.txt"), 3),
    ],
)
def test_what_is_wrong_is_said_in_a_sentence(lhl: Lhl, args: tuple[str, ...], code: int) -> None:
    done = lhl(*args)
    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr
    assert len(done.stderr.splitlines()) == 1
