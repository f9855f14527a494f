"""What the planner has chosen for good: ``innstillinger.json`` in the data folder, shared by both faces.

A setting that this version does not know is kept as it is. A file that cannot be read counts as empty: settings are
soon made again, and none of them may stand in the way of an answer.
"""

from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from lhl_assistant import atomic, places
from lhl_assistant.errors import LibraryUnavailable
from lhl_assistant.said import Form, Said


class Settings(BaseModel):
    """All settings. ``form`` None: answers follow the question's form, all else is bokmål."""

    model_config = ConfigDict(extra="allow", frozen=True)

    form: Form | None = None


def file() -> Path:
    """Where the settings lie."""
    return places.home() / "innstillinger.json"


def read() -> Settings:
    """The settings as they are; the defaults where there are none that can be read."""
    try:
        return Settings.model_validate_json(file().read_bytes())
    except (OSError, ValidationError):
        return Settings()


def write(settings: Settings) -> None:
    """Keep ``settings``, whole or not at all. Raises LibraryUnavailable where they cannot be written."""
    try:
        atomic.write(file(), settings.model_dump_json(exclude_none=True, indent=1).encode() + b"\n")
    except OSError as error:
        raise LibraryUnavailable(
            Said(
                f"Innstillingene kan ikke lagres i {file().parent}. Sjekk at du har tilgang til mappen.",
                f"Innstillingane kan ikkje lagrast i {file().parent}. Sjekk at du har tilgang til mappa.",
            )
        ) from error
