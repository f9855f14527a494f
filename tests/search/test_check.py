"""A check finds whatever makes an index untrue, and nothing where all is well."""

import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from lhl_assistant.embedding.engine import Engine, ModelIdentity, Vector
from lhl_assistant.search.build import Material, build
from lhl_assistant.search.check import complaints
from lhl_assistant.sources import bundled
from tests.conftest import INDEX, KNOWLEDGE
from tests.search.material import BUS, CHOIR, KITCHEN, Counting, material

ALL = material(buss=BUS, mat=KITCHEN, kor=CHOIR)


@pytest.fixture(scope="module")
def made(engine: Engine, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sjekk") / "god.sqlite"
    build(path, ALL, engine)
    return path


@pytest.fixture
def path(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(made, tmp_path / "egne.sqlite"))


@contextmanager
def opened(path: Path) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(path)
    try:
        with connection:
            yield connection
    finally:
        connection.close()


class OtherModel(Counting):
    """The real engine under another model's name."""

    @property
    def identity(self) -> ModelIdentity:
        return replace(super().identity, fingerprint="annen")


class Mistaken(Counting):
    """Embeds every text as if it were another."""

    def passages(self, texts: Sequence[str]) -> Iterator[Vector]:
        return super().passages([t[::-1] for t in texts])


def test_a_good_index_has_none(path: Path, engine: Engine) -> None:
    assert list(complaints(path, ALL, engine)) == []


def test_an_index_of_no_sources_has_none(tmp_path: Path, engine: Engine) -> None:
    build(tmp_path / "tom.sqlite", material(), engine)
    assert list(complaints(tmp_path / "tom.sqlite", material(), engine)) == []


@pytest.mark.parametrize(
    "now",
    [
        material(buss=BUS.replace("37", "38"), mat=KITCHEN, kor=CHOIR),
        material(buss=BUS, mat=KITCHEN),
        material(buss=BUS, mat=KITCHEN, kor=CHOIR, koret=CHOIR),
        material(buss=BUS, mat=KITCHEN, koret=CHOIR),
    ],
    ids=["endret", "fjernet", "lagt til", "nytt navn"],
)
def test_changed_sources_are_found(path: Path, engine: Engine, now: Material) -> None:
    (found,) = complaints(path, now, engine)
    assert "ikke laget av kildene slik de er nå" in found.nb


@pytest.mark.parametrize("block", ["vectors", "owners", "kinds", "items", "digests", "words", "bm25-data"])
@pytest.mark.parametrize("place", [0.0, 0.5, 0.99])
def test_one_turned_bit_is_found_wherever_it_is(path: Path, engine: Engine, block: str, place: float) -> None:
    with opened(path) as connection:
        data = bytearray(connection.execute("select data from block where name = ?", (block,)).fetchone()[0])
        data[int(place * len(data))] ^= 1
        connection.execute("update block set data = ? where name = ?", (bytes(data), block))
    (found,) = complaints(path, ALL, engine)
    assert "skadet" in found.nb


def test_a_changed_text_is_found(path: Path, engine: Engine) -> None:
    with opened(path) as connection:
        connection.execute("update source set text = replace(text, '37', '73')")
    (found,) = complaints(path, ALL, engine)
    assert "skadet" in found.nb


@pytest.mark.parametrize("share", [0.0, 0.1, 0.5, 0.9])
def test_a_file_that_was_cut_off_is_found(path: Path, engine: Engine, share: float) -> None:
    data = path.read_bytes()
    path.write_bytes(data[: int(share * len(data))])
    (found,) = complaints(path, ALL, engine)
    assert "skadet" in found.nb


@pytest.mark.parametrize("page", range(1, 10))
def test_a_page_of_noughts_is_found(path: Path, engine: Engine, page: int) -> None:
    data = bytearray(path.read_bytes())
    start = page * len(data) // 10 // 4096 * 4096
    data[start : start + 4096] = bytes(4096)
    path.write_bytes(data)
    (found,) = complaints(path, ALL, engine)
    assert "skadet" in found.nb


def test_another_model_is_found(path: Path, engine: Engine) -> None:
    (found,) = complaints(path, ALL, OtherModel(engine))
    assert "annen modell" in found.nb


@pytest.mark.parametrize("name", ["model", "fingerprint", "prefixes", "schema", "splitter", "analysis"])
def test_another_version_is_found(path: Path, engine: Engine, name: str) -> None:
    with opened(path) as connection:
        connection.execute("update manifest set value = '99' where name = ?", (name,))
    (found,) = complaints(path, ALL, engine)
    assert "annen modell eller versjon" in found.nb


def test_an_index_without_a_manifest_is_found(path: Path, engine: Engine) -> None:
    with opened(path) as connection:
        connection.execute("delete from manifest")
    (found,) = complaints(path, ALL, engine)
    assert "skadet eller laget av en annen versjon" in found.nb


def test_vectors_of_another_model_under_the_right_name_are_found(tmp_path: Path, engine: Engine) -> None:
    build(tmp_path / "feil.sqlite", ALL, Mistaken(engine))
    (found,) = complaints(tmp_path / "feil.sqlite", ALL, engine)
    assert "laget med en annen modell" in found.nb


def test_a_missing_file_is_found(tmp_path: Path, engine: Engine) -> None:
    (found,) = complaints(tmp_path / "borte.sqlite", ALL, engine)
    assert "finnes ikke" in found.nb


def test_the_committed_index_is_that_of_the_committed_knowledge(engine: Engine) -> None:
    originals = tuple(bundled.originals(KNOWLEDGE).values())
    knowledge = Material(bundled.sources(KNOWLEDGE), originals, bundled.digest(KNOWLEDGE))
    assert list(complaints(INDEX / "kunnskap.sqlite", knowledge, engine)) == []


def test_the_committed_index_is_at_most_10_mb() -> None:
    assert (INDEX / "kunnskap.sqlite").stat().st_size <= 10_000_000
