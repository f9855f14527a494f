"""Which language a question is in."""

import pytest

from lhl_assistant.language.detect import detect


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("Do we need a separate plan for seniors?", "en"),
        ("How can we prevent malnutrition?", "en"),
        ("What must a municipality do for older people?", "en"),
        ("Ka må vi ha på plass?", "nb"),
        ("Kva må vere på plass?", "nn"),
        ("Må vi ha en do i sentrum?", "nb"),
        ("Er det plan om bad by og land?", "nb"),
        ("Hvem er i USHT?", "nb"),
    ],
)
def test_a_question_is_in_the_language_of_its_small_words(question: str, language: str) -> None:
    assert detect(question) == language
