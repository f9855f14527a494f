"""The kinds of values in a plan's file. Everything in it is read as text, as it stands: 3.10 is not 3.1."""

from typing import Annotated, TypeVar

from pydantic import BeforeValidator, Field, PlainSerializer, StringConstraints

_YES = {"ja": True, "true": True, "nei": False, "no": False, "false": False, "": False}


def _emptied(value: object) -> object:
    """Nothing after the colon is an empty list, and a lone value is a list of one."""
    if value is None or value == "":
        return ()
    return [value] if isinstance(value, str) else value


def _nothing(value: object) -> object:
    return None if value == "" else value


def _yes(value: object) -> object:
    return _YES.get(value.strip().lower(), value) if isinstance(value, str) else value


Item = TypeVar("Item")

Text = Annotated[str, BeforeValidator(lambda v: "" if v is None else v)]
Id = Annotated[str, StringConstraints(strip_whitespace=True)]
Some = Annotated[tuple[Item, ...], BeforeValidator(_emptied)]
Maybe = Annotated[Item | None, BeforeValidator(_nothing)]
Area = Annotated[int, Field(ge=1, le=5)]
SolutionNumber = Annotated[str, StringConstraints(strip_whitespace=True, pattern=r"^([1-5]\.[1-5])?$")]
Share = Maybe[Annotated[float, Field(ge=0, le=1)]]
YesNo = Annotated[bool, BeforeValidator(_yes), PlainSerializer(lambda v: "ja" if v else "nei")]
