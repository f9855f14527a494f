"""The head of a knowledge file: a YAML mapping between two lines of ``---``."""

from datetime import date
from typing import Annotated

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from lhl_assistant.errors import InputUnusable
from lhl_assistant.said import Said
from lhl_assistant.sources.fences import split
from lhl_assistant.sources.model import Kind, Status
from lhl_assistant.written import parsed

SourceId = Annotated[str, Field(pattern=r"^[a-zA-Z0-9]+(-[a-zA-Z0-9]+)*$")]


class FrontMatter(BaseModel):
    """The fields that ``knowledge/README.md`` asks for; an unknown or missing one is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: SourceId
    title: Annotated[str, Field(min_length=3)]
    issuer: Annotated[str, Field(min_length=2)]
    year: Annotated[int, Field(ge=1800, le=2100)] | None
    status: Status
    kind: Kind
    url: Annotated[str, Field(pattern=r"^(https?://\S+)?$")]
    checked: date


def read(text: str, name: str) -> tuple[FrontMatter, int]:
    """The head of the file ``name`` and where its body begins. Raises InputUnusable, naming file and field."""
    head, body = split(text)
    try:
        return FrontMatter.model_validate(parsed(head) or {}), body
    except yaml.YAMLError as error:
        raise InputUnusable(
            Said(
                f"{name}: opplysningene øverst i filen er ikke gyldig YAML ({error}).",
                f"{name}: opplysningane øvst i fila er ikkje gyldig YAML ({error}).",
            )
        ) from error
    except ValidationError as error:
        fields = ", ".join(".".join(map(str, e["loc"])) or "hele hodet" for e in error.errors())
        raise InputUnusable(
            Said(
                f"{name}: rett disse feltene øverst i filen: {fields}.",
                f"{name}: rett desse felta øvst i fila: {fields}.",
            )
        ) from error
