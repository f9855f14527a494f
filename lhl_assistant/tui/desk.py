"""The one thread that holds the opened libraries, so that the keyboard never waits for them.

What is to be done there is queued and done in order. The model and the libraries are opened at the first thing asked of
it, and opened again when an index has been made anew, by this program or another.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from lhl_assistant.answer.conversation import Reply
    from lhl_assistant.answer.followup import Turn
    from lhl_assistant.library.opening import Where
    from lhl_assistant.said import Form, Said
    from lhl_assistant.search.rank import Searcher

Result = TypeVar("Result")
_Marks = tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Scope:
    """Where to look: which libraries, and in them one source or all ("")."""

    where: "Where" = "alle"
    source: str = ""


class Desk:
    """Asks the libraries from a thread of its own. Every method raises PlannerError as the core does.

    ``missing`` says why the shared library had no part in the last answer, None where nothing was missing.
    """

    def __init__(self) -> None:
        self._thread = ThreadPoolExecutor(1, "pult")
        self._opened: dict[str, tuple[_Marks, Searcher, ExitStack]] = {}
        self.missing: Said | None = None

    async def ask(self, question: str, before: "Turn | None", form: "Form | None", scope: Scope = Scope()) -> "Reply":
        """The answer to a question in its conversation."""

        def respond(searcher: "Searcher") -> "Reply":
            from lhl_assistant.answer.conversation import respond

            reply = respond(searcher, question, before, form, scope.source or None)
            self.missing = searcher.missing
            return reply

        return await self.do(respond, scope.where)

    async def do(self, work: "Callable[[Searcher], Result]", where: "Where" = "alle") -> Result:
        """What ``work`` makes of the opened libraries."""
        return await asyncio.wrap_future(self._thread.submit(lambda: work(self._searcher(where))))

    def close(self) -> None:
        """Let go of the libraries; what is queued is not done."""
        self._thread.submit(self._let_go)
        self._thread.shutdown(wait=False, cancel_futures=False)

    def _searcher(self, where: "Where") -> "Searcher":
        from lhl_assistant.library.opening import searcher

        marks = _marks()
        if where in self._opened and self._opened[where][0] != marks:
            self._let_go()
        if where not in self._opened:
            stack = ExitStack()
            self._opened[where] = (marks, stack.enter_context(searcher(where)), stack)
        return self._opened[where][1]

    def _let_go(self) -> None:
        while self._opened:
            self._opened.popitem()[1][2].close()


def _marks() -> _Marks:
    """The index files, the choice of a shared library, and when each was made."""
    from lhl_assistant.search.libraries import LIBRARIES, layout

    at = layout()
    paths = [*(at.path(name) for name in LIBRARIES), at.home / "felles.json"]
    return tuple((str(p), p.stat().st_mtime) for p in paths if p.is_file())
