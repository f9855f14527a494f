"""Headless Chromium, driven over its DevTools socket: keys in, the terminal's text and the requests out."""

import asyncio
import json
import os
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

import aiohttp

CHROMIUM = next((p for n in ("chromium", "chromium-browser", "google-chrome") if (p := shutil.which(n))), None)

_KEYS = {
    "Enter": (13, "\r"), "Tab": (9, ""), "Escape": (27, ""), "F1": (112, ""), "F2": (113, ""), "F6": (117, ""),
    "ArrowDown": (40, ""), "Delete": (46, ""),
}  # fmt: skip


class Page:
    """One page; ``requested`` holds every address that it asked for."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self._socket = socket
        self._count = 0
        self._waiting: dict[int, asyncio.Future[Any]] = {}
        self.requested: list[str] = []
        self._listening = asyncio.ensure_future(self._listen())

    async def _listen(self) -> None:
        async for message in self._socket:
            said = json.loads(message.data)
            if "id" in said:
                self._waiting.pop(said["id"]).set_result(said.get("result", {}))
            elif said["method"] == "Network.requestWillBeSent":
                self.requested.append(said["params"]["request"]["url"])
            elif said["method"] == "Network.webSocketCreated":
                self.requested.append(said["params"]["url"])

    async def call(self, method: str, **params: Any) -> Any:
        """Ask the browser to do something; what it answers."""
        self._count += 1
        answered = self._waiting[self._count] = asyncio.get_running_loop().create_future()
        await self._socket.send_str(json.dumps({"id": self._count, "method": method, "params": params}))
        return await asyncio.wait_for(answered, 20)

    async def type(self, words: str) -> None:
        """Type the words, a key at a time."""
        for character in words:
            await self.call("Input.dispatchKeyEvent", type="keyDown", text=character, key=character)
            await self.call("Input.dispatchKeyEvent", type="keyUp", key=character)

    async def press(self, key: str, ctrl: bool = False) -> None:
        """Press a named key, or a letter with Ctrl."""
        code, text = _KEYS.get(key) or (ord(key.upper()), "")
        event = {"key": key, "code": key if len(key) > 1 else f"Key{key.upper()}", "windowsVirtualKeyCode": code}
        event |= {"modifiers": 2 if ctrl else 0}
        await self.call("Input.dispatchKeyEvent", type="keyDown" if text else "rawKeyDown", text=text, **event)
        await self.call("Input.dispatchKeyEvent", type="keyUp", **event)

    async def evaluate(self, expression: str) -> Any:
        """The value of a JavaScript expression."""
        result = await self.call("Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True)
        return result["result"].get("value")

    async def picture(self) -> bytes:
        """The page as PNG."""
        import base64

        return base64.b64decode((await self.call("Page.captureScreenshot"))["data"])


@asynccontextmanager
async def page(address: str, folder: Path, before: str = "") -> AsyncIterator[Page]:
    """A page at ``address`` in a browser of its own; ``before`` is a script that runs before the page's own."""
    assert CHROMIUM is not None
    arguments = [
        CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--remote-debugging-port=0",
        "--window-size=1300,800", "--no-first-run", "--disable-background-networking", f"--user-data-dir={folder}",
        "about:blank",
    ]  # fmt: skip
    env = {**os.environ, "HOME": str(folder)}
    quiet = asyncio.subprocess.DEVNULL
    process = await asyncio.create_subprocess_exec(*arguments, env=env, stdout=quiet, stderr=quiet)
    try:
        async with aiohttp.ClientSession() as session:
            port = await _port(folder / "DevToolsActivePort")
            async with session.get(f"http://127.0.0.1:{port}/json/list") as listed:
                target = next(t for t in await listed.json() if t["type"] == "page")
            async with session.ws_connect(target["webSocketDebuggerUrl"], max_msg_size=0) as socket:
                opened = Page(socket)
                for domain in ("Network", "Page", "Runtime"):
                    await opened.call(f"{domain}.enable")
                if before:
                    await opened.call("Page.addScriptToEvaluateOnNewDocument", source=before)
                await opened.call("Page.navigate", url=address)
                yield opened
    finally:
        with suppress(ProcessLookupError):
            process.terminate()
        await process.wait()


async def _port(file: Path) -> int:
    for _ in range(200):
        if file.is_file() and (text := file.read_text().split()):
            return int(text[0])
        await asyncio.sleep(0.05)
    raise AssertionError("the browser did not start")
