"""What people say leads to the concept that they speak of, as it is listed and nearly so."""

import pytest

from lhl_assistant.language.concepts import Concept, Concepts

SYKEHJEM = Concept("sykehjem", ("sykehjem",))
MIDDAG = Concept("maltid", ("måltider",))
FYLKE = Concept("statsforvalteren", ("statsforvalteren",))
BESOK = Concept("ensomhet", ("ensomhet",))
CONCEPTS = Concepts(
    [
        (SYKEHJEM, ["sykehjem", "gamlehjem"]),
        (MIDDAG, ["måltider", "middag"]),
        (FYLKE, ["statsforvalteren", "fylkesmannen"]),
        (BESOK, ["ensomhet", "får aldri besøk"]),
    ]
)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Hva koster gamlehjemmet?", [SYKEHJEM]),
        ("Mor får aldri besøk på gamlehjemmet", [BESOK, SYKEHJEM]),
        ("Hvem lager gamlehjemsmiddagen?", [SYKEHJEM, MIDDAG]),
        ("Hva sa fylkesmanen?", [FYLKE]),
        ("Hva sa naboen?", []),
        ("Får hun aldri?", []),
    ],
)
def test_a_concept_is_found_as_listed_by_the_parts_of_a_compound_and_with_a_slip(
    question: str, expected: list[Concept]
) -> None:
    assert [f.concept for f in CONCEPTS.find(question)] == expected


def test_a_concept_says_which_words_name_it() -> None:
    (found,) = CONCEPTS.find("Mor får aldri besøk")
    assert found.words == (1, 2, 3)


def test_a_word_that_names_a_concept_as_it_stands_is_not_taken_for_another() -> None:
    assert [f.concept.id for f in CONCEPTS.find("middag på sykehjem")] == ["maltid", "sykehjem"]
