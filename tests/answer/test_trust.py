"""Answers that a planner can trust: compared fairly, listed whole, the law first, mistakes corrected, doubt said."""

from dataclasses import fields

import pytest

from lhl_assistant.answer.ask import ask
from lhl_assistant.answer.conversation import respond
from lhl_assistant.answer.decline import Declined, declined
from lhl_assistant.answer.frame import Frame, frame
from lhl_assistant.answer.model import Reason
from lhl_assistant.answer.text import markdown
from lhl_assistant.search.rank import Searcher

DIRECT_WORDS = 120


def told(searcher: Searcher, question: str, most: int | None = None) -> str:
    return " ".join(markdown(ask(searcher, question)).split()[:most])


@pytest.mark.parametrize(
    ("question", "sides"),
    [
        ("Hva er forskjellen på målet i Leve hele livet og i Bo trygt hjemme?", ("Leve hele livet", "Bo trygt hjemme")),
        ("Sammenlign Sunndal og Balsfjord: hva vil de med rehabilitering?", ("Sunndal kommune", "Balsfjord kommune")),
    ],
)
def test_what_is_compared_stands_side_by_side_with_a_citation_each(
    searcher: Searcher, question: str, sides: tuple[str, str]
) -> None:
    table = ask(searcher, question).blocks[0]
    assert {cells[0] for cells, _ in table.rows} == set(sides)
    assert len({number for _, number in table.rows}) == len(table.rows)


@pytest.mark.parametrize(
    ("question", "truth"),
    [
        ("Hvorfor har Leve hele livet sju innsatsområder?", "fem innsatsområder"),
        ("Kvifor har Bo trygt hjemme ni innsatsområde?", "fire innsatsområder"),
    ],
)
def test_a_false_premise_is_corrected_before_all_else(searcher: Searcher, question: str, truth: str) -> None:
    answer = ask(searcher, question)
    assert answer.blocks[0].heading == frame(answer.language).otherwise
    assert truth in answer.blocks[0].statements[0].text


@pytest.mark.parametrize(
    "question", ["Hvilke fem innsatsområder har Leve hele livet?", "Hva koster frivilligsentralen?"]
)
def test_a_true_premise_is_left_alone(searcher: Searcher, question: str) -> None:
    answer = ask(searcher, question)
    assert all(b.heading != frame(answer.language).otherwise for b in answer.blocks)


@pytest.mark.parametrize("question", ["Hvilke kommuner har tiltak om velferdsteknologi?", "Kva planar nemner einsemd?"])
def test_which_municipalities_have_something_is_gathered_from_every_plan(searcher: Searcher, question: str) -> None:
    table = ask(searcher, question).blocks[0]
    assert {cells[0] for cells, _ in table.rows} == {f"{p} kommune" for p in ("Balsfjord", "Lesja", "Sunndal")}


def test_plans_that_have_nothing_of_it_are_named(searcher: Searcher) -> None:
    answer = ask(searcher, "Hvilke kommuner har seniorkonferanse?")
    assert {cells[0] for cells, _ in answer.blocks[0].rows} == {"Sunndal kommune"}
    assert answer.blocks[1].heading == frame("nb").in_no_plan.format("Balsfjord, Lesja")


@pytest.mark.parametrize(
    "question",
    [
        "Hva koster en rullator i Sunndal?",
        "Hvilket år vedtok Lesja at alle skal ha gratis bil?",
        "Når trådte forskriften om verdig eldreomsorg i kraft?",
        "Hvor mange innbyggere over 83 år har Lesja?",
        "Lesja har 57 tiltak i handlingsplanen sin, hvem har ansvaret?",
    ],
)
def test_a_value_of_something_else_is_no_sure_answer(searcher: Searcher, question: str) -> None:
    answer = ask(searcher, question)
    assert not (answer.answered and answer.sure)


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("Når sluttet reformperioden?", "31. desember 2023"),
        ("Hvor lenge varer et gjestebud?", "2 timer"),
        ("Kor lenge varer ein runde med IGP?", "20–40 minutter"),
    ],
)
def test_when_and_how_long_are_told_with_the_value(searcher: Searcher, question: str, value: str) -> None:
    answer = ask(searcher, question)
    assert answer.sure
    assert value in told(searcher, question, DIRECT_WORDS)


def test_a_list_that_stands_in_a_table_is_told_as_the_table(searcher: Searcher) -> None:
    answer = ask(searcher, "Hvilke fem innsatsområder har Leve hele livet?")
    assert [cells[0] for cells, _ in answer.blocks[0].rows] == [area.name.nb for area in searcher.reform.areas]


@pytest.mark.parametrize(
    "question",
    [
        "Krever reformen at hver eldre får aktivitet en time om dagen?",
        "Må kommunen vedta hvordan løsningene i Leve hele livet skal tilpasses?",
    ],
)
def test_a_duty_told_by_the_old_reform_alone_comes_with_its_end(searcher: Searcher, question: str) -> None:
    last = ask(searcher, question).blocks[-1]
    assert last.heading == frame("nb").beware
    assert any("31. desember 2023" in s.text for s in last.statements)


def test_a_duty_told_by_the_law_needs_no_such_warning(searcher: Searcher) -> None:
    assert "31. desember 2023" not in told(searcher, "Må kommunen ha eldreråd?")


@pytest.mark.parametrize("said", ["Takk!", "Hei", "Hva kan du?", "Tusen takk for hjelpen", "Kven er du?"])
def test_a_courtesy_is_met_with_what_to_ask(searcher: Searcher, said: str) -> None:
    before = respond(searcher, "Hva er hverdagsmestring?").turn
    answer = respond(searcher, said, before).answer
    assert answer.reason is Reason.NEEDS_CONTEXT
    assert answer.completed_question is None
    assert not answer.blocks


def test_all_25_losninger_are_told(searcher: Searcher) -> None:
    answer = told(searcher, "List opp alle 25 løsningene")
    assert all(s.name.nb in answer for area in searcher.reform.areas for s in area.solutions)


def test_a_list_question_gives_the_table_that_it_names(searcher: Searcher) -> None:
    assert "20 boliger" in told(searcher, "Hva investerer Sunndal i?", DIRECT_WORDS)


def test_a_duty_is_led_by_the_law(searcher: Searcher) -> None:
    answer = ask(searcher, "Har pårørende krav på avlastning?")
    assert "§ 3-6" in answer.blocks[0].statements[0].text


def test_no_requirement_found_is_said_first(searcher: Searcher) -> None:
    answer = told(searcher, "Må vi lage en ny plan for Bo trygt hjemme?", 30)
    assert "ikke funnet noe krav" in answer


def test_what_is_not_answered_comes_with_the_original_that_may_hold_it(searcher: Searcher) -> None:
    answer = ask(searcher, "Kva heiter kommuneoverlegen i Sunndal?")
    assert not (answer.answered and answer.sure)
    other = ask(searcher, "Hvor mange parkeringsbøter ble skrevet ut i Sunndal?")
    assert other.answered or "Sunndal kommune" in other.said


@pytest.mark.parametrize(
    "question",
    ["Sats for parkering for elbil i Balsfjord?", "Hvilket firma leverer trygghetsalarmene i Balsfjord?"],
)
def test_a_thing_that_the_evidence_never_mentions_is_not_answered_for_sure(searcher: Searcher, question: str) -> None:
    answer = ask(searcher, question)
    assert not (answer.answered and answer.sure)


def test_a_citation_names_the_original_that_the_quote_rests_on(searcher: Searcher) -> None:
    answer = ask(searcher, "Har kommunen plikt til å ha dagtilbud for hjemmeboende med demens?")
    law = next(c for c in answer.citations if "§ 3-2" in c.quote)
    assert law.kind == "law"
    assert "kommune" not in law.issuer


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        ("Mor har falt og svarer ikke, hva gjør jeg?", Declined.HEALTH),
        ("Naboen puster tungt, kva gjer eg?", Declined.HEALTH),
        ("Hva gjør kommunene for å forebygge fall?", None),
        ("Hvordan forebygger vi selvmord blant eldre menn?", None),
        ("Kan du dikte opp et sitat?", Declined.INVENTION),
        ("Kan du si hva en frivilligsentral er?", None),
    ],
)
def test_acute_need_and_invention_are_told_from_planning(question: str, reason: Declined | None) -> None:
    assert declined(question) is reason


@pytest.mark.parametrize(
    "said",
    [
        "Jeg har tanker om å ta mitt eget liv",
        "Jeg har lyst til å dø",
        "Eg orkar ikkje leve lenger",
        "Jeg orker ikke mer",
        "Min mor på 84 har sluttet å spise og virker forvirret, hva skal jeg gjøre?",
        "Kan bestemor slutte på blodfortynnende?",
        "Mamma tar for mange piller",
        "Naboen min faller ofte, hva gjør jeg?",
    ],
)
def test_who_fears_for_a_life_or_for_a_relative_is_told_where_to_turn(said: str) -> None:
    assert declined(said) is Declined.HEALTH


@pytest.mark.parametrize(
    "asked",
    [
        "Hva sier planen vår om eldre som vil dø hjemme?",
        "Hva kan kommunen min gjøre for dem som vil dø hjemme?",
        "Jeg orker ikke mer papirarbeid, hvor kort kan planen være?",
        "Hvilke tiltak har kommunene mot at eldre faller ofte?",
        "Hva sier kildene om forebygging av selvmord blant eldre menn?",
    ],
)
def test_a_planners_question_about_the_same_is_asked_of_the_sources(asked: str) -> None:
    assert declined(asked) is None


def test_health_is_met_with_where_to_turn(searcher: Searcher) -> None:
    answer = ask(searcher, "Mor har falt og svarer ikke, hva gjør jeg?")
    assert answer.reason is Reason.DECLINED
    assert all(number in answer.said for number in ("113", "116117"))


def test_both_forms_have_every_sentence_with_the_same_gaps() -> None:
    for field in fields(Frame):
        nb, nn = getattr(frame("nb"), field.name), getattr(frame("nn"), field.name)
        assert str(nb).count("{}") == str(nn).count("{}"), field.name
        assert all((nb, nn))


def test_the_row_that_is_named_answers_before_one_that_is_narrower(searcher: Searcher) -> None:
    assert told(searcher, "Hvem har ansvaret for frivilligsentralen i Balsfjord?").startswith("Ansvar: Kommunen ")


def test_a_time_is_told_by_the_row_that_has_one(searcher: Searcher) -> None:
    assert told(searcher, "Når skal frivilligsentralen i Balsfjord være på plass?").startswith("Tidsrom: 2022 ")


def test_a_leader_in_the_column_of_those_responsible_is_no_sign_of_what_is_led(searcher: Searcher) -> None:
    assert not ask(searcher, "Hvem leder arbeidet med planen i Lesja?").sure


def test_how_long_without_food_at_night_is_told_in_hours(searcher: Searcher) -> None:
    answer = ask(searcher, "Hvor lang nattfaste er greit?")
    assert answer.sure
    assert "11 timer" in markdown(answer)


@pytest.mark.parametrize(
    ("question", "paragraph"),
    [
        ("Hvilken paragraf sier at kommunen skal ha oversikt over helsetilstanden?", "folkehelseloven § 5"),
        ("Kva for paragraf handlar om eldreråd?", "Kommuneloven § 5-12"),
        ("Har vi plikt til å gi avlastning?", "helse- og omsorgstjenesteloven § 3-6"),
    ],
)
def test_a_paragraph_that_is_asked_for_stands_in_the_first_sentence(
    searcher: Searcher, question: str, paragraph: str
) -> None:
    assert paragraph in told(searcher, question, 20)


@pytest.mark.parametrize(
    "question",
    [
        "Er eldreråd lovpålagt?",
        "Trenger kommunen eldreråd?",
        "Kan kommunen velge bort eldreråd?",
        "Er det lov å legge ned eldrerådet?",
        "Må vi ha eldreråd, eller kan vi la være?",
    ],
)
def test_whether_something_must_be_is_answered_by_the_duty(searcher: Searcher, question: str) -> None:
    first = ask(searcher, question).blocks[0].statements[0].text
    assert "alle kommuner" in first.lower()
    assert "§ 5-12" in first


@pytest.mark.parametrize("question", ["Hva sier kommuneloven om eldreråd?", "Hvilken lov om eldreråd skal vi følge?"])
def test_a_repealed_law_does_not_lead(searcher: Searcher, question: str) -> None:
    assert "opphevet" not in ask(searcher, question).blocks[0].statements[0].text


def test_a_repealed_law_leads_where_it_is_asked_for(searcher: Searcher) -> None:
    assert "opphevet" in told(searcher, "Gjelder lov om kommunale eldreråd fortsatt?", DIRECT_WORDS)


@pytest.mark.parametrize(
    "question",
    ["Stemmer det at Leve hele livet har 30 løsninger?", "Er det riktig at Leve hele livet har 40 løsninger?"],
)
def test_a_correction_is_sure_and_leads_into_nothing(searcher: Searcher, question: str) -> None:
    answer = ask(searcher, question)
    first = answer.blocks[0]
    assert answer.sure
    assert not answer.said
    assert first.heading == frame(answer.language).otherwise
    assert first.statements[0].text.endswith("25")


@pytest.mark.parametrize(
    ("question", "truth"),
    [
        ("Hvor mye får kommunen for å gjennomføre reformen?", "ikke egne, friske midler"),
        ("Hvor mange kommuner har vedtatt plan for Leve hele livet?", "Om lag halvparten av kommunene"),
    ],
)
def test_what_the_reform_gave_and_how_far_it_came_is_told_first(searcher: Searcher, question: str, truth: str) -> None:
    assert truth in " ".join(s.text for s in ask(searcher, question).blocks[0].statements)


def test_what_a_law_says_of_a_matter_is_not_sure_where_the_evidence_is_of_another(searcher: Searcher) -> None:
    assert not ask(searcher, "Hva sier folkehelseloven om medvirkning?").sure
    assert ask(searcher, "Hva sier kommuneloven om eldreråd?").sure
