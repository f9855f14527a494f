"""Agendas add up, questions can be read by everyone, both forms say the same, and sheets can be printed."""

import re
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any, get_args

import pypdfium2 as pdfium
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lhl_assistant.errors import InputUnusable
from lhl_assistant.language.detect import detect
from lhl_assistant.reform.load import load
from lhl_assistant.reform.model import Reform
from lhl_assistant.sources.catalogue import load as catalogue
from lhl_assistant.workshop.before.agenda import agenda
from lhl_assistant.workshop.before.lix import lix
from lhl_assistant.workshop.before.sheets import agenda_end, sheets, shopping, write_all
from lhl_assistant.workshop.before.texts import material
from lhl_assistant.workshop.journal.acts import Method, SetUp
from tests.conftest import KNOWLEDGE
from tests.workshop.conftest import PLANNED

REFORM = load(KNOWLEDGE / "reform.yaml")


def planned(**changes: Any) -> SetUp:
    return SetUp(id="x", n=0, at="", by="ordstyrer", **{**PLANNED, **changes})


@settings(max_examples=120, deadline=None)
@given(
    st.integers(60, 480),
    st.lists(st.integers(1, 5), min_size=1, max_size=5, unique=True),
    st.sampled_from(get_args(Method)),
)
def test_times_add_up_and_nobody_sits_too_long(minutes: int, areas: list[int], method: str) -> None:
    setup = planned(minutes=minutes, areas=tuple(areas), method=method)
    try:
        parts = agenda(setup, REFORM)
    except InputUnusable:
        assert minutes < 5 * (len(areas) + 8)
        return
    assert sum(p.minutes for p in parts) == minutes
    assert (parts[0].start, parts[-1].end) == (setup.start, agenda_end(setup))
    assert all(a.end == b.start for a, b in pairwise(parts))
    assert all(p.minutes >= 5 for p in parts)
    assert [p.area for p in parts if p.area] == areas
    if minutes >= 90:
        assert any(p.pause for p in parts)


def test_two_hours_with_twelve_people(reform: Reform) -> None:
    parts = agenda(planned(), reform)
    assert (parts[0].start, parts[-1].end) == ("11:00", "13:00")
    sittings, sat = [], 0
    for part in parts:
        sat = 0 if part.pause else sat + part.minutes
        sittings.append(sat)
    assert max(sittings) <= 75
    assert "30 kopper kaffe" in shopping(planned())


def test_too_little_time_is_said(reform: Reform) -> None:
    with pytest.raises(InputUnusable, match="for kort tid"):
        agenda(planned(minutes=30), reform)


def questions() -> list[tuple[str, str]]:
    asked = material().questions
    words = [asked.apning, *(w for a in asked.omrader for w in (a.main, *a.helpers))]
    return [(w.nb, w.nn) for w in words]


@pytest.mark.parametrize(("nb", "nn"), questions())
def test_every_question_can_be_read_by_everyone(nb: str, nn: str) -> None:
    assert lix(nb) <= 30
    assert lix(nn) <= 30
    assert nb.endswith("?")
    assert nn.endswith("?")
    assert not re.search(r"tiltak|innsatsområde|kommunal|medvirkning|medverknad", nb + nn)


def test_all_questions_together_are_easy() -> None:
    assert lix(" ".join(nb for nb, _ in questions())) <= 25
    assert lix(" ".join(nn for _, nn in questions())) <= 25


def test_lix_is_bjornssons() -> None:
    assert lix("Hei du.") == 2
    assert lix("Kommunestyret vedtar planer. Det er bra.") == pytest.approx(3 + 100 / 6)


def everything() -> list[tuple[str, str]]:
    found = material()
    words = [w for m in found.methods for w in (m.name, m.good_for, *(s.what for s in m.steps))]
    for sheet in (found.texts.invitation, found.texts.consent, found.texts.sign_in):
        words += [sheet.title, *sheet.paragraphs, *sheet.columns]
    words += [*found.texts.roles, *found.texts.archive, *(p for a in found.texts.advice for p in a.points)]
    return [(w.nb, w.nn) for w in words]


def test_both_forms_have_the_same_names_and_figures() -> None:
    for nb, nn in everything() + questions():
        assert set(re.findall(r"\{\w+\}|\d+", nb)) == set(re.findall(r"\{\w+\}|\d+", nn)), nb


def test_the_forms_are_what_they_are_called() -> None:
    assert detect(" ".join(nn for _, nn in everything())) == "nn"
    assert detect(" ".join(nb for nb, _ in everything())) == "nb"


def test_the_invitation_calls_nobody_old() -> None:
    said = " ".join(w.nb + w.nn for w in (material().texts.invitation.title, *material().texts.invitation.paragraphs))
    assert not re.search(r"eldre|gamle|senior|pensjonist", said, re.IGNORECASE)


def test_every_source_is_in_the_catalogue() -> None:
    known = set(catalogue(KNOWLEDGE / "kilder.yaml"))
    named = [s for m in material().methods for s in m.source] + [s for a in material().texts.advice for s in a.source]
    assert set(named) <= known


def test_every_method_fills_its_time() -> None:
    assert {m.id for m in material().methods} == set(get_args(Method))
    for method in material().methods:
        assert sum(step.share for step in method.steps) == 100
        assert any(step.each for step in method.steps)
        assert any(step.vote for step in method.steps)


def test_sheets_are_pages_of_their_size_with_large_letters(tmp_path: Path, reform: Reform) -> None:
    setup = planned(areas=(3,), language="nn", day=date(2026, 12, 3))
    assert min(d.paper.letters for n, d in sheets(setup, reform).items() if n == "kort") >= 18
    files = {f.stem: f for f in write_all(setup, reform, tmp_path)}
    assert {"kjoreplan", "innbydelse", "samtykke", "oppmote", "kort", "plakat-3"} == set(files)
    millimetres = {
        name: [round(float(side) / 72 * 25.4) for side in pdfium.PdfDocument(file)[0].get_mediabox()[2:]]
        for name, file in files.items()
    }
    assert millimetres["plakat-3"] == [420, 297]
    assert millimetres["kort"] == [210, 148]
    assert len(pdfium.PdfDocument(files["plakat-3"])) == 1
    assert len(pdfium.PdfDocument(files["kort"])) == 7  # one that tells how, and six questions
    said = pdfium.PdfDocument(files["innbydelse"])[0].get_textpage().get_text_range()
    assert "torsdag 3. desember 2026" in said
    assert "11:00–13:00" in said
