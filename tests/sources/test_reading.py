"""Any file is read in a process of its own, and a bad one is refused in one sentence."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from lhl_assistant.errors import InputUnusable
from lhl_assistant.sources.reading.reader import Reader, reader

TEXT = "# Handlebussen på Øvre Årdal\n\nBussen går hver onsdag – «på slaget» 10.\n"


@pytest.fixture(scope="module")
def read() -> Iterator[Reader]:
    with reader() as opened:
        yield opened


def written(folder: Path, name: str, content: str | bytes = TEXT) -> Path:
    file = folder / name
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return file


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be"])
def test_every_usual_encoding_is_read(read: Reader, tmp_path: Path, encoding: str) -> None:
    mark = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}.get(encoding, b"")
    reading = read.read(written(tmp_path, "buss.txt", mark + TEXT.encode(encoding)))
    assert (reading.text, reading.title, reading.pages) == (TEXT, "Handlebussen på Øvre Årdal", ())


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("tom.md", "", "er tom"),
        ("blank.txt", " \n\t\n", "er tom"),
        ("bilde.png", "x", "kan ikke leses"),
        ("plan.docx", "x", "er ikke en docx-fil"),
        ("uten endelse", "x", "kan ikke leses"),
        ("bilde.txt", bytes(range(32)) * 100, "er ikke tekst"),
        ("plan.pdf", b"%PDF-1.7\n" + b"x" * 500, "skadet"),
        ("arkiv.docx", b"PK\x03\x04" + b"x" * 500, "skadet"),
    ],
)
def test_what_cannot_be_used_is_refused_by_name(
    read: Reader, tmp_path: Path, name: str, content: str, says: str
) -> None:
    with pytest.raises(InputUnusable, match=says) as refused:
        read.read(written(tmp_path, name, content))
    assert name in refused.value.message
    assert read.read(written(tmp_path, "buss.md")).text == TEXT


def test_a_missing_file_and_a_folder_are_refused(read: Reader, tmp_path: Path) -> None:
    for path in (tmp_path / "finnes ikke.txt", tmp_path):
        with pytest.raises(InputUnusable, match="Sjekk at filen finnes"):
            read.read(path)


def test_one_process_serves_many_files_and_is_gone_afterwards(tmp_path: Path) -> None:
    file = written(tmp_path, "buss.md")
    with reader() as opened:
        opened.read(file)
        process = opened._process
        assert process is not None
        opened.read(file)
        assert opened._process is process
    assert process.poll() is not None


def test_a_process_that_dies_is_replaced(tmp_path: Path) -> None:
    file = written(tmp_path, "buss.md")
    with reader() as opened:
        opened.read(file)
        assert opened._process is not None
        os.kill(opened._process.pid, 9)
        opened._process.wait()
        assert opened.read(file).text == TEXT


def test_a_file_that_takes_too_long_is_given_up_and_the_next_one_is_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "uten ende.txt")
    with reader(patience=1) as opened:
        with pytest.raises(InputUnusable, match="Sjekk at filen finnes"):
            opened.read(tmp_path / "uten ende.txt")
        with reader(patience=0.001) as hasty, pytest.raises(InputUnusable, match="for lang tid"):
            hasty.read(written(tmp_path, "lang.txt", "ord " * 1_000_000))
        assert opened.read(written(tmp_path, "buss.md")).text == TEXT


@pytest.mark.parametrize(
    ("name", "content", "text"),
    [
        (
            "side.html",
            "<nav>Meny</nav><h1>Plan</h1><p>Mat <b>og</b> <a href='x'>lenke</a></p><ul><li>én<ul><li>to</ul></ul>",
            "# Plan\n\nMat og lenke\n\n- én\n    - to",
        ),
        (
            "ark.csv",
            "Tiltak;Ansvar\nFrivilligsentral;Kommunen\nKor;\n".encode("cp1252"),
            "| Tiltak | Ansvar |\n| --- | --- |\n| Frivilligsentral | Kommunen |\n| Kor |  |",
        ),
        (
            "brev.eml",
            "From: Kari <k@nabo.no>\nSubject: =?utf-8?q?H=C3=B8ring?=\n\nVi ber om innspill.\n",
            "Emne: Høring\n\nFra: Kari <k@nabo.no>\n\nVi ber om innspill.",
        ),
    ],
)
def test_web_pages_sheets_and_letters_are_read_as_plain_words(
    read: Reader, tmp_path: Path, name: str, content: str | bytes, text: str
) -> None:
    assert read.read(written(tmp_path, name, content)).text == text
