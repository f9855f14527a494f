"""``lhl samling``: the commands as planners run them."""

import json
from pathlib import Path

import psycopg

from tests.conftest import Lhl
from tests.shared.server import OWNER, PASSWORD, Server

FACT = "# Nøkkelen til Granheim\n\nNøkkelen til Granheim henger på krok 77 ved døra.\n"


def test_what_one_publishes_another_is_answered_from(library: Server, command: Lhl, tmp_path: Path, home: Path) -> None:
    (tmp_path / "nøkkel.md").write_text(FACT, encoding="utf-8")
    assert command("kilder", "legg-til", str(tmp_path / "nøkkel.md"), "--utgiver", "Lesja kommune").returncode == 0
    published = command("samling", "publiser", library.address("lesja_redaktor"))
    assert published.stderr.strip() == "Publisert: 1 kilde."
    other = {"LHL_HOME": str(tmp_path / "en annen")}
    joined = command("samling", "koble-til", library.address("balsfjord_leser"), env=other)
    assert joined.returncode == 0, joined.stderr
    answer = json.loads(command("spør", "--json", "Hvor henger nøkkelen til Granheim?", env=other).stdout)
    assert answer["answered"]
    assert {c["library"] for c in answer["citations"]} == {"felles"}
    assert "krok 77" in answer["citations"][0]["quote"]
    alone = command("spør", "--json", "--samling", "felles", "Hvor henger nøkkelen til Granheim?", env=other)
    assert "krok 77" in alone.stdout
    both = json.loads(command("spør", "--json", "Hvor henger nøkkelen til Granheim?").stdout)
    assert [c["library"] for c in both["citations"]].count("egne") == 1
    assert command("samling", "koble-fra", env=other).returncode == 0
    assert not json.loads(command("spør", "--json", "Hvor henger nøkkelen til Granheim?", env=other).stdout)["answered"]
    assert command("spør", "--samling", "felles", "Hva?", env=other).returncode == 4


def test_the_password_is_kept_for_its_owner_alone_and_in_no_backup(
    library: Server, command: Lhl, tmp_path: Path, home: Path
) -> None:
    address = library.address("lesja_leser").replace(f"password='{PASSWORD}'", "")
    assert command("samling", "koble-til", address, "--passord", input=f"{PASSWORD}\n").returncode == 0
    kept = home / "felles.passord"
    assert kept.stat().st_mode & 0o077 == 0
    others = [f for f in home.rglob("*") if f.is_file() and f != kept]
    assert not any(PASSWORD.encode() in f.read_bytes() for f in others)
    assert command("spør", "--samling", "felles", "Hva er hverdagsmestring?").returncode == 0
    assert command("sikkerhetskopi", "lag", str(tmp_path / "kopi.zip")).returncode == 0
    assert b"felles.passord" not in (tmp_path / "kopi.zip").read_bytes()
    assert command("samling", "koble-fra").returncode == 0
    assert not kept.exists()


def test_a_folder_is_filled_by_the_command(library: Server, command: Lhl, folder: Path) -> None:
    folder.mkdir()
    (folder / "kor.md").write_text("# Koret\n\nKoret øver i bedehuset på Vikøy hver tirsdag.\n", encoding="utf-8")
    assert command("samling", "fyll", str(folder)).returncode == 3
    assert command("samling", "koble-til", library.address("balsfjord_redaktor")).returncode == 0
    filled = command("samling", "fyll", str(folder), "--prosesser", "1")
    assert filled.returncode == 0, filled.stderr
    assert "1 av 1 dokumenter" in filled.stderr
    assert "Vikøy" in command("spør", "--samling", "felles", "Hvor øver koret på Vikøy?").stdout


def test_a_first_publication_makes_the_library_and_its_owner_lets_others_in(
    server: Server, command: Lhl, tmp_path: Path
) -> None:
    server.run(f"create role fremmed login password '{PASSWORD}'")
    server.run("drop database if exists ny", f"create database ny owner {OWNER}")
    address = server.address(OWNER, database="ny")
    asked = command("samling", "publiser", address)
    assert asked.returncode == 2
    assert "--kommune" in asked.stderr
    without = command("samling", "publiser", address, "--kommune", "Statsforvalteren")
    assert without.returncode == 4
    assert "create extension vector" in without.stderr
    with psycopg.connect(server.admin.replace("dbname=postgres", "dbname=ny"), autocommit=True) as connection:
        connection.execute("create extension vector")
    stranger = command("samling", "publiser", server.address("fremmed", database="ny"), "--kommune", "Lesja")
    assert stranger.returncode == 4
    assert "ikke lov til å lage" in stranger.stderr
    made = command("samling", "publiser", address, "--kommune", "Statsforvalteren")
    assert made.returncode == 0, made.stderr
    assert "er laget, og Statsforvalteren eier den" in made.stderr
    assert command("samling", "publiser", address).returncode == 3, "there is nothing to publish"
    (tmp_path / "nøkkel.md").write_text(FACT, encoding="utf-8")
    command("kilder", "legg-til", str(tmp_path / "nøkkel.md"))
    assert command("samling", "publiser", address).returncode == 0
    assert command("samling", "koble-til", address).returncode == 0
    assert command("samling", "medlem", "finnes_ikke", "--kommune", "Lesja").returncode == 3
    server.run("create role ny_leser login")
    assert command("samling", "medlem", "ny_leser", "--kommune", "Lesja", "--rolle", "redaktør").returncode == 0
