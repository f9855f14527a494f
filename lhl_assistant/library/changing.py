"""Own sources taken out, and what is said of them changed."""

from collections.abc import Sequence

from lhl_assistant.errors import InputUnusable
from lhl_assistant.library.adding import not_found
from lhl_assistant.library.facts import Facts
from lhl_assistant.library.writing import commit, writing
from lhl_assistant.search.build import Progress
from lhl_assistant.search.libraries import Layout
from lhl_assistant.sources.own import Known


def remove(ids: Sequence[str], at: Layout, progress: Progress | None = None) -> list[str]:
    """Take sources out, damaged ones too; returns the ids that are not there. The files they came from stay.

    Raises LibraryUnavailable where the library is busy or cannot be written; nothing is then changed.
    """
    with writing(at.home) as own:
        there = set(own.ids())
        wanted = [id for id in dict.fromkeys(ids) if id in there]
        if wanted:
            commit(own, at, (), wanted, progress)
    return [id for id in dict.fromkeys(ids) if id not in there]


def edit(id: str, facts: Facts, at: Layout, progress: Progress | None = None) -> Known:
    """Set what ``facts`` say of the source, which from then on holds against what the document suggests.

    Raises InputUnusable for an unknown id, LibraryUnavailable as ``remove``.
    """
    with writing(at.home) as own:
        if id not in own.ids():
            raise InputUnusable(not_found([id]))
        known = own.known(id)
        chosen = tuple(sorted({*known.chosen, *facts.chosen()}))
        new = known.model_copy(update={**facts.chosen(), "chosen": chosen})
        if new != known:
            commit(own, at, [(new, own.source(known).text)], (), progress)
    return new
