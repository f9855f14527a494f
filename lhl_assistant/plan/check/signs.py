"""The words by which a løsning is known in a plan: ``knowledge/sjekk.yaml``."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import yaml
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from lhl_assistant.errors import LibraryUnavailable
from lhl_assistant.language.words import tokens

_ANYWHERE, _WHOLE = "-", "="


class _Lists(BaseModel):
    model_config = ConfigDict(extra="forbid")

    sure: Annotated[list[str], Field(alias="sikre")]
    near: Annotated[list[str], Field(alias="nære")]


_FILE = TypeAdapter(dict[str, _Lists])


@dataclass(frozen=True, slots=True)
class Signs:
    """One løsning's words: each entry is words that must all stand in the same statement."""

    sure: tuple[tuple[str, ...], ...]
    near: tuple[tuple[str, ...], ...]

    def strength(self, text: str) -> int:
        """2 where ``text`` has a sure sign, 1 where it has a near one, else 0."""
        words = [part for token in tokens(text) for part in (token, *token.replace("/", "-").split("-"))]
        if any(_holds(words, sign) for sign in self.sure):
            return 2
        return int(any(_holds(words, sign) for sign in self.near))


def load(path: Path) -> Mapping[str, Signs]:
    """The signs of every løsning, by number. Raises LibraryUnavailable for a file that is not of its form."""
    try:
        lists = _FILE.validate_python(yaml.safe_load(path.read_text(encoding="utf-8")))
    except (OSError, yaml.YAMLError, ValidationError) as error:
        raise LibraryUnavailable(f"Ordlisten {path} kan ikke brukes: {error}") from error
    return {number: Signs(_split(found.sure), _split(found.near)) for number, found in lists.items()}


def _split(signs: list[str]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(sign.lower().split()) for sign in signs)


def _holds(words: list[str], sign: tuple[str, ...]) -> bool:
    return all(any(_matches(word, piece) for word in words) for piece in sign)


def _matches(word: str, piece: str) -> bool:
    if piece[0] == _ANYWHERE:
        return piece[1:] in word
    return word == piece[1:] if piece[0] == _WHOLE else word.startswith(piece)
