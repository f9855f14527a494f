"""A plan's file: what is written is read again, the planner's own hand is left alone, and mistakes are told by line."""

from dataclasses import replace
from pathlib import Path

import pytest

from lhl_assistant.errors import InputUnusable
from lhl_assistant.plan.document import file, history
from lhl_assistant.plan.document.gaps import gaps
from lhl_assistant.plan.document.mistakes import PlanUnusable
from lhl_assistant.plan.document.model import (
    SORTER,
    AgeGroups,
    Alternative,
    Chapter,
    Contribution,
    Link,
    Measure,
    Plan,
    Population,
    Reference,
    Strategy,
)

_FULL = Plan(
    municipality="Fjelldal",
    title="Plan for eit godt liv som eldre",
    period="2027–2030",
    language="nn",
    chapters=(
        Chapter(
            "forord", "Forord", None, "Kjære lesar.\n\nDette står i reforma [k1].\n\n- [FYLL INN: dato for vedtak]"
        ),
        Chapter("mat", "Mat og måltid", 3, ""),
    ),
    strategies=(
        Strategy(
            "s1",
            "Alle skal ha nokon å ete saman med: kvar dag",
            Link(3, "3.2", SORTER, 0.83, "planleggeren", "2026-11-22", (Alternative(2, "2.4", 0.1),)),
            ("k1",),
            ("i1",),
            (Measure("t1", "Open kafé", "[FYLL INN: kven]", "2027", "50 000", link=Link(3, "3.2", "planleggeren")),),
        ),
    ),
    measures=(Measure("t2", "Transport til kafeen", remark="# ikkje ein kommentar"),),
    population=Population("SSB, tabell 1", "2026-11-22", "", (AgeGroups(2026, 900, 80, 30, 5, 560, False),)),
    references=(
        Reference(
            "k1", "mat", "medfølgende", "Mat", heading=("Mat", "Måltid"), start=3, end=9, summary=True, quote="å éte"
        ),
    ),
    contributions=(Contribution("i1", "Eg et aleine «kvar» dag: det er trist", "Eldrerådet", "2026-10-01"),),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "plan.yaml"


def test_a_written_plan_is_read_again_whole(path: Path) -> None:
    file.create(path, _FULL)
    assert file.read(path).plan == _FULL
    assert file.read(path).remarks == ()


def test_comments_order_and_unknown_fields_stay_when_something_else_is_changed(path: Path) -> None:
    text = "# vår plan\nperiode: 2027   # fire år\nkommune: 'A'\nsak: 26/1.10\nstrategier:\n- tekst: Én\n  farge: blå\n"
    path.write_text(text, encoding="utf-8")
    read = file.read(path)
    assert read.plan.period == "2027"
    (strategy,) = read.plan.strategies
    saved = file.save(read, replace(read.plan, strategies=(replace(strategy, text="To"),)))
    assert saved.text == text.replace("Én\n  farge: blå\n", "To\n  farge: blå\n  id: s1\n")
    assert path.read_text(encoding="utf-8") == saved.text


@pytest.mark.parametrize(
    ("text", "line", "word"),
    [
        ("kommune: A\nkommune: B\n", 2, "to ganger"),
        ("periode: 2027\n", 1, "kommune"),
        ("kommune:\n", 1, "tomt"),
        ("kommune: A\nmålform: dansk\n", 2, "nb eller nn"),
        ("kommune: A\nstrategier:\n- tekst: a\n  kobling:\n    innsatsområde: 7\n", 5, "1 til 5"),
        ("kommune: A\nstrategier:\n- kobling:\n    løsning: 3.7\n", 4, "5.5"),
        ("kommune: A\nstrategier:\n- kobling:\n    sikkerhet: 90\n", 4, "0 til 1"),
        ("kommune: A\nstrategier:\n- id: s1\n- id: s1\n", 4, "s1"),
        ("kommune: A\nstrategier:\n- kilder: [k9]\n", 3, "k9"),
        ("kommune: A\nkapitler:\n- tekst: |\n    én\n\n    to [k4]\n", 6, "[k4]"),
        ("kommune: A\nhenvisninger:\n- år: i fjor\n", 3, "år"),
        ("kommune: A\n\tperiode: x\n", 2, "tabulator"),
        ("kommune: A\ntittel: Plan: ny\n", 2, "kolon"),
        ("kommune: A\ntittel: 'Plan\n", 3, "hermetegn"),
        ("kommune: *A\n", 1, "stjerne"),
        ("kommune: A\nbefolkning: mange\n", 2, "befolkning"),
        ("kommune: A\ntittel: [a, b]\n", 2, "tekst"),
        ("- en liste\n", 1, "ikke en plan"),
        pytest.param("kommune: " + "[" * 5000, 1, "YAML", id="dyp"),
        pytest.param("kommune: " + "a" * 3_000_000, 1, "for stor", id="stor"),
    ],
)
def test_a_mistake_is_told_by_its_line_and_the_file_is_left_alone(path: Path, text: str, line: int, word: str) -> None:
    path.write_text(text, encoding="utf-8")
    with pytest.raises(PlanUnusable) as told:
        file.read(path)
    assert [m.line for m in told.value.mistakes] == [line]
    assert word in told.value.mistakes[0].sentence.nb
    assert path.read_text(encoding="utf-8") == text


def test_a_misspelt_field_is_told_and_kept(path: Path) -> None:
    path.write_text("kommune: A\ntiltak:\n- tekst: Kafé\n  ansavr: Helse\n", encoding="utf-8")
    (remark,) = file.read(path).remarks
    assert remark.line == 4
    assert "«ansvar»" in remark.sentence.nb


def test_a_file_of_a_newer_program_is_refused(path: Path) -> None:
    path.write_text("skjema: 2\nkommune: A\n", encoding="utf-8")
    with pytest.raises(InputUnusable, match="nyere"):
        file.read(path)


def test_every_version_that_is_replaced_lies_in_the_history(path: Path) -> None:
    first = file.create(path, _FULL)
    second = file.save(first, replace(_FULL, title="Andre"))
    file.save(second, replace(_FULL, title="Tredje"))
    assert [v.read_text(encoding="utf-8") for v in history.versions(path)] == [first.text, second.text]


def test_what_was_changed_by_hand_meanwhile_is_not_overwritten(path: Path) -> None:
    opened = file.create(path, _FULL)
    by_hand = opened.text.replace("Kjære lesar", "Gode lesar")
    path.write_text(by_hand, encoding="utf-8")
    with pytest.raises(InputUnusable, match="endret av andre"):
        file.save(opened, replace(_FULL, title="Vår"))
    assert path.read_text(encoding="utf-8") == by_hand
    assert "Vår" in history.versions(path)[-1].read_text(encoding="utf-8")


def test_a_new_plan_does_not_replace_another(path: Path) -> None:
    file.create(path, _FULL)
    with pytest.raises(InputUnusable, match="finnes allerede"):
        file.create(path, Plan(municipality="Annen"))
    assert file.read(path).plan == _FULL


def test_gaps_are_found_where_they_stand() -> None:
    assert [(g.place, g.asks) for g in gaps(_FULL)] == [("forord", "dato for vedtak"), ("t1", "kven")]
