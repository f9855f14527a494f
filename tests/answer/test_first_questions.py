"""The main job on the bundled knowledge: right answers, each with its source, and an honest no."""

import pytest

from lhl_assistant.answer.ask import ask
from lhl_assistant.answer.text import markdown
from lhl_assistant.search.rank import Searcher
from tests.answer.questions import ANSWERED, REFUSED, Asked

DIRECT_WORDS = 140


@pytest.mark.parametrize("asked", ANSWERED, ids=lambda a: a.question)
def test_answered_and_cited(searcher: Searcher, asked: Asked) -> None:
    answer = ask(searcher, asked.question)
    told = markdown(answer)
    start = told if asked.kind == "liste" else " ".join(told.split()[:DIRECT_WORDS])
    assert answer.answered
    assert all(words.lower() in start.lower() for words in asked.holds), start
    assert not asked.source or answer.citations[0].source == asked.source


@pytest.mark.parametrize("question", REFUSED)
def test_refused_where_the_sources_do_not_say(searcher: Searcher, question: str) -> None:
    answer = ask(searcher, question)
    assert not answer.answered
    assert answer.reason is not None
    assert answer.said


def test_a_nynorsk_question_gets_a_nynorsk_frame(searcher: Searcher) -> None:
    answer = ask(searcher, "Kva er straumprisen i dag?")
    assert answer.language == "nn"
    assert answer.said.startswith("Det står ikkje")


def test_a_question_about_one_municipality_is_answered_from_it(searcher: Searcher) -> None:
    for place in ("Balsfjord", "Lesja", "Sunndal"):
        answer = ask(searcher, f"Hva gjør {place} med frivilligsentral?")
        assert place in answer.citations[0].issuer


def test_only_one_source_is_searched_when_it_is_named(searcher: Searcher) -> None:
    answer = ask(searcher, "Hva står det om mat og måltider?", only_source="sunndal-2023")
    assert {h.source.id for h in answer.hits} == {"sunndal-2023"}


def test_an_empty_cell_is_told_as_empty(searcher: Searcher) -> None:
    answer = ask(searcher, "Hva koster trim i bygdehusene i Balsfjord?")
    assert "oppgir ikke" in answer.blocks[0].heading


def test_unconfirmed_is_told_with_the_citation(searcher: Searcher) -> None:
    answer = ask(searcher, "Er planen i Balsfjord vedtatt?")
    first = answer.citations[0]
    assert first.unconfirmed
    assert "ubekreftet" in first.quote
