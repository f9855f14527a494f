"""The room during a workshop: what is said is kept first and sorted after, so that sorting never stands in the way.

Both faces work through a Room: the big screen and the plain lines do the same.
"""

import threading
from collections.abc import Callable, Iterator

from lhl_assistant.embedding.choose import load_engine
from lhl_assistant.workshop import likeness
from lhl_assistant.workshop.journal.acts import Act
from lhl_assistant.workshop.session import Session
from lhl_assistant.workshop.sorting import SessionSorter, guessed
from lhl_assistant.workshop.state import Contribution, State
from lhl_assistant.workshop.talk.sorter import TalkSorter


class Room:
    """An open workshop with its sorter, which is loaded when first needed (under a second)."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self._sorter: SessionSorter | None = None
        self._one_at_a_time = threading.RLock()

    @property
    def state(self) -> State:
        """The workshop as this room last saw it."""
        return self.session.state

    def say(self, text: str, question: int | None = None) -> Contribution:
        """Keep a contribution; it is on the disk when this returns. Raises InputUnusable, LibraryUnavailable."""
        with self._one_at_a_time:
            return self.session.say(text, question)

    def sort(self, id: str) -> Contribution:
        """Find and keep where the contribution could belong. Raises LibraryUnavailable where sorting cannot be had."""
        with self._one_at_a_time:
            one = self.session.contribution(id)
            found = self._sorting().sort(one.text)
            self.session.suggest(id, guessed(found.best), tuple(guessed(g) for g in found.alternatives))
            return self.session.contribution(id)

    def sort_rest(self, progress: Callable[[int, int], None] | None = None) -> int:
        """Sort all that have not been sorted, after a power cut or an import; how many there were."""
        waiting = [c.id for c in self.session.refresh().spoken if c.suggested is None]
        for i, id in enumerate(waiting):
            self.sort(id)
            if progress:
                progress(i + 1, len(waiting))
        return len(waiting)

    def place(self, id: str, area: int | None, solution: str | None = None) -> list[Contribution]:
        """Put the contribution where the facilitator says, learn from it, and sort anew those that nobody has placed.

        Returns the contributions that were suggested another area than before.
        """
        with self._one_at_a_time:
            self.session.place(id, area, solution)
            return self._sorted_anew()

    def undo(self) -> Act | None:
        """Take back the last thing done at this table, and what was learnt from it."""
        with self._one_at_a_time:
            done = self.session.undo()
            if self._sorter is not None:
                self._sorter.learn(self.state)
            return done

    def pairs(self) -> Iterator[tuple[Contribution, Contribution]]:
        """Pairs of contributions that may say the same, likeliest first."""
        return likeness.pairs(self.state)

    def _sorted_anew(self) -> list[Contribution]:
        sorter = self._sorting()
        sorter.learn(self.state)
        changed = []
        for one in self.state.spoken:
            if one.placed is not None or one.suggested is None:
                continue
            found = sorter.sort(one.text)
            if found.best.focus_area != one.suggested.best.focus_area:
                self.session.suggest(one.id, guessed(found.best), tuple(guessed(g) for g in found.alternatives))
                changed.append(self.session.contribution(one.id))
        return changed

    def _sorting(self) -> SessionSorter:
        if self._sorter is None:
            self._sorter = SessionSorter(TalkSorter(load_engine()))
            self._sorter.learn(self.state)
        return self._sorter
