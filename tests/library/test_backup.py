"""A backup is everything in one file; what comes back is that and nothing else, or all is as it was."""

import json
import random
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from lhl_assistant.errors import InputUnusable, PlannerError
from lhl_assistant.library.adding import add
from lhl_assistant.library.backup import index_again, restore, save
from lhl_assistant.library.opening import searcher
from lhl_assistant.library.writing import finish
from lhl_assistant.search.libraries import Layout
from tests.conftest import INDEX, Lhl
from tests.library.conftest import BUS, KITCHEN

List = dict[str, dict[str, object]]


def everything(home: Path) -> dict[str, bytes]:
    """Every file but locks and indexes."""
    found = {p.relative_to(home).as_posix(): p.read_bytes() for p in home.rglob("*") if p.is_file()}
    return {name: data for name, data in found.items() if not name.endswith((".lock", ".sqlite"))}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with two sources, a conversation, a setting, and a file that later versions might keep."""
    folder = tmp_path_factory.mktemp("laget")
    for name, text in (("buss.md", BUS), ("mat.md", KITCHEN)):
        (folder / name).write_text(text, encoding="utf-8")
    home = folder / "hjem"
    add([folder / "buss.md", folder / "mat.md"], Layout(INDEX, home, None))
    for name in ("samtaler/20261122-1.jsonl", "innstillinger.json", "verksteder/torsdag/innspill.jsonl"):
        file = home / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text('{"æ": "ø"}\n', encoding="utf-8")
    return home


@pytest.fixture
def full(made: Path, at: Layout) -> Path:
    return shutil.copytree(made, at.home)


def test_all_comes_back_and_can_be_asked(full: Path, tmp_path: Path) -> None:
    before = everything(full)
    assert save(tmp_path / "kopi.zip", full) == len(before)
    for file in (full / "kilder").rglob("*.md"):
        file.unlink()
    (full / "nyere.txt").write_text("skal bort", encoding="utf-8")
    assert restore(tmp_path / "kopi.zip", full) == len(before)
    assert everything(full) == before
    index_again()
    with searcher("egne") as opened:
        assert "37 kroner" in opened.search("Hva koster en tur?")[0].source.text


def test_the_file_is_the_planners_alone_and_does_not_hold_itself(full: Path) -> None:
    save(full / "kopi.zip", full)
    count = save(full / "kopi.zip", full)
    assert (full / "kopi.zip").stat().st_mode & 0o077 == 0
    with zipfile.ZipFile(full / "kopi.zip") as packed:
        assert "kopi.zip" not in packed.namelist()
        assert len(packed.namelist()) == count + 1


def altered(file: Path, change: Callable[[dict[str, bytes]], None]) -> Path:
    """A copy of the backup in which ``change`` has had its way with names and contents."""
    with zipfile.ZipFile(file) as packed:
        entries = {name: packed.read(name) for name in packed.namelist()}
    change(entries)
    with zipfile.ZipFile(file.with_name("endret.zip"), "w") as packed:
        for name, data in entries.items():
            packed.writestr(name, data)
    return file.with_name("endret.zip")


def listed(name: str) -> Callable[[dict[str, bytes]], None]:
    """Adds a file of this name, properly listed."""

    def change(entries: dict[str, bytes]) -> None:
        files = json.loads(entries["sikkerhetskopi.json"])
        entries[name] = entries["innstillinger.json"]
        files["files"][name] = files["files"]["innstillinger.json"]
        entries["sikkerhetskopi.json"] = json.dumps(files).encode()

    return change


def larger(entries: dict[str, bytes]) -> None:
    entries["innstillinger.json"] *= 100_000


def later(entries: dict[str, bytes]) -> None:
    entries["sikkerhetskopi.json"] = entries["sikkerhetskopi.json"].replace(b'"format": 1', b'"format": 2')


@pytest.mark.parametrize(
    "change",
    [
        *(listed(n) for n in ("../ute.txt", "/tmp/ute.txt", "a/../../ute.txt", "C:\\ute.txt", "..\\ute.txt", "a//b")),
        listed("skriver.lock/../../x"),
        listed(".endring.json"),
        lambda e: e.pop("innstillinger.json"),
        lambda e: e.update({"ekstra.txt": b"x"}),
        lambda e: e.update({"innstillinger.json": b"{}"}),
        lambda e: e.pop("sikkerhetskopi.json"),
        larger,
        later,
    ],
)
def test_a_backup_that_is_not_as_it_was_made_changes_nothing(
    full: Path, tmp_path: Path, change: Callable[[dict[str, bytes]], None]
) -> None:
    save(tmp_path / "kopi.zip", full)
    before = everything(tmp_path)
    bad = altered(tmp_path / "kopi.zip", change)
    with pytest.raises(InputUnusable) as refused:
        restore(bad, full)
    assert "endret.zip" in refused.value.said.nb
    assert "endret.zip" in refused.value.said.nn
    bad.unlink()
    assert everything(tmp_path) == before


def test_bytes_that_turned_are_found_or_do_no_harm(full: Path, tmp_path: Path) -> None:
    save(tmp_path / "kopi.zip", full)
    whole, before, rng = (tmp_path / "kopi.zip").read_bytes(), everything(full), random.Random(4)
    found = 0
    for _ in range(60):
        data = bytearray(whole)
        data[rng.randrange(len(data))] ^= 1 << rng.randrange(8)
        (tmp_path / "skadet.zip").write_bytes(data)
        try:
            restore(tmp_path / "skadet.zip", full)
        except PlannerError:
            found += 1
        assert everything(full) == before
    assert found > 30


@pytest.mark.parametrize("step", range(12))
def test_a_restoring_that_is_cut_off_is_as_before_or_goes_on(
    full: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    save(tmp_path / "kopi.zip", full)
    wanted = everything(full)
    (full / "innstillinger.json").write_text("{}", encoding="utf-8")
    before, renames, rename = everything(full), 0, Path.rename

    def dying(self: Path, target: Path) -> Path:
        nonlocal renames
        renames += 1
        if renames > step:
            raise KeyboardInterrupt
        return rename(self, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", dying)
        try:
            restore(tmp_path / "kopi.zip", full)
        except KeyboardInterrupt:
            assert renames == step + 1
    finish(full)
    assert everything(full) in (before, wanted)
    assert everything(full) == wanted or step == 0
    assert not [p for p in full.iterdir() if p.name.startswith(".")]


def test_the_command_asks_before_it_replaces_anything(lhl: Lhl, full: Path, tmp_path: Path) -> None:
    file = str(tmp_path / "kopi.zip")
    made = lhl("sikkerhetskopi", "lag", file)
    assert (made.returncode, made.stdout) == (0, "")
    assert "personopplysninger" in made.stderr
    for command in (["lag", file], ["hent", file]):
        refused = lhl("sikkerhetskopi", *command)
        assert refused.returncode == 2
        assert "--ja" in refused.stderr
    assert lhl("sikkerhetskopi", "lag", file, "--ja").returncode == 0
    back = lhl("sikkerhetskopi", "hent", file, "--ja", "--målform", "nn")
    assert (back.returncode, back.stderr.startswith("Henta tilbake: ")) == (0, True)
    assert "37 kroner" in lhl("spør", "Hva koster en tur?", "--samling", "egne").stdout
    (tmp_path / "tull.zip").write_bytes(b"tull")
    for name in ("tull.zip", "borte.zip"):
        refused = lhl("sikkerhetskopi", "hent", str(tmp_path / name))
        assert (refused.returncode, "--ja" in refused.stderr) == (3, False)
