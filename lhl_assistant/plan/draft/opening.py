"""What drafting needs, opened once and closed again: for both faces."""

from collections.abc import Iterator
from contextlib import contextmanager

from lhl_assistant import places
from lhl_assistant.embedding.choose import load_engine
from lhl_assistant.library.opening import searcher
from lhl_assistant.plan.draft import templates
from lhl_assistant.plan.draft.anchors import Knowledge
from lhl_assistant.plan.draft.others import from_added_plans
from lhl_assistant.plan.draft.suggest import Suggestion, suggestions
from lhl_assistant.plan.draft.write import Desk
from lhl_assistant.plan.sorting.sorter import Sorter
from lhl_assistant.search.rank import Searcher


@contextmanager
def desk() -> Iterator[Desk]:
    """The libraries, the templates and the sorter. Raises PlannerError where one of them cannot be used."""
    with searcher("alle") as opened:
        yield desk_at(opened)


def desk_at(opened: Searcher) -> Desk:
    """The desk at libraries that are open already. Raises PlannerError as ``desk``."""
    return Desk(opened, templates.load(places.bundled("knowledge")), Sorter(load_engine()))


def proposed(at: Desk) -> list[Suggestion]:
    """All suggestions, in their fixed order: those of the knowledge, then the plans that the planner has added."""
    bundled = suggestions(templates.proposals(places.bundled("knowledge")), Knowledge(at.searcher))
    return [*bundled, *from_added_plans(at.searcher, at.sorter, len(bundled) + 1)]
