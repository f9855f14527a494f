"""A row of a municipality's plan is not read as a rule."""

from lhl_assistant.answer.ask import ask
from lhl_assistant.search.rank import Searcher


def test_a_row_is_told_with_its_municipality_where_the_question_names_none(searcher: Searcher) -> None:
    told = ask(searcher, "Hvem skal ha ansvaret for frivilligsentralen?").blocks[0].statements[0]
    assert told.text.startswith("Lesja: Ansvar: ")


def test_a_row_is_not_told_with_the_municipality_that_the_question_names(searcher: Searcher) -> None:
    told = ask(searcher, "Hvem har ansvaret for frivilligsentralen i Lesja?").blocks[0].statements[0]
    assert told.text.startswith("Ansvar: ")
