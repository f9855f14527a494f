"""The user's own documents: each a folder with its text and what is known of it, under the user's data folder.

``kilder/<id>/tekst.md`` is the stored text that every position points into, ``kilde.json`` the rest. The file that was
added stays where it is, and only there: its path and hash are kept, so that a change is seen. A source is written
beside its place (``.ny-<id>``) and renamed into it, so that it is there whole or not at all. The index is made from
these folders and can always be made again.
"""

import hashlib
import re
import shutil
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from lhl_assistant import atomic
from lhl_assistant.errors import LibraryUnavailable
from lhl_assistant.said import Said
from lhl_assistant.sources.hashes import text_hash
from lhl_assistant.sources.model import Kind, Source, Status

FORMAT = 2
"""The version of ``kilde.json``; 1 had neither hashes nor pages."""

_PLAIN = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})
_NEW, _GONE = ".ny-", ".borte-"
_INDEXED = {"id", "title", "issuer", "year", "status", "kind", "url", "checked", "text", "pages", "original"}


class Known(BaseModel):
    """What is known of a source beside its text.

    ``file`` and ``path`` say where it was added from, ``content`` is that file's SHA-256 ("" in format 1) and ``text``
    that of the stored text. ``chosen`` names the facts that the planner has set; the others are the document's own
    suggestions and follow it when it changes. ``original`` is its id in the catalogue of originals, "" for other
    documents. ``seal`` is a hash of all the other fields, by which damage is told.
    """

    model_config = ConfigDict(extra="ignore", frozen=True)

    format: int = 1
    id: str
    title: str
    issuer: str
    year: int | None
    status: Status
    kind: Kind
    url: str
    checked: str
    file: str
    path: str = ""
    content: str = ""
    text: str = ""
    pages: tuple[int, ...] = ()
    remarks: tuple[Said, ...] = ()
    chosen: tuple[str, ...] = ()
    original: str = ""
    seal: str = ""

    def sealed(self) -> "Known":
        """The same with its seal."""
        return self.model_copy(update={"seal": self._hash()})

    def whole(self) -> bool:
        """Whether the seal fits; what format 1 kept has none."""
        return self.format == 1 or self.seal == self._hash()

    def source(self, text: str) -> Source:
        """The source with its stored text."""
        return Source(
            self.id,
            self.title,
            self.issuer,
            self.year,
            self.status,
            self.kind,
            self.url,
            self.checked,
            False,
            text,
            self.pages,
            self.original,
        )

    def _hash(self) -> str:
        return hashlib.sha256(self.model_dump_json(exclude={"seal"}).encode()).hexdigest()


class OwnSources:
    """The sources kept under ``home``. What changes them is called by one process at a time (see ``library``)."""

    def __init__(self, home: Path) -> None:
        self.folder = home / "kilder"

    def ids(self) -> list[str]:
        """The ids of all sources, damaged ones too."""
        return sorted(p.name for p in self.folder.glob("[!.]*") if p.is_dir())

    def known(self, id: str) -> Known:
        """What is known of the source. Raises LibraryUnavailable, naming the folder, where that cannot be read."""
        folder = self.folder / id
        try:
            known = Known.model_validate_json((folder / "kilde.json").read_bytes())
        except (OSError, ValidationError) as error:
            raise _damaged(folder) from error
        if known.format > FORMAT:
            raise LibraryUnavailable(
                Said(
                    f"Kilden {id} er laget av en nyere utgave av programmet. Oppdater programmet.",
                    f"Kjelda {id} er laga av ei nyare utgåve av programmet. Oppdater programmet.",
                )
            )
        if known.id != id or not known.whole():
            raise _damaged(folder)
        return known if known.text else known.model_copy(update={"text": text_hash(self._text(folder))})

    def source(self, known: Known) -> Source:
        """The source with its text. Raises LibraryUnavailable where the text is not the one that was kept."""
        text = self._text(self.folder / known.id)
        if text_hash(text) != known.text:
            raise _damaged(self.folder / known.id)
        return known.source(text)

    def all_known(self) -> list[Known]:
        """What is known of every source, by id, without reading a text. Raises LibraryUnavailable."""
        return [self.known(id) for id in self.ids()]

    def all(self) -> list[Source]:
        """Every source, by id. Raises LibraryUnavailable, naming the folder, where one is damaged."""
        return [self.source(k) for k in self.all_known()]

    def damaged(self) -> Iterator[tuple[str, Said]]:
        """Every source that cannot be used: its id and what is wrong."""
        for id in self.ids():
            try:
                self.source(self.known(id))
            except LibraryUnavailable as error:
                yield id, error.said

    def stage(self, known: Known, text: str) -> None:
        """Write a source beside its place, on the disk for good. Raises OSError."""
        new = self.folder / f"{_NEW}{known.id}"
        shutil.rmtree(new, ignore_errors=True)
        new.mkdir(parents=True)
        atomic.write(new / "tekst.md", text.encode())
        atomic.write(new / "kilde.json", known.sealed().model_dump_json(indent=1).encode())

    def place(self, added: Iterable[str], removed: Iterable[str]) -> None:
        """Rename staged sources into their places and remove others; doing it again changes nothing. Raises OSError."""
        for id in added:
            new = self.folder / f"{_NEW}{id}"
            if new.is_dir():
                self._away(id)
                new.rename(self.folder / id)
        for id in removed:
            self._away(id)
        if self.folder.is_dir():
            atomic.settle(self.folder)
        self.sweep()

    def sweep(self) -> None:
        """Clear away what a writer that died left behind."""
        for mark in (_NEW, _GONE):
            for rest in self.folder.glob(f"{mark}*"):
                shutil.rmtree(rest, ignore_errors=True)

    @staticmethod
    def _text(folder: Path) -> str:
        try:
            return (folder / "tekst.md").read_bytes().decode()
        except (OSError, UnicodeDecodeError) as error:
            raise _damaged(folder) from error

    def _away(self, id: str) -> None:
        folder = self.folder / id
        if folder.is_dir():
            gone = self.folder / f"{_GONE}{id}"
            shutil.rmtree(gone, ignore_errors=True)
            folder.rename(gone)


def digest(sources: Iterable[Known]) -> str:
    """A hash of all that an own index is made of."""
    whole = hashlib.sha256()
    for known in sorted(sources, key=lambda k: k.id):
        whole.update(known.model_dump_json(include=_INDEXED).encode())
    return whole.hexdigest()


def slug(name: str) -> str:
    """A readable id for a file name; æøå become ae, oe and aa, never nothing."""
    plain = unicodedata.normalize("NFC", name).lower().translate(_PLAIN)
    plain = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60].strip("-") or "kilde"


def _damaged(folder: Path) -> LibraryUnavailable:
    return LibraryUnavailable(
        Said(
            f"Kilden i {folder} er skadet. Kjør «lhl indeks bygg»; hjelper ikke det, fjern den med "
            f"«lhl kilder fjern {folder.name}» og legg dokumentet til på nytt.",
            f"Kjelda i {folder} er skadd. Køyr «lhl indeks bygg»; hjelper ikkje det, fjern ho med "
            f"«lhl kilder fjern {folder.name}» og legg dokumentet til på nytt.",
        )
    )
