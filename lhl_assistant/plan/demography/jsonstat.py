"""JSON-stat 2.0 datasets (https://json-stat.org/full/): the cube's categories and the value at each of their meetings.

Values may be a list or a sparse object, categories may be indexed by a list, an object or, alone, not at all.
"""

from collections.abc import Iterator, Mapping
from itertools import product
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

_MOST_CELLS = 1_000_000
_Number = Annotated[float, Field(allow_inf_nan=False)]


class _Category(BaseModel):
    index: Mapping[str, int] | list[str] | None = None
    label: Mapping[str, str] = {}

    def codes(self) -> list[str]:
        """The categories' codes in their order."""
        if isinstance(self.index, list):
            return self.index
        if self.index is None:
            return list(self.label)
        return sorted(self.index, key=self.index.__getitem__)


class _Dimension(BaseModel):
    label: str = ""
    category: _Category


class Dataset(BaseModel):
    """A JSON-stat 2.0 dataset."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    version: Literal["2.0"]
    kind: Annotated[Literal["dataset"], Field(alias="class")]
    label: str = ""
    id: list[str]
    size: list[Annotated[int, Field(ge=0)]]
    dimension: Mapping[str, _Dimension]
    value: list[_Number | None] | Mapping[str, _Number | None]

    @model_validator(mode="after")
    def _whole(self) -> "Dataset":
        cells = 1
        for id, size in zip(self.id, self.size, strict=True):
            if id not in self.dimension or len(self.dimension[id].category.codes()) != size:
                raise ValueError(f"dimension {id}")
            cells *= size
        if cells > _MOST_CELLS or (isinstance(self.value, list) and len(self.value) != cells):
            raise ValueError("value")
        return self

    def rows(self) -> Iterator[tuple[Mapping[str, tuple[str, str]], float | None]]:
        """For each cell, its categories as {dimension: (code, label)}, and its value (None where there is none)."""
        axes = []
        for id in self.id:
            category = self.dimension[id].category
            axes.append([(id, (code, category.label.get(code, code))) for code in category.codes()])
        for place, cell in enumerate(product(*axes)):
            value = self.value[place] if isinstance(self.value, list) else self.value.get(str(place))
            yield dict(cell), value


def parse(text: str) -> Dataset | None:
    """The dataset in ``text``, or None where it is not a whole JSON-stat 2.0 dataset."""
    try:
        return Dataset.model_validate_json(text)
    except (ValidationError, ValueError):
        return None
