"""The plan and what goes with it, from a drafted plan to files; the letters are the same in both forms."""

import re
import string
from dataclasses import replace
from datetime import date
from pathlib import Path

import docx
import pytest

from lhl_assistant import places
from lhl_assistant.embedding.engine import Engine
from lhl_assistant.export.letters import letter, templates
from lhl_assistant.export.plan import plan_document
from lhl_assistant.export.references import described
from lhl_assistant.export.send import send
from lhl_assistant.language.detect import detect
from lhl_assistant.plan.check.check import check_file
from lhl_assistant.plan.check.model import Verdict
from lhl_assistant.plan.document.gaps import gaps
from lhl_assistant.plan.document.ids import measures_of
from lhl_assistant.plan.document.model import Contribution, Plan
from lhl_assistant.plan.draft import suggest
from lhl_assistant.plan.draft import templates as draft_templates
from lhl_assistant.plan.draft import write as draft
from lhl_assistant.plan.draft.anchors import Knowledge
from lhl_assistant.plan.sorting.sorter import Sorter
from lhl_assistant.reform.load import load
from lhl_assistant.search.rank import Searcher

TODAY = date(2026, 11, 22)
KNOWLEDGE = places.bundled("knowledge")


@pytest.fixture(scope="module", params=["nb", "nn"])
def plan(request: pytest.FixtureRequest, searcher: Searcher, engine: Engine) -> Plan:
    """A drafted plan in which every løsning has a strategy and measures (in nynorsk one each, for speed); chapters of
    the areas only."""
    texts = draft_templates.load(KNOWLEDGE)
    desk = draft.Desk(searcher, texts, Sorter(engine))
    empty = draft.new("Fjelldal", "2027–2030", request.param, desk)
    made = draft.write(empty, desk, {c.id for c in empty.chapters if c.area} | {"oppfølging"})
    offered = suggest.suggestions(draft_templates.proposals(KNOWLEDGE), Knowledge(searcher))
    if request.param == "nn":
        offered = list({(s.solution, s.kind): s for s in offered}.values())
    for suggestion in offered:
        made = suggest.take(suggestion, made, texts.measure, TODAY.isoformat())
    return made


def test_the_check_finds_in_the_word_file_all_that_the_draft_holds(
    plan: Plan, tmp_path: Path, searcher: Searcher, engine: Engine
) -> None:
    (file,) = send(plan, tmp_path / "plan.docx", TODAY)
    checked = check_file(file, searcher, engine)
    assert checked.language == plan.language
    assert [area.verdict for area in checked.areas] == [Verdict.COVERED] * 5
    drafted = {s.link.solution for s in plan.strategies if s.link}
    assert {s.number for s in checked.solutions if s.verdict is Verdict.COVERED} == drafted
    assert [m.text for m in checked.measures] == [m.text for m in measures_of(plan)]
    assert all(m.no_responsible and m.no_period and m.no_cost for m in checked.measures)
    assert "mangler" in [p.met for p in checked.formal if p.id == "politisk_behandling"]


def test_every_reference_in_the_plan_leads_to_a_source_in_its_list(plan: Plan, tmp_path: Path) -> None:
    document = plan_document(plan, load(KNOWLEDGE / "reform.yaml"), TODAY)
    (file,) = send(plan, tmp_path / "plan.docx", TODAY)
    text = "\n".join(p.text for p in docx.Document(str(file)).paragraphs)
    pointed = {int(number) for number in re.findall(r"\[(\d+)\]", text)}
    assert pointed == {reference.number for reference in document.references}
    assert not re.search(r"\[k\d+\]", text)
    cited = {described(r, plan.language) for r in plan.references}
    assert {reference.text for reference in document.references} <= cited


def test_what_others_answered_stays_at_the_desk(plan: Plan, tmp_path: Path) -> None:
    """The question stands in the action plan; «i Lesja: …» after it stands in the plan's own file."""
    assert any(re.search(r"\[FYLL INN: [^\]]*\? I Lesja", m.responsible) for m in measures_of(plan))
    (file,) = send(plan, tmp_path / "plan.md", TODAY)
    text = file.read_text(encoding="utf-8")
    assert not re.search(r"\[FYLL INN: [^\]]*\? I ", text)
    assert text.count("[FYLL INN: ") == len(gaps(plan))


def test_the_words_of_the_people_stand_with_the_strategy_they_led_to(plan: Plan, tmp_path: Path) -> None:
    said = Contribution("i1", "Vi vil ha benker med rygg langs elva.", "Eldrerådet", "2026-10-01")
    strategies = (replace(plan.strategies[0], contributions=("i1",)), *plan.strategies[1:])
    (file,) = send(replace(plan, contributions=(said,), strategies=strategies), tmp_path / "plan.md", TODAY)
    text = file.read_text(encoding="utf-8")
    place = text.index("benker med rygg")
    assert text.index(plan.strategies[0].text[:40]) < place < text.index(plan.strategies[1].text[:40])


def test_the_letters_say_only_what_the_plan_holds(plan: Plan, tmp_path: Path) -> None:
    for which in templates(KNOWLEDGE):
        (file,) = send(plan, tmp_path / f"{which}.md", TODAY, which)
        text = file.read_text(encoding="utf-8")
        assert f"{len(plan.strategies)} strategi" in text
        assert f"{len(measures_of(plan))} tiltak" in text
        assert "[FYLL INN:" in text
        assert "{" not in text
    (file,) = send(plan, tmp_path / "sak.docx", TODAY, "saksframlegg")
    assert str(len(gaps(plan))) in "\n".join(p.text for p in docx.Document(str(file)).paragraphs)


def test_the_letters_are_the_same_in_both_forms() -> None:
    for template in templates(KNOWLEDGE).values():
        for text in template.texts():
            names = [sorted(name for _, name, _, _ in string.Formatter().parse(t) if name) for t in (text.nb, text.nn)]
            assert names[0] == names[1], text.nb
            assert text.nb.count("[FYLL INN") == text.nn.count("[FYLL INN"), text.nb
        assert detect(" ".join(t.nb for t in template.texts())) == "nb"
        assert detect(" ".join(t.nn for t in template.texts())) == "nn"


def test_a_plan_with_nothing_in_it_can_be_sent(tmp_path: Path) -> None:
    empty = Plan(municipality="Fjelldal")
    for name in ("plan.docx", "plan.pdf", "plan.md"):
        assert send(empty, tmp_path / name, TODAY)
    assert "0 strategi" in str(letter("saksframlegg", empty, KNOWLEDGE, TODAY).blocks)
