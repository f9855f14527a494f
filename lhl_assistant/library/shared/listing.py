"""What is in the shared library, and who put it there."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from lhl_assistant.search.shared.connecting import Connection

_THERE = """
select id, title, municipality, scope <> '', author::text, changed from lhl.source order by municipality, title, id
"""


@dataclass(frozen=True, slots=True)
class Shown:
    """A source of the shared library: whose it is, whether only its municipality sees it, who put it there and when."""

    id: str
    title: str
    municipality: str
    draft: bool
    author: str
    changed: datetime


def listed(connection: Connection) -> Iterator[Shown]:
    """Every source that the login may see, by municipality and title. Raises psycopg.Error."""
    for id, title, municipality, draft, author, changed in connection.execute(_THERE):
        yield Shown(str(id), str(title), str(municipality), bool(draft), str(author), changed)
