"""Small sources with facts that nobody else has, and the real engine with a counter on it."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from lhl_assistant.embedding.engine import Engine, ModelIdentity, Vector
from lhl_assistant.reform.model import Reform
from lhl_assistant.search.build import Material
from lhl_assistant.search.rank import Searcher
from lhl_assistant.search.snapshot import Snapshot
from lhl_assistant.sources.hashes import text_hash
from lhl_assistant.sources.model import Kind, Source, Status

BUS = """\
# Handlebussen

## Rute

Handlebussen til Granli går hver onsdag klokka 10. Sjåføren hjelper med posene.

## Pris

En tur med handlebussen koster 37 kroner.
"""
KITCHEN = """\
# Kjøkkenet på Solbakken

Middagen serveres klokka 16. Kveldsmaten kommer klokka 20.

## Utstyr

| Utstyr | Antall | Kostnad |
|---|---|---|
| Kombidamper | 2 | kr 185 000 |
| Varmevogn | 5 | kr 12 500 |
"""
CHOIR = """\
# Seniorkoret

Koret øver i bedehuset annenhver tirsdag. Dirigent er Ragnfrid Åsly.
"""


def source(id: str, text: str) -> Source:
    """A planner's own document."""
    title = text.splitlines()[0].lstrip("# ")
    return Source(id, title, "egen kilde", None, Status.CURRENT, Kind.OTHER, "", "2026-01-01", False, text)


def material(**texts: str) -> Material:
    """What an index of these texts is made from, by id."""
    return Material([source(id, t) for id, t in texts.items()], (), text_hash(repr(texts)))


@contextmanager
def searching(path: Path, engine: Engine, reform: Reform) -> Iterator[Searcher]:
    """The index at ``path``, alone, ready to be asked."""
    with Snapshot(path) as snapshot:
        yield Searcher([("egne", snapshot)], engine, reform)


class Counting:
    """The real engine; ``texts`` are those it was asked to embed. It breaks down after ``last`` of them."""

    def __init__(self, engine: Engine, last: int = 10_000) -> None:
        self.texts: list[str] = []
        self._engine = engine
        self._last = last

    @property
    def identity(self) -> ModelIdentity:
        return self._engine.identity

    def query(self, text: str) -> Vector:
        self._count(text)
        return self._engine.query(text)

    def passages(self, texts: Sequence[str]) -> Iterator[Vector]:
        for text in texts:
            self._count(text)
            yield from self._engine.passages([text])

    def _count(self, text: str) -> None:
        if len(self.texts) == self._last:
            raise RuntimeError("motoren stoppet")
        self.texts.append(text)
