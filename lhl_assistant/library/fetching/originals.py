"""Originals fetched into the own library."""

from collections.abc import Callable, Iterator, Sequence

from lhl_assistant.errors import InputUnusable, LibraryUnavailable
from lhl_assistant.library.adding import Outcome, Watching, What, adopt
from lhl_assistant.library.fetching import catalogue
from lhl_assistant.library.fetching.download import download
from lhl_assistant.library.fetching.refusals import Offline
from lhl_assistant.library.fetching.rules import Rules
from lhl_assistant.said import Said
from lhl_assistant.search.build import Progress
from lhl_assistant.search.libraries import Layout
from lhl_assistant.sources.model import Original


def fetch(
    ids: Sequence[str],
    at: Layout,
    watching: Watching,
    starting: Callable[[Original], Progress | None],
    rules: Rules | None = None,
) -> Iterator[Outcome]:
    """Fetch the originals ``ids`` from their publishers and add them; without ids those that we lean on most.

    Each is in the library when its outcome is given, so that what is stopped on the way loses nothing. ``starting`` is
    told which one is next and gives what is told the bytes. Raises InputUnusable for an id that is not in the
    catalogue, LibraryUnavailable where there is no contact at all; nothing is then changed.
    """
    wanted = [catalogue.original(id) for id in ids] or catalogue.most_used(at)
    contact = False
    for original in wanted:
        try:
            outcome = _fetched(original, at, watching, starting(original), rules or Rules())
        except Offline as error:
            if not contact:
                raise LibraryUnavailable(error.said) from error
            outcome = _not(original, at, error.said)
        except InputUnusable as error:
            outcome = _not(original, at, Said(f"{original.id}: {error.said.nb}", f"{original.id}: {error.said.nn}"))
        contact = True
        yield outcome


def _fetched(original: Original, at: Layout, watching: Watching, progress: Progress | None, rules: Rules) -> Outcome:
    if not original.url:
        raise InputUnusable(
            Said(
                "Kildelisten har ingen adresse for denne. Har du dokumentet, legg det til selv.",
                "Kjeldelista har inga adresse for denne. Har du dokumentet, legg det til sjølv.",
            )
        )
    file = download(original.url, at.home / "originaler", original.id, rules, progress)
    return adopt(file, original, at, watching)


def _not(original: Original, at: Layout, said: Said) -> Outcome:
    return Outcome(at.home / "originaler" / original.id, What.REFUSED, refused=said)
