"""An original that the planner holds is quoted as itself, and the summary of it is compared with it."""

from lhl_assistant.answer.ask import ask
from lhl_assistant.library.adding import adopt
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
