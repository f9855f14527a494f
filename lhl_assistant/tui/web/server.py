"""textual-serve behind a secret, with a page of our own.

textual-serve's own page answers anyone who finds the port and fetches its font from elsewhere. Here nothing answers
without the secret that is the first part of the address, under another host's name (a page elsewhere that rebinds its
name to this machine), or from another origin; and the page may fetch from nowhere but here.
"""

import secrets
import shlex
import socket
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path

from aiohttp import web
from textual_serve.server import Server

_PAGE = Path(__file__).with_name("page.html")
_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self' 'nonce-{nonce}'; "
    "style-src 'self' 'unsafe-inline'; font-src 'self'; img-src 'self' data:; connect-src 'self' {socket}; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
}
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class AppServer(Server):
    """Serves the app at ``address``; each window that opens it gets a process of its own, which ends with it."""

    def __init__(self, host: str = "127.0.0.1", port: int = 0) -> None:
        """Take the port (0: any that is free). Raises OSError where it is taken."""
        self._secret = secrets.token_urlsafe(24)
        self._listening = socket.create_server((host, port))
        port = self._listening.getsockname()[1]
        command = shlex.join([sys.executable, "-m", "lhl_assistant.tui"])
        super().__init__(command, host=host, port=port, title="Leve hele livet")
        self.address = f"http://{_named(host)}:{port}/{self._secret}/"
        self._hosts = {f"{name}:{port}" for name in ("127.0.0.1", "localhost", _named(host))}

    async def _make_app(self) -> web.Application:
        app = web.Application(middlewares=[self._guarded])
        app.add_routes(
            [
                web.get(f"/{self._secret}/", self._page),
                web.get(f"/{self._secret}/ws", self.handle_websocket),
                web.static(f"/{self._secret}/static", self.statics_path),
            ]
        )
        return app

    @web.middleware
    async def _guarded(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Nothing at all for those who do not have the secret, or come by way of another page."""
        first = request.path.split("/")[1].encode()
        origin = request.headers.get("Origin")
        allowed = request.host in self._hosts or self.host == _EVERYWHERE
        if not (secrets.compare_digest(first, self._secret.encode()) and allowed):
            return web.Response(status=404)
        if origin is not None and origin != f"http://{request.host}":
            return web.Response(status=403)
        return await handler(request)

    async def _page(self, request: web.Request) -> web.Response:
        nonce = secrets.token_urlsafe(16)
        address = f"ws://{request.host}/{self._secret}/ws"
        text = _PAGE.read_text(encoding="utf-8").replace("{{nonce}}", nonce).replace("{{socket}}", address)
        headers = {k: v.format(nonce=nonce, socket=f"ws://{request.host}") for k, v in _HEADERS.items()}
        return web.Response(text=text, content_type="text/html", charset="utf-8", headers=headers)

    def serve(self, debug: bool = False) -> None:  # noqa: ARG002
        """Serve until Ctrl+C."""
        web.run_app(self._make_app(), sock=self._listening, print=None, handle_signals=True)


_EVERYWHERE = "0.0.0.0"


def _named(host: str) -> str:
    """The name under which a planner on this network reaches ``host``."""
    return socket.gethostname() if host == _EVERYWHERE else host
