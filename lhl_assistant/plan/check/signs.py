"""The words by which a løsning is known in a plan: ``knowledge/sjekk.yaml``."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import yaml
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from lhl_assistant.errors import LibraryUnavailable
from lhl_assistant.language.words import tokens
from lhl_assistant.written import parsed

_ANYWHERE, _WHOLE = "-", "="


class _Lists(BaseModel):
    model_config = ConfigDict(extra="forbid")

    sure: Annotated[list[str], Field(alias="sikre")]
    near: Annotated[list[str], Field(alias="nære")]


_FILE = TypeAdapter(dict[str, _Lists])


class Heard:
    """The words of one statement, ready to be asked for pieces of words."""

    def __init__(self, text: str) -> None:
        self._words = {part for token in tokens(text) for part in (token, *token.replace("/", "-").split("-"))}
        self._beginnings = {word[:end] for word in self._words for end in range(1, len(word) + 1)}
        self._all = " ".join(self._words)

    def has(self, piece: str) -> bool:
        """Whether a word begins so; with ``-`` before it, holds it anywhere; with ``=``, is it."""
        if piece[0] == _ANYWHERE:
            return piece[1:] in self._all
        return piece[1:] in self._words if piece[0] == _WHOLE else piece in self._beginnings


@dataclass(frozen=True, slots=True)
class Signs:
    """One løsning's words: each entry is words that must all stand in the same statement."""

    sure: tuple[tuple[str, ...], ...]
    near: tuple[tuple[str, ...], ...]

    def strength(self, heard: Heard) -> int:
        """2 where a sure sign is heard, 1 where a near one is, else 0."""
        if any(all(heard.has(piece) for piece in sign) for sign in self.sure):
            return 2
        return int(any(all(heard.has(piece) for piece in sign) for sign in self.near))


def load(path: Path) -> Mapping[str, Signs]:
    """The signs of every løsning, by number. Raises LibraryUnavailable for a file that is not of its form."""
    try:
        lists = _FILE.validate_python(parsed(path.read_text(encoding="utf-8")))
    except (OSError, yaml.YAMLError, ValidationError) as error:
        raise LibraryUnavailable(f"Ordlisten {path} kan ikke brukes: {error}") from error
    return {number: Signs(_split(found.sure), _split(found.near)) for number, found in lists.items()}


def _split(signs: list[str]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(sign.lower().split()) for sign in signs)
