"""What can happen in a workshop: one act is one line of the journal.

``n`` is a logical clock: one more than the highest that its laptop had seen. With it, acts of laptops whose clocks
disagree still come after what they answer to; ``at`` is only for people to read.
"""

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from lhl_assistant.said import Form

Area = Annotated[int, Field(ge=1, le=5)]
SolutionNumber = Annotated[str, Field(pattern=r"^[1-5]\.[1-5]$")]
Method = Literal["igp", "kafedialog", "gjestebud", "seniortrakk", "hva-er-viktig"]
Outcome = Literal["adopted", "partly", "not"]


class Guessed(BaseModel):
    """A place that the sorter thinks of, with its probability; ``focus_area`` None is outside the reform."""

    model_config = ConfigDict(frozen=True)

    focus_area: Area | None
    solution: SolutionNumber | None
    confidence: Annotated[float, Field(ge=0, le=1)]


class _Act(BaseModel):
    """What every act has: its id, its place in the order, when (the laptop's clock) and at which table."""

    model_config = ConfigDict(frozen=True, extra="allow")

    id: Annotated[str, Field(min_length=1)]
    n: Annotated[int, Field(ge=0)]
    at: str
    by: str


class SetUp(_Act):
    """The workshop as planned; the last one counts."""

    act: Literal["setup"] = "setup"
    title: str
    municipality: str
    language: Form
    day: date
    start: Annotated[str, Field(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")]
    minutes: Annotated[int, Field(ge=30, le=480)]
    participants: Annotated[int, Field(ge=1, le=500)]
    method: Method
    areas: Annotated[tuple[Area, ...], Field(min_length=1)]
    place: str = ""
    contact: str = ""
    keep_until: date


class Heard(_Act):
    """A contribution, word for word. Its id is the act's. ``source`` is the file it was read from, or ""."""

    act: Literal["said"] = "said"
    text: str
    question: Area | None = None
    source: str = ""


class Reworded(_Act):
    """An edited form, shown beside the words as they fell."""

    act: Literal["reworded"] = "reworded"
    of: str
    text: str


class Suggested(_Act):
    """Where the sorter would put a contribution, and the two areas that come next."""

    act: Literal["suggested"] = "suggested"
    of: str
    best: Guessed
    alternatives: tuple[Guessed, ...]


class Placed(_Act):
    """Where the facilitator puts it. ``focus_area`` None: outside the reform."""

    act: Literal["placed"] = "placed"
    of: str
    focus_area: Area | None
    solution: SolutionNumber | None = None


class Joined(_Act):
    """The facilitator says that ``also`` says the same as ``of``; both keep their words."""

    act: Literal["joined"] = "joined"
    of: str
    also: str


class KeptApart(_Act):
    """The facilitator says that the two are not the same, so that nobody asks again."""

    act: Literal["apart"] = "apart"
    of: str
    also: str


class Voted(_Act):
    """Votes counted at one table for one contribution; the table's last count stands, and tables add up."""

    act: Literal["voted"] = "voted"
    of: str
    votes: Annotated[int, Field(ge=0, le=10_000)]
    way: Literal["hands", "dots"]


class Proposed(_Act):
    """A strategy that some contributions ask for."""

    act: Literal["proposed"] = "proposed"
    text: str
    focus_area: Area
    solution: SolutionNumber | None = None
    of: tuple[str, ...]


class Linked(_Act):
    """A contribution went into a strategy or measure of a plan. ``into`` is its id there, ``plan`` the plan's file."""

    act: Literal["linked"] = "linked"
    of: str
    into: str
    text: str
    plan: str


class Answered(_Act):
    """What became of a contribution, and why."""

    act: Literal["answered"] = "answered"
    of: str
    outcome: Outcome
    why: str


class Exported(_Act):
    """A document with the words in it was written to ``file``."""

    act: Literal["exported"] = "exported"
    file: str


class Undone(_Act):
    """Takes back one act."""

    act: Literal["undone"] = "undone"
    of: str


class Deleted(_Act):
    """The contribution ``of`` is gone for good, in every copy that this one meets. No words are kept."""

    act: Literal["deleted"] = "deleted"
    of: str


Act = Annotated[
    SetUp
    | Heard
    | Reworded
    | Suggested
    | Placed
    | Joined
    | KeptApart
    | Voted
    | Proposed
    | Linked
    | Answered
    | Exported
    | Undone
    | Deleted,
    Field(discriminator="act"),
]

_ADAPTER: TypeAdapter[Act] = TypeAdapter(Act)


def parse(line: bytes) -> Act:
    """The act that a line holds. Raises pydantic's ValidationError where it holds none that this version knows."""
    return _ADAPTER.validate_json(line)


def order(act: Act) -> tuple[int, str]:
    """The one order of acts on which all copies agree."""
    return act.n, act.id
