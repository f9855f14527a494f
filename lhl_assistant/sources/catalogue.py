"""The originals that the knowledge rests on: ``knowledge/kilder.yaml``."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Annotated

import yaml
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from lhl_assistant.errors import LibraryUnavailable
from lhl_assistant.said import Said
from lhl_assistant.sources.frontmatter import SourceId
from lhl_assistant.sources.model import Kind, Original, Status
from lhl_assistant.written import parsed


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid")

    id: SourceId
    title: str
    issuer: str
    year: Annotated[int, Field(ge=1800, le=2100)] | None
    status: Status
    kind: Kind
    url: Annotated[str, Field(pattern=r"^(https?://\S+)?$")]


def load(path: Path) -> Mapping[str, Original]:
    """Originals by id, in the file's order. Raises LibraryUnavailable for a bad or doubled entry."""
    try:
        entries = TypeAdapter(list[_Entry]).validate_python(parsed(path.read_text(encoding="utf-8")))
    except (OSError, yaml.YAMLError, ValidationError) as error:
        raise LibraryUnavailable(
            Said(f"Kildelisten {path} kan ikke leses: {error}", f"Kjeldelista {path} kan ikkje lesast: {error}")
        ) from error
    originals = {e.id: Original(**e.model_dump()) for e in entries}
    if len(originals) != len(entries):
        raise LibraryUnavailable(
            Said(f"Kildelisten {path} har samme id to ganger.", f"Kjeldelista {path} har same id to gonger.")
        )
    return MappingProxyType(originals)
