"""One address to one file: followed, measured, taken up again where it broke off."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

from lhl_assistant import atomic
from lhl_assistant.library.fetching import refusals
from lhl_assistant.library.fetching.kinds import ending
from lhl_assistant.library.fetching.rules import Rules
from lhl_assistant.library.fetching.transport import Forbidden, Guarded, Unknown
from lhl_assistant.search.build import Progress

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_START = 2048


@dataclass(frozen=True, slots=True)
class _Part:
    """What was fetched before it broke off, and the publisher's mark of the version that it is of."""

    file: Path

    @property
    def mark_file(self) -> Path:
        return self.file.with_suffix(".merke")

    def begun(self) -> tuple[int, str]:
        """How many bytes there are, and the mark; (0, "") where it cannot be gone on with."""
        try:
            mark = self.mark_file.read_text(encoding="utf-8")
            return (self.file.stat().st_size, mark) if mark else (0, "")
        except (OSError, UnicodeDecodeError):
            return 0, ""

    def drop(self) -> None:
        self.file.unlink(missing_ok=True)
        self.mark_file.unlink(missing_ok=True)


def download(url: str, folder: Path, name: str, rules: Rules, progress: Progress | None = None) -> Path:
    """Fetch ``url`` into ``folder`` as ``name`` with the ending of its kind; returns the file.

    ``progress`` is told (bytes done, bytes in all; 0 where the publisher does not say). What broke off is gone on with
    the next time, where the publisher still has the same version. Raises Offline where there is no contact,
    InputUnusable with one sentence for all else; a file that was there before then stands.
    """
    part = _Part(folder / f".{name}.del")
    folder.mkdir(parents=True, exist_ok=True)
    deadline = time.monotonic() + rules.whole
    timeout = httpx.Timeout(rules.silence, connect=rules.connect)
    with httpx.Client(transport=Guarded(rules), timeout=timeout, follow_redirects=False, trust_env=False) as client:
        for attempt in range(1, rules.attempts + 1):
            try:
                found = _attempt(client, url, part, rules, deadline, progress)
                break
            except (httpx.RemoteProtocolError, httpx.ReadError, httpx.ReadTimeout) as error:
                if attempt == rules.attempts:
                    raise refusals.broke_off(url) from error
            except (Unknown, httpx.ConnectError, httpx.ConnectTimeout) as error:
                raise refusals.no_contact(url, "CERTIFICATE" in str(error).upper()) from error
            except Forbidden as error:
                raise refusals.forbidden(url) from error
            except (httpx.HTTPError, httpx.InvalidURL) as error:
                raise refusals.broke_off(url) from error
    target = folder / f"{name}{found}"
    atomic.replace(part.file, target)
    part.drop()
    return target


def _attempt(
    client: httpx.Client, url: str, part: _Part, rules: Rules, deadline: float, progress: Progress | None
) -> str:
    """Fetch what is missing; returns the file's ending."""
    begun, mark = part.begun()
    headers = {"User-Agent": "lhl_assistant", "Accept-Encoding": "identity"}
    if begun:
        headers |= {"Range": f"bytes={begun}-", "If-Range": mark}
    with _followed(client, url, headers, rules, deadline) as response:
        if response.status_code == httpx.codes.REQUESTED_RANGE_NOT_SATISFIABLE and begun:
            part.drop()
            raise httpx.ReadError("what was fetched is of another version")
        goes_on = response.status_code == httpx.codes.PARTIAL_CONTENT and _starts_at(response, begun)
        if not goes_on and response.status_code != httpx.codes.OK:
            raise refusals.refused(url, response.status_code)
        if not goes_on:
            part.drop()
            part.mark_file.write_text(_mark(response), encoding="utf-8")
            begun = 0
        length = int(response.headers.get("content-length") or 0)
        if begun + length > rules.most_bytes:
            raise refusals.too_large(url)
        with part.file.open("ab") as file:
            for chunk in response.iter_raw():
                file.write(chunk)
                begun += len(chunk)
                if begun > rules.most_bytes:
                    part.drop()
                    raise refusals.too_large(url)
                if time.monotonic() > deadline:
                    raise refusals.too_slow(url)
                if progress is not None:
                    progress(begun, begun if not length else max(begun, length))
        found = ending(response.headers.get("content-type", ""), response.url.path, _start(part.file))
    if found is None:
        part.drop()
        raise refusals.wrong_kind(url)
    return found


@contextmanager
def _followed(
    client: httpx.Client, url: str, headers: dict[str, str], rules: Rules, deadline: float
) -> Iterator[httpx.Response]:
    """The answer at the end of the redirects, each of which must be to https."""
    target = httpx.URL(url)
    for _ in range(rules.redirects + 1):
        if target.scheme != "https" or not target.host or target.userinfo:
            raise refusals.not_https(url)
        if time.monotonic() > deadline:
            raise refusals.too_slow(url)
        with client.stream("GET", target, headers=headers) as response:
            if response.status_code not in _REDIRECTS:
                yield response
                return
            target = target.join(response.headers.get("location", ""))
    raise refusals.circles(url)


def _starts_at(response: httpx.Response, begun: int) -> bool:
    return begun > 0 and response.headers.get("content-range", "").startswith(f"bytes {begun}-")


def _mark(response: httpx.Response) -> str:
    """What tells this version from another, by which a fetch may be gone on with; "" where the publisher has none."""
    tag = str(response.headers.get("etag", ""))
    return tag if tag and not tag.startswith("W/") else str(response.headers.get("last-modified", ""))


def _start(file: Path) -> bytes:
    with file.open("rb") as opened:
        return opened.read(_START)
