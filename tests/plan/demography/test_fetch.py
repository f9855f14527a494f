"""The population over the net, from a server on this machine that answers as Statistics Norway's is known to."""

import json
import threading
from collections.abc import Iterator
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, ClassVar

import pytest

from lhl_assistant import settings
from lhl_assistant.errors import InputUnusable
from lhl_assistant.plan.demography.fetch import Client, Tables, tables
from lhl_assistant.plan.demography.gather import population
from tests.plan.demography import material

_META = {"07459": ("Befolkning", (2025, 2026)), "14288": ("Framskrevet folkemengde", (2026, 2030, 2050))}


class _Answers(BaseHTTPRequestHandler):
    asked: ClassVar[list[dict[str, Any]]] = []

    def do_GET(self) -> None:
        number = self.path.rsplit("/", 1)[-1]
        if number == "404":
            return self._send(404, b"")
        if number == "500":
            return self._send(200, b"<html>vedlikehold</html>")
        title, years = _META[number]
        ages = [f"{a:03}" for a in range(material.OLDEST + 1)]
        variables = [
            {"code": "Region", "values": ["9999", "9998"], "valueTexts": ["Fjelldal", "Nabodal"], "elimination": True},
            {"code": "Kjonn", "values": ["1", "2"], "valueTexts": ["Menn", "Kvinner"], "elimination": True},
            {
                "code": "Alder",
                "values": ["999", *ages],
                "valueTexts": ["Alle aldre", *map(material.label, map(int, ages))],
            },
            {"code": "ContentsCode", "values": ["L", "M"], "valueTexts": ["Lav", "Hovedalternativet (MMMM)"]},
            {"code": "Tid", "values": [str(y) for y in years], "valueTexts": [str(y) for y in years], "time": True},
        ]
        return self._send(200, json.dumps({"title": title, "variables": variables}).encode())

    def do_POST(self) -> None:
        number = self.path.rsplit("/", 1)[-1]
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.asked.append(body)
        chosen = {q["code"]: q["selection"]["values"] for q in body["query"]}
        assert "Kjonn" not in chosen
        assert chosen["Region"] == ["9999"]
        assert "999" not in chosen["Alder"]
        years = tuple(int(y) for y in chosen["Tid"])
        data = material.dataset(_META[number][0], years=years)
        data["id"].remove("Kjonn")
        data["size"] = data["size"][1:]
        del data["dimension"]["Kjonn"]
        data["value"] = [material.persons(y, a, 0) + material.persons(y, a, 1) for a in range(106) for y in years]
        return self._send(200, json.dumps(data).encode())

    def _send(self, status: int, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), _Answers) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def test_the_two_tables_become_the_plan_s_population(address: str) -> None:
    found = population(Client(Tables(address=address)).both("Fjelldal"), date(2026, 11, 22), address)
    assert [(y.year, y.projected) for y in found.years] == [(2026, False), (2030, True), (2050, True)]
    assert found.years[2].from_90 == material.total(2050, 90, 105)
    assert found.source == "SSB, tabell 07459: Befolkning; SSB, tabell 14288: Framskrevet folkemengde"
    assert _Answers.asked[-1]["query"][2]["selection"]["values"] == ["M"]


@pytest.mark.parametrize(
    ("counted", "municipality", "said"),
    [("404", "Fjelldal", "feil 404"), ("500", "Fjelldal", "ikke en tabell"), ("07459", "Ukjentdal", "ikke én kommune")],
)
def test_what_fails_is_told_in_one_sentence(address: str, counted: str, municipality: str, said: str) -> None:
    with pytest.raises(InputUnusable, match=said):
        Client(Tables(address=address, counted=counted)).both(municipality)


def test_no_net_is_told_in_one_sentence() -> None:
    with pytest.raises(InputUnusable, match="Fikk ikke kontakt"):
        Client(Tables(address="http://127.0.0.1:9"), seconds=2).both("Fjelldal")


def test_the_tables_are_a_setting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LHL_HOME", str(tmp_path))
    assert tables() == Tables()
    settings.file().write_text(
        '{"befolkning": {"tabell": "12345", "adresse": "https://eksempel.no/t"}}', encoding="utf-8"
    )
    assert (tables().counted, tables().projected, tables().address) == ("12345", "14288", "https://eksempel.no/t")
    settings.file().write_text('{"befolkning": {"tabell": "drop table"}}', encoding="utf-8")
    with pytest.raises(InputUnusable, match="befolkning"):
        tables()
