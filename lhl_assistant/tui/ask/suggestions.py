"""Questions that the sources answer, filtered as one types."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from lhl_assistant.safe import safe
from lhl_assistant.said import Form
from lhl_assistant.tui.phrase import form

if TYPE_CHECKING:
    from lhl_assistant.search.rank import Searcher

_MOST, _SHORTEST, _ENOUGH = 4, 3, 62


def anticipated(searcher: "Searcher") -> tuple[str, ...]:
    """The questions that the sections of the libraries here say they answer, each once, in order.

    The shared library is left out: only a library in a file is read through in no time.
    """
    found: dict[str, None] = {}
    for name, snapshot in searcher.libraries:
        if name == "felles":
            continue
        for _, passage in snapshot.passages():
            found.update(dict.fromkeys(passage.questions))
    return tuple(safe(q) for q in found)


def fitting(words: str, questions: Sequence[str], spoken: Form = "nb") -> list[str]:
    """The best few of ``questions`` for what is typed so far, those in the form ``spoken`` first.

    None for very little, or for a question that is whole.
    """
    from rapidfuzz import fuzz, process, utils

    from lhl_assistant.language.detect import detect

    if len(words.strip()) < _SHORTEST:
        return []
    score: Callable[..., float] = fuzz.partial_token_ratio if " " in words.strip() else fuzz.partial_ratio
    near = process.extract(
        words, questions, scorer=score, processor=utils.default_process, limit=3 * _MOST, score_cutoff=_ENOUGH
    )
    starts = words.strip().lower()
    ranked = sorted(
        near,
        key=lambda n: (
            not n[0].lower().startswith(starts),
            (detect(n[0]) == "nn") != (spoken == "nn"),
            -fuzz.WRatio(starts, n[0].lower()),
        ),
    )
    return [question for question, *_ in ranked[:_MOST] if question.lower() != starts]


class Suggestions(OptionList, can_focus=False):
    """The list over the line to write on; hidden while it is empty."""

    def __init__(self) -> None:
        super().__init__(id="suggestions")
        self.questions: tuple[str, ...] = ()
        self._shown: list[str] = []
        self.display = False

    def suggest(self, words: str) -> None:
        """Show what fits ``words``."""
        found = fitting(words, self.questions, form(self)) if self.questions else []
        if found == self._shown and self.display == bool(found):
            return
        self._shown = found
        self.clear_options()
        self.add_options([Option(Content(q)) for q in found])
        self.highlighted = None
        self.display = bool(found)

    def close(self) -> None:
        """Show nothing."""
        self._shown = []
        self.display = False

    @property
    def marked(self) -> str | None:
        """The question that the arrows have marked."""
        return self._shown[self.highlighted] if self.display and self.highlighted is not None else None

    def at(self, index: int) -> str:
        """The question at a place in the list."""
        return self._shown[index]

    def move(self, down: bool) -> None:
        """Mark the next one, or the one before; above the first, none."""
        if self.highlighted is None:
            self.highlighted = 0 if down else len(self._shown) - 1
        elif not down and self.highlighted == 0:
            self.highlighted = None
        else:
            self.highlighted = min(len(self._shown) - 1, self.highlighted + (1 if down else -1))
