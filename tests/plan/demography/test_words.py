"""Sentences, table and chart say what the figures say, in both forms; a plan takes them in where it asks for them."""

import re
from dataclasses import replace
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lhl_assistant.plan.demography.chart import svg
from lhl_assistant.plan.demography.describe import describe
from lhl_assistant.plan.demography.fill import with_population
from lhl_assistant.plan.document.model import AgeGroups, Chapter, Plan, Population
from lhl_assistant.said import Form

_NOW = AgeGroups(2026, 2400, 400, 160, 40, 1800)
_THEN = AgeGroups(2050, 2000, 520, 300, 80, 1350, True)
_BOTH = Population("SSB, tabell 1", "2026-11-22", "", (_NOW, _THEN))


@pytest.mark.parametrize(
    ("form", "sentences"),
    [
        (
            "nb",
            (
                "I 2026 bodde det 200 innbyggere på 80 år eller mer i Fjelldal; i 2050 er det ventet 380.",
                "For hver innbygger på 67 år eller mer var det 3,0 i alderen 20–66 år i 2026, "
                "og det er ventet 1,5 i 2050.",
            ),
        ),
        (
            "nn",
            (
                "I 2026 budde det 200 innbyggjarar på 80 år eller meir i Fjelldal; i 2050 er det venta 380.",
                "For kvar innbyggjar på 67 år eller meir var det 3,0 i alderen 20–66 år i 2026, "
                "og det er venta 1,5 i 2050.",
            ),
        ),
    ],
)
def test_two_sentences(form: Form, sentences: tuple[str, ...]) -> None:
    described = describe(_BOTH, "Fjelldal", form)
    assert described is not None
    assert described.sentences == sentences


def test_without_the_working_the_second_sentence_gives_the_share() -> None:
    years = tuple(replace(y, working=None) for y in (_NOW, _THEN))
    described = describe(Population(years=years), "Fjelldal", "nb")
    assert described is not None
    assert (
        described.sentences[1] == "Andelen på 67 år eller mer i Fjelldal er 20,0 prosent i 2026 og 31,0 prosent i 2050."
    )
    assert described.rows[0][-1] == "–"


def test_without_figures_nothing_is_said() -> None:
    assert describe(Population(), "Fjelldal", "nb") is None
    assert svg(Population(), "Fjelldal", "nb") is None


_YEAR = st.builds(
    AgeGroups,
    year=st.integers(2000, 2099),
    to_66=st.integers(0, 900_000),
    to_79=st.integers(0, 90_000),
    to_89=st.integers(0, 90_000),
    from_90=st.integers(0, 90_000),
    working=st.none() | st.integers(0, 900_000),
    projected=st.booleans(),
)


@given(st.lists(_YEAR, min_size=1, max_size=6), st.sampled_from(["nb", "nn"]))
def test_no_number_is_said_that_the_figures_do_not_give(years: list[AgeGroups], form: Form) -> None:
    described = describe(Population(years=tuple(years)), "Fjelldal", form)
    assert described is not None
    whole = " ".join((*described.sentences, described.alt)).replace("\u00a0", "")
    given_ = {y.year for y in years} | {67, 80, 20, 66, 79, 89, 90}
    given_ |= {n for y in years for n in (y.to_79, y.to_89, y.from_90, y.to_89 + y.from_90)}
    assert {int(n) for n in re.findall(r"(?<![\d,])\d+(?![\d,])", whole)} <= given_
    ElementTree.fromstring(str(svg(Population(years=tuple(years)), "<Fjell & dal>", form)))


def test_the_chart_names_every_year_and_holds_its_own_words() -> None:
    drawn = str(svg(_BOTH, "Fjelldal", "nn"))
    described = describe(_BOTH, "Fjelldal", "nn")
    assert described is not None
    assert described.alt in drawn
    assert ">2026<" in drawn
    assert ">2050<" in drawn


def test_every_number_of_the_chart_can_be_read_and_every_part_told_apart() -> None:
    drawn = str(svg(_BOTH, "Fjelldal", "nb"))
    fills = re.findall(r'<rect x="[^>]*fill="(#\w+)" stroke="(#\w+)" stroke-width', drawn)[:3]
    inks = re.findall(r'fill="(#\w+)" font-family', drawn)
    assert inks
    parts = [fill for fill, _ in fills]
    line = fills[0][1]
    assert _contrast(line, "#ffffff") >= 3
    for lower, upper in pairwise(parts):
        assert max(_contrast(lower, upper), min(_contrast(lower, line), _contrast(upper, line))) >= 3
    for fill in parts:
        assert max(_contrast(fill, ink) for ink in inks) >= 4.5


def _contrast(one: str, other: str) -> float:
    """The contrast of two colours, 1..21, as WCAG 2.1 reckons it."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


_GAP = "[FYLL INN: befolkningstall for Fjelldal: hent dem med «lhl utkast befolkning»]"


def test_the_figures_take_the_place_of_the_gap_and_later_of_themselves() -> None:
    plan = Plan("Fjelldal", chapters=(Chapter("befolkning", "B", None, f"Før.\n\n{_GAP}\n\n[FYLL INN: noe annet]"),))
    once = with_population(plan, replace(_BOTH, years=(_NOW,)))
    assert "200 innbyggere" in once.chapters[0].text
    assert "[FYLL INN: noe annet]" in once.chapters[0].text
    twice = with_population(once, _BOTH)
    assert twice.chapters[0].text.count("innbyggere på 80 år") == 1
    assert "ventet 380" in twice.chapters[0].text


def test_the_planner_s_own_words_about_the_figures_stand() -> None:
    plan = Plan("Fjelldal", chapters=(Chapter("befolkning", "B", None, "Vi blir eldre."),))
    assert with_population(plan, _BOTH).chapters[0].text == "Vi blir eldre."
