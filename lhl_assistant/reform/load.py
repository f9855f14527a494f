"""``knowledge/reform.yaml`` to the frozen vocabulary. Whatever is missing, doubled or unknown is an error here."""

from pathlib import Path
from typing import Annotated

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from lhl_assistant.errors import LibraryUnavailable
from lhl_assistant.reform.model import Bilingual, FocusArea, Reform, Solution, SuccessorArea
from lhl_assistant.said import Said
from lhl_assistant.written import parsed

_AREAS, _PER_AREA, _SUCCESSOR_AREAS = 5, 5, 4

Text = Annotated[str, Field(min_length=1)]
SuccessorNumbers = Annotated[tuple[Annotated[int, Field(ge=1, le=_SUCCESSOR_AREAS)], ...], Field(min_length=1)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid")


class _Words(_Strict):
    nb: Text
    nn: Text

    def frozen(self) -> Bilingual:
        return Bilingual(self.nb, self.nn)


class _SuccessorArea(_Strict):
    number: int
    name: _Words


class _Successor(_Strict):
    name: _Words
    areas: list[_SuccessorArea]


class _Solution(_Strict):
    number: Annotated[str, Field(pattern=r"^[1-5]\.[1-5]$")]
    name: _Words
    long_name: _Words | None = None
    name_certain: bool
    summary: _Words
    successor_areas: SuccessorNumbers

    def frozen(self) -> Solution:
        long = self.long_name.frozen() if self.long_name else None
        return Solution(
            self.number, self.name.frozen(), long, self.name_certain, self.summary.frozen(), self.successor_areas
        )


class _Area(_Strict):
    number: int
    name: _Words
    goal: _Words
    challenges: Annotated[list[_Words], Field(min_length=1)]
    successor_areas: SuccessorNumbers
    source: Text
    solutions: list[_Solution]

    def frozen(self) -> FocusArea:
        return FocusArea(
            self.number,
            self.name.frozen(),
            self.goal.frozen(),
            tuple(c.frozen() for c in self.challenges),
            self.successor_areas,
            self.source,
            tuple(s.frozen() for s in self.solutions),
        )


class _File(_Strict):
    successor: _Successor
    areas: list[_Area]

    @model_validator(mode="after")
    def _complete(self) -> "_File":
        if [a.number for a in self.areas] != list(range(1, _AREAS + 1)):
            raise ValueError("de fem innsatsområdene skal være nummerert 1–5, i rekkefølge")
        if [a.number for a in self.successor.areas] != list(range(1, _SUCCESSOR_AREAS + 1)):
            raise ValueError("de fire områdene i Bo trygt hjemme skal være nummerert 1–4, i rekkefølge")
        for area in self.areas:
            wanted = [f"{area.number}.{i}" for i in range(1, _PER_AREA + 1)]
            if [s.number for s in area.solutions] != wanted:
                raise ValueError(f"innsatsområde {area.number} skal ha løsningene {', '.join(wanted)}")
        names = [s.name.nb for a in self.areas for s in a.solutions]
        if len(set(names)) != len(names):
            raise ValueError("to løsninger har samme navn")
        return self


def load(path: Path) -> Reform:
    """The vocabulary in the file at ``path``. Raises LibraryUnavailable for an unknown number or name or a bad file."""
    try:
        file = _File.model_validate(parsed(path.read_text(encoding="utf-8")))
    except (OSError, yaml.YAMLError, ValidationError) as error:
        raise LibraryUnavailable(
            Said(
                f"Reformens ordliste {path} kan ikke brukes: {error}",
                f"Ordlista til reforma, {path}, kan ikkje brukast: {error}",
            )
        ) from error
    successors = tuple(SuccessorArea(a.number, a.name.frozen()) for a in file.successor.areas)
    return Reform(file.successor.name.frozen(), successors, tuple(a.frozen() for a in file.areas))
