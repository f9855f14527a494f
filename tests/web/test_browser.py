"""The app in a real browser: asked, followed up, a source opened and copied, left and opened again."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from tests.web.browser import CHROMIUM, Page, page
from tests.web.test_server import address

pytestmark = [pytest.mark.anyio, pytest.mark.skipif(CHROMIUM is None, reason="Chromium er ikke installert")]
__all__ = ["address"]

_LISTEN = """
window.received = "";
window.copied = "";
const Socket = window.WebSocket;
window.WebSocket = class extends Socket {
  constructor(...told) {
    super(...told);
    this.addEventListener("message", (event) => {
      if (typeof event.data !== "string") window.received += new TextDecoder().decode(event.data);
    });
  }
};
navigator.clipboard.writeText = async (text) => { window.copied = text; };
"""


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


async def until(true: Callable[[], Awaitable[object]]) -> None:
    for _ in range(300):
        if await true():
            return
        await asyncio.sleep(0.05)
    raise AssertionError("it did not come to hold")


def seen(opened: Page, words: str) -> Callable[[], Awaitable[object]]:
    """Whether the terminal has been sent these words."""
    return lambda: opened.evaluate(f"window.received.includes({words!r})")


async def test_the_app_works_in_a_browser_and_asks_nothing_of_others(address: str, tmp_path: Path) -> None:
    async with page(address, tmp_path / "en", _LISTEN) as opened:
        await until(seen(opened, "Hva vil du vite?"))
        await opened.type("Hva koster frivilligsentralen i Balsfjord?")
        await opened.press("Enter")
        await until(seen(opened, "230"))
        await opened.type("hvem har ansvaret?")
        await opened.press("Enter")
        await until(seen(opened, "Forstått som"))
        await opened.press("Tab")
        await until(seen(opened, "Vårt sammendrag av"))
        await opened.press("c", ctrl=True)
        await until(lambda: opened.evaluate("window.copied.includes('Balsfjord kommune')"))
        await opened.press("q", ctrl=True)
        await until(lambda: opened.evaluate("document.body.classList.contains('-closed')"))
        assert opened.requested
        assert all(r.startswith((address, address.replace("http", "ws", 1), "data:")) for r in opened.requested)
    async with page(address, tmp_path / "to", _LISTEN) as opened:
        await until(seen(opened, "Hva koster frivilligsentralen i Balsfjord?"))
