"""What is asked about comes first: the place that is named, and the library that has the fact."""

import pytest

from lhl_assistant.search.rank import Searcher


@pytest.mark.parametrize("place", ["Lesja", "Balsfjord", "Sunndal"])
@pytest.mark.parametrize(
    "question",
    ["Hva gjør {} for mat og måltider?", "Kva tiltak har {} for demens?", "Hvem har ansvaret for frivilligheten i {}?"],
)
def test_the_place_that_is_named_comes_first(searcher: Searcher, question: str, place: str) -> None:
    assert place in searcher.search(question.format(place))[0].source.issuer


def test_a_genitive_names_the_place_too(searcher: Searcher) -> None:
    assert searcher.search("Hva er Lesjas tiltak for ensomhet?")[0].source.id == "lesja-2021"


def test_hits_come_best_first_and_no_more_than_asked_for(searcher: Searcher) -> None:
    hits = searcher.search("Hvordan skaper vi gode måltider?", count=7)
    assert len(hits) == 7
    assert [h.score for h in hits] == sorted((h.score for h in hits), reverse=True)


@pytest.mark.parametrize(
    "question", ["hverdagsmestring", "Kva er bu trygt heime?", "Hvem vant serien i fotball?", "xyzzy", "og på i", "?"]
)
def test_every_signal_of_nearness_lies_between_0_and_1(both: Searcher, question: str) -> None:
    for hit in both.search(question, count=50):
        signals = hit.signals
        assert 0 <= signals.words <= 1
        assert all(0 < cosine <= 1.001 for cosine in (signals.passage, signals.sentence, signals.question))


def test_all_words_of_a_question_give_a_higher_share_than_one_of_them(both: Searcher) -> None:
    def words(question: str) -> float:
        return next(h for h in both.search(question, only_source="kor")).signals.words

    assert words("koret i bedehuset") > words("koret i badehotellet på sykehjemmet") > 0


def test_only_the_named_source_is_searched(both: Searcher) -> None:
    assert {h.source.id for h in both.search("mat", only_source="mat")} == {"mat"}
    assert both.search("mat", only_source="finnes-ikke") == []


def test_only_the_wanted_place_is_searched(searcher: Searcher) -> None:
    assert {h.source.id for h in searcher.search("Og hva med frivillighet?", place="lesja")} == {"lesja-2021"}


@pytest.mark.parametrize(
    ("question", "source"),
    [
        ("Hva koster en tur med handlebussen?", "buss"),
        ("Når er det buss til Granli?", "buss"),
        ("Hvem dirigerer seniorkoret?", "kor"),
        ("Kva kostar kombidamparane på Solbakken?", "mat"),
    ],
)
def test_a_fact_of_ones_own_is_found_among_all_that_is_bundled(both: Searcher, question: str, source: str) -> None:
    hit = both.search(question)[0]
    assert (hit.library, hit.source.id) == ("egne", source)


@pytest.mark.parametrize(
    ("question", "source"),
    [
        ("Hva koster frivilligsentralen i Balsfjord?", "balsfjord-2021"),
        ("Hvilke tiltak har Lesja for mat og måltider?", "lesja-2021"),
        ("Hva er målet med Bo trygt hjemme?", "bo-trygt-hjemme"),
    ],
)
def test_the_bundled_facts_are_not_crowded_out_by_ones_own(both: Searcher, question: str, source: str) -> None:
    hit = both.search(question)[0]
    assert (hit.library, hit.source.id) == ("medfølgende", source)


def test_both_libraries_have_their_say_on_a_subject_that_both_know(both: Searcher) -> None:
    assert {h.library for h in both.search("Når serveres middag og kveldsmat?")} == {"egne", "medfølgende"}


def test_a_hit_scores_the_same_alone_as_together(both: Searcher, searcher: Searcher) -> None:
    question = "Hvordan forebygger vi underernæring?"
    alone = {h.number: h.score for h in searcher.search(question)}
    together = {h.number: h.score for h in both.search(question) if h.library == "medfølgende"}
    assert together
    assert all(abs(alone[n] - score) < 1e-6 for n, score in together.items())
