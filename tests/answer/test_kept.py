"""Conversations on disk: what was said stays said, whatever happens, until it is deleted."""

from dataclasses import replace
from pathlib import Path

import pytest

from lhl_assistant.answer.conversation import respond
from lhl_assistant.answer.frame import frame
from lhl_assistant.answer.kept import Conversations
from lhl_assistant.answer.sourcing import source_line
from lhl_assistant.answer.text import markdown
from lhl_assistant.answer.transcript import transcript
from lhl_assistant.answer.turns import KeptTurn
from lhl_assistant.errors import InputUnusable, LibraryUnavailable
from lhl_assistant.search.rank import Searcher
from lhl_assistant.sources.model import Status

TURNS = ("Hva koster frivilligsentralen i Balsfjord?", "hvem har ansvaret?", "og i Lesja?")


@pytest.fixture
def kept(searcher: Searcher, home: Path) -> tuple[Conversations, str]:
    """A conversation of three turns."""
    conversations, before = Conversations(home), None
    id = conversations.new()
    for question in TURNS:
        reply = respond(searcher, question, before)
        before = reply.turn
        conversations.keep(id, KeptTurn.of(reply.answer))
    return conversations, id


def test_what_is_read_is_what_was_said(kept: tuple[Conversations, str], searcher: Searcher) -> None:
    conversations, id = kept
    first = conversations.read(id).turns[0].answer
    said = respond(searcher, TURNS[0]).answer
    assert markdown(first) == markdown(said)
    assert first.citations == said.citations


def test_a_source_is_named_in_the_language_of_its_answer(kept: tuple[Conversations, str]) -> None:
    conversations, id = kept
    citation = replace(conversations.read(id).turns[0].citations[0], status=Status.CURRENT, issuer="lhl_assistant")
    assert ", gjeldende" in source_line(citation, frame("nb"))
    assert "vår oversikt" in source_line(citation, frame("nb"))
    assert ", gjeldande" in source_line(citation, frame("nn"))
    assert "vårt oversyn" in source_line(citation, frame("nn"))


def test_resuming_completes_from_the_last_turn(kept: tuple[Conversations, str], searcher: Searcher) -> None:
    conversations, id = kept
    answer = respond(searcher, "når da?", conversations.read(id).last).answer
    assert answer.completed_question
    assert "Lesja" in answer.completed_question


@pytest.mark.parametrize("lost", [1, 40, 400])
def test_half_a_last_line_is_dropped_and_written_over(
    kept: tuple[Conversations, str], home: Path, lost: int, searcher: Searcher
) -> None:
    conversations, id = kept
    file = home / "samtaler" / f"{id}.jsonl"
    file.write_bytes(file.read_bytes()[:-lost])
    assert [t.question for t in conversations.read(id).turns] == list(TURNS[:2])
    conversations.keep(id, KeptTurn.of(respond(searcher, "Kva er IGP?").answer))
    assert [t.question for t in conversations.read(id).turns] == [*TURNS[:2], "Kva er IGP?"]


def test_ids_sort_by_time_and_are_unique(home: Path) -> None:
    ids = [Conversations.new() for _ in range(200)]
    assert len(set(ids)) == 200
    assert [i[:18] for i in ids] == sorted(i[:18] for i in ids)


def test_search_finds_inflected_words_and_sources(kept: tuple[Conversations, str]) -> None:
    conversations, id = kept
    assert [k.id for k, _ in conversations.find("frivilligsentraler balsfjord")] == [id]
    assert [k.id for k, _ in conversations.find("strategiplan lesja")] == [id]
    assert list(conversations.find("romfart")) == []
    assert list(conversations.find("?")) == []


def test_the_export_holds_every_source_of_every_citation(kept: tuple[Conversations, str]) -> None:
    conversations, id = kept
    whole = conversations.read(id)
    text = transcript(whole)
    for turn in whole.turns:
        assert f"## {turn.question}" in text
        assert turn.citations
        for citation in turn.citations:
            assert f"- [{citation.id}] {source_line(citation, frame(turn.language))}" in text


def test_deleting_removes_the_file(kept: tuple[Conversations, str], home: Path) -> None:
    conversations, id = kept
    conversations.delete(id)
    assert list((home / "samtaler").iterdir()) == []
    with pytest.raises(InputUnusable):
        conversations.read(id)


@pytest.mark.parametrize("id", ["tull", "../kilder/x", "20260101-000000000-0000", ""])
def test_an_id_that_is_not_there_is_told_so(home: Path, id: str) -> None:
    with pytest.raises(InputUnusable, match="finnes ikke"):
        Conversations(home).read(id)


def test_a_folder_that_cannot_be_written_is_told_so(home: Path, searcher: Searcher) -> None:
    home.mkdir()
    (home / "samtaler").write_text("i veien")
    with pytest.raises(LibraryUnavailable, match="kan ikke skrives"):
        Conversations(home).keep(Conversations.new(), KeptTurn.of(respond(searcher, "Kva er IGP?").answer))
