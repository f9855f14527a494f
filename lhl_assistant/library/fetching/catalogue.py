"""The catalogue of originals: which there are, how much our knowledge leans on each, which the planner holds."""

from collections.abc import Mapping
from dataclasses import dataclass

from lhl_assistant import places
from lhl_assistant.errors import InputUnusable
from lhl_assistant.said import Said
from lhl_assistant.search.libraries import Layout
from lhl_assistant.search.snapshot import Snapshot
from lhl_assistant.sources import bundled
from lhl_assistant.sources.model import Original
from lhl_assistant.sources.own import OwnSources

MOST = 40
"""How many originals are fetched where none is named."""


@dataclass(frozen=True, slots=True)
class Listed:
    """An original. ``cited``: how many passages of our knowledge rest on it; ``held``: as which source, if it is."""

    original: Original
    cited: int
    held: str | None

    @property
    def fetchable(self) -> bool:
        """Whether it has an address from which it may be fetched."""
        return self.original.url.startswith("https://")


def catalogue(at: Layout) -> list[Listed]:
    """Every original, those that our knowledge rests on most first. Raises LibraryUnavailable."""
    held = {k.original: k.id for k in OwnSources(at.home).all_known() if k.original}
    cited = _cited(at)
    found = [Listed(o, cited.get(o.id, 0), held.get(o.id)) for o in originals().values() if o.issuer != "lhl_assistant"]
    return sorted(found, key=lambda e: -e.cited)


def most_used(at: Layout) -> list[Original]:
    """Of the ``MOST`` originals that our knowledge rests on most and that can be fetched, those not yet held."""
    return [e.original for e in [e for e in catalogue(at) if e.fetchable][:MOST] if e.held is None]


def original(id: str) -> Original:
    """The original with this id. Raises InputUnusable where the catalogue has none."""
    found = originals().get(id)
    if found is None:
        raise InputUnusable(
            Said(
                f"«{id}» står ikke i listen over originaler. Se «lhl kilder hent --list».",
                f"«{id}» står ikkje i lista over originalar. Sjå «lhl kilder hent --list».",
            )
        )
    return found


def originals() -> Mapping[str, Original]:
    """The catalogue by id."""
    return bundled.originals(places.bundled("knowledge"))


def _cited(at: Layout) -> Mapping[str, int]:
    counts: dict[str, int] = {}
    with Snapshot(at.path("medfølgende")) as snapshot:
        for _, passage in snapshot.passages():
            for id in {a.original for a in passage.attributions}:
                counts[id] = counts.get(id, 0) + 1
    return counts
