"""Words meet their forms: stems, compounds, and the language a question is asked in."""

import pytest

from lhl_assistant.language.detect import detect
from lhl_assistant.language.words import content_words, parts, stem, terms


def test_forms_of_a_word_share_a_stem_in_both_languages() -> None:
    assert stem("måltider") == stem("måltidene")
    assert stem("kommunenes") == stem("kommunane")
    assert stem("koster") == stem("kostar")


def test_function_words_are_left_out_but_negation_stays() -> None:
    assert content_words("Hva er det som ikke koster noe?") == ["ikke", "koster"]


def test_a_compound_is_found_by_its_parts() -> None:
    vocabulary = frozenset({stem("ernæring"), stem("strategi"), stem("besøk")})
    assert parts("ernæringsstrategi", vocabulary) == (stem("ernæring"), stem("strategi"))
    assert stem("ernæring") in terms("Lag en ernæringsstrategi", vocabulary)
    assert parts("besøk", vocabulary) == ()


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("Hvem har ansvaret for matombringing?", "nb"),
        ("Kven har ansvaret for matombringing?", "nn"),
        ("Kva kostar frivilligsentralen?", "nn"),
        ("Who is responsible for the plan?", "en"),
        ("frivilligsentral Balsfjord", "nb"),
        ("", "nb"),
    ],
)
def test_the_language_of_a_question(question: str, language: str) -> None:
    assert detect(question) == language
