"""A table of persons by age and year, whatever its form: the one municipality's rows of it, both sexes together."""

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from lhl_assistant.errors import InputUnusable
from lhl_assistant.plan.demography.counts import Count, ages
from lhl_assistant.plan.demography.jsonstat import Dataset, parse
from lhl_assistant.said import Said

_REGION, _SEX, _AGE = (
    re.compile("region|kommune", re.I),
    re.compile("kj[øo]nn|sex", re.I),
    re.compile("alder|age", re.I),
)
_CONTENT = re.compile("innhold|contents|alternativ", re.I)
_TIME, _YEAR = re.compile(r"^(tid|år|time|year)\b", re.I), re.compile(r"\b(?:19|20)\d\d\b")
_BOTH = re.compile("begge|alle|i alt|both|total", re.I)
_MAIN = re.compile("MMMM|hovedalternativ", re.I)
_PROJECTED = re.compile("framskr", re.I)
_DELIMITERS = ";\t,"
_CODE = re.compile(r"^[\"']?\d{4}\s+|\s*\((?:19|20)\d\d.*\)$")


@dataclass(frozen=True, slots=True)
class Table:
    """Counts of one municipality; ``title`` is the table's own, else its file's name.

    ``projected`` where its title or header says that the years after the first are.
    """

    title: str
    counts: tuple[Count, ...]
    projected: bool


def read(text: str, name: str, municipality: str) -> Table:
    """The table in ``text``, JSON-stat 2.0 or CSV; ``name`` is the file's, for messages.

    Raises InputUnusable where it is neither, has no ages or years, or not this municipality.
    """
    if text.lstrip().startswith("{"):
        dataset = parse(text)
        if dataset is None:
            raise _unusable(name)
        rows = [_named(cell, dataset, value) for cell, value in dataset.rows()]
        title = header = dataset.label or name
    else:
        title, header, rows = _csv(text, name)
    return Table(title or name, _counts(rows, name, municipality), projects(f"{title} {header}"))


def projects(title: str) -> bool:
    """Whether a table of that title is a projection."""
    return bool(_PROJECTED.search(title))


_Row = tuple[Mapping[str, str], float | None]


def _named(cell: Mapping[str, tuple[str, str]], dataset: Dataset, value: float | None) -> _Row:
    named = {f"{id} {dataset.dimension[id].label}": label for id, (_, label) in cell.items()}
    return named, value


def _csv(text: str, name: str) -> tuple[str, str, list[_Row]]:
    """The title, "" where none stands above the header; the header; and one row for each cell of the file."""
    lines = [line for line in text.splitlines() if line.strip()]
    start = next((i for i, pair in enumerate(pairwise(lines)) if _is_header(*pair)), None)
    if start is None:
        raise _unusable(name)
    delimiter = max(_DELIMITERS, key=lines[start].count)
    header, *records = csv.reader(io.StringIO("\n".join(lines[start:])), delimiter=delimiter)
    title = " ".join(line.strip(' "') for line in lines[:start])
    return title, lines[start], [row for record in records for row in _cells(header, record)]


def _is_header(line: str, following: str) -> bool:
    """Whether ``line`` names columns, one of them the age, of which ``following`` has as many."""
    delimiter = max(_DELIMITERS, key=line.count)
    return bool(_AGE.search(line)) and line.count(delimiter) == following.count(delimiter) > 0


def _cells(header: Sequence[str], record: Sequence[str]) -> Iterator[_Row]:
    """One row for each column of a year, or one for the record where years stand in a column of their own."""
    if len(record) != len(header):
        return
    years = [(at, found[0]) for at, title in enumerate(header) if (found := _YEAR.search(title))]
    fixed = {title: value.strip() for title, value in zip(header, record, strict=True)}
    if not years:
        yield dict(list(fixed.items())[:-1]), _number(record[-1])
    for at, year in years:
        named = {title: value for title, value in fixed.items() if not _YEAR.search(title)}
        named["tid"] = year
        named["innhold"] = _YEAR.sub("", header[at]).strip()
        yield named, _number(record[at])


def _number(text: str) -> float | None:
    digits = re.sub(r"[\s\u00a0]", "", text)
    return float(digits) if digits.isdecimal() else None


def _counts(rows: Sequence[_Row], name: str, municipality: str) -> tuple[Count, ...]:
    rows = _only(_only(_of(rows, municipality, name), _SEX, _BOTH), _CONTENT, _MAIN)
    sexes = _in(rows, _SEX)
    if len(sexes) == 1 and not _BOTH.search(min(sexes)):
        raise InputUnusable(
            Said(
                f"«{name}» har bare {', '.join(sexes).lower()}. Hent tabellen for begge kjønn.",
                f"«{name}» har berre {', '.join(sexes).lower()}. Hent tabellen for begge kjønn.",
            )
        )
    if len(_in(rows, _CONTENT)) > 1:
        raise InputUnusable(
            Said(
                f"«{name}» har flere tall for hver alder. Hent den på nytt med bare hovedalternativet (MMMM).",
                f"«{name}» har fleire tal for kvar alder. Hent han på nytt med berre hovudalternativet (MMMM).",
            )
        )
    counts = [c for named, value in rows if (c := _count(named, value, name)) is not None]
    if not counts:
        raise _unusable(name)
    return tuple(_added(counts))


def _of(rows: Sequence[_Row], municipality: str, name: str) -> list[_Row]:
    """The municipality's rows: all of them where the table has no region or one that is it."""
    regions = _in(rows, _REGION)
    if not regions:
        return list(rows)
    wanted = {r for r in regions if _CODE.sub("", r).strip(" \"'").casefold() == municipality.casefold()}
    if len(wanted) != 1:
        shown = ", ".join(sorted(regions)[:5])
        raise InputUnusable(
            Said(
                f"«{name}» har ikke {municipality} som kommune, men {shown}. Hent tabellen for kommunen deres.",
                f"«{name}» har ikkje {municipality} som kommune, men {shown}. Hent tabellen for kommunen dykkar.",
            )
        )
    return [row for row in rows if wanted & {v for k, v in row[0].items() if _REGION.search(k)}]


def _in(rows: Sequence[_Row], column: re.Pattern[str]) -> set[str]:
    """The values in ``column``."""
    return {value for named, _ in rows for key, value in named.items() if column.search(key)}


def _only(rows: list[_Row], column: re.Pattern[str], wanted: re.Pattern[str]) -> list[_Row]:
    """The rows whose value in ``column`` is the wanted one, where the table has such; else all."""
    chosen = [row for row in rows if any(column.search(k) and wanted.search(v) for k, v in row[0].items())]
    return chosen or rows


def _count(named: Mapping[str, str], value: float | None, name: str) -> Count | None:
    age = next((v for k, v in named.items() if _AGE.search(k)), None)
    year = next((found[0] for k, v in named.items() if _TIME.search(k) and (found := _YEAR.search(v))), None)
    if age is None or year is None:
        raise _unusable(name)
    meant = ages(age)
    if meant is None:
        return None
    if value is None or value < 0 or value != int(value):
        raise InputUnusable(
            Said(
                f"«{name}» mangler tall for {age} i {year}. Hent tabellen på nytt.",
                f"«{name}» manglar tal for {age} i {year}. Hent tabellen på nytt.",
            )
        )
    return Count(int(year), meant, int(value))


def _added(counts: Sequence[Count]) -> Iterator[Count]:
    """Women and men of the same age and year together."""
    total: dict[tuple[int, int, int], int] = {}
    by_place = {(c.year, c.ages.first, c.ages.last): c for c in counts}
    for c in counts:
        place = (c.year, c.ages.first, c.ages.last)
        total[place] = total.get(place, 0) + c.persons
    for place, count in by_place.items():
        yield Count(count.year, count.ages, total[place])


def _unusable(name: str) -> InputUnusable:
    return InputUnusable(
        Said(
            f"«{name}» er ikke en befolkningstabell med alder og år. Lagre den fra SSB som JSON-stat2 eller CSV.",
            f"«{name}» er ikkje ein folketalstabell med alder og år. Lagre han frå SSB som JSON-stat2 eller CSV.",
        )
    )
