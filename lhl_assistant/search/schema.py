"""The index on disk: one SQLite file that is written whole and then only read.

A new index is written beside the old and renamed over it, so that a reader, or a power cut, meets the old one or the
new one and nothing in between. Vectors lie as one block of half-precision floats, in the order of ``point``.
"""

import hashlib
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from lhl_assistant.embedding.engine import Engine
from lhl_assistant.errors import LibraryUnavailable
from lhl_assistant.language.words import ANALYSIS
from lhl_assistant.said import Said
from lhl_assistant.sources.model import SPLITTER

SCHEMA = 2

TABLES = """
create table manifest (name text primary key, value text not null) without rowid;
create table source (id text primary key, title text not null, issuer text not null, year integer, status text not null,
    kind text not null, url text not null, checked text not null, summary integer not null, text text not null,
    pages text not null, original text not null, sha256 text not null) without rowid;
create table original (id text primary key, title text not null, issuer text not null, year integer,
    status text not null, kind text not null, url text not null) without rowid;
create table passage (id integer primary key, source text not null references source, data text not null);
create table block (name text primary key, data blob not null) without rowid;
"""


@dataclass(frozen=True, slots=True)
class Identity:
    """What two indexes must share to be searched together, and an index and this program to understand each other."""

    model: str
    fingerprint: str
    dimension: int
    prefixes: str
    schema: int = SCHEMA
    splitter: str = SPLITTER
    analysis: str = ANALYSIS

    def same_model(self, other: "Identity") -> bool:
        """Whether vectors of the two may stand side by side, whatever else of the index has changed."""
        return self.vectors == other.vectors

    def this_version(self) -> bool:
        """Whether this version of the program makes its indexes so."""
        return (self.schema, self.splitter, self.analysis) == (SCHEMA, SPLITTER, ANALYSIS)

    def later(self) -> bool:
        """Whether a later version of the program made it."""
        return self.schema > SCHEMA

    @property
    def vectors(self) -> tuple[str, str, int, str]:
        """What decides a text's vector."""
        return self.model, self.fingerprint, self.dimension, self.prefixes

    @classmethod
    def read(cls, manifest: Mapping[str, str]) -> "Identity":
        """The identity that a manifest holds. Raises KeyError or ValueError for one that is not whole."""
        m = manifest
        return cls(
            m["model"],
            m["fingerprint"],
            int(m["dimension"]),
            m["prefixes"],
            int(m["schema"]),
            m["splitter"],
            m["analysis"],
        )


def identity(engine: Engine) -> Identity:
    """The identity of an index made with ``engine``."""
    m = engine.identity
    return Identity(m.name, m.fingerprint, m.dimension, f"{m.query_prefix}|{m.passage_prefix}")


def checksum(connection: sqlite3.Connection) -> str:
    """A hash of all that an index holds, but for the checksum itself: SQLite does not notice a byte that has turned."""
    whole = hashlib.blake2b(digest_size=16)
    for table in ("manifest where name <> 'checksum'", "source", "original", "passage", "block"):
        for row in connection.execute(f"select * from {table} order by 1"):
            for value in row:
                whole.update(value if isinstance(value, bytes) else f"{value!r}\0".encode())
    return whole.hexdigest()


def read_only(path: Path) -> sqlite3.Connection:
    """A connection that never writes and takes no lock. Raises LibraryUnavailable where there is no such file."""
    if not path.is_file():
        raise LibraryUnavailable(
            Said(
                f"Indeksen {path} finnes ikke. Lag den med «lhl indeks bygg».",
                f"Indeksen {path} finst ikkje. Lag han med «lhl indeks bygg».",
            )
        )
    uri = f"file:{quote(str(path.resolve()))}?mode=ro&immutable=1"
    return sqlite3.connect(uri, uri=True, check_same_thread=False)
