"""What is said is kept, word for word; what is done can be taken back; what is deleted is gone."""

from pathlib import Path

import pytest

from lhl_assistant.errors import InputUnusable, LibraryUnavailable
from lhl_assistant.workshop.journal.acts import Guessed, Heard
from lhl_assistant.workshop.session import LONGEST, Session


def test_words_are_kept_as_they_fell(session: Session) -> None:
    said = "Æ vil ha benka langs veien, itj bare ved butikken!"
    session.say(said, question=1)
    kept = Session(session.path).state.contributions
    assert [(c.text, c.area, c.placed) for c in kept] == [(said, 1, None)]


def test_the_facilitators_choice_stands_over_the_sorters(session: Session) -> None:
    one = session.say("Mat sammen på torsdager")
    session.suggest(
        one.id,
        Guessed(focus_area=3, solution="3.1", confidence=0.5),
        (Guessed(focus_area=2, solution=None, confidence=0.4), Guessed(focus_area=1, solution=None, confidence=0.1)),
    )
    assert session.contribution(one.code).area == 3
    session.place(one.id, 2, "2.3")
    moved = session.contribution(one.code)
    assert (moved.area, moved.solution) == (2, "2.3")
    assert [g.focus_area for g in moved.runners_up] == [3, 1]


def test_undo_takes_back_one_act_at_a_time_and_only_this_tables(session: Session) -> None:
    one = session.say("Bussen må gå på kvelden")
    session.place(one.id, 1)
    other = Session(session.path, "bord 2")
    other.say("Kor i kjerka")
    session.undo()
    assert session.contribution(one.id).placed is None
    session.undo()
    assert [c.text for c in session.state.contributions] == ["Kor i kjerka"]
    assert session.undo() is None


def test_joined_contributions_keep_their_words_and_add_their_votes(session: Session) -> None:
    a, b = session.say("Flere benker"), session.say("Sett ut benker")
    session.vote(a.id, 3)
    Session(session.path, "bord 2").vote(b.id, 4)
    session.vote(a.id, 5)
    session.join(a.id, b.id)
    (head,) = session.refresh().contributions
    assert (head.votes, head.voices, [c.text for c in head.also]) == (9, 2, ["Sett ut benker"])
    assert session.undo() is not None
    assert len(session.state.contributions) == 2


def test_joining_in_a_ring_loses_nothing(session: Session) -> None:
    a, b, c = (session.say(text) for text in ("en", "to", "tre"))
    session.join(a.id, b.id)
    session.join(b.id, c.id)
    session.join(c.id, a.id)
    (head,) = session.state.contributions
    assert {head.id, *(one.id for one in head.also)} == {a.id, b.id, c.id}


def test_deleted_words_are_nowhere_in_the_file_and_the_exports_are_named(session: Session, tmp_path: Path) -> None:
    one = session.say("Naboen Gunvor har fått slag")
    session.reword(one.id, "Gunvor trenger hjelp")
    session.exported(tmp_path / "rapport.docx")
    assert session.delete(one.id) == (str(tmp_path / "rapport.docx"),)
    assert b"Gunvor" not in session.path.read_bytes()
    assert not session.state.contributions
    assert [d.of for d in session.state.deleted] == [one.id]


def test_half_a_line_after_a_power_cut_is_written_over(session: Session) -> None:
    session.say("Først")
    with session.path.open("ab") as file:
        file.write(b'{"act":"said","text":"aldri vi')
    again = Session(session.path)
    again.say("Etterpå")
    assert [c.text for c in Session(session.path).state.contributions] == ["Først", "Etterpå"]
    assert Session(session.path).unread == 0


def test_a_line_from_a_newer_version_is_kept_as_it_is(session: Session) -> None:
    line = b'{"act":"sang","id":"x","n":1,"at":"","by":"bord 1"}\n'
    with session.path.open("ab") as file:
        file.write(line)
    again = Session(session.path)
    one = again.say("Hei")
    again.delete(one.id)
    assert again.unread == 1
    assert line in session.path.read_bytes()


@pytest.mark.parametrize("text", ["", "  \t ", "\x00\x1b", "x" * (LONGEST + 1)])
def test_nothing_and_far_too_much_are_refused_in_a_sentence(session: Session, text: str) -> None:
    with pytest.raises(InputUnusable):
        session.say(text)
    assert not session.state.contributions


def test_two_windows_write_the_same_file(session: Session) -> None:
    other = Session(session.path, "bord 2")
    for i in range(5):
        session.say(f"a{i}")
        other.say(f"b{i}")
    acts = [a for a in session.refresh().log if isinstance(a, Heard)]
    assert len(acts) == 10
    assert len({a.n for a in acts}) == 10


def test_what_cannot_be_written_is_said_and_not_shown(session: Session) -> None:
    session.path.unlink()
    session.path.mkdir()
    with pytest.raises(LibraryUnavailable):
        session.say("Dette får ikke plass")


def test_another_file_is_no_workshop(tmp_path: Path) -> None:
    (tmp_path / "brev.txt").write_text("Hei\n")
    with pytest.raises(InputUnusable, match="ikke en verkstedsfil"):
        Session(tmp_path / "brev.txt")
