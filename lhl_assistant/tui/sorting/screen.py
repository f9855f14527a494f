"""A window to paste lines into: strategies, measures or contributions, each sorted as it is pasted."""

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.timer import Timer
from textual.widgets import Static, TextArea

from lhl_assistant.errors import PlannerError
from lhl_assistant.safe import safe
from lhl_assistant.said import Form, Said
from lhl_assistant.tui.phrase import Phrase, form, told

if TYPE_CHECKING:
    from lhl_assistant.plan.sorting.model import Sorted
    from lhl_assistant.reform.model import Reform
    from lhl_assistant.search.rank import Searcher
    from lhl_assistant.tui.app import Assistant

_TITLE = Said("Sorter linjer på innsatsområde og løsning", "Sorter linjer på innsatsområde og løysing")
_HINT = Said(
    "Skriv eller lim inn, ett tiltak eller innspill på hver linje …",
    "Skriv eller lim inn, eitt tiltak eller innspel på kvar linje …",
)
_ADVICE = Said(
    "Et forslag: kommuner plasserer noen tiltak ulikt, derfor står de nest beste ved siden av.",
    "Eit forslag: kommunar plasserer nokre tiltak ulikt, derfor står dei nest beste ved sida av.",
)
_ELSE = Said("ellers", "elles")
_KEYS = Said("Ctrl+C kopierer resultatet · Esc lukker", "Ctrl+C kopierer resultatet · Esc lukkar")
_COPIED = Said("Resultatet er kopiert.", "Resultatet er kopiert.")
_PAUSE, _LONGEST, _MOST = 0.4, 2000, 500
_LEAST = 0.01
"""How likely a place must be to be named beside the best."""


class SortScreen(ModalScreen[None]):
    """Dismissed with Esc; nothing is kept."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "", show=False, priority=True),
        Binding("ctrl+c", "copy", "", show=False, priority=True),
        Binding("pagedown", "leaf(1)", "", show=False, priority=True),
        Binding("pageup", "leaf(-1)", "", show=False, priority=True),
    ]

    def __init__(self, app: "Assistant") -> None:
        super().__init__()
        self._desk = app.desk
        self._sorted: list[tuple[str, str, str]] = []
        self._soon: Timer | None = None

    def compose(self) -> ComposeResult:
        """The lines above, what they are below."""
        with Vertical(classes="box wide"):
            yield Phrase(_TITLE, classes="title")
            yield TextArea(id="lines-in", compact=True, highlight_cursor_line=False, placeholder=told(self, _HINT))
            with VerticalScroll(id="help", can_focus=False):
                yield Static(id="sorted")
            yield Phrase(_ADVICE, classes="quiet")
            yield Phrase(_KEYS, classes="keys")

    def on_mount(self) -> None:
        """To the lines."""
        self.query_one(TextArea).focus()

    @on(TextArea.Changed)
    def _changed(self) -> None:
        if self._soon is not None:
            self._soon.stop()
        self._soon = self.set_timer(_PAUSE, lambda: self.run_worker(self._sort(), exclusive=True))

    async def _sort(self) -> None:
        lines = [line.strip()[:_LONGEST] for line in self.query_one(TextArea).text.splitlines() if line.strip()]
        spoken = form(self)
        try:
            self._sorted = await self._desk.do(lambda searcher: _sorted(searcher, lines[:_MOST], spoken))
        except PlannerError as error:
            self.notify(error.said.in_(spoken), severity="warning", markup=False)
            return
        shown = [
            Content.assemble(
                (safe(text), "bold"), f"\n  {best}", (f"\n  {told(self, _ELSE)}: {others}" if others else "", "$quiet")
            )
            for text, best, others in self._sorted
        ]
        self.query_one("#sorted", Static).update(Content("\n").join(shown))

    def action_copy(self) -> None:
        """Copy what is selected, else the result as lines with tabs between, for a spreadsheet."""
        chosen = self.query_one(TextArea).selected_text
        self.app.copy_to_clipboard(chosen or "\n".join("\t".join(row) for row in self._sorted))
        self.notify(told(self, _COPIED), markup=False)

    def action_leaf(self, pages: int) -> None:
        """Leaf in the result."""
        result = self.query_one("#help")
        result.scroll_relative(y=pages * max(1, result.size.height - 1), animate=False)

    def action_close(self) -> None:
        """Back."""
        self.dismiss()


def _sorted(searcher: "Searcher", lines: list[str], spoken: Form) -> list[tuple[str, str, str]]:
    """Each line with its place and the two next to it."""
    from lhl_assistant.embedding.choose import load_engine
    from lhl_assistant.plan.sorting.sorter import Sorter

    sorter = Sorter(load_engine())
    return [_told(sorter.sort(line), searcher.reform, spoken) for line in lines]


def _told(result: "Sorted", reform: "Reform", spoken: Form) -> tuple[str, str, str]:
    from lhl_assistant.plan.sorting.told import named

    others = "; ".join(named(a, reform, spoken) for a in result.alternatives if a.confidence >= _LEAST)
    return result.text, named(result.best, reform, spoken), others
