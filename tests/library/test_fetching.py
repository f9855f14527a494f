"""Originals fetched over TLS from a publisher that may do anything, and never from inside the house."""

import ipaddress
import socket
import ssl
from collections.abc import Iterator
from pathlib import Path

import pytest

from lhl_assistant.errors import InputUnusable, LibraryUnavailable
from lhl_assistant.library.adding import Watching, What
from lhl_assistant.library.fetching import catalogue, originals
from lhl_assistant.library.fetching.download import download
from lhl_assistant.library.fetching.rules import Rules, public
from lhl_assistant.search.libraries import Layout
from lhl_assistant.search.snapshot import Snapshot
from lhl_assistant.sources.hashes import file_hash
from lhl_assistant.sources.model import Kind, Original, Status
from tests.library.publisher import HTML, NAME, PDF, Publisher, publisher

BY_HAND = "legg det til selv"


@pytest.fixture(scope="module")
def server() -> Iterator[Publisher]:
    with publisher() as running:
        yield running


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with what was fetched before."""
    (tmp_path / "m.pdf").write_bytes(b"fra i fjor")
    return tmp_path


def get(server: Publisher, page: str, folder: Path, **limits: float) -> Path:
    return download(server.url(page), folder, "m", server.rules(**limits))


@pytest.mark.parametrize(
    ("page", "name", "data"),
    [
        ("god.pdf", "m.pdf", PDF),
        ("uten-type.pdf", "m.pdf", PDF),
        ("til-god", "m.pdf", PDF),
        ("god", "m.html", HTML),
        ("brutt.pdf", "m.pdf", PDF),
        ("brutt-uten-merke.pdf", "m.pdf", PDF),
        ("brutt-og-endret.pdf", "m.pdf", PDF.replace(b"%%EOF", b"% ny %%EOF")),
    ],
)
def test_what_can_be_had_is_had_byte_for_byte(
    server: Publisher, folder: Path, page: str, name: str, data: bytes
) -> None:
    server.asked.clear()
    file = get(server, page, folder)
    assert (file.name, file.read_bytes()) == (name, data)
    assert not [p for p in folder.iterdir() if p.name.startswith(".")]


def test_what_broke_off_is_gone_on_with_also_the_next_time(server: Publisher, folder: Path) -> None:
    server.asked.clear()
    with pytest.raises(InputUnusable, match="fortsetter den der den slapp"):
        get(server, "brutt.pdf", folder, attempts=1)
    assert (folder / "m.pdf").read_bytes() == b"fra i fjor"
    assert get(server, "brutt.pdf", folder, attempts=1).read_bytes() == PDF
    assert server.asked == [("brutt.pdf", None), ("brutt.pdf", f"bytes={len(PDF) // 2}-")]


@pytest.mark.parametrize(
    ("page", "says"),
    [
        ("taus", "stanset på veien"),
        ("treg.pdf", "tok for lang tid"),
        ("halv.pdf", "stanset på veien"),
        ("tull", "stanset på veien"),
        ("sier-stort.pdf", "for stort"),
        ("endeloes.pdf", "for stort"),
        ("bilde.png", "noe annet enn dokumentet"),
        ("side.pdf", "noe annet enn dokumentet"),
        ("paastaar.pdf", "noe annet enn dokumentet"),
        ("pakket.pdf", "noe annet enn dokumentet"),
        ("borte.pdf", "ikke dokumentet på denne adressen lenger"),
        ("nede.pdf", "(503)"),
        ("ring", "i ring"),
        ("ring-a", "i ring"),
        ("til-intet", "i ring"),
        ("til-http", "usikret"),
        ("til-fil", "usikret"),
        ("som-bruker", "usikret"),
        ("til-privat", "ikke er på det åpne nettet"),
        ("til-lenke", "ikke er på det åpne nettet"),
    ],
)
def test_what_misbehaves_is_refused_in_one_sentence_and_what_was_there_stands(
    server: Publisher, folder: Path, page: str, says: str
) -> None:
    with pytest.raises(InputUnusable) as refused:
        get(server, page, folder, whole=1.5, attempts=2)
    assert says in refused.value.said.nb
    assert "localhost" in refused.value.said.nn
    assert "\n" not in refused.value.said.nb
    assert (folder / "m.pdf").read_bytes() == b"fra i fjor"
    assert {p.name for p in folder.iterdir()} <= {"m.pdf", ".m.del", ".m.merke"}


def test_a_length_that_is_too_short_gives_no_more_than_was_promised(server: Publisher, folder: Path) -> None:
    assert get(server, "lyver-kort.pdf", folder).read_bytes() == PDF[:400]


def leading(monkeypatch: pytest.MonkeyPatch, name: str, addresses: list[str]) -> None:
    """Let ``name`` lead to ``addresses``, and to nothing the second time that it is looked up."""
    look_up = socket.getaddrinfo

    def answered(host: str, port: int, *rest: int, **more: int) -> list[object]:
        if host != name:
            return list(look_up(host, port, *rest, **more))
        found: list[object] = [(2, 1, 6, "", (address, port)) for address in addresses]
        addresses.clear()
        if not found:
            raise socket.gaierror
        return found

    monkeypatch.setattr(socket, "getaddrinfo", answered)


def test_a_server_that_nobody_vouches_for_is_not_spoken_to(
    server: Publisher, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    strict = Rules(permitted=lambda a: a.is_loopback)
    with pytest.raises(InputUnusable, match="kan ikke vise hvem den er"):
        download(server.url("god.pdf"), folder, "m", strict)
    leading(monkeypatch, "annen.example", ["127.0.0.1"])
    with pytest.raises(InputUnusable, match="kan ikke vise hvem den er"):
        download(server.url("god.pdf", "annen.example"), folder, "m", server.rules())


def test_no_setting_of_the_product_lets_it_speak_to_this_machine(
    server: Publisher, folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    server.authority.cert_pem.write_to_path(str(tmp_path / "ca.pem"))
    for name in ("SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"):
        monkeypatch.setenv(name, str(tmp_path / "ca.pem"))
    for name in ("HTTPS_PROXY", "https_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, f"http://127.0.0.1:{server.port}")
    monkeypatch.setenv("NO_PROXY", "localhost")
    server.asked.clear()
    for host in ("localhost", "127.0.0.1", "[::1]", "0.0.0.0", "2130706433", "127.1"):
        with pytest.raises(InputUnusable, match="ikke er på det åpne nettet"):
            download(server.url("god.pdf", host), folder, "m", Rules())
    assert server.asked == []


def test_the_connection_goes_to_the_address_that_was_checked(
    server: Publisher, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = ["127.0.0.1"]
    leading(monkeypatch, NAME, answers)
    file = download(server.url("god.pdf", NAME), folder, "m", server.rules())
    assert file.read_bytes() == PDF
    assert answers == []


def test_a_name_with_one_private_address_among_others_is_not_spoken_to(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    leading(monkeypatch, NAME, ["93.184.215.14", "192.168.1.1"])
    with pytest.raises(InputUnusable, match="ikke er på det åpne nettet"):
        download("https://utgiver.example/a.pdf", folder, "m", Rules())


@pytest.mark.parametrize(
    "address",
    "127.0.0.1 10.1.2.3 172.16.0.1 192.168.0.1 169.254.169.254 100.64.0.1 0.0.0.0 224.0.0.1 255.255.255.255 ::1 :: "
    "fe80::1 fc00::1 ff02::1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 64:ff9b::7f00:1 2002:7f00:1:: 198.18.0.1".split(),
)
def test_no_address_inside_is_public(address: str) -> None:
    assert not public(ipaddress.ip_address(address))


@pytest.mark.parametrize("address", ["93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c"])
def test_addresses_outside_are(address: str) -> None:
    assert public(ipaddress.ip_address(address))


def catalogued(url: str, id: str = "storting-2018") -> Original:
    return Original(id, "Stortingets møte", "Stortinget", 2018, Status.HISTORICAL, Kind.REFORM, url)


def test_a_fetched_original_is_a_source_with_the_catalogues_facts_and_is_replaced_by_its_next_version(
    server: Publisher, at: Layout, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = catalogued(server.url("god"))
    monkeypatch.setattr(catalogue, "originals", lambda: {page.id: page})
    (outcome,) = originals.fetch([page.id], at, Watching(), lambda _: None, server.rules())
    known = outcome.known
    assert known is not None
    assert (outcome.what, known.title, known.issuer, known.year) == (What.NEW, page.title, "Stortinget", 2018)
    assert (known.status, known.kind, known.url, known.original) == (page.status, page.kind, page.url, page.id)
    assert known.content == file_hash(at.home / "originaler" / "storting-2018.html")
    (again,) = originals.fetch([page.id], at, Watching(), lambda _: None, server.rules())
    assert again.what == What.SAME
    monkeypatch.setitem(server.pages, "god", lambda h: h.send(HTML.replace(b"20.", b"21."), "text/html"))
    (new,) = originals.fetch([page.id], at, Watching(), lambda _: None, server.rules())
    assert new.what == What.CHANGED
    with Snapshot(at.path("egne")) as snapshot:
        (source,) = snapshot.sources.values()
    assert "21. november" in source.text
    assert source.original == page.id


def test_one_that_fails_is_told_and_the_others_go_in(
    server: Publisher, at: Layout, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = {o.id: o for o in (catalogued(server.url("god"), "a"), catalogued(server.url("borte.pdf"), "b"))}
    monkeypatch.setattr(catalogue, "originals", lambda: known | {"c": catalogued("", "c")})
    outcomes = list(originals.fetch(["b", "a", "c"], at, Watching(), lambda _: None, server.rules()))
    assert [o.what for o in outcomes] == [What.REFUSED, What.NEW, What.REFUSED]
    with pytest.raises(InputUnusable, match="d"):
        list(originals.fetch(["d"], at, Watching(), lambda _: None, server.rules()))


def test_without_contact_nothing_changes(at: Layout, monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    with pytest.raises(LibraryUnavailable, match="på nett"):
        list(originals.fetch(["mst15-pdf", "mst15-kap1"], at, Watching(), lambda _: None))
    assert not any(p.is_file() for p in at.home.rglob("*"))


def test_the_products_certificates_are_those_of_the_open_internet() -> None:
    context = Rules().certificates()
    assert context.verify_mode == ssl.CERT_REQUIRED
    assert context.check_hostname
    assert len(context.get_ca_certs()) > 50
