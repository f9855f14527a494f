"""Three tables' files become one: nothing lost, no doubles, whatever the order and whatever the clocks say."""

import shutil
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lhl_assistant.workshop import session as module
from lhl_assistant.workshop.folder import table_of
from lhl_assistant.workshop.journal.acts import Act, Deleted, Heard, Undone, order
from lhl_assistant.workshop.journal.file import settled
from lhl_assistant.workshop.merging import merge
from lhl_assistant.workshop.session import Session, begin
from tests.workshop.conftest import PLANNED

Clock = Callable[[timedelta], None]


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Sets how wrong the laptop's clock is."""

    def wrong(by: timedelta) -> None:
        monkeypatch.setattr(module, "_now", lambda: datetime.now(UTC) + by)

    return wrong


def tables(session: Session, folder: Path, clock: Clock) -> list[Path]:
    """Three laptops with a copy each: one is a day ahead, one ten years behind."""
    files = []
    for i, error in enumerate([timedelta(), timedelta(days=1), timedelta(days=-3650)], 1):
        file = folder / f"bord-{i}.jsonl"
        shutil.copy(session.path, file)
        clock(error)
        table = Session(file, f"bord {i}")
        table.say("Bussen må gå på kvelden")
        table.say(f"Bare bord {i} sa dette")
        files.append(file)
    return files


def test_three_tables_with_wrong_clocks_and_the_same_words(session: Session, tmp_path: Path, clock: Clock) -> None:
    session.say("Sagt før bordene delte seg")
    files = tables(session, tmp_path, clock)
    outcomes = set()
    for i, some in enumerate(permutations(files)):
        into = tmp_path / f"samlet-{i}.jsonl"
        shutil.copy(session.path, into)
        found = merge(into, some)
        assert (found.contributions, found.new, found.one_workshop) == (7, 6, True)
        assert merge(into, some).new == 0
        outcomes.add(into.read_bytes())
    assert len(outcomes) == 1
    said = [c.text for c in Session(into).state.contributions]
    assert said[0] == "Sagt før bordene delte seg"
    assert sorted(said).count("Bussen må gå på kvelden") == 3


def test_what_one_table_deleted_is_gone_from_all(session: Session, tmp_path: Path) -> None:
    one = session.say("Skal bort")
    copy = tmp_path / "kopi.jsonl"
    shutil.copy(session.path, copy)
    session.delete(one.id)
    merge(copy, [session.path])
    assert b"Skal bort" not in copy.read_bytes()
    shutil.copy(session.path, tmp_path / "uten.jsonl")
    merge(session.path, [copy])
    assert not session.refresh().contributions


def test_what_was_taken_back_is_not_counted(session: Session, tmp_path: Path) -> None:
    session.say("Flere benker")
    copy = tmp_path / "bord2.jsonl"
    shutil.copy(session.path, copy)
    other = Session(copy, "bord 2")
    other.say("Bussen må gå på kvelden")
    other.say("Feil, ta det bort")
    other.undo()
    found = merge(session.path, [copy])
    assert (found.contributions, found.new) == (len(session.refresh().spoken), 1) == (2, 1)


def test_a_move_after_a_merge_counts_over_an_earlier_one_though_its_clock_is_behind(
    session: Session, tmp_path: Path, clock: Clock
) -> None:
    one = session.say("Turgruppe")
    session.place(one.id, 1)
    other = tmp_path / "bord-2.jsonl"
    shutil.copy(session.path, other)
    clock(timedelta(days=-1))
    Session(other, "bord 2").place(one.id, 2)
    merge(session.path, [other])
    assert session.refresh().contributions[0].area == 2


def test_workshops_begun_apart_come_together_under_the_first_ones_plan(session: Session, tmp_path: Path) -> None:
    apart = begin(tmp_path / "egen.jsonl", {**PLANNED, "title": "Bord 3 begynte for seg selv"})
    apart.say("Vi fikk ikke filen")
    found = merge(session.path, [apart.path])
    assert not found.one_workshop
    state = session.refresh()
    assert [c.text for c in state.contributions] == ["Vi fikk ikke filen"]
    assert state.setup.title == PLANNED["title"]


ACTS = st.one_of(
    st.integers(0, 5).map(lambda i: Heard(id=f"id-{i}", n=i % 3, at="", by="b", text=str(i))),
    st.integers(0, 5).map(lambda i: Undone(id=f"u-{i}", n=3 + i % 2, at="", by="b", of=f"id-{i}")),
    st.integers(0, 5).map(lambda i: Deleted(id=f"d-{i}", n=3 + i % 3, at="", by="b", of=f"id-{i}")),
)
LINES = st.lists(ACTS, max_size=8)


@settings(max_examples=150)
@given(LINES, LINES, LINES)
def test_merging_does_not_care_for_order_or_repetition(a: list[Act], b: list[Act], c: list[Act]) -> None:
    ab_c = settled([*settled([*a, *b], []).acts, *c], [])
    a_bc = settled([*a, *settled([*c, *b, *c], []).acts], [])
    assert ab_c == a_bc
    assert list(ab_c.acts) == sorted(ab_c.acts, key=order)
    assert len({act.id for act in ab_c.acts}) == len(ab_c.acts)


def test_votes_of_two_copies_are_added_when_nobody_named_the_tables(session: Session, tmp_path: Path) -> None:
    benches = session.say("Flere benker")
    for name, votes in (("bord1", 3), ("bord2", 4)):
        copy = tmp_path / f"{name}.jsonl"
        copy.write_bytes(session.path.read_bytes())
        Session(copy, table_of(copy)).vote(benches.id, votes)
        merge(session.path, [copy])
    assert sum(c.votes for c in session.refresh().contributions) == 7
