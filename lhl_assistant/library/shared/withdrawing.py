"""Sources out of a shared library, by those who may: an editor the municipality's own, an owner what all may see."""

from collections.abc import Sequence

import psycopg

from lhl_assistant.errors import InputUnusable
from lhl_assistant.library.shared.publishing import municipality
from lhl_assistant.said import Said
from lhl_assistant.search.shared.connecting import Connection
from lhl_assistant.search.shared.failures import unavailable

_OUT = "delete from lhl.source where id = any(%s) and scope = %s returning id"
_THERE = "select id, municipality from lhl.source where id = any(%s) and scope = %s"
_AGAIN = "delete from lhl.work where municipality = %s and scope = %s and source = any(%s)"


def withdraw(connection: Connection, ids: Sequence[str], draft: bool = False) -> int:
    """Take the published sources ``ids``, or the drafts, out; returns how many. Readers see all of them or none.

    Who did it and when is kept in ``lhl.change``. A document that ``fill`` brought in may then be brought in again.
    Raises InputUnusable for ids that are not there or are another's, LibraryUnavailable; nothing is then changed.
    """
    try:
        with connection.transaction():
            own = municipality(connection)
            scope = own if draft else ""
            whose = {str(id): str(who) for id, who in connection.execute(_THERE, (list(ids), scope))}
            if missing := [id for id in ids if id not in whose]:
                raise InputUnusable(_not_there(missing, draft))
            gone = {str(id) for (id,) in connection.execute(_OUT, (list(ids), scope))}
            if kept := [id for id in ids if id not in gone]:
                raise InputUnusable(_anothers(kept[0], whose[kept[0]]))
            connection.execute(_AGAIN, (own, scope, list(ids)))
            return len(gone)
    except psycopg.Error as error:
        raise unavailable(error) from error


def _not_there(ids: Sequence[str], draft: bool) -> Said:
    named = ", ".join(ids)
    which = Said(" som utkast", " som utkast") if draft else Said("", "")
    return Said(
        f"Fant ikke dette i den felles samlingen{which.nb}: {named}. Se «lhl samling list».",
        f"Fann ikkje dette i den felles samlinga{which.nn}: {named}. Sjå «lhl samling list».",
    )


def _anothers(id: str, municipality: str) -> Said:
    return Said(
        f"«{id}» er publisert av {municipality}. Bare de, eller den som eier samlingen, kan trekke den tilbake.",
        f"«{id}» er publisert av {municipality}. Berre dei, eller den som eig samlinga, kan trekkje ho tilbake.",
    )
