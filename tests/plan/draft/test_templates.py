"""Bokmål and nynorsk of the templates say the same, in their own forms, and rest on places that are there."""

import re
from collections.abc import Iterator

import pytest

from lhl_assistant import places
from lhl_assistant.language.detect import detect
from lhl_assistant.plan.document.gaps import GAP
from lhl_assistant.plan.draft import templates
from lhl_assistant.plan.draft.anchors import Knowledge
from lhl_assistant.plan.draft.templates import Proposal, Words
from lhl_assistant.plan.draft.write import Desk
from lhl_assistant.reform.load import load

_KNOWLEDGE = places.bundled("knowledge")
_PLACEHOLDER = re.compile(r"\{[a-zæøå]+\}")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
_ONLY_BOKMAAL = re.compile(
    r"\b(ikke|hvem|hva|hvordan|hvilke|hvilken|hvor|noen|noe|fra|tjenest\w*|kommuner|boliger?|hjem|hjemme|sykehjem\w*|"
    r"eldres|flere|mer|selv|være|gjøre|også|uttalelse|medvirkning|virksomheter|løsning\w*)\b"
)
_ONLY_NYNORSK = re.compile(
    r"\b(ikkje|kven|kva|korleis|nokon|noko|frå|tenest\w*|bustad\w*|heim|heime|sjukeheim\w*|fleire|meir|sjølv\w*|vere|"
    r"gjere|gje|òg|fråsegn|medverknad|verksemder|løysing\w*|ho|dei|ein|eit|blir \w+(?:a|e)de)\b"
)


def _pairs() -> Iterator[Words]:
    loaded = templates.load(_KNOWLEDGE)
    yield loaded.title
    for chapter in loaded.chapters:
        yield from (p for p in (chapter.title, *chapter.paragraphs) if p)
    area = loaded.area
    yield from (area.challenges.heading, area.challenges.lead, area.solutions.heading)
    yield from (area.successor, area.status.heading, area.status.own)
    for gaps in loaded.status.values():
        yield from gaps
    yield from (loaded.measure.responsible, loaded.measure.period, loaded.measure.cost, loaded.measure.there)
    for proposed in templates.proposals(_KNOWLEDGE).values():
        yield from (proposed.strategy, *proposed.measures)


@pytest.mark.parametrize("pair", list(_pairs()), ids=lambda p: p.nb[:40])
def test_both_forms_have_the_same_placeholders_gaps_and_figures(pair: Words) -> None:
    assert sorted(_PLACEHOLDER.findall(pair.nb)) == sorted(_PLACEHOLDER.findall(pair.nn))
    assert len(GAP.findall(pair.nb)) == len(GAP.findall(pair.nn))
    assert _NUMBER.findall(pair.nb) == _NUMBER.findall(pair.nn)
    assert pair.nb.count("## ") == pair.nn.count("## ")


def test_each_form_keeps_to_its_own_words() -> None:
    nynorsk = [w for pair in _pairs() for w in _ONLY_BOKMAAL.findall(pair.nn.lower())]
    bokmaal = [w for pair in _pairs() for w in _ONLY_NYNORSK.findall(pair.nb.lower())]
    assert nynorsk == []
    assert bokmaal == []


def test_the_reform_s_own_texts_keep_to_their_forms_too() -> None:
    reform = load(_KNOWLEDGE / "reform.yaml")
    pairs = [text for area in reform.areas for text in (area.name, area.goal, *area.challenges)]
    for solution in (s for area in reform.areas for s in area.solutions):
        pairs += [text for text in (solution.name, solution.long_name, solution.summary) if text]
    assert [w for pair in pairs for w in _ONLY_BOKMAAL.findall(pair.nn.lower())] == []
    assert [w for pair in pairs for w in _ONLY_NYNORSK.findall(pair.nb.lower())] == []
    assert all(("(ubekreftet)" in pair.nb) == ("(ikkje stadfesta)" in pair.nn) for pair in pairs)
    assert all(_NUMBER.findall(pair.nb) == _NUMBER.findall(pair.nn) for pair in pairs)


def test_as_a_whole_each_form_is_recognised() -> None:
    assert detect(" ".join(p.nb for p in _pairs())) == "nb"
    assert detect(" ".join(p.nn for p in _pairs())) == "nn"


def test_every_loesning_has_a_strategy_and_a_measure_and_the_reform_s_order() -> None:
    reform = load(_KNOWLEDGE / "reform.yaml")
    assert list(templates.proposals(_KNOWLEDGE)) == [s.number for a in reform.areas for s in a.solutions]
    assert all(p.measures for p in templates.proposals(_KNOWLEDGE).values())


def test_every_place_that_the_templates_name_is_in_the_knowledge(desk: Desk) -> None:
    knowledge = Knowledge(desk.searcher)
    paragraphs = [p for c in desk.templates.chapters for p in c.paragraphs]
    anchors = [a for p in paragraphs for a in p.sources]
    anchors += [p.anchor for p in _pairs() if isinstance(p, Proposal)]
    for anchor in anchors:
        assert knowledge.find(anchor).citation().quote, anchor
