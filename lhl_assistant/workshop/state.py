"""What a workshop has come to: the journal's acts, worked out from the first to the last."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

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
    Placed,
    Proposed,
    Reworded,
    SetUp,
    Suggested,
    Undone,
    Voted,
)
from lhl_assistant.workshop.journal.ids import code


@dataclass(frozen=True, slots=True)
class Contribution:
    """One utterance, with what has been done with it.

    ``text`` is verbatim, ``edited`` the reworded form or None. ``placed`` is the facilitator's own choice (None: not
    made; its area may be None, outside the reform), ``suggested`` the sorter's. ``also`` are the contributions that
    were joined to this one; ``counts`` are (table, votes).
    """

    id: str
    text: str
    by: str
    at: str
    question: int | None
    source: str
    edited: str | None = None
    suggested: Suggested | None = None
    placed: Placed | None = None
    counts: tuple[tuple[str, int], ...] = ()
    also: tuple["Contribution", ...] = ()
    links: tuple[Linked, ...] = ()
    answer: Answered | None = None

    @property
    def votes(self) -> int:
        """The votes of all tables, for it and for those joined to it."""
        return sum(n for _, n in self.counts) + sum(c.votes for c in self.also)

    def votes_at(self, table: str) -> int:
        """The votes that ``table`` counted for it alone."""
        return dict(self.counts).get(table, 0)

    @property
    def code(self) -> str:
        """The short name that stands on paper."""
        return code(self.id)

    @property
    def area(self) -> int | None:
        """The innsatsområde it stands in: the facilitator's, else the sorter's, else the one asked about."""
        if self.placed:
            return self.placed.focus_area
        return self.suggested.best.focus_area if self.suggested else self.question

    @property
    def solution(self) -> str | None:
        """The løsning it stands in, where one is known."""
        if self.placed:
            return self.placed.solution
        return self.suggested.best.solution if self.suggested else None

    @property
    def runners_up(self) -> tuple[Guessed, ...]:
        """The other areas that the sorter thought of, likeliest first."""
        if self.suggested is None:
            return ()
        guesses = (self.suggested.best, *self.suggested.alternatives)
        return tuple(g for g in guesses if g.focus_area != self.area)

    @property
    def voices(self) -> int:
        """How many times it was said."""
        return 1 + len(self.also)


@dataclass(frozen=True, slots=True)
class State:
    """The workshop as it stands. ``contributions`` are in the order in which they were said, joined ones inside the one
    they were joined to; ``spoken`` are all of them, each by itself."""

    setup: SetUp
    contributions: tuple[Contribution, ...]
    spoken: tuple[Contribution, ...]
    proposals: tuple[Proposed, ...]
    apart: frozenset[frozenset[str]]
    exported: tuple[Exported, ...]
    deleted: tuple[Deleted, ...]
    log: tuple[Act, ...]

    def find(self, name: str) -> Contribution | None:
        """The contribution with this id or code, or None."""
        wanted = name.casefold().strip()
        return next((c for c in self.spoken if wanted in (c.id, c.code)), None)

    def head(self, id: str) -> Contribution | None:
        """The contribution under which the one with ``id`` stands: itself, or the one it was joined to."""
        return next((c for c in self.contributions if id in (c.id, *(a.id for a in c.also))), None)


@dataclass(slots=True)
class _Tally:
    contributions: dict[str, Contribution] = field(default_factory=dict)
    heads: dict[str, str] = field(default_factory=dict)

    def head(self, id: str) -> str:
        while id in self.heads:
            id = self.heads[id]
        return id

    def take(self, act: Act) -> None:
        """Work one act in. What speaks of a contribution that is not there says nothing."""
        if isinstance(act, Heard):
            self.contributions[act.id] = Contribution(act.id, act.text, act.by, act.at, act.question, act.source)
        of = getattr(act, "of", None)
        if not isinstance(of, str) or of not in self.contributions:
            return
        one = self.contributions[of]
        match act:
            case Reworded():
                one = replace(one, edited=act.text)
            case Suggested():
                one = replace(one, suggested=act)
            case Placed():
                one = replace(one, placed=act)
            case Linked():
                one = replace(one, links=(*one.links, act))
            case Answered():
                one = replace(one, answer=act)
            case Voted():
                one = replace(one, counts=tuple({**dict(one.counts), act.by: act.votes}.items()))
            case Joined() if act.also in self.contributions and self.head(of) != self.head(act.also):
                self.heads[self.head(act.also)] = self.head(of)
        self.contributions[of] = one

    def standing(self) -> Iterator[Contribution]:
        """The contributions that were not joined to another, each with those that were joined to it."""
        for id, one in self.contributions.items():
            if id not in self.heads:
                also = tuple(c for i, c in self.contributions.items() if i != id and self.head(i) == id)
                yield replace(one, also=also)


def state(acts: Iterable[Act]) -> State:
    """The state after ``acts``, which are in their one order and hold a SetUp."""
    log = tuple(acts)
    undone = {act.of for act in log if isinstance(act, Undone)}
    counted = [act for act in log if act.id not in undone]
    tally = _Tally()
    for act in counted:
        tally.take(act)
    known = tally.contributions
    proposals = (act for act in counted if isinstance(act, Proposed))
    return State(
        setup=[act for act in log if isinstance(act, SetUp)][-1],
        contributions=tuple(tally.standing()),
        spoken=tuple(known.values()),
        proposals=tuple(p.model_copy(update={"of": tuple(i for i in p.of if i in known)}) for p in proposals),
        apart=frozenset(frozenset((act.of, act.also)) for act in counted if isinstance(act, KeptApart)),
        exported=tuple(act for act in counted if isinstance(act, Exported)),
        deleted=tuple(act for act in log if isinstance(act, Deleted)),
        log=log,
    )
