"""What ``lhl web`` answers, and to whom."""

import os
import re
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest


@pytest.fixture
def address(home: Path) -> Iterator[str]:
    """The address that ``lhl web`` prints."""
    env = {**os.environ, "LHL_HOME": str(home)}
    command = [sys.executable, "-m", "lhl_assistant", "web"]
    with subprocess.Popen(command, env=env, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as serving:
        assert serving.stdout is not None
        yield serving.stdout.readline().strip()
        serving.terminate()


def status(address: str, **headers: str) -> int:
    """The status of a request; of a refusal that says anything, -1."""
    try:
        with urllib.request.urlopen(urllib.request.Request(address, headers=headers), timeout=10) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        said = error.read()
        error.close()
        return error.code if said == b"" else -1


def test_nothing_answers_without_the_secret_under_another_name_or_from_another_page(address: str) -> None:
    top, secret = re.fullmatch(r"(http://127\.0\.0\.1:\d+/)([\w-]{32})/", address).groups()  # type: ignore[union-attr]
    assert status(address) == 200
    for path in ("", "ws", "static/js/textual.js", "download/x", f"{secret[:-1]}/", f"x/{secret}/"):
        assert status(top + path) == 404
    assert status(address, Host="ond.example") == 404
    assert status(f"{address}ws", Origin="http://ond.example") == 403


def test_the_page_may_fetch_from_nowhere_else(address: str) -> None:
    with urllib.request.urlopen(address, timeout=10) as answer:
        text, policy = answer.read().decode(), answer.headers["Content-Security-Policy"]
    assert not re.findall(r"https?://", text)
    assert policy.startswith("default-src 'none'")
    assert answer.headers["Referrer-Policy"] == "no-referrer"


def test_opening_for_the_network_is_warned_of(home: Path) -> None:
    env = {**os.environ, "LHL_HOME": str(home)}
    command = [sys.executable, "-m", "lhl_assistant", "web", "--åpne-for-nettverk"]
    with subprocess.Popen(
        command, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8"
    ) as serving:
        assert serving.stderr is not None
        assert "ADVARSEL" in serving.stderr.readline()
        serving.terminate()


def test_a_taken_port_is_one_sentence(address: str, home: Path) -> None:
    port = address.split(":")[2].split("/", maxsplit=1)[0]
    command = [sys.executable, "-m", "lhl_assistant", "web", "--port", port]
    env = {**os.environ, "LHL_HOME": str(home)}
    run = subprocess.run(command, env=env, capture_output=True, encoding="utf-8", timeout=60, check=False)
    assert run.returncode == 4
    assert run.stderr.strip() == f"Port {port} er opptatt. Velg en annen med --port, eller la det være."
