"""Who may read and change a shared library."""

from collections.abc import Mapping

import psycopg

from lhl_assistant.errors import InputUnusable
from lhl_assistant.said import Said
from lhl_assistant.search.shared.connecting import Connection
from lhl_assistant.search.shared.failures import unavailable

ROLES: Mapping[str, str] = {"leser": "lhl_leser", "redaktør": "lhl_redaktor", "eier": "lhl_eier"}
"""What a member may do, by its Norwegian name: read; publish and fill for their municipality; let others in too."""


def give(connection: Connection, login: str, municipality: str, role: str) -> None:
    """Make ``login`` of the database a member for ``municipality``, in place of what it was.

    Raises InputUnusable for a login that the server does not have, LibraryUnavailable for one who may not do this.
    """
    try:
        connection.execute("select lhl.give(%s, %s, %s)", (login, municipality, ROLES[role]))
    except psycopg.errors.UndefinedObject as error:
        raise InputUnusable(
            Said(
                f"Tjeneren har ingen bruker som heter «{login}». Be den som drifter tjeneren om å lage den.",
                f"Tenaren har ingen brukar som heiter «{login}». Be den som driftar tenaren om å lage han.",
            )
        ) from error
    except psycopg.Error as error:
        raise unavailable(error) from error


def found(connection: Connection, municipality: str) -> None:
    """Make the one who has just made the library its owner, on behalf of ``municipality``."""
    row = connection.execute("select session_user::text").fetchone()
    give(connection, str(row[0]) if row else "", municipality, "eier")
