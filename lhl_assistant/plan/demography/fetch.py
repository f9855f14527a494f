"""Statistics Norway's open tables over the net: only when the planner asks, only one municipality, only two tables.

The address, the numbers of the tables and their forms are as known in 2026 and untested from here; all three are
settings. The service tells what a table holds (GET), and gives what is asked for (POST) as JSON-stat 2.0.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any

import httpx
from pydantic import AliasChoices, BaseModel, ConfigDict, Field, ValidationError

from lhl_assistant import settings
from lhl_assistant.errors import InputUnusable
from lhl_assistant.plan.demography import table
from lhl_assistant.plan.demography.table import Table, projects
from lhl_assistant.said import Said

_SECONDS = 30.0
_MAX_BYTES = 30_000_000
_MAIN = ("mmmm", "hovedalternativ")
_BY_HAND = Said(
    "Lagre tabellen fra ssb.no selv, og bruk «lhl utkast befolkning FIL».",
    "Lagre tabellen frå ssb.no sjølv, og bruk «lhl utkast befolkning FIL».",
)


class Tables(BaseModel):
    """Which tables are asked for, and where: the setting ``befolkning`` in ``innstillinger.json``.

    ``counted`` is the table of the population now, ``projected`` that of the projection.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    address: Annotated[str, Field(validation_alias=AliasChoices("adresse", "address"), pattern="^https?://")] = (
        "https://data.ssb.no/api/v0/no/table"
    )
    counted: Annotated[str, Field(validation_alias=AliasChoices("tabell", "counted"), pattern=r"^\d+$")] = "07459"
    projected: Annotated[str, Field(validation_alias=AliasChoices("framskriving", "projected"), pattern=r"^\d+$")] = (
        "14288"
    )


def tables() -> Tables:
    """The tables as the planner has set them. Raises InputUnusable where the setting cannot be used."""
    try:
        return Tables.model_validate((settings.read().model_extra or {}).get("befolkning", {}))
    except ValidationError as error:
        raise InputUnusable(
            Said(
                f"Innstillingen «befolkning» i {settings.file()} kan ikke brukes: adresse, tabell og framskriving.",
                f"Innstillinga «befolkning» i {settings.file()} kan ikkje brukast: adresse, tabell og framskriving.",
            )
        ) from error


class _Variable(BaseModel):
    code: str
    values: list[str]
    valueTexts: list[str]  # noqa: N815
    elimination: bool = False
    time: bool = False


class _Meta(BaseModel):
    title: str
    variables: list[_Variable]


@dataclass(frozen=True, slots=True)
class Client:
    """The net, and how long one may wait for it."""

    tables: Tables
    seconds: float = _SECONDS

    def both(self, municipality: str) -> list[Table]:
        """The latest counted year and the whole projection. Raises InputUnusable for whatever fails."""
        with httpx.Client(timeout=self.seconds, follow_redirects=False) as http:
            return [
                self._table(http, self.tables.counted, municipality, latest=True),
                self._table(http, self.tables.projected, municipality, latest=False),
            ]

    def _table(self, http: httpx.Client, number: str, municipality: str, latest: bool) -> Table:
        url = f"{self.tables.address}/{number}"
        try:
            meta = _Meta.model_validate_json(_got(http, "GET", url, None))
        except ValidationError as error:
            raise _odd(url) from error
        query = [_selection(v, municipality, number, latest) for v in meta.variables if not _left_out(v)]
        text = _got(http, "POST", url, {"query": query, "response": {"format": "json-stat2"}})
        found = table.read(text.decode("utf-8", errors="replace"), f"SSB-tabell {number}", municipality)
        return Table(f"SSB, tabell {number}: {meta.title}", found.counts, projects(meta.title))


def _left_out(variable: _Variable) -> bool:
    """Whether the table gives the sum over this variable when it is not asked for (both sexes)."""
    return variable.elimination and "alder" not in variable.code.lower() and "region" not in variable.code.lower()


def _selection(variable: _Variable, municipality: str, number: str, latest: bool) -> Mapping[str, Any]:
    name = variable.code.lower()
    if "region" in name:
        wanted = _region(variable, municipality, number)
    elif "content" in name:
        wanted = _main(variable)
    elif variable.time or name == "tid":
        wanted = variable.values[-1:] if latest else variable.values
    else:
        wanted = _single(variable) if "alder" in name else variable.values[:1]
    return {"code": variable.code, "selection": {"filter": "item", "values": wanted}}


def _region(variable: _Variable, municipality: str, number: str) -> list[str]:
    found = [c for c, text in _named(variable) if text.strip().casefold() == municipality.casefold()]
    if len(found) != 1:
        raise InputUnusable(
            Said(
                f"SSBs tabell {number} har ikke én kommune som heter «{municipality}».",
                f"SSB sin tabell {number} har ikkje éin kommune som heiter «{municipality}».",
            )
            + _BY_HAND
        )
    return found


def _main(variable: _Variable) -> list[str]:
    """The main alternative of a projection, else the first content: the number of persons."""
    main = [code for code, text in _named(variable) if any(m in f"{code} {text}".lower() for m in _MAIN)]
    return (main or variable.values)[:1]


def _single(variable: _Variable) -> list[str]:
    """All single ages, without the sum of them."""
    return [code for code, text in _named(variable) if any(c.isdigit() for c in text)]


def _named(variable: _Variable) -> list[tuple[str, str]]:
    return list(zip(variable.values, variable.valueTexts, strict=False))


def _got(http: httpx.Client, method: str, url: str, body: object | None) -> bytes:
    """What the service answers, at most _MAX_BYTES of it."""
    try:
        with http.stream(method, url, json=body) as response:
            if response.status_code != httpx.codes.OK:
                raise _refused(url, response.status_code)
            data = bytearray()
            for part in response.iter_bytes():
                data += part
                if len(data) > _MAX_BYTES:
                    raise _odd(url)
            return bytes(data)
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        no_contact = Said(f"Fikk ikke kontakt med {url}.", f"Fekk ikkje kontakt med {url}.")
        raise InputUnusable(no_contact + _BY_HAND) from error


def _refused(url: str, status: int) -> InputUnusable:
    return InputUnusable(Said(f"{url} svarte med feil {status}.", f"{url} svara med feil {status}.") + _BY_HAND)


def _odd(url: str) -> InputUnusable:
    odd = Said(f"Svaret fra {url} er ikke en tabell.", f"Svaret frå {url} er ikkje ein tabell.")
    return InputUnusable(odd + _BY_HAND)
