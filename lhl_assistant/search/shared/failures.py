"""What went wrong with the shared library's server, in one sentence."""

import psycopg
from psycopg import errors
from psycopg_pool import PoolTimeout

from lhl_assistant.errors import LibraryUnavailable
from lhl_assistant.said import Said

_PASSWORD = Said(
    "Den felles samlingen er ikke med: brukernavnet eller passordet er feil eller mangler. "
    "Koble til på nytt med «lhl samling koble-til ADRESSE --passord».",
    "Den felles samlinga er ikkje med: brukarnamnet eller passordet er feil eller manglar. "
    "Kople til på nytt med «lhl samling koble-til ADRESSE --passord».",
)
_FULL = Said(
    "Den felles samlingen er ikke med: tjeneren er full og tar ikke imot mer nå. Prøv igjen senere.",
    "Den felles samlinga er ikkje med: tenaren er full og tek ikkje imot meir no. Prøv igjen seinare.",
)
_SLOW = Said(
    "Den felles samlingen er ikke med: tjeneren brukte for lang tid. Prøv igjen senere.",
    "Den felles samlinga er ikkje med: tenaren brukte for lang tid. Prøv igjen seinare.",
)
_ACCESS = Said(
    "Du har ikke tilgang til dette i den felles samlingen. Be den som eier samlingen om tilgang.",
    "Du har ikkje tilgang til dette i den felles samlinga. Be den som eig samlinga om tilgang.",
)
_NONE_THERE = Said(
    "Det er ingen felles samling på denne tjeneren ennå. Den som eier den, lager den med «lhl samling publiser».",
    "Det er inga felles samling på denne tenaren enno. Den som eig ho, lagar ho med «lhl samling publiser».",
)
_GONE = Said(
    "Den felles samlingen er ikke med: tjeneren svarer ikke. Sjekk nettet, eller prøv igjen senere.",
    "Den felles samlinga er ikkje med: tenaren svarer ikkje. Sjekk nettet, eller prøv igjen seinare.",
)
_ADDRESS = Said(
    "Adressen til den felles samlingen kan ikke leses. Skriv den som postgresql://navn@tjener/database.",
    "Adressa til den felles samlinga kan ikkje lesast. Skriv ho som postgresql://namn@tenar/database.",
)
OTHER_MODEL = Said(
    "Den felles samlingen er ikke med: den er laget med en annen språkmodell eller en annen utgave av programmet.",
    "Den felles samlinga er ikkje med: ho er laga med ein annan språkmodell eller ei anna utgåve av programmet.",
)
NEWER = Said(
    "Den felles samlingen er ikke med: den er laget av en nyere utgave av programmet. Oppdater programmet.",
    "Den felles samlinga er ikkje med: ho er laga av ei nyare utgåve av programmet. Oppdater programmet.",
)
OLDER = Said(
    "Den felles samlingen er ikke med: den er laget av en eldre utgave av programmet. "
    "Den som eier den, bringer den i takt med «lhl samling publiser».",
    "Den felles samlinga er ikkje med: ho er laga av ei eldre utgåve av programmet. "
    "Den som eig ho, bringar ho i takt med «lhl samling publiser».",
)
WITHDRAWN = Said(
    "En kilde i den felles samlingen er trukket tilbake eller byttet ut. Spør på nytt.",
    "Ei kjelde i den felles samlinga er trekt tilbake eller bytt ut. Spør på nytt.",
)
NO_VECTORS = Said(
    "Databasen mangler utvidelsen pgvector. Be den som drifter tjeneren om å kjøre «create extension vector» i den.",
    "Databasen manglar utvidinga pgvector. Be den som driftar tenaren om å køyre «create extension vector» i han.",
)
NOT_ALLOWED = Said(
    "Du har ikke lov til å lage eller oppgradere en felles samling i denne databasen. "
    "Den som drifter tjeneren, må la deg eie databasen og lage roller.",
    "Du har ikkje lov til å lage eller oppgradere ei felles samling i denne databasen. "
    "Den som driftar tenaren, må la deg eige databasen og lage roller.",
)
_NO_ROOM = (errors.TooManyConnections, errors.DiskFull, errors.OutOfMemory, errors.ConfigurationLimitExceeded)
_TOO_SLOW = (errors.QueryCanceled, errors.LockNotAvailable, errors.IdleInTransactionSessionTimeout)
_NOT_THERE = (errors.UndefinedTable, errors.InvalidSchemaName, errors.UndefinedFunction, errors.UndefinedColumn)
_SAID: tuple[tuple[tuple[type[BaseException], ...], Said], ...] = (
    ((errors.InsufficientPrivilege, errors.ReadOnlySqlTransaction), _ACCESS),
    (_NOT_THERE, _NONE_THERE),
    (_NO_ROOM, _FULL),
    ((*_TOO_SLOW, PoolTimeout), _SLOW),
)


def unavailable(error: BaseException) -> LibraryUnavailable:
    """``error`` of psycopg as the planner should hear it."""
    return LibraryUnavailable(_said(error))


def passing(error: psycopg.Error) -> bool:
    """Whether trying again may help: the connection broke, or another's work was in the way."""
    other = (errors.SerializationFailure, errors.DeadlockDetected, errors.UniqueViolation)
    return isinstance(error, (psycopg.OperationalError, psycopg.InterfaceError, *other)) and not isinstance(
        error, (*_NO_ROOM, *_TOO_SLOW)
    )


def _said(error: BaseException) -> Said:
    for kinds, said in _SAID:
        if isinstance(error, kinds):
            return said
    if isinstance(error, psycopg.ProgrammingError) and error.sqlstate is None:
        return _ADDRESS
    return _refused(error) if isinstance(error, psycopg.OperationalError) and error.sqlstate is None else _GONE


def _refused(error: psycopg.OperationalError) -> Said:
    """Why no connection came about; libpq tells it in words alone, in the server's language."""
    said = str(error)
    if (error.pgconn is not None and (error.pgconn.needs_password or error.pgconn.used_password)) or "role" in said:
        return _FULL if "slots" in said or "too many" in said else _PASSWORD
    if "slots" in said or "too many" in said:
        return _FULL
    return _NONE_THERE if "database" in said and "does not exist" in said else _GONE
