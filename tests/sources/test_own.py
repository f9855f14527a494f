"""A planner's own documents: kept whole, known by their content, and gone when they are removed."""

import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lhl_assistant.errors import InputUnusable, LibraryUnavailable
from lhl_assistant.sources.own import OwnSources, slug

TEXT = "# Handlebussen på Øvre Årdal\n\nBussen går hver onsdag – «på slaget» 10.\n"


@pytest.fixture
def own(tmp_path: Path) -> OwnSources:
    return OwnSources(tmp_path / "hjem")


def written(folder: Path, name: str, content: str | bytes = TEXT) -> Path:
    file = folder / name
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return file


def test_what_is_added_is_listed_and_what_is_removed_is_gone(own: OwnSources, tmp_path: Path) -> None:
    assert own.all() == []
    source, new = own.add(written(tmp_path, "buss.md"))
    assert new
    assert own.all() == [source]
    assert own.remove(source.id)
    assert own.all() == []
    assert not any((tmp_path / "hjem" / "kilder").iterdir())


def test_a_source_is_an_original_with_its_first_heading_as_title(own: OwnSources, tmp_path: Path) -> None:
    source, _ = own.add(written(tmp_path, "buss.md"))
    assert source.title == "Handlebussen på Øvre Årdal"
    assert source.issuer == "egen kilde"
    assert not source.summary


def test_a_title_is_never_taken_from_the_head_of_the_file(own: OwnSources, tmp_path: Path) -> None:
    source, _ = own.add(written(tmp_path, "notat.md", "---\nlaget: i fjor\n---\n\n# Notat om bussen\n\nDen går.\n"))
    assert source.title == "Notat om bussen"


def test_a_document_without_a_title_has_its_files_name(own: OwnSources, tmp_path: Path) -> None:
    assert own.add(written(tmp_path, "Møtereferat.txt", "###\n\n#\n"))[0].title == "Møtereferat"


def test_the_file_that_was_added_is_never_touched(own: OwnSources, tmp_path: Path) -> None:
    file = written(tmp_path, "buss.md")
    source, _ = own.add(file)
    own.remove(source.id)
    assert file.read_text(encoding="utf-8") == TEXT


def test_the_same_content_twice_is_one_source_whatever_it_is_called(own: OwnSources, tmp_path: Path) -> None:
    first, _ = own.add(written(tmp_path, "buss.md"))
    second, new = own.add(written(tmp_path, "kopi av buss.txt", TEXT.replace("\n", "\r\n")))
    assert not new
    assert second == first
    assert own.all() == [first]


def test_two_contents_of_one_name_are_two_sources(own: OwnSources, tmp_path: Path) -> None:
    first, _ = own.add(written(tmp_path, "buss.md"))
    second, new = own.add(written(tmp_path, "buss.md", TEXT + "\nNytt i år.\n"))
    assert new
    assert first.id != second.id
    assert len(own.all()) == 2


@pytest.mark.parametrize(
    ("name", "readable"),
    [
        ("Måltider på Ørsta.md", "maaltider-paa-oersta"),
        ("BÆREKRAFT & ÅPENHET (v2).md", "baerekraft-aapenhet-v2"),
        (unicodedata.normalize("NFD", "Årsmelding.md"), "aarsmelding"),
        ("café_naïve.txt", "cafe-naive"),
        ("日本.md", "kilde"),
        (f"{'lang' * 40}.md", "lang" * 15),
    ],
)
def test_an_id_is_readable_and_ends_in_six_hex_digits(
    own: OwnSources, tmp_path: Path, name: str, readable: str
) -> None:
    source, _ = own.add(written(tmp_path, name))
    assert re.fullmatch(re.escape(readable) + r"-[0-9a-f]{6}", source.id)


@given(st.text(max_size=80))
def test_a_slug_is_a_plain_name_for_any_file(name: str) -> None:
    assert re.fullmatch(r"[a-z0-9]([a-z0-9-]*[a-z0-9])?", slug(name))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be"])
def test_every_usual_encoding_is_read(own: OwnSources, tmp_path: Path, encoding: str) -> None:
    mark = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}.get(encoding, b"")
    assert own.add(written(tmp_path, "buss.txt", mark + TEXT.encode(encoding)))[0].text == TEXT


def test_latin_1_is_read(own: OwnSources, tmp_path: Path) -> None:
    assert own.add(written(tmp_path, "b.txt", "Måltid på Ås".encode("latin-1")))[0].text == "Måltid på Ås"


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("tom.md", "", "er tom"),
        ("blank.txt", " \n\t\n", "er tom"),
        ("bilde.png", "x", "kan ikke leses ennå"),
        ("plan.docx", "x", "kan ikke leses ennå"),
        ("uten endelse", "x", "kan ikke leses ennå"),
    ],
)
def test_what_cannot_be_used_is_refused_by_name(
    own: OwnSources, tmp_path: Path, name: str, content: str, says: str
) -> None:
    with pytest.raises(InputUnusable, match=says) as refused:
        own.add(written(tmp_path, name, content))
    assert name in refused.value.message
    assert own.all() == []


def test_a_missing_file_and_a_folder_are_refused(own: OwnSources, tmp_path: Path) -> None:
    (tmp_path / "mappe.md").mkdir()
    for file in (tmp_path / "borte.md", tmp_path / "mappe.md"):
        with pytest.raises(InputUnusable, match=file.name):
            own.add(file)


def test_a_file_that_is_too_large_is_refused(own: OwnSources, tmp_path: Path) -> None:
    file = tmp_path / "stor.txt"
    with file.open("wb") as sparse:
        sparse.truncate(30_000_001)
    with pytest.raises(InputUnusable, match="for stor"):
        own.add(file)


@given(text=st.text(max_size=200))
def test_the_stored_text_is_the_files_text(text: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("tekst")
    source, _ = OwnSources(folder).add(written(folder, "x.md", "Om: " + text))
    assert source.text == ("Om: " + text).replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")


def test_an_unknown_id_is_not_removed(own: OwnSources, tmp_path: Path) -> None:
    own.add(written(tmp_path, "buss.md"))
    for id in ("finnes-ikke", "", ".", "..", "../kilder"):
        assert not own.remove(id)
    assert len(own.all()) == 1


def test_a_source_that_was_only_half_written_or_half_removed_is_not_there(own: OwnSources, tmp_path: Path) -> None:
    source, _ = own.add(written(tmp_path, "buss.md"))
    folder = tmp_path / "hjem" / "kilder" / source.id
    for rest in (".ny-", ".borte-"):
        folder.rename(folder.with_name(rest + source.id))
        assert own.all() == []
        assert own.add(written(tmp_path, "buss.md")) == (source, True)


def test_a_damaged_source_is_named(own: OwnSources, tmp_path: Path) -> None:
    source, _ = own.add(written(tmp_path, "buss.md"))
    (tmp_path / "hjem" / "kilder" / source.id / "kilde.json").write_text("{", encoding="utf-8")
    with pytest.raises(LibraryUnavailable, match=source.id):
        own.all()


def test_a_folder_that_cannot_be_written_is_said_plainly(tmp_path: Path) -> None:
    with pytest.raises(LibraryUnavailable, match="kan ikke skrives"):
        OwnSources(written(tmp_path, "en fil")).add(written(tmp_path, "buss.md"))


def test_the_digest_tells_every_change(own: OwnSources, tmp_path: Path) -> None:
    seen = [own.digest()]
    source, _ = own.add(written(tmp_path, "buss.md"))
    seen.append(own.digest())
    own.add(written(tmp_path, "mat.md", "# Mat\n\nKlokka 16.\n"))
    seen.append(own.digest())
    own.remove(source.id)
    seen.append(own.digest())
    assert len(set(seen)) == 4
