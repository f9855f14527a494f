"""A workshop that is open: what the facilitator does becomes acts in the journal, and the state follows.

Every method returns when the act is on the disk; only then may a face show it.
"""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from lhl_assistant.errors import InputUnusable
from lhl_assistant.said import Said
from lhl_assistant.workshop.journal import ids
from lhl_assistant.workshop.journal.acts import (
    Act,
    Answered,
    Deleted,
    Exported,
    Guessed,
    Heard,
    Joined,
    KeptApart,
    Linked,
    Outcome,
    Placed,
    Proposed,
    Reworded,
    SetUp,
    Suggested,
    Undone,
    Voted,
)
from lhl_assistant.workshop.journal.file import Content, Journal, read, settled
from lhl_assistant.workshop.state import Contribution, State, state

LONGEST = 2000
"""The most characters that one contribution holds; a longer text is a document, not an utterance."""

_BACK = (Heard, Reworded, Placed, Joined, KeptApart, Voted, Proposed, Linked, Answered)
"""What undo takes back: what a person did."""


class Session:
    """An open workshop. ``table`` is who writes here, «bord 1» or «ordstyrer»; no name of a person is needed."""

    def __init__(self, path: Path, table: str = "ordstyrer") -> None:
        """Raise InputUnusable where ``path`` is no workshop's journal."""
        self.table = table
        self._content = read(path)
        self._made: tuple[Content, State] | None = None
        self._journal = Journal(path)

    @property
    def path(self) -> Path:
        """Where the journal lies."""
        return self._journal.path

    @property
    def state(self) -> State:
        """The workshop as this session last saw it; made anew only when something has been done."""
        content = self._content
        if self._made is None or self._made[0] is not content:
            self._made = (content, state(content.acts))
        return self._made[1]

    @property
    def unread(self) -> int:
        """How many of the journal's lines cannot be read; they are kept as they are."""
        return len(self._content.unread)

    def refresh(self) -> State:
        """The workshop as it is on the disk now, where another window may have written."""
        self._content = read(self.path)
        return self.state

    def say(self, text: str, question: int | None = None) -> Contribution:
        """Keep a contribution, word for word. Raises InputUnusable where nothing was said, or far too much."""
        words = _words(text)
        id = ids.new(_now())
        self._add(lambda n: [Heard(**self._head(n, id), text=words, question=question)])
        return self.contribution(id)

    def bring_in(self, lines: Sequence[tuple[str, str]], source: str) -> list[Contribution]:
        """Keep lines read from ``source``: (id, text) each. Those whose id is there already are left out."""

        def make(content: Content) -> list[Act]:
            known = {a.id for a in content.acts} | {a.of for a in content.acts if isinstance(a, Deleted)}
            new = [(id, text) for id, text in lines if id not in known]
            n = _next(content)
            return [Heard(**self._head(n + i, id), text=_words(t), source=source) for i, (id, t) in enumerate(new)]

        before = {c.id for c in self.refresh().spoken}
        self._content = self._journal.append(make)
        return [c for c in self.state.spoken if c.id not in before]

    def suggest(self, of: str, best: Guessed, alternatives: tuple[Guessed, ...]) -> None:
        """Keep where the sorter would put ``of``: ``best`` and ``alternatives``."""
        self._do(Suggested, of=of, best=best, alternatives=alternatives)

    def place(self, of: str, focus_area: int | None, solution: str | None = None) -> None:
        """Move ``of`` to an innsatsområde, or outside the reform with None."""
        self._do(Placed, of=of, focus_area=focus_area, solution=solution)

    def reword(self, of: str, text: str) -> None:
        """Give ``of`` an edited form beside its words."""
        self._do(Reworded, of=of, text=_words(text))

    def join(self, of: str, also: str) -> None:
        """Say that ``also`` says the same as ``of``."""
        self._do(Joined, of=of, also=also)

    def keep_apart(self, of: str, also: str) -> None:
        """Say that ``also`` does not say the same as ``of``."""
        self._do(KeptApart, of=of, also=also)

    def vote(self, of: str, votes: int, way: str = "hands") -> None:
        """Set this table's count of votes for ``of``."""
        self._do(Voted, of=of, votes=votes, way=way)

    def propose(self, text: str, focus_area: int, of: Sequence[str], solution: str | None = None) -> Proposed:
        """Keep a proposal for a strategy, with the contributions behind it."""
        self._do(Proposed, text=_words(text), focus_area=focus_area, solution=solution, of=tuple(of))
        return self.state.proposals[-1]

    def link(self, of: str, into: str, text: str, plan: str) -> None:
        """Say into which strategy or measure of which plan ``of`` went."""
        self._do(Linked, of=of, into=into, text=text, plan=plan)

    def answer(self, of: str, outcome: Outcome, why: str) -> None:
        """Say what became of ``of``, and why. Raises InputUnusable where no reason is given."""
        self._do(Answered, of=of, outcome=outcome, why=_words(why))

    def exported(self, file: Path) -> None:
        """Note that the words now also stand in ``file``."""
        self._do(Exported, file=str(file))

    def set_up(self, fields: dict[str, Any]) -> None:
        """Change what was planned."""
        kept = self.state.setup.model_dump(exclude={"id", "n", "at", "by", "act"})
        self._do(SetUp, **{**kept, **fields})

    def undo(self) -> Act | None:
        """Take back the last thing that was done at this table; what it was, or None where there is nothing."""
        acts = self.refresh().log
        back = {act.of for act in acts if isinstance(act, Undone)}
        mine = (a for a in reversed(acts) if a.by == self.table and isinstance(a, _BACK) and a.id not in back)
        last = next(mine, None)
        if last is not None:
            self._do(Undone, of=last.id)
        return last

    def delete(self, of: str) -> tuple[str, ...]:
        """Delete the words of ``of`` from the journal for good; the files they were written to before.

        What stays is that a contribution with this id was deleted, so that a copy met later loses it too.
        """

        def change(content: Content) -> Content:
            act = Deleted(**self._head(_next(content)), of=of)
            return settled([*content.acts, act], content.unread)

        files = tuple(dict.fromkeys(act.file for act in self.refresh().exported))
        self._content = self._journal.rewrite(change)
        return files

    def contribution(self, name: str) -> Contribution:
        """The contribution with this id or code. Raises InputUnusable where there is none."""
        found = self.state.find(name)
        if found is None:
            raise InputUnusable(
                Said(
                    f"Det finnes ikke noe innspill «{name}» i dette verkstedet. Se dem med «lhl verksted vis».",
                    f"Det finst ikkje noko innspel «{name}» i denne verkstaden. Sjå dei med «lhl verksted vis».",
                )
            )
        return found

    def _do(self, kind: Callable[..., Act], **fields: Any) -> None:
        self._add(lambda n: [kind(**self._head(n), **fields)])

    def _add(self, make: Callable[[int], Sequence[Act]]) -> None:
        self._content = self._journal.append(lambda content: make(_next(content)))

    def _head(self, n: int, id: str | None = None) -> dict[str, Any]:
        now = _now()
        return {"id": id or ids.new(now), "n": n, "at": now.isoformat(timespec="seconds"), "by": self.table}


def begin(path: Path, fields: dict[str, Any]) -> Session:
    """Make a workshop's journal at ``path`` with this set-up. Raises LibraryUnavailable where it cannot be written."""
    now = _now()
    first = SetUp(id=ids.new(now), n=0, at=now.isoformat(timespec="seconds"), by="ordstyrer", **fields)
    Journal(path).rewrite(lambda content: settled([*content.acts, first], content.unread))
    return Session(path)


def _next(content: Content) -> int:
    return max((act.n for act in content.acts), default=-1) + 1


def _now() -> datetime:
    return datetime.now(UTC).astimezone()


def _words(text: str) -> str:
    """``text`` without control characters and with single spaces. Raises InputUnusable where nothing is left."""
    words = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    if not words:
        raise InputUnusable(Said("Skriv noe før du trykker Enter.", "Skriv noko før du trykkjer Enter."))
    if len(words) > LONGEST:
        raise InputUnusable(
            Said(
                f"Innspillet er over {LONGEST} tegn. Del det i flere.",
                f"Innspelet er over {LONGEST} teikn. Del det i fleire.",
            )
        )
    return words
