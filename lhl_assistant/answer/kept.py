"""Conversations kept on disk: ``samtaler/<id>.jsonl`` under the data folder, one turn a line.

A line is written whole and flushed as the turn happens. A kill can leave half a line at the end: reading drops it, and
the next turn is written in its place. An id is the time it began and four random digits, so that ids sort by time.
"""

import os
import re
import secrets
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from pydantic import ValidationError

from lhl_assistant.answer.turns import Kept, KeptTurn
from lhl_assistant.errors import InputUnusable, LibraryUnavailable
from lhl_assistant.language.words import stem, tokens
from lhl_assistant.said import Said

_ID = re.compile(r"^\d{8}-\d{9}-[0-9a-f]{8}$")


class Conversations:
    """The conversations under ``home``."""

    def __init__(self, home: Path) -> None:
        self._folder = home / "samtaler"

    @staticmethod
    def new() -> str:
        """The id of a conversation that begins now. Nothing is written before its first turn."""
        now = datetime.now(UTC)
        return f"{now:%Y%m%d-%H%M%S}{now.microsecond // 1000:03d}-{secrets.token_hex(4)}"

    def keep(self, id: str, turn: KeptTurn) -> None:
        """Add a turn to the conversation. Raises LibraryUnavailable where it cannot be written."""
        line = turn.model_dump_json().encode() + b"\n"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            with self._file(id).open("a+b") as file:
                _mend(file)
                file.write(line)
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            raise LibraryUnavailable(
                Said(
                    f"Samtalen blir ikke tatt vare på: mappen {self._folder} kan ikke skrives i. Sjekk tilgangen.",
                    f"Samtalen blir ikkje teken vare på: mappa {self._folder} kan ikkje skrivast i. Sjekk tilgangen.",
                )
            ) from error

    def all(self) -> Iterator[Kept]:
        """Every conversation, the newest first."""
        for file in sorted(self._folder.glob("*.jsonl"), reverse=True):
            if _ID.match(file.stem) and (turns := tuple(_turns(file))):
                yield Kept(file.stem, turns)

    def read(self, id: str) -> Kept:
        """The conversation with this id. Raises InputUnusable where there is none."""
        turns = tuple(_turns(self._file(id))) if _ID.match(id) else ()
        if not turns:
            raise InputUnusable(
                Said(
                    f"Samtalen «{id}» finnes ikke. Se hvilke som finnes med «lhl samtale list».",
                    f"Samtalen «{id}» finst ikkje. Sjå kva som finst med «lhl samtale list».",
                )
            )
        return Kept(id, turns)

    def find(self, words: str) -> Iterator[tuple[Kept, tuple[KeptTurn, ...]]]:
        """The conversations with a turn that has all of ``words``, inflected or not, and those turns; newest first."""
        wanted = {stem(t) for t in tokens(words)}
        for kept in self.all():
            found = tuple(t for t in kept.turns if wanted and wanted <= t.stems)
            if found:
                yield kept, found

    def delete(self, id: str) -> None:
        """Remove the conversation for good. Raises InputUnusable where there is none."""
        self.read(id)
        try:
            self._file(id).unlink()
        except OSError as error:
            raise LibraryUnavailable(
                Said(
                    f"Samtalen kan ikke slettes fra {self._folder}. Sjekk tilgangen.",
                    f"Samtalen kan ikkje slettast frå {self._folder}. Sjekk tilgangen.",
                )
            ) from error

    def _file(self, id: str) -> Path:
        return self._folder / f"{id}.jsonl"


def _turns(file: Path) -> Iterator[KeptTurn]:
    """The whole turns in ``file``; a line that cannot be read is passed over."""
    try:
        lines = file.read_bytes().split(b"\n")[:-1]
    except FileNotFoundError:
        return
    except OSError as error:
        raise LibraryUnavailable(
            Said(
                f"Samtalen {file} kan ikke leses. Sjekk tilgangen.",
                f"Samtalen {file} kan ikkje lesast. Sjekk tilgangen.",
            )
        ) from error
    for line in lines:
        try:
            yield KeptTurn.model_validate_json(line)
        except ValidationError:
            continue


def _mend(file: BinaryIO) -> None:
    """Cut off half a line at the end of the file."""
    file.seek(0)
    data = file.read()
    whole = data.rfind(b"\n") + 1
    if whole < len(data):
        file.truncate(whole)
