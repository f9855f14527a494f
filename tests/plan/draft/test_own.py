"""What the planner has added: own words in the status, other plans' measures among the suggestions."""

from pathlib import Path

import pytest

from lhl_assistant.library.adding import add
from lhl_assistant.library.facts import Facts
from lhl_assistant.plan.document.referring import unresolved
from lhl_assistant.plan.draft.opening import desk, proposed
from lhl_assistant.plan.draft.suggest import take, taken
from lhl_assistant.plan.draft.write import new, write
from lhl_assistant.search.libraries import layout
from lhl_assistant.sources.model import Kind

_OWN = """# Oversikt over tjenestene i Fjelldal

## Mat

Kjøkkenet på Fjelldal sykehjem lager all maten til sykehjemmet og kjører ut middag til 43 eldre hver dag.

## Kultur

Biblioteket i Fjelldal låner ut skiutstyr til barn og unge gjennom hele vinteren.
"""
_OTHER = """# Plan for eldre i Nabodal

## Mat og måltider

| Nr. | Tiltak | Ansvar | Tidsrom | Kostnad |
|---|---|---|---|---|
| 1 | Felles middag på grendehuset hver torsdag | Frivilligsentralen | 2027 | kr 45 000 |
| 2 | Ernæringskartlegging av alle nye brukere | Hjemmetjenesten | 2028 | – |
"""


@pytest.fixture
def added(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LHL_HOME", str(tmp_path / "hjem"))
    (tmp_path / "oversikt.md").write_text(_OWN, encoding="utf-8")
    (tmp_path / "nabodal.md").write_text(_OTHER, encoding="utf-8")
    add([tmp_path / "oversikt.md"], layout(), Facts(issuer="Fjelldal kommune"))
    add([tmp_path / "nabodal.md"], layout(), Facts(issuer="Nabodal kommune", kind=Kind.PLAN))


@pytest.mark.usefixtures("added")
def test_own_documents_are_quoted_and_other_plans_give_suggestions() -> None:
    with desk() as at:
        plan = write(new("Fjelldal", "2027", "nn", at), at, only=["område-3", "område-2"])
        text = {c.id: c.text for c in plan.chapters}
        assert "«Kjøkkenet på Fjelldal sykehjem lager all maten" in text["område-3"]
        assert "I «Oversikt over tjenestene i Fjelldal» står det:" in text["område-3"]
        assert "skiutstyr" not in text["område-2"]
        assert "Nabodal" not in text["område-3"]
        others = [s for s in proposed(at) if s.place == "Nabodal"]
        assert [(s.area, s.responsible, s.period, s.cost) for s in others] == [
            (3, "Frivilligsentralen", "2027", "kr 45 000"),
            (3, "Hjemmetjenesten", "2028", ""),
        ]
        plan = take(others[0], plan, at.templates.measure, "2026-11-22")
        assert plan.measures[0].text == "Felles middag på grendehuset hver torsdag"
        assert plan.measures[0].cost == "[FYLL INN: kva kostar det? I Nabodal: kr 45 000]"
        assert [s.number for s in proposed(at) if taken(s, plan)] == [others[0].number]
        assert unresolved(plan, at.searcher.libraries) == []
