"""``knowledge/verksted/``: methods, questions and the texts around a workshop, typed; a planner may change them."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Annotated, Any

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from lhl_assistant import places
from lhl_assistant.errors import LibraryUnavailable
from lhl_assistant.said import Form, Said
from lhl_assistant.written import parsed


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Words(_Strict):
    """The same words in bokmål and nynorsk."""

    nb: Annotated[str, Field(min_length=1)]
    nn: Annotated[str, Field(min_length=1)]

    def in_(self, form: Form) -> str:
        """The words in ``form``."""
        return self.nn if form == "nn" else self.nb

    @property
    def said(self) -> Said:
        """The words as a sentence in both forms."""
        return Said(self.nb, self.nn)


class Step(_Strict):
    """A part of a method: its share of the time in percent; ``each``: once for every area; ``vote``: priorities."""

    share: Annotated[int, Field(gt=0, le=100)]
    what: Words
    each: bool = False
    vote: bool = False


class Method(_Strict):
    """A method; ``fits`` is (fewest, most) participants where the sources say, ``shortest`` is in minutes."""

    id: str
    name: Words
    good_for: Words
    fits: tuple[int | None, int | None]
    shortest: int
    source: tuple[str, ...]
    steps: tuple[Step, ...]


class AreaQuestions(_Strict):
    """What is asked about one innsatsområde: on the wall, and around the tables."""

    number: int
    short: Words
    main: Words
    helpers: tuple[Words, ...]


class Questions(_Strict):
    """All questions."""

    apning: Words
    omrader: tuple[AreaQuestions, ...]

    def area(self, number: int) -> AreaQuestions:
        """The questions about innsatsområde ``number`` (1–5)."""
        return next(a for a in self.omrader if a.number == number)


class Sheet(_Strict):
    """A text with a title; ``columns`` where it is a table to fill in."""

    title: Words
    paragraphs: tuple[Words, ...]
    columns: tuple[Words, ...] = ()


class Goods(_Strict):
    """Something to buy: ``per`` participant, for ``share`` percent of them."""

    per: int
    unit: Words
    share: int = 100


class Advice(_Strict):
    """Points of advice and where they are from (ids of the catalogue)."""

    title: Words
    source: tuple[str, ...]
    points: tuple[Words, ...]


class Texts(_Strict):
    """The texts around a workshop."""

    invitation: Sheet
    consent: Sheet
    sign_in: Sheet
    roles: tuple[Words, ...]
    shopping: tuple[Goods, ...]
    advice: tuple[Advice, ...]
    archive: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Material:
    """All of ``knowledge/verksted/``."""

    methods: tuple[Method, ...]
    questions: Questions
    texts: Texts

    def method(self, id: str) -> Method:
        """The method with this id."""
        return next(m for m in self.methods if m.id == id)


@cache
def material() -> Material:
    """The bundled material. Raises LibraryUnavailable where a file is missing or of another form."""
    return load(places.bundled("knowledge") / "verksted")


def load(folder: Path) -> Material:
    """The material in ``folder``. Raises LibraryUnavailable, naming the folder."""
    try:
        methods = tuple(Method.model_validate(m) for m in _yaml(folder / "metoder.yaml"))
        questions = Questions.model_validate(_yaml(folder / "sporsmal.yaml"))
        return Material(methods, questions, Texts.model_validate(_yaml(folder / "tekster.yaml")))
    except (OSError, yaml.YAMLError, ValidationError, TypeError) as error:
        raise LibraryUnavailable(
            Said(
                f"Verkstedets tekster i {folder} kan ikke brukes. Installer programmet på nytt.",
                f"Tekstane til verkstaden i {folder} kan ikkje brukast. Installer programmet på nytt.",
            )
        ) from error


def _yaml(path: Path) -> Any:
    return parsed(path.read_text(encoding="utf-8"))
