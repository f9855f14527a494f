"""An original that the planner holds is quoted as itself, and the summary of it is compared with it."""

import pytest

from lhl_assistant.answer.ask import ask
from lhl_assistant.errors import InputUnusable
from lhl_assistant.library.adding import adopt
from lhl_assistant.library.comparing import _missing, compare
from lhl_assistant.library.fetching.catalogue import original
from lhl_assistant.library.opening import searcher
from lhl_assistant.search.libraries import Layout
from tests.library.conftest import Written

QUESTION = "Hva koster frivilligsentralen i Balsfjord?"
PLAN = """\
# Plan for Leve hele livet, Balsfjord kommune

## Tiltak

| Tiltak | Kostnad | Ansvar | Tidsrom |
|---|---|---|---|
| Frivilligsentral | kr 230 000 i budsjettet | Kommunen | 2022 |
"""


def cited(at: Layout) -> list[tuple[str, bool]]:
    with searcher() as opened:
        return [(c.source, c.summary) for c in ask(opened, QUESTION).citations]


def test_an_original_is_quoted_instead_of_our_summary_of_it(at: Layout, written: Written) -> None:
    before = cited(at)
    assert before[0] == ("balsfjord-2021", True)
    known = adopt(written("plan.md", PLAN), original("balsfjord-2021"), at).known
    assert known is not None
    assert (known.id.startswith("balsfjord-2021-"), known.issuer) == (True, "Balsfjord kommune")
    assert cited(at)[0] == (known.id, False)


def test_a_summary_stays_where_the_original_does_not_say_it(at: Layout, written: Written) -> None:
    adopt(written("plan.md", "# Plan\n\nOm noe helt annet enn det.\n"), original("balsfjord-2021"), at)
    assert cited(at)[0] == ("balsfjord-2021", True)


def test_what_our_summary_says_and_the_original_does_not_is_told(at: Layout, written: Written) -> None:
    with pytest.raises(InputUnusable, match="Du har ikke originalen"):
        list(compare([], at))
    adopt(written("plan.md", PLAN), original("balsfjord-2021"), at)
    found = {d.heading: d for d in compare(["balsfjord-2021"], at)}
    assert found
    assert {d.original for d in found.values()} == {"balsfjord-2021"}
    assert not any("230 000" in d.missing or "Balsfjord" in d.missing for d in found.values())


@pytest.mark.parametrize(
    ("ours", "theirs", "missing"),
    [
        ("Det koster kr 230 000 i året.", "Kostnad: 230.000", []),
        ("Det koster kr 230 000 i året.", "Kostnad: 230 001", ["230 000"]),
        ("Vedtatt 20. november 2018.", "Vedtatt 20.11.2018", []),
        ("Vedtatt 20. november 2018.", "Vedtatt 20. desember 2018", ["20. november"]),
        ("Reformen har 5 områder.", "Reformen har fem områder.", []),
        ("Ordningen ledes av Kari Lønset i kommunen.", "Leder er Kari Moe.", ["Lønset"]),
        ("Ordningen gjelder Lesjas bygder.", "Lesja har flere bygder.", []),
        ("Andelen er 12,5 prosent.", "Andelen er 12,4 prosent.", ["12,5"]),
    ],
)
def test_figures_dates_and_names_are_compared_by_what_they_mean(ours: str, theirs: str, missing: list[str]) -> None:
    assert list(_missing(ours, theirs)) == missing
