"""A publisher on this machine, over TLS, that behaves badly in every way that its pages are named after."""

import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import trustme

from lhl_assistant.library.fetching.rules import Address, Rules

NAME = "utgiver.example"
PDF = b"%PDF-1.4\n" + bytes(range(256)) * 400 + b"\n%%EOF\n"
HTML = "<html><body><h1>Møte i Stortinget</h1><p>Saken ble tatt opp 20. november 2018.</p></body></html>".encode()
Page = Callable[["Handler"], None]


@dataclass
class Publisher:
    """A running server: its address, who vouches for it, and the requests it has had."""

    port: int
    authority: trustme.CA
    asked: list[tuple[str, str | None]] = field(default_factory=list)
    pages: dict[str, Page] = field(default_factory=dict)

    def url(self, page: str, host: str = "localhost") -> str:
        return f"https://{host}:{self.port}/{page}"

    def rules(self, **limits: float) -> Rules:
        """The rules of the product, but that this server may be spoken to, and with little patience."""
        few = {"connect": 2.0, "silence": 0.4, "whole": 5.0, "most_bytes": 1_000_000, **limits}
        return Rules(**few, permitted=_loopback, certificates=self.certificates)  # type: ignore[arg-type]

    def certificates(self) -> ssl.SSLContext:
        context = ssl.create_default_context()
        self.authority.configure_trust(context)
        return context


def _loopback(address: Address) -> bool:
    return address.is_loopback


class Handler(BaseHTTPRequestHandler):
    """Answers with the page that the path names."""

    protocol_version = "HTTP/1.1"
    publisher: Publisher

    def do_GET(self) -> None:
        page = self.path.split("?")[0].rsplit("/", 1)[-1]
        self.publisher.asked.append((page, self.headers.get("Range")))
        self.close_connection = True
        try:
            self.publisher.pages[page](self)
        except (OSError, ssl.SSLError):
            return

    def log_message(self, format: str, *args: object) -> None:
        return

    def send(self, data: bytes, kind: str = "application/pdf", status: int = 200, **headers: str) -> None:
        self.head(kind, status, len(data), **headers)
        self.wfile.write(data)

    def head(self, kind: str, status: int = 200, length: int | None = None, **headers: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        if length is not None:
            self.send_header("Content-Length", str(length))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()

    def to(self, location: str, status: int = 302) -> None:
        self.send(b"", "text/html", status, Location=location)


class Quiet(ThreadingHTTPServer):
    """Says nothing of clients that hang up."""

    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        return


@contextmanager
def publisher() -> Iterator[Publisher]:
    """The server, running until the block is left."""
    authority = trustme.CA()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("localhost", "127.0.0.1", NAME).configure_cert(context)

    class Bound(Handler):
        pass

    server = Quiet(("127.0.0.1", 0), Bound)
    server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    running = Publisher(server.server_port, authority)
    running.pages = pages(running)
    Bound.publisher = running
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield running
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def pages(at: Publisher) -> dict[str, Page]:
    """What each page does."""
    return {
        "god.pdf": lambda h: h.send(PDF, ETag='"1"'),
        "god": lambda h: h.send(HTML, "text/html; charset=utf-8"),
        "uten-type.pdf": lambda h: h.send(PDF, "application/octet-stream"),
        "taus": lambda _: time.sleep(1.5),
        "treg.pdf": _slow,
        "brutt.pdf": lambda h: _broken_off(h, '"1"'),
        "brutt-uten-merke.pdf": lambda h: _broken_off(h, ""),
        "brutt-og-endret.pdf": lambda h: _changed(at, h),
        "halv.pdf": _half,
        "lyver-kort.pdf": lambda h: _lying(h, 400),
        "sier-stort.pdf": lambda h: h.head("application/pdf", length=10**12),
        "endeloes.pdf": _endless,
        "tull": lambda h: _raw(h, b"dette er ikke HTTP\r\n\r\n"),
        "bilde.png": lambda h: h.send(b"\x89PNG\r\n\x1a\n" + bytes(100), "image/png"),
        "side.pdf": lambda h: h.send(HTML, "text/html"),
        "paastaar.pdf": lambda h: h.send(HTML, "application/pdf"),
        "pakket.pdf": lambda h: h.send(b"\x1f\x8b\x08" + bytes(50), "application/pdf", Content_Encoding="gzip"),
        "borte.pdf": lambda h: h.send(b"", "text/html", 404),
        "nede.pdf": lambda h: h.send(b"", "text/html", 503),
        "ring": lambda h: h.to(at.url("ring")),
        "ring-a": lambda h: h.to(at.url("ring-b")),
        "ring-b": lambda h: h.to("/ring-a"),
        "til-intet": lambda h: h.send(b"", "text/html", 302),
        "til-http": lambda h: h.to("http://localhost/god.pdf"),
        "til-fil": lambda h: h.to("file:///etc/passwd"),
        "til-privat": lambda h: h.to("https://10.0.0.1/god.pdf"),
        "til-lenke": lambda h: h.to("https://169.254.169.254/latest/meta-data"),
        "til-god": lambda h: h.to("/god.pdf", 308),
        "som-bruker": lambda h: h.to(f"https://meg:hemmelig@localhost:{at.port}/god.pdf"),
    }


def _slow(h: Handler) -> None:
    h.head("application/pdf", length=len(PDF))
    for byte in PDF:
        h.wfile.write(bytes([byte]))
        time.sleep(0.05)


def _broken_off(h: Handler, mark: str) -> None:
    """Half at first; the rest where it is asked for by the right mark."""
    wanted = h.headers.get("Range")
    marks: dict[str, str] = {"ETag": mark} if mark else {}
    if wanted and h.headers.get("If-Range") == mark:
        start = int(wanted.removeprefix("bytes=").removesuffix("-"))
        h.send(PDF[start:], status=206, Content_Range=f"bytes {start}-{len(PDF) - 1}/{len(PDF)}", **marks)
    elif len([a for a in h.publisher.asked if a[0] == h.path[1:]]) > 1 and not mark:
        h.send(PDF)
    else:
        h.head("application/pdf", 200, len(PDF), **marks)
        h.wfile.write(PDF[: len(PDF) // 2])


def _changed(at: Publisher, h: Handler) -> None:
    """Half of one version at first; then another version, whatever is asked for."""
    if len([a for a in at.asked if a[0] == "brutt-og-endret.pdf"]) == 1:
        h.head("application/pdf", length=len(PDF), ETag='"1"')
        h.wfile.write(PDF[: len(PDF) // 2])
    else:
        h.send(PDF.replace(b"%%EOF", b"% ny %%EOF"), ETag='"2"')


def _half(h: Handler) -> None:
    h.head("application/pdf", length=len(PDF))
    h.wfile.write(PDF[: len(PDF) // 2])


def _lying(h: Handler, length: int) -> None:
    h.head("application/pdf", length=length)
    h.wfile.write(PDF)


def _endless(h: Handler) -> None:
    h.head("application/pdf")
    h.wfile.write(PDF)
    while True:
        h.wfile.write(bytes(50_000))


def _raw(h: Handler, data: bytes) -> None:
    h.wfile.write(data)
