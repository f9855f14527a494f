"""The list of originals is read whole or refused with a sentence."""

from pathlib import Path

import pytest

from lhl_assistant.errors import LibraryUnavailable
from lhl_assistant.sources import catalogue
from lhl_assistant.sources.model import Kind, Original, Status
from tests.conftest import KNOWLEDGE

ENTRY = """\
- id: balsfjord-2021
  title: Plan for Leve hele livet
  issuer: Balsfjord kommune
  year: 2021
  status: eksempel
  kind: plan
  url: ''
"""


def listed(folder: Path, text: str) -> Path:
    file = folder / "kilder.yaml"
    file.write_text(text, encoding="utf-8")
    return file


def test_an_entry_is_an_original(tmp_path: Path) -> None:
    found = catalogue.load(listed(tmp_path, ENTRY))
    plan = Original(
        "balsfjord-2021", "Plan for Leve hele livet", "Balsfjord kommune", 2021, Status.EXAMPLE, Kind.PLAN, ""
    )
    assert dict(found) == {"balsfjord-2021": plan}


def test_originals_keep_the_files_order(tmp_path: Path) -> None:
    text = "".join(ENTRY.replace("balsfjord-2021", id) for id in ("b", "c", "a"))
    assert list(catalogue.load(listed(tmp_path, text))) == ["b", "c", "a"]


def test_a_year_may_be_unknown(tmp_path: Path) -> None:
    text = ENTRY.replace("2021\n  status", "null\n  status")
    assert catalogue.load(listed(tmp_path, text))["balsfjord-2021"].year is None


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("plan\n", "roman\n"),
        ("eksempel", "gammel"),
        ("url: ''", "url: ftp://eksempel.no"),
        ("url: ''", "adresse: ''"),
        ("id: balsfjord-2021", "id: balsfjord 2021"),
        ("year: 2021", "year: i fjor"),
        ("  title: Plan for Leve hele livet\n", ""),
        ("- id", "- [id"),
        (ENTRY, "bare tekst"),
        (ENTRY, ""),
    ],
)
def test_a_bad_entry_is_refused(tmp_path: Path, old: str, new: str) -> None:
    with pytest.raises(LibraryUnavailable, match="kan ikke leses"):
        catalogue.load(listed(tmp_path, ENTRY.replace(old, new)))


def test_a_doubled_id_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LibraryUnavailable, match="samme id"):
        catalogue.load(listed(tmp_path, ENTRY + ENTRY))


def test_a_missing_list_is_told(tmp_path: Path) -> None:
    with pytest.raises(LibraryUnavailable, match=r"kilder\.yaml"):
        catalogue.load(tmp_path / "kilder.yaml")


def test_the_committed_list_is_good_and_most_of_it_can_be_looked_up() -> None:
    originals = catalogue.load(KNOWLEDGE / "kilder.yaml")
    assert len(originals) > 50
    assert sum(o.url.startswith("https://") for o in originals.values()) > len(originals) / 2
