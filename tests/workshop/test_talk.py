"""What the facilitator corrects is learnt; near-doubles are offered and nothing else is."""

from pathlib import Path

import pytest

from lhl_assistant.embedding.engine import Engine
from lhl_assistant.workshop.importing import from_csv, from_lines
from lhl_assistant.workshop.likeness import likeness, pairs
from lhl_assistant.workshop.room import Room
from lhl_assistant.workshop.session import Session
from lhl_assistant.workshop.sorting import SessionSorter
from lhl_assistant.workshop.talk.everyday import bokmaal
from lhl_assistant.workshop.talk.sorter import TalkSorter


def test_a_correction_moves_what_says_the_same_and_is_forgotten_when_undone(engine: Engine, session: Session) -> None:
    sorter = SessionSorter(TalkSorter(engine))
    said, like = "Vi vil ha trygghetsalarm som virker i hele huset", "Trygghetsalarmen må virke i hele huset"
    before = sorter.sort(like).best.focus_area
    other = 2 if before != 2 else 1
    session.place(session.say(said).id, other)
    sorter.learn(session.state)
    assert sorter.sort(like).best.focus_area == other
    session.undo()
    sorter.learn(session.state)
    assert sorter.sort(like).best.focus_area == before


def test_what_was_typed_before_a_power_cut_is_sorted_after_it(session: Session) -> None:
    session.say("Maten er kald og grå når den kommer")
    room = Room(Session(session.path))
    assert room.sort_rest() == 1
    assert room.sort_rest() == 0
    assert room.state.contributions[0].area == 3


@pytest.mark.parametrize(
    ("a", "b", "alike"),
    [
        ("Flere benker langs veien", "flere benker langs vegen!", True),
        ("Spise aleine er det verste av alt", "Å spise alene er det verste", True),
        ("Æ vil ha buss på kvelden", "Jeg vil ha buss på kvelden", True),
        ("Bussen går for sjelden", "Maten er for kald", False),
        ("Flere benker i sentrum", "Flere turer i skogen", False),
    ],
)
def test_pairs_are_offered_for_the_same_words(session: Session, a: str, b: str, alike: bool) -> None:
    one, other = session.say(a), session.say(b)
    assert [{x.id, y.id} for x, y in pairs(session.state)] == ([{one.id, other.id}] if alike else [])
    session.keep_apart(one.id, other.id)
    assert not list(pairs(session.state))
    assert likeness(a, a) == 100


def test_dialect_is_read_in_bokmaal() -> None:
    assert bokmaal("Æ veit itj ka dem vil") == "jeg veit ikke hva de vil"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("- Benker\n- Buss\n  på kvelden\n\n* Kor", ["Benker", "Buss på kvelden", "Kor"]),
        ("1. Benker\n2) Buss\n(3) Kor", ["Benker", "Buss", "Kor"]),
        ("# Bord 2\n\nVi vil ha\nbenker.\n\nOg buss.", ["Vi vil ha benker.", "Og buss."]),
        ("Benker\nBuss\n---\n\n", ["Benker", "Buss"]),
    ],
)
def test_lines_from_paper(text: str, lines: list[str]) -> None:
    assert from_lines(text) == lines


def test_the_right_column_of_a_table() -> None:
    assert from_csv("Nr;Tekst;Bord\n1;Benker, og flere;2\n") == ["Benker, og flere"]
    assert from_csv("1,Vi vil ha benker\n2,Vi vil ha buss\n") == ["Vi vil ha benker", "Vi vil ha buss"]


def test_paper_of_another_table_with_the_same_words_is_not_lost(session: Session, tmp_path: Path) -> None:
    from lhl_assistant.workshop.importing import bring_in

    assert len(bring_in(session, Path("ark.txt"), "Benker\nBuss")) == 2
    assert len(bring_in(Session(session.path, "bord 2"), Path("ark.txt"), "Benker\nBuss")) == 2
    assert not bring_in(session, Path("ark.txt"), "Benker\nBuss")
