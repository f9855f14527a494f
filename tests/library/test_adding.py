"""A planner's own documents: known by their content, kept up with, said what is right of, and gone when removed."""

import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lhl_assistant.embedding.engine import Engine
from lhl_assistant.errors import InputUnusable, LibraryUnavailable
from lhl_assistant.library.adding import Outcome, Watching, What, add, update
from lhl_assistant.library.changing import edit, remove
from lhl_assistant.library.facts import Facts
from lhl_assistant.library.making import in_step
from lhl_assistant.library.opening import searcher
from lhl_assistant.search.libraries import Layout
from lhl_assistant.search.snapshot import Snapshot
from lhl_assistant.sources.model import Kind, Source, Status
from lhl_assistant.sources.own import Known, OwnSources, slug
from tests.library.conftest import BUS, KITCHEN, Written
from tests.search.material import Counting

PLAN = "# Plan for Leve hele livet\n\nLesja kommune 2021\n\nKommunen vil bygge et badeanlegg på Nordbygda.\n"


def known(outcome: Outcome) -> Known:
    assert outcome.known is not None
    return outcome.known


def indexed(at: Layout) -> dict[str, Source]:
    with Snapshot(at.path("egne")) as snapshot:
        assert snapshot.damage() is None
        return dict(snapshot.sources)


def stored(at: Layout) -> dict[str, Source]:
    return {s.id: s for s in OwnSources(at.home).all()}


def test_what_is_added_is_stored_and_indexed_and_what_is_removed_is_gone(at: Layout, written: Written) -> None:
    bus, kitchen = add([written("buss.md"), written("mat.md", KITCHEN)], at)
    assert (bus.what, kitchen.what) == (What.NEW, What.NEW)
    assert stored(at) == indexed(at)
    assert [s.text for s in stored(at).values()] == [BUS, KITCHEN]
    assert remove([known(bus).id, "finnes-ikke"], at) == ["finnes-ikke"]
    assert set(stored(at)) == set(indexed(at)) == {known(kitchen).id}
    assert not [p for p in (at.home / "kilder").iterdir() if p.name.startswith(".")]
    assert written("buss.md").read_text(encoding="utf-8") == BUS


def test_the_same_content_is_one_source_whatever_it_is_called(at: Layout, written: Written) -> None:
    files = [written("buss.md"), written("kopi av buss.txt", BUS.replace("\n", "\r\n")), written("til/buss.md")]
    first, *others = add(files, at)
    assert [o.what for o in others] == [What.SAME, What.SAME]
    assert {known(o).id for o in others} == {known(first).id}
    assert [o.what for o in add([written("buss.md"), written("ny.md")], at)] == [What.SAME, What.SAME]
    assert len(stored(at)) == 1


def test_a_changed_file_takes_the_place_of_what_it_was_and_embeds_only_what_changed(
    at: Layout, written: Written, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, _ = add([written("buss.md"), written("mat.md", KITCHEN)], at)
    counting = Counting(engine)
    monkeypatch.setattr("lhl_assistant.library.writing.load_engine", lambda _: counting)
    written("buss.md", BUS.replace("37", "42"))
    after, same = update([], at)
    assert (after.what, same.what) == (What.CHANGED, What.SAME)
    assert len(counting.texts) == 1
    assert "42 kroner" in counting.texts[0]
    assert known(before).id not in stored(at)
    assert stored(at) == indexed(at)
    written("buss.md", BUS)
    assert add([written("buss.md", BUS)], at)[0].what == What.CHANGED
    assert set(stored(at)) == {known(before).id, known(same).id}


def test_nothing_is_embedded_or_built_where_nothing_changed(
    at: Layout, written: Written, monkeypatch: pytest.MonkeyPatch
) -> None:
    add([written("buss.md")], at)

    def never(_: object) -> Engine:
        raise AssertionError("the engine was loaded")

    monkeypatch.setattr("lhl_assistant.library.writing.load_engine", never)
    assert [o.what for o in (*add([written("buss.md")], at), *update([], at))] == [What.SAME, What.SAME]


def test_a_file_that_is_gone_is_said_and_its_source_stays_and_one_that_moved_is_followed(
    at: Layout, written: Written
) -> None:
    file = written("buss.md")
    add([file], at)
    moved = file.rename(file.with_name("flyttet.md"))
    (gone,) = update([], at)
    assert gone.refused is not None
    assert "finnes ikke lenger" in gone.refused.nb
    assert len(indexed(at)) == 1
    add([moved], at)
    assert [o.what for o in update([], at)] == [What.SAME]


def test_the_document_suggests_what_it_is_and_the_planner_has_the_last_word(at: Layout, written: Written) -> None:
    (outcome,) = add([written("plan.md", PLAN)], at)
    source = stored(at)[known(outcome).id]
    assert (source.title, source.issuer, source.kind) == ("Plan for Leve hele livet", "Lesja kommune", Kind.PLAN)
    assert not source.summary
    edit(source.id, Facts(title="Planen vår", status=Status.HISTORICAL), at)
    written("plan.md", PLAN.replace("2021", "2025"))
    (changed,) = update([], at)
    new = indexed(at)[known(changed).id]
    assert (new.title, new.status, new.issuer) == ("Planen vår", Status.HISTORICAL, "Lesja kommune")


def test_a_municipality_that_is_named_is_found_in_its_own_plan(at: Layout, written: Written) -> None:
    add([written("plan.md", PLAN), written("buss.md")], at)
    with searcher("egne") as opened:
        assert "lesja" in opened.places
        assert opened.search("Hva vil Lesja bygge?")[0].source.issuer == "Lesja kommune"


def test_what_is_said_on_the_way_in_holds_for_every_file(at: Layout, written: Written) -> None:
    outcomes = add([written("a.md"), written("b.md", KITCHEN)], at, Facts(issuer="Vik kommune", year=2026))
    assert {(known(o).issuer, known(o).year) for o in outcomes} == {("Vik kommune", 2026)}


def test_folders_and_patterns_stand_for_their_documents_and_links_that_loop_have_an_end(
    at: Layout, written: Written, tmp_path: Path
) -> None:
    files = [written("a.md"), written("under/b.txt", KITCHEN)]
    written(".skjult.md", "# Skjult\n\nNei.\n")
    written("~$a.md", "# Lås\n\nNei.\n")
    written("bilde.png", "x")
    (tmp_path / "mine" / "under" / "rundt").symlink_to(tmp_path / "mine")
    turning = tmp_path / "mine" / "under" / "seg selv.txt"
    turning.symlink_to(turning)
    outcomes = add([tmp_path / "mine", tmp_path / "mine" / "*.md"], at)
    assert [o.file for o in outcomes if o.refused is None] == files
    assert turning in {o.file for o in outcomes if o.refused is not None}
    empty = add([tmp_path / "mine" / "*.docx"], at)
    assert [o.refused and "ingen filer" in o.refused.nb for o in empty] == [True]


def test_what_cannot_be_read_is_refused_and_the_others_go_in(at: Layout, written: Written, tmp_path: Path) -> None:
    outcomes = add([written("tom.md", ""), written("a.md"), tmp_path / "borte.md", written("b.png", "x")], at)
    assert [o.what for o in outcomes] == [What.REFUSED, What.NEW, What.REFUSED, What.REFUSED]
    for outcome in outcomes[:1] + outcomes[2:]:
        assert outcome.refused is not None
        assert outcome.file.name in outcome.refused.nb
        assert outcome.file.name in outcome.refused.nn
    assert len(indexed(at)) == 1


@pytest.mark.parametrize("phase", ["reading", "indexing"])
def test_stopped_on_the_way_all_is_as_it_was(at: Layout, written: Written, phase: str) -> None:
    add([written("buss.md")], at)
    before = {p: p.read_bytes() for p in sorted(at.home.rglob("*")) if p.is_file()}

    def stop(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        add([written("mat.md", KITCHEN), written("buss.md", BUS + "Ny.")], at, watching=Watching(**{phase: stop}))
    assert {p: p.read_bytes() for p in sorted(at.home.rglob("*")) if p.is_file()} == before


def test_unknown_ids_are_refused(at: Layout, written: Written) -> None:
    add([written("buss.md")], at)
    for id in ("finnes-ikke", "", ".", "..", "../kilder"):
        assert remove([id], at) == [id]
        for change in (lambda id=id: update([id], at), lambda id=id: edit(id, Facts(title="x"), at)):
            with pytest.raises(InputUnusable):
                change()
    assert in_step(at, OwnSources(at.home))


def test_a_data_folder_that_cannot_be_written_is_said_plainly(written: Written) -> None:
    file = written("en fil")
    with pytest.raises(LibraryUnavailable, match="kan ikke skrives"):
        add([written("buss.md")], Layout(file, file / "hjem", None))


@pytest.mark.parametrize(
    ("name", "readable"),
    [
        ("Måltider på Ørsta", "maaltider-paa-oersta"),
        ("BÆREKRAFT & ÅPENHET (v2)", "baerekraft-aapenhet-v2"),
        (unicodedata.normalize("NFD", "Årsmelding"), "aarsmelding"),
        ("café_naïve", "cafe-naive"),
        ("日本", "kilde"),
        ("lang" * 40, "lang" * 15),
    ],
)
def test_an_id_begins_with_the_files_name_made_plain(name: str, readable: str) -> None:
    assert slug(name) == readable


def test_an_id_ends_in_six_digits_of_the_contents_hash(at: Layout, written: Written) -> None:
    (outcome,) = add([written("Møte på Øya.md")], at)
    assert re.fullmatch(r"moete-paa-oeya-[0-9a-f]{6}", known(outcome).id)
    assert known(outcome).text.startswith(known(outcome).id[-6:])


@given(st.text(max_size=80))
def test_a_slug_is_a_plain_name_for_any_file(name: str) -> None:
    assert re.fullmatch(r"[a-z0-9]([a-z0-9-]*[a-z0-9])?", slug(name))
