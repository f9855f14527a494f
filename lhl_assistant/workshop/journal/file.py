"""The journal on the disk: one act a line, on the disk before ``append`` returns.

A power cut can leave half a line at the end, of an act that nobody was shown: the next act is written in its place. A
line that this version cannot read stays where it is. The file is personal data: only its owner may read it.
"""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from filelock import FileLock, Timeout
from pydantic import ValidationError

from lhl_assistant import atomic
from lhl_assistant.errors import InputUnusable, LibraryUnavailable
from lhl_assistant.said import Said
from lhl_assistant.workshop.journal.acts import Act, Deleted, Heard, SetUp, order, parse

_WAIT_S = 10.0


@dataclass(frozen=True, slots=True)
class Content:
    """The acts of a journal in their one order, and the lines that could not be read."""

    acts: tuple[Act, ...]
    unread: tuple[bytes, ...] = ()


def read(path: Path) -> Content:
    """What ``path`` holds. Raises InputUnusable where it is no workshop's journal or cannot be read."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputUnusable(
            Said(
                f"Verkstedsfilen «{path}» kan ikke leses. Sjekk at den finnes og at du har tilgang.",
                f"Verkstadfila «{path}» kan ikkje lesast. Sjekk at ho finst og at du har tilgang.",
            )
        ) from error
    content = parsed(data)
    if not any(isinstance(act, SetUp) for act in content.acts):
        raise InputUnusable(
            Said(
                f"«{path}» er ikke en verkstedsfil. Velg en fil som «lhl verksted ny» har laget.",
                f"«{path}» er ikkje ei verkstadfil. Vel ei fil som «lhl verksted ny» har laga.",
            )
        )
    return content


def parsed(data: bytes) -> Content:
    """The whole lines of ``data``: each act once, in order; what is after the last line end was never shown."""
    acts: list[Act] = []
    unread: list[bytes] = []
    for line in data.split(b"\n")[:-1]:
        try:
            acts.append(parse(line))
        except ValidationError:
            unread += [line] if line.strip() else []
    return settled(acts, unread)


def settled(acts: Iterable[Act], unread: Iterable[bytes]) -> Content:
    """Each act once, in the one order; without what was said in, or about, a contribution that is deleted."""
    once = {act.id: act for act in sorted(acts, key=order, reverse=True)}
    gone = {act.of for act in once.values() if isinstance(act, Deleted)}
    kept = [act for act in once.values() if not _speaks_of(act, gone)]
    left = (line for line in dict.fromkeys(unread) if not any(id.encode() in line for id in gone))
    return Content(tuple(sorted(kept, key=order)), tuple(left))


def _speaks_of(act: Act, gone: set[str]) -> bool:
    """Whether the act holds words of a deleted contribution or is about it."""
    if isinstance(act, Deleted):
        return False
    if isinstance(act, Heard):
        return act.id in gone
    return isinstance(of := getattr(act, "of", None), str) and of in gone


class Journal:
    """One journal, open for writing. Several programs may have the same one open."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = FileLock(path.with_name(f".{path.name}.lock"), timeout=_WAIT_S)

    def append(self, make: Callable[[Content], Sequence[Act]]) -> Content:
        """Write the acts that ``make`` gives for what the file holds now; what it holds then.

        Raises LibraryUnavailable where the file cannot be written; nothing is then shown as kept.
        """
        with self._held(), self._opened() as file:
            data = file.read()
            whole = data.rfind(b"\n") + 1
            if whole < len(data):
                file.truncate(whole)
            content = parsed(data[:whole])
            new = make(content)
            file.write(b"".join(_line(act) for act in new))
            file.flush()
            os.fsync(file.fileno())
            return settled([*content.acts, *new], content.unread)

    def rewrite(self, change: Callable[[Content], Content]) -> Content:
        """Put in the file's place what ``change`` makes of it, whole or not at all. Raises LibraryUnavailable."""
        with self._held():
            content = change(parsed(self.path.read_bytes() if self.path.is_file() else b""))
            atomic.write(self.path, b"".join([*map(_line, content.acts), *(line + b"\n" for line in content.unread)]))
            return content

    @contextmanager
    def _held(self) -> Iterator[None]:
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with self._lock:
                yield
        except (OSError, Timeout) as error:
            raise LibraryUnavailable(
                Said(
                    f"Verkstedet blir ikke tatt vare på: «{self.path}» kan ikke skrives. Sjekk at disken har plass, at "
                    "du har tilgang, og at ikke et annet program holder filen.",
                    f"Verkstaden blir ikkje teken vare på: «{self.path}» kan ikkje skrivast. Sjekk at disken har "
                    "plass, at du har tilgang, og at ikkje eit anna program held fila.",
                )
            ) from error

    @contextmanager
    def _opened(self) -> Iterator[BinaryIO]:
        handle = os.open(self.path, os.O_RDWR | os.O_APPEND | getattr(os, "O_BINARY", 0))
        with os.fdopen(handle, "r+b") as file:
            yield file


def _line(act: Act) -> bytes:
    return act.model_dump_json().encode() + b"\n"
