"""Tables of a made-up municipality: 0–105 years, each age with a known number of persons."""

import json
from typing import Any

OLDEST = 105
YEARS = (2026, 2030, 2035, 2040, 2050)
KINDS = ("Mann", "Kvinne")


def persons(year: int, age: int, kind: int = 0) -> int:
    """How many there are; more old ones in later years, and one more woman than men of every age."""
    return (10 if age < 67 else 4 + (year - YEARS[0]) // 5) + kind


def total(year: int, first: int, last: int) -> int:
    return sum(persons(year, age, kind) for age in range(first, last + 1) for kind in (0, 1))


def label(age: int) -> str:
    return f"{age} år eller eldre" if age == OLDEST else f"{age} år"


def dataset(
    title: str, years: tuple[int, ...] = YEARS, sparse: bool = False, region: str = "Fjelldal"
) -> dict[str, Any]:
    """A JSON-stat 2.0 dataset as the specification has it: sex × age × region × time."""
    values = [persons(y, a, k) for k in (0, 1) for a in range(OLDEST + 1) for y in years]
    codes = [f"{a:03}" for a in range(OLDEST + 1)]
    return {
        "version": "2.0",
        "class": "dataset",
        "label": title,
        "id": ["Kjonn", "Alder", "Region", "ContentsCode", "Tid"],
        "size": [2, OLDEST + 1, 1, 1, len(years)],
        "dimension": {
            "Kjonn": {
                "label": "kjønn",
                "category": {"index": {"1": 0, "2": 1}, "label": {"1": "Menn", "2": "Kvinner"}},
            },
            "Alder": {"label": "alder", "category": {"index": codes, "label": {c: label(int(c)) for c in codes}}},
            "Region": {"label": "region", "category": {"label": {"9999": region}}},
            "ContentsCode": {"label": "statistikkvariabel", "category": {"label": {"Personer": "Personer"}}},
            "Tid": {
                "label": "år",
                "category": {"index": [str(y) for y in years], "label": {str(y): str(y) for y in years}},
            },
        },
        "value": {str(i): v for i, v in enumerate(values)} if sparse else values,
    }


def text(title: str, **how: Any) -> str:
    return json.dumps(dataset(title, **how), ensure_ascii=False)


def csv(delimiter: str = ";", wide: bool = True) -> str:
    """The same as CSV: years as columns, or one row for every cell."""
    if wide:
        rows = [["region", "kjønn", "alder", *(f"Personer {y}" for y in YEARS)]]
        for kind, name in enumerate(KINDS):
            for age in range(OLDEST + 1):
                rows.append(["9999 Fjelldal", name, label(age), *(str(persons(y, age, kind)) for y in YEARS)])
    else:
        rows = [["region", "alder", "år", "Personer"]]
        for age in range(OLDEST + 1):
            rows += [["Fjelldal", label(age), str(y), str(persons(y, age, 0) + persons(y, age, 1))] for y in YEARS]
    return "\n".join(delimiter.join(f'"{cell}"' for cell in row) for row in rows) + "\n"
