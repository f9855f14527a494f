"""Whatever is damaged is found, told with how to mend it, and mended; nothing that is read is ever wrong."""

import random
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from lhl_assistant.errors import LibraryUnavailable
from lhl_assistant.library.adding import add
from lhl_assistant.library.changing import remove
from lhl_assistant.library.checking import check
from lhl_assistant.library.making import make
from lhl_assistant.library.opening import searcher
from lhl_assistant.said import Said
from lhl_assistant.search.libraries import Layout
from lhl_assistant.search.snapshot import Snapshot
from lhl_assistant.sources.model import Source
from lhl_assistant.sources.own import OwnSources
from tests.conftest import INDEX
from tests.library.conftest import BUS, KITCHEN


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("laget")
    for name, text in (("buss.md", BUS), ("mat.md", KITCHEN)):
        (folder / name).write_text(text, encoding="utf-8")
    add([folder / "buss.md", folder / "mat.md"], Layout(INDEX, folder / "hjem", None))
    return folder / "hjem"


@pytest.fixture
def whole(made: Path, at: Layout) -> Layout:
    shutil.copytree(made, at.home)
    return at


def complaints() -> list[Said]:
    return [c for _, report in check(["egne"]) for c in report.complaints]


def asked(at: Layout) -> dict[str, Source]:
    with Snapshot(at.path("egne")) as snapshot:
        return dict(snapshot.sources)


def stored(at: Layout) -> dict[str, Source]:
    return {s.id: s for s in OwnSources(at.home).all()}


def flipped(home: Path, seed: int, times: int) -> Iterator[None]:
    """One bit of one file turned, and put right again, ``times`` times over all files alike."""
    files, rng = [p for p in sorted(home.rglob("*")) if p.is_file() and p.stat().st_size], random.Random(seed)
    for number in range(times):
        file = files[number % len(files)]
        data = file.read_bytes()
        bad = bytearray(data)
        bad[rng.randrange(len(bad))] ^= 1 << rng.randrange(8)
        file.write_bytes(bad)
        yield
        file.write_bytes(data)


def test_a_turned_bit_anywhere_is_found_or_harmless(whole: Layout) -> None:
    before, found = stored(whole), 0
    for _ in flipped(whole.home, 7, 12):
        told = complaints()
        found += bool(told)
        assert all("«lhl " in said.nb and "«lhl " in said.nn for said in told)
        assert told or (stored(whole) == asked(whole) == before)
    assert found > 7
    assert complaints() == []


def test_what_was_found_is_mended_by_what_is_told(whole: Layout) -> None:
    before = stored(whole)
    for _ in flipped(whole.home, 8, 2):
        if complaints():
            make("egne", whole)
            assert complaints() == []
            assert stored(whole) == asked(whole) == before


@pytest.mark.parametrize(
    "harm",
    [
        lambda home, one: (one / "tekst.md").unlink(),
        lambda home, one: (one / "kilde.json").unlink(),
        lambda home, one: (one / "tekst.md").write_text("Noe annet.", encoding="utf-8"),
        lambda home, one: (one / "kilde.json").write_text("{}", encoding="utf-8"),
        lambda home, one: one.rename(one.with_name("et-annet-navn-000000")),
        lambda home, one: [p.unlink() for p in one.iterdir()],
        lambda home, one: shutil.rmtree(one),
        lambda home, one: shutil.copytree(one, one.with_name("kopi-000000")),
        lambda home, one: (home / "indeks" / "egne.sqlite").unlink(),
        lambda home, one: (home / "indeks" / "egne.sqlite").write_bytes(b""),
        lambda home, one: (home / "indeks" / "egne.sqlite").write_bytes(b"SQLite format 3\0" + bytes(5000)),
    ],
    ids="tekst borte|fakta borte|tekst endret|fakta tomme|nytt navn|tom mappe|mappe borte|kopi|indeks borte|indeks tom|"
    "indeks av nuller".split("|"),
)
def test_what_is_missing_or_changed_is_found(whole: Layout, harm: Callable[[Path, Path], object]) -> None:
    harm(whole.home, next(p for p in (whole.home / "kilder").iterdir() if p.is_dir()))
    told = complaints()
    assert told
    assert all("«lhl " in said.nb for said in told)


def test_what_cannot_be_mended_is_named_and_can_be_taken_out_while_the_rest_stands(whole: Layout) -> None:
    (bad, good) = sorted(stored(whole))
    (whole.home / "kilder" / bad / "tekst.md").unlink()
    whole.path("egne").unlink()
    with pytest.raises(LibraryUnavailable, match=f"lhl kilder fjern {bad}"):
        make("egne", whole)
    assert remove([bad], whole) == []
    assert complaints() == []
    assert set(asked(whole)) == {good}


def altered(path: Path, **manifest: str) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        for name, value in manifest.items():
            connection.execute("update manifest set value = ? where name = ?", (value, name))


def as_version_one(at: Layout) -> None:
    """The library as the first version of the program left it: no pages, hashes or seals."""
    for file in (at.home / "kilder").glob("*/kilde.json"):
        new = {"id", "title", "issuer", "year", "status", "kind", "url", "checked", "file"}
        known = OwnSources(at.home).known(file.parent.name)
        file.write_text(known.model_dump_json(include=new), encoding="utf-8")
    with closing(sqlite3.connect(at.path("egne"))) as connection, connection:
        connection.execute("alter table source drop column pages")
        connection.execute("alter table source drop column original")
    altered(at.path("egne"), schema="1")


def test_a_library_of_the_first_version_is_asked_without_a_question_to_the_planner(whole: Layout) -> None:
    before = stored(whole)
    as_version_one(whole)
    told: list[int] = []
    with searcher("egne", lambda done, total: told.append(total)) as opened:
        assert "37 kroner" in opened.search("Hva koster en tur?")[0].source.text
    assert stored(whole) == asked(whole) == before
    assert complaints() == []


def test_vectors_of_an_older_version_are_kept(whole: Layout, monkeypatch: pytest.MonkeyPatch) -> None:
    from lhl_assistant.embedding.choose import load_engine
    from lhl_assistant.search.schema import checksum
    from tests.search.material import Counting

    with closing(sqlite3.connect(whole.path("egne"))) as connection, connection:
        connection.execute("update manifest set value = 'eldre' where name = 'splitter'")
        connection.execute("update manifest set value = ? where name = 'checksum'", (checksum(connection),))
    counting = Counting(load_engine())
    monkeypatch.setattr("lhl_assistant.library.writing.load_engine", lambda _: counting)
    with searcher("egne") as opened:
        assert opened.search("Hva koster en tur?")
    assert counting.texts == []


def test_a_library_of_a_later_version_is_refused_and_left_alone(whole: Layout) -> None:
    altered(whole.path("egne"), schema="99")
    before = whole.path("egne").read_bytes()
    with pytest.raises(LibraryUnavailable, match="nyere utgave"), searcher("egne"):
        pass
    assert whole.path("egne").read_bytes() == before
