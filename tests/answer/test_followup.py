"""What was left out is put in: by rules of the language, in bokmål, nynorsk and English."""

import pytest

from lhl_assistant.answer.conversation import respond
from lhl_assistant.answer.followup import Turn, complete
from lhl_assistant.answer.model import Reason
from lhl_assistant.language.detect import Asked
from lhl_assistant.search.rank import Searcher
from tests.answer.questions import ANSWERED, REFUSED
from tests.evaluation import sets

PLACES = frozenset({"balsfjord", "lesja", "sunndal"})
LEAST_SHARE = 0.90


def completed(*turns: str) -> str:
    before: Turn | None = None
    for question in turns:
        before = Turn(complete(question, before, PLACES).question)
    assert before is not None
    return before.question


@pytest.mark.parametrize(
    ("first", "follow_up", "asked"),
    [
        ("Hva gjør Sunndal for demente?", "og i Lesja?", "Hva gjør Lesja for demente?"),
        ("Kor mange tiltak har planen i Sunndal?", "kva med Lesja?", "Kor mange tiltak har planen i Lesja?"),
        ("Hva gjør Sunndal for demente?", "og i Oslo?", "Hva gjør Oslo for demente?"),
        ("Hvilke tiltak har Lesja for mat?", "hva med transport?", "Hvilke tiltak har Lesja for transport?"),
        ("Har kommunen plikt til å ha eldreråd?", "og ungdomsråd?", "Har kommunen plikt til å ha ungdomsråd?"),
        ("Hva er innsatsområde 2?", "og 3?", "Hva er innsatsområde 3?"),
        ("Kva står i folkehelselova § 5?", "og i § 6?", "Kva står i folkehelselova § 6?"),
        ("Hva sier reformen om ernæring?", "hva sier loven?", "Hva sier loven om ernæring?"),
        ("Hva er hverdagsmestring?", "hvem har ansvaret for det?", "Hvem har ansvaret for hverdagsmestring?"),
        ("Hva gjør Lesja for demente?", "hvordan har andre gjort det?", "Hvilke eksempler finnes på demente?"),
        (
            "Hvor lang kan nattfasten være?",
            "gjelder det hjemmeboende også?",
            "Hvor lang kan nattfasten være for hjemmeboende?",
        ),
        ("Har Lesja trygghetsalarm?", "hva koster den?", "Hva koster trygghetsalarm i Lesja?"),
        ("Har Lesja trygghetsalarm?", "hvem har ansvaret?", "Hvem har ansvaret for trygghetsalarm i Lesja?"),
        ("Har Lesja trygghetsalarm?", "når da?", "Når da – trygghetsalarm i Lesja?"),
        ("Har Lesja trygghetsalarm?", "hva koster det i Sunndal?", "Hva koster trygghetsalarm i Sunndal?"),
        ("Kor mange plassar har bustadene i Sunndal?", "kva kostar dei?", "Kva kostar bustadene i Sunndal?"),
        ("Hva betyr Leve hele livet?", "er den avsluttet?", "Er Leve hele livet avsluttet?"),
        ("What does Lesja do about meals?", "who is responsible?", "Who is responsible for meals in Lesja?"),
        ("Hvem har ansvaret for velferdsteknologi i Lesja?", "og hvem er ordfører?", "Hvem er ordfører i Lesja?"),
        ("Kva gjer Lesjas råd for mat?", "og kven leier eldrerådet?", "Kven leier eldrerådet i Lesja?"),
        ("Hva gjør Lesja for mat?", "og hva sier loven om eldreråd?", "og hva sier loven om eldreråd?"),
        ("Hva gjør Lesja for mat?", "og hvem er ordfører i Oslo?", "og hvem er ordfører i Oslo?"),
        ("Hva gjør Lesja for mat?", "og hva er hverdagsmestring?", "og hva er hverdagsmestring?"),
        (
            "Hva koster pårørendeskolen i Lesja?",
            "hva med frisklivssentralen i Sunndal?",
            "Hva koster frisklivssentralen i Sunndal?",
        ),
        ("Hva koster frivilligsentralen i Lesja?", "er det mye?", "Er det mye – frivilligsentralen i Lesja?"),
        ("Hva sier helsetjenesteloven § 5-12?", "og 5-13?", "Hva sier helsetjenesteloven § 5-13?"),
        ("Kva er gode augeblink?", "vis fleire døme", "Kva døme finst på gode augeblink?"),
    ],
)
def test_a_follow_up_is_completed_from_the_turn_before(first: str, follow_up: str, asked: str) -> None:
    assert completed(first, follow_up) == asked


def test_a_completed_question_completes_the_next() -> None:
    turns = ("Hvem har ansvaret for frivilligsentralen i Lesja?", "og pårørendeskolen?", "hva koster den?")
    assert completed(*turns) == "Hva koster pårørendeskolen i Lesja?"


def test_a_question_of_its_own_is_asked_as_it_stands() -> None:
    before = Turn("Hva er matombringing i Lesja?")
    whole = sets.committed()
    questions = [q.question for q in whole.questions] + [r.question for r in whole.refusals]
    questions += [a.question for a in ANSWERED] + list(REFUSED)
    changed = [q for q in questions if complete(q, before, PLACES).changed or complete(q, None, PLACES).lacks]
    assert len(changed) <= 0.01 * len(questions), changed


@pytest.mark.parametrize(
    "question",
    [
        "Hvor mange over 80 år er det i Lesja i 2040?",
        "Kor mange på 67 år og over er det i Sunndal?",
        "Hvor stor andel er over 80 år i 2050?",
    ],
)
def test_a_number_and_a_place_are_a_whole_question(searcher: Searcher, question: str) -> None:
    assert complete(question, Turn("Hva er matombringing i Balsfjord?"), PLACES).question == question
    assert respond(searcher, question).answer.reason is not Reason.NEEDS_CONTEXT


def test_a_year_alone_is_no_matter() -> None:
    assert complete("Hvor mange er det i 2040?", None, PLACES).lacks


@pytest.mark.parametrize(
    "question", ["hva koster det?", "og i Lesja?", "når da?", "kven har ansvaret?", "på nynorsk", "vis flere eksempler"]
)
def test_a_first_question_that_says_nothing_is_asked_back(searcher: Searcher, question: str) -> None:
    reply = respond(searcher, question)
    assert reply.answer.reason is Reason.NEEDS_CONTEXT
    assert not reply.answer.answered
    assert reply.answer.said
    assert reply.turn is None


@pytest.mark.parametrize(("language", "said"), [("nb", "Bare hyggelig"), ("nn", "Berre hyggeleg")])
def test_thanks_are_met_kindly_and_leave_the_topic(searcher: Searcher, language: Asked, said: str) -> None:
    first = respond(searcher, "Hva koster frivilligsentralen i Balsfjord?")
    reply = respond(searcher, "takk!", first.turn, language)
    assert reply.answer.said.startswith(said)
    assert reply.turn == first.turn


@pytest.mark.parametrize("between", ["hvorfor ikke?", "kvifor det?", "når da?", "hvorfor?", "hvordan?", "kva då?"])
def test_a_question_that_names_nothing_is_not_completed_from(searcher: Searcher, between: str) -> None:
    first = respond(searcher, "Hva koster pårørendeskolen i Balsfjord?")
    second = respond(searcher, between, first.turn)
    third = respond(searcher, "hva med frisklivssentralen i Sunndal?", second.turn)
    assert second.answer.reason is not Reason.NEEDS_CONTEXT
    assert third.answer.completed_question == "Hva koster frisklivssentralen i Sunndal?"


@pytest.mark.parametrize(
    ("first", "question", "said"),
    [
        ("Hva koster frivilligsentralen i Balsfjord?", "er du sikker?", "Kildene"),
        ("Hva koster frivilligsentralen i Balsfjord?", "Men hvilken kilde er det?", "Kildene"),
        ("Kva kostar frivilligsentralen i Balsfjord?", "er det sant?", "Kjeldene"),
        ("Kva kostar frivilligsentralen i Balsfjord?", "kva kjelde er det?", "Kjeldene"),
        ("Kva kostar frivilligsentralen i Balsfjord?", "kor har du det frå?", "Kjeldene"),
    ],
)
def test_a_question_about_the_answer_points_to_its_sources(
    searcher: Searcher, first: str, question: str, said: str
) -> None:
    before = respond(searcher, first).turn
    reply = respond(searcher, question, before)
    assert reply.answer.said.startswith(said)
    assert reply.answer.completed_question is None
    assert not reply.answer.answered
    assert reply.turn == before
    assert respond(searcher, question).answer.said != reply.answer.said


def test_the_answer_tells_what_was_asked(searcher: Searcher) -> None:
    first = respond(searcher, "Hva koster frivilligsentralen i Balsfjord?")
    second = respond(searcher, "hvem har ansvaret?", first.turn)
    assert first.answer.completed_question is None
    assert second.answer.question == "hvem har ansvaret?"
    assert second.answer.completed_question == "Hvem har ansvaret for frivilligsentralen i Balsfjord?"


def test_the_same_is_told_in_nynorsk(searcher: Searcher) -> None:
    first = respond(searcher, "Hva koster frivilligsentralen i Balsfjord?")
    second = respond(searcher, "på nynorsk", first.turn)
    assert second.answer.language == "nn"
    assert [c.quote for c in second.answer.citations] == [c.quote for c in first.answer.citations]


def test_more_leaves_out_what_was_told_until_there_is_no_more(searcher: Searcher) -> None:
    reply = respond(searcher, "Hvilke tiltak har Lesja for mat og måltider?")
    told = {(c.source, c.start) for c in reply.answer.citations}
    for _ in range(3):
        reply = respond(searcher, "vis mer", reply.turn)
        new = {(c.source, c.start) for c in reply.answer.citations}
        assert not told & new
        told |= new
    assert reply.turn is not None


def test_a_refused_question_still_gives_the_next_its_matter(searcher: Searcher) -> None:
    refused = respond(searcher, "Hva koster frivilligsentralen i Karasjok?")
    assert not refused.answer.answered
    assert respond(searcher, "og i Balsfjord?", refused.turn).answer.answered


def test_the_right_source_is_among_five_in_nine_of_ten_dialogues(searcher: Searcher) -> None:
    found = 0
    dialogues = sets.committed().dialogues
    for dialogue in dialogues:
        before: Turn | None = None
        for question in dialogue.turns:
            reply = respond(searcher, question, before)
            before = reply.turn
        found += any(h.source.id in dialogue.sources for h in reply.answer.hits[:5])
    assert found / len(dialogues) >= LEAST_SHARE
