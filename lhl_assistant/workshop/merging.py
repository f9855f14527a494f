"""Several tables' journals to one: every act once, in the order of their logical clocks, whatever the laptops' say.

What was deleted in one copy is deleted in all of them. The same words said at two tables are two contributions; they
are offered as a pair (``likeness``), never joined by themselves.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from lhl_assistant.workshop.journal.acts import SetUp
from lhl_assistant.workshop.journal.file import Content, Journal, read, settled
from lhl_assistant.workshop.state import state


@dataclass(frozen=True, slots=True)
class Merged:
    """How many contributions stand now, neither undone nor deleted, how many of them are new to the first file, and
    whether all are of one workshop."""

    contributions: int
    new: int
    one_workshop: bool


def merge(into: Path, files: Sequence[Path]) -> Merged:
    """Bring the acts of ``files`` into the journal ``into``. Raises InputUnusable for a file that is no journal.

    Where the files were begun as workshops of their own, the plan of the first one stands.
    """
    own = read(into)
    others = [read(file) for file in files]
    begun = _begun(own)
    added = [
        act for content in others for act in content.acts if not (isinstance(act, SetUp) and _begun(content) != begun)
    ]

    def change(now: Content) -> Content:
        return settled([*now.acts, *added], [*now.unread, *(line for c in others for line in c.unread)])

    after = Journal(into).rewrite(change)
    known = {act.id for act in own.acts}
    spoken = state(after.acts).spoken
    same = all(_begun(content) == begun for content in others)
    return Merged(len(spoken), sum(one.id not in known for one in spoken), same)


def _begun(content: Content) -> str:
    return next(act.id for act in content.acts if isinstance(act, SetUp))
