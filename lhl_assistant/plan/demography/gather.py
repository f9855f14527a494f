"""A plan's population from tables: the latest counted year, and a handful of projected ones."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from lhl_assistant.errors import InputUnusable
from lhl_assistant.plan.demography import table
from lhl_assistant.plan.demography.counts import grouped
from lhl_assistant.plan.demography.table import Table
from lhl_assistant.plan.document.model import AgeGroups, Population
from lhl_assistant.said import Said

_MAX_BYTES = 30_000_000
_STEP = 10


def from_files(files: Sequence[Path], municipality: str, today: date) -> Population:
    """The population in the files together. Raises InputUnusable for a file that cannot be used."""
    return population([_read(file, municipality) for file in files], today, "")


def population(tables: Sequence[Table], today: date, url: str) -> Population:
    """The tables as one: counted years before projected, of the projected the first, each tenth and the last.

    A year is projected where its table is a projection and the year is not the first in it, or it is still to come.
    """
    counted: dict[int, AgeGroups] = {}
    projected: dict[int, AgeGroups] = {}
    for each in tables:
        first = min(c.year for c in each.counts)
        for groups in grouped(each.counts, first if each.projected else today.year):
            (projected if groups.projected else counted)[groups.year] = groups
    now = max(counted, default=None)
    ahead = sorted(y for y in projected if now is None or y > now)
    years = [counted[now]] if now is not None else []
    years += [projected[y] for i, y in enumerate(ahead) if _kept(i, y, ahead, now)]
    source = "; ".join(dict.fromkeys(t.title.strip() for t in tables))
    return Population(source, today.isoformat(), url, tuple(years))


def _kept(place: int, year: int, ahead: Sequence[int], now: int | None) -> bool:
    first = place == 0 and now is None
    return first or year % _STEP == 0 or year == ahead[-1]


def _read(file: Path, municipality: str) -> Table:
    try:
        if file.stat().st_size > _MAX_BYTES:
            raise InputUnusable(
                Said(f"«{file.name}» er for stor (over 30 MB).", f"«{file.name}» er for stor (over 30 MB).")
            )
        data = file.read_bytes()
    except OSError as error:
        raise InputUnusable(
            Said(
                f"Filen «{file}» kan ikke leses. Sjekk at den finnes og at du har tilgang.",
                f"Fila «{file}» kan ikkje lesast. Sjekk at ho finst og at du har tilgang.",
            )
        ) from error
    return table.read(_decoded(data), file.name, municipality)


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")
