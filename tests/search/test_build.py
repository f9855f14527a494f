"""An index is found again, costs no more than what changed, and is replaced whole or not at all."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
from filelock import FileLock

from lhl_assistant.embedding.engine import Engine
from lhl_assistant.errors import LibraryUnavailable
from lhl_assistant.reform.model import Reform
from lhl_assistant.search.build import build
from lhl_assistant.search.snapshot import Snapshot
from tests.search.material import BUS, CHOIR, KITCHEN, Counting, material, searching

ALL = material(buss=BUS, mat=KITCHEN, kor=CHOIR)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "indeks" / "egne.sqlite"


def files(path: Path) -> list[str]:
    return sorted(p.name for p in path.parent.iterdir() if p.suffix != ".lock")


@pytest.mark.parametrize(
    ("question", "source", "fact"),
    [
        ("Når går bussen til Granli?", "buss", "onsdag klokka 10"),
        ("Kva kostar ein tur?", "buss", "37 kroner"),
        ("Hvor mye koster kombidamperne?", "mat", "185 000"),
        ("Hvem leder koret?", "kor", "Ragnfrid Åsly"),
        ("Når er det mat om kvelden?", "mat", "klokka 20"),
    ],
)
def test_what_is_indexed_is_found_again(
    path: Path, engine: Engine, reform: Reform, question: str, source: str, fact: str
) -> None:
    build(path, ALL, engine)
    with searching(path, engine, reform) as searcher:
        hit = searcher.search(question)[0]
    assert hit.source.id == source
    assert fact in hit.source.text[hit.passage.span.start : hit.passage.span.end]


def test_a_library_without_sources_is_an_index_without_hits(path: Path, engine: Engine, reform: Reform) -> None:
    build(path, material(), engine)
    with searching(path, engine, reform) as searcher:
        assert searcher.search("Når går bussen?") == []


def test_unchanged_texts_are_not_embedded_again(path: Path, engine: Engine) -> None:
    first, second, third = Counting(engine), Counting(engine), Counting(engine)
    build(path, material(buss=BUS, mat=KITCHEN), first)
    build(path, material(mat=KITCHEN, bussen=BUS), second)
    build(path, ALL, third)
    assert len(first.texts) == len(set(first.texts)) > 5
    assert second.texts == []
    assert len(third.texts) == 3


def test_a_changed_paragraph_embeds_only_its_own_texts(path: Path, engine: Engine) -> None:
    build(path, ALL, engine)
    counting = Counting(engine)
    build(path, material(buss=BUS.replace("klokka 10", "klokka 11"), mat=KITCHEN, kor=CHOIR), counting)
    assert len(counting.texts) == 2
    assert all("klokka 11" in text for text in counting.texts)


def test_kept_vectors_are_those_that_a_new_build_would_make(path: Path, engine: Engine, tmp_path: Path) -> None:
    build(path, material(kor=CHOIR, mat=KITCHEN), engine)
    build(path, ALL, engine)
    build(tmp_path / "ny.sqlite", ALL, engine)
    with Snapshot(path) as grown, Snapshot(tmp_path / "ny.sqlite") as new:
        assert (grown.vectors == new.vectors).all()


def test_progress_is_told_for_every_text(path: Path, engine: Engine) -> None:
    told: list[tuple[int, int]] = []
    build(path, ALL, engine, lambda done, total: told.append((done, total)))
    assert told == [(n, len(told)) for n in range(1, len(told) + 1)]


def test_the_same_content_gives_the_same_index(path: Path, engine: Engine, tmp_path: Path) -> None:
    build(path, ALL, engine)
    build(tmp_path / "igjen.sqlite", ALL, engine)
    with Snapshot(path) as one, Snapshot(tmp_path / "igjen.sqlite") as two:
        assert one.passages() == two.passages()
        assert one.manifest == two.manifest


def test_an_engine_that_fails_midway_leaves_the_old_index_as_it_was(path: Path, engine: Engine) -> None:
    build(path, material(buss=BUS), engine)
    before = path.read_bytes()
    with pytest.raises(RuntimeError, match="motoren stoppet"):
        build(path, ALL, Counting(engine, last=3))
    assert path.read_bytes() == before
    assert files(path) == ["egne.sqlite"]


def test_an_engine_that_fails_on_the_first_build_leaves_nothing(path: Path, engine: Engine) -> None:
    with pytest.raises(RuntimeError):
        build(path, ALL, Counting(engine, last=3))
    assert files(path) == []


def test_two_builds_at_once_take_turns(path: Path, engine: Engine) -> None:
    with ThreadPoolExecutor(2) as pool:
        for made in [pool.submit(build, path, m, engine) for m in (ALL, material(buss=BUS))]:
            made.result()
    with Snapshot(path) as snapshot:
        assert snapshot.damage() is None
        assert len(snapshot.sources) in (1, 3)
    assert files(path) == ["egne.sqlite"]


def test_one_who_waits_too_long_is_told_that_the_index_is_busy(
    path: Path, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lhl_assistant.search.build._LOCK_SECONDS", 0.2)
    build(path, ALL, engine)
    before = path.read_bytes()
    with FileLock(path.with_suffix(".lock")), pytest.raises(LibraryUnavailable, match="et annet vindu"):
        build(path, material(), engine)
    assert path.read_bytes() == before


def test_one_who_reads_is_not_disturbed_by_a_new_build(path: Path, engine: Engine, reform: Reform) -> None:
    build(path, material(buss=BUS), engine)
    with searching(path, engine, reform) as searcher:
        build(path, material(kor=CHOIR), engine)
        assert searcher.search("Hva koster bussen?")[0].source.id == "buss"


def test_a_damaged_index_is_simply_made_anew(path: Path, engine: Engine) -> None:
    build(path, ALL, engine)
    path.write_bytes(path.read_bytes()[:5000])
    build(path, ALL, engine)
    with Snapshot(path) as snapshot:
        assert snapshot.damage() is None


def test_damaged_vectors_are_not_carried_on(path: Path, engine: Engine, tmp_path: Path) -> None:
    build(path, ALL, engine)
    good = path.read_bytes()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("update block set data = zeroblob(length(data)) where name = 'vectors'")
    build(path, ALL, engine)
    assert path.read_bytes() == good


def test_a_folder_that_cannot_be_written_is_said_plainly(tmp_path: Path, engine: Engine) -> None:
    (tmp_path / "fil").touch()
    with pytest.raises(LibraryUnavailable, match="kan ikke skrives"):
        build(tmp_path / "fil" / "egne.sqlite", ALL, engine)
