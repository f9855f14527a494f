"""A planner's own sources into a shared library."""

from collections.abc import Sequence

from lhl_assistant import places
from lhl_assistant.embedding.choose import load_engine
from lhl_assistant.errors import InputUnusable, LibraryUnavailable
from lhl_assistant.library.adding import not_found
from lhl_assistant.library.shared.publishing import Published, prepare, publish
from lhl_assistant.said import Said
from lhl_assistant.search.build import Progress
from lhl_assistant.search.libraries import layout
from lhl_assistant.search.shared.connecting import Connection
from lhl_assistant.search.snapshot import Snapshot
from lhl_assistant.sources.own import OwnSources


def any_own() -> bool:
    """Whether the planner has sources to publish."""
    return bool(OwnSources(places.home()).ids())


def publish_own(
    connection: Connection, ids: Sequence[str], draft: bool, preparing: Progress, putting: Progress
) -> Published:
    """Publish the own sources ``ids``, or all, with the vectors that the own index has.

    The two are told (sources done, sources in all). Raises InputUnusable for an unknown id or where there are none,
    LibraryUnavailable; nothing is then published.
    """
    own, at = OwnSources(places.home()), layout()
    there = own.ids()
    if missing := [id for id in ids if id not in there]:
        raise InputUnusable(not_found(missing))
    if not there:
        raise InputUnusable(
            Said(
                "Du har ingen egne kilder å publisere. Legg til dokumenter med «lhl kilder legg-til».",
                "Du har ingen eigne kjelder å publisere. Legg til dokument med «lhl kilder legg-til».",
            )
        )
    engine = load_engine(at.model)
    try:
        with Snapshot(at.path("egne")) as index:
            known = dict(index.vectors_by_digest()) if index.damage() is None else {}
    except LibraryUnavailable:
        known = {}
    wanted = [own.source(own.known(id)) for id in dict.fromkeys(ids)] or own.all()
    prepared = []
    for done, source in enumerate(wanted, start=1):
        prepared.append(prepare(source, engine, known))
        preparing(done, len(wanted))
    return publish(connection, prepared, (), draft, there, putting)
