"""What is told beside the answer, and what is not: nothing twice, no source that is not used, no silly advice."""

import re

import pytest

from lhl_assistant.answer.ask import ask
from lhl_assistant.answer.text import markdown
from lhl_assistant.language.words import content_words, stem
from lhl_assistant.search.rank import Searcher

ASKED = (
    "Hva skal eldrerådet gjøre i planarbeidet?",
    "Hva sier reformen om pårørende?",
    "Når er søknadsfristen for kompetanse- og tjenesteutviklingstilskuddet?",
    "Hva er forskjellen på Leve hele livet og Bo trygt hjemme?",
)
MOST_BESIDE = 10
SAME = 0.9


@pytest.mark.parametrize("question", ASKED)
def test_every_source_that_is_listed_is_used_and_numbered_in_its_order(searcher: Searcher, question: str) -> None:
    answer = ask(searcher, question)
    used = list(dict.fromkeys(int(n) for n in re.findall(r"\[(\d+)\]", markdown(answer))))
    assert used == [c.id for c in answer.citations] == list(range(1, len(used) + 1))


@pytest.mark.parametrize("question", ASKED)
def test_nothing_is_told_twice_and_little_beside_the_answer(searcher: Searcher, question: str) -> None:
    answer = ask(searcher, question)
    said = [{stem(w) for w in content_words(s.text)} for b in answer.blocks for s in b.statements]
    alike = [(one, other) for i, one in enumerate(said) for other in said[:i] if len(one & other) > SAME * len(one)]
    assert alike == []
    assert sum(len(b.statements) for b in answer.blocks[1:]) <= MOST_BESIDE


@pytest.mark.parametrize(
    "question",
    [
        "Hva er forskjellen på Leve hele livet og Bo trygt hjemme?",
        "Kva skil Bu trygt heime frå Leve heile livet?",
        "Sammenlign Leve hele livet og Bo trygt hjemme",
    ],
)
def test_two_reforms_stand_side_by_side_with_a_source_a_row(searcher: Searcher, question: str) -> None:
    table = ask(searcher, question).blocks[0]
    assert set(table.columns[1:]) == {"Leve hele livet", "Bo trygt hjemme"}
    told = {cells[0] for cells, _ in table.rows}
    assert told >= {"Mål", "Periode", "Innsatsområder", "Penger"}


def test_where_no_word_picks_a_row_the_whole_table_is_told(searcher: Searcher) -> None:
    answer = ask(searcher, "Når er søknadsfristen for kompetanse- og tjenesteutviklingstilskuddet?")
    assert {cells[0] for cells, _ in answer.blocks[0].rows} >= {"Rogaland", "Agder", "Innlandet"}


@pytest.mark.parametrize(
    "question",
    [
        "Bør vi bygge nytt sykehjem?",
        "Lønner det seg med forebygging?",
        "Hva sier loven om trygghetsstandard i sykehjem?",
        "Er det krav om bemanningsnorm i sykehjem?",
        "Hvem er helseminister nå?",
    ],
)
def test_what_is_wise_what_has_no_name_and_who_is_it_now_is_no_sure_answer(searcher: Searcher, question: str) -> None:
    answer = ask(searcher, question)
    assert not (answer.answered and answer.sure)


@pytest.mark.parametrize(
    "question",
    [
        "Er det lov å kreve betaling for trygghetsalarm?",
        "Kva reglar gjeld for testament og arv?",
        "Hvor langt er det mellom Dombås og Lesja?",
    ],
)
def test_no_document_is_named_whose_title_does_not_speak_of_the_matter(searcher: Searcher, question: str) -> None:
    answer = ask(searcher, question)
    assert not answer.answered
    assert not re.search(r"\b(?:Let|Leit) heller i\b", answer.said)
