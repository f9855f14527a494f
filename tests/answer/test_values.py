"""What counts as a value of the kind asked for."""

import pytest

from lhl_assistant.answer.intent import Wanted, read
from lhl_assistant.answer.values import holds


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("20 prosent stilling til aktivitør", False),
        ("over 60 % spiser alene", False),
        ("staten dekket 60 prosent av kostnadene", True),
        ("kr 230 000", True),
    ],
)
def test_a_percentage_is_a_price_only_where_it_is_of_one(text: str, amount: bool) -> None:
    assert holds(Wanted.AMOUNT, text) is amount


@pytest.mark.parametrize(
    ("text", "counts"), [("ikke over 11 timer", True), ("over 80 år", False), ("for dem over 67", False)]
)
def test_an_age_counts_nothing(text: str, counts: bool) -> None:
    assert holds(Wanted.NUMBER, text) is counts


@pytest.mark.parametrize("question", ["Hvilken paragraf gjelder eldreråd?", "Kva for ein paragraf seier det?"])
def test_a_paragraph_is_asked_for_and_holds_its_mark(question: str) -> None:
    assert read(question).wanted is Wanted.SECTION
    assert holds(Wanted.SECTION, "etter folkehelseloven § 5")
    assert not holds(Wanted.SECTION, "oversikten er lovpålagt")
