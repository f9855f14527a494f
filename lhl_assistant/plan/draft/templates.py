"""The templates of a draft, from ``knowledge/maler.yaml`` and ``maler-forslag.yaml``: every text in both forms."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Self, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, Field, RootModel, ValidationError, model_validator

from lhl_assistant.errors import LibraryUnavailable
from lhl_assistant.said import Form, Said
from lhl_assistant.written import parsed

Number = Annotated[str, Field(pattern=r"^[1-5]\.[1-5]$")]


class _Frozen(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Words(_Frozen):
    """A text in both forms."""

    nb: Annotated[str, Field(min_length=1)]
    nn: Annotated[str, Field(min_length=1)]

    def in_(self, form: Form) -> str:
        """The text in ``form``."""
        return self.nn if form == "nn" else self.nb


class Paragraph(Words):
    """A paragraph, heading or gap, and the places in the knowledge that it rests on."""

    sources: Annotated[tuple[str, ...], Field(alias="kilder")] = ()


class ChapterTemplate(_Frozen):
    """A chapter: either its own paragraphs, or the number of the innsatsområde it is made for."""

    id: str = ""
    title: Annotated[Words | None, Field(alias="tittel")] = None
    paragraphs: Annotated[tuple[Paragraph, ...], Field(alias="avsnitt")] = ()
    area: Annotated[int | None, Field(alias="område", ge=1, le=5)] = None

    @model_validator(mode="after")
    def _one_of_two(self) -> Self:
        if (self.area is None) != bool(self.id and self.title and self.paragraphs):
            raise ValueError("et kapittel har id, tittel og avsnitt, eller bare et område")
        return self

    @property
    def name(self) -> str:
        """The chapter's id in a plan."""
        return self.id or f"område-{self.area}"


class _Challenges(_Frozen):
    heading: Annotated[Words, Field(alias="overskrift")]
    lead: Annotated[Words, Field(alias="innledning")]


class _Solutions(_Frozen):
    heading: Annotated[Words, Field(alias="overskrift")]


class _Successor(Words):
    and_: Annotated[Words, Field(alias="og")]
    sources: Annotated[tuple[str, ...], Field(alias="kilder")]


class _Status(_Frozen):
    heading: Annotated[Words, Field(alias="overskrift")]
    own: Annotated[Words, Field(alias="egne")]


class _Places(_Frozen):
    file: Annotated[str, Field(alias="fil")]
    challenges: Annotated[str, Field(alias="utfordringer")]


class AreaTemplate(_Frozen):
    """What the chapters of the five innsatsområder have in common, and where the knowledge has each."""

    places: Annotated[Mapping[int, _Places], Field(alias="steder")]
    challenges: Annotated[_Challenges, Field(alias="utfordringer")]
    solutions: Annotated[_Solutions, Field(alias="løsninger")]
    successor: Annotated[_Successor, Field(alias="etterfølger")]
    status: _Status


class MeasureQuestions(_Frozen):
    """What a taken measure asks the municipality, and how the example's own answer is told with it."""

    responsible: Annotated[Words, Field(alias="ansvar")]
    period: Annotated[Words, Field(alias="tidsrom")]
    cost: Annotated[Words, Field(alias="kostnad")]
    there: Annotated[Words, Field(alias="der")]


class Templates(_Frozen):
    """All templates of a plan's text."""

    title: Annotated[Words, Field(alias="tittel")]
    chapters: Annotated[tuple[ChapterTemplate, ...], Field(alias="kapitler")]
    area: Annotated[AreaTemplate, Field(alias="område")]
    status: Mapping[int, tuple[Words, ...]]
    measure: Annotated[MeasureQuestions, Field(alias="tiltak")]


class Proposal(Words):
    """A strategy or measure that a municipality could choose, and the place it is from."""

    anchor: Annotated[str, Field(alias="fra")]


class SolutionProposals(_Frozen):
    """What is proposed for one løsning."""

    strategy: Annotated[Proposal, Field(alias="strategi")]
    measures: Annotated[tuple[Proposal, ...], Field(alias="tiltak")]


class Proposals(RootModel[Mapping[Number, SolutionProposals]]):
    """The proposals by løsning, in the reform's order."""


def load(knowledge: Path) -> Templates:
    """The templates. Raises LibraryUnavailable where they are missing or of another form."""
    return _read(knowledge / "maler.yaml", Templates)


def proposals(knowledge: Path) -> Mapping[str, SolutionProposals]:
    """The proposals by løsning. Raises LibraryUnavailable where they are missing or of another form."""
    return _read(knowledge / "maler-forslag.yaml", Proposals).root


_Kind = TypeVar("_Kind", bound=BaseModel)


def _read(path: Path, kind: type[_Kind]) -> _Kind:
    try:
        return kind.model_validate(parsed(path.read_text(encoding="utf-8")))
    except (OSError, yaml.YAMLError, ValidationError) as error:
        raise LibraryUnavailable(
            Said(
                f"Malene i {path} kan ikke brukes. Installer programmet på nytt.",
                f"Malane i {path} kan ikkje brukast. Installer programmet på nytt.",
            )
        ) from error
