"""The tab with the sources: the list on the left, the document on the right (or over it in a narrow window)."""

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from lhl_assistant.errors import PlannerError
from lhl_assistant.said import Said
from lhl_assistant.sources.model import Span
from lhl_assistant.tui.actions.model import Action
from lhl_assistant.tui.app import Assistant
from lhl_assistant.tui.pane import Pane
from lhl_assistant.tui.phrase import told
from lhl_assistant.tui.reading.view import Reader
from lhl_assistant.tui.sources import actions
from lhl_assistant.tui.sources.listing import Listed, fitting, listed

_WIDE = 100
_HINT = Said("Let etter tittel, utgiver eller år …", "Leit etter tittel, utgjevar eller år …")
_NONE = Said("Ingen kilder passer.", "Ingen kjelder passar.")


class SourcesPane(Pane):
    """The sources, and one of them as it reads."""

    app: Assistant
    ACTIONS = actions.ACTIONS
    HOW = Said(
        "Her er alt som svarene hentes fra, med utgiver, år og status. Velg en kilde med piltastene og trykk Enter, "
        "eller klikk, for å lese den.",
        "Her er alt som svara er henta frå, med utgjevar, år og status. Vel ei kjelde med piltastane og trykk Enter, "
        "eller klikk, for å lese henne.",
    )

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._all: list[Listed] = []
        self._found: list[Listed] = []
        self._read: Listed | None = None

    def compose(self) -> ComposeResult:
        """The list, and the document."""
        with Horizontal():
            with Vertical(id="list"):
                yield Input(id="find")
                yield OptionList(id="sources")
            with Vertical(id="document"):
                yield Static(id="about")
                yield Reader(id="text")

    def on_mount(self) -> None:
        """Fetch the list."""
        self.watch(self.app, "form", self._speak)
        self.run_worker(self.renew(), group="list", exclusive=True)

    def enter(self) -> None:
        """To the list."""
        self.query_one("#text" if self.has_class("open") and self.has_class("narrow") else "#sources").focus()

    def on_resize(self) -> None:
        """Fold list and document into one where there is room for one."""
        self.set_class(self.size.width < _WIDE, "narrow")

    def _speak(self) -> None:
        self.query_one("#find", Input).placeholder = told(self, _HINT)

    async def renew(self) -> None:
        """Fetch the list anew."""
        try:
            self._all = await self.app.desk.do(listed)
        except PlannerError as error:
            self.app.tell(error.said, wrong=True)
        self._show()

    @on(Input.Changed, "#find")
    def _show(self) -> None:
        """List what fits the words."""
        self._found = fitting(self.query_one("#find", Input).value, self._all)
        sources = self.query_one("#sources", OptionList)
        marked = self._marked
        sources.clear_options()
        if not self._found:
            sources.add_option(Option(Content.styled(told(self, _NONE), "$quiet"), disabled=True))
            return
        sources.add_options([Option(found.line) for found in self._found])
        sources.highlighted = self._found.index(marked) if marked in self._found else 0

    @property
    def _marked(self) -> Listed | None:
        at = self.query_one("#sources", OptionList).highlighted
        return self._found[at] if at is not None and at < len(self._found) else None

    @on(OptionList.OptionHighlighted, "#sources")
    def _glimpsed(self) -> None:
        if self._marked is not None and not self.has_class("narrow"):
            self._open(self._marked)

    @on(OptionList.OptionSelected, "#sources")
    @on(Input.Submitted, "#find")
    def _selected(self) -> None:
        self.action_read()

    def action_read(self) -> None:
        """Read what is marked."""
        if self._marked is not None:
            self._open(self._marked)
            self.add_class("open")
            self.query_one("#text").focus()
            self.app.offer()

    def action_back(self) -> None:
        """To the list; from there, to all of it."""
        if not self.query_one("#sources").has_focus:
            self.remove_class("open")
            self.query_one("#sources").focus()
        else:
            self.query_one("#find", Input).value = ""
        self.app.offer()

    def action_find(self) -> None:
        """To the words."""
        self.remove_class("open")
        self.query_one("#find").focus()

    async def open(self, library: str, source: str, quote: Span) -> None:
        """Read a source at the place of a quote."""
        await self.renew()
        found = next((f for f in self._all if (f.library, f.source.id) == (library, source)), None)
        if found is None:
            return
        with self.prevent(OptionList.OptionHighlighted, Input.Changed):
            self.query_one("#find", Input).value = ""
            self._show()
            self.query_one("#sources", OptionList).highlighted = self._found.index(found)
        self._open(found, quote)
        self.add_class("open")
        self.query_one("#text").focus()
        self.app.offer()

    def _open(self, found: Listed, quote: Span | None = None) -> None:
        if self._read == found and quote is None:
            return
        self._read = found
        about = [(found.source.title, "bold"), (f"\n{found.facts}", "$quiet")]
        if found.source.url:
            about.append((f"\n{found.source.url}", "$quiet"))
        self.query_one("#about", Static).update(Content.assemble(*about))
        self.query_one("#text", Reader).show(found.source.text, None, quote, found.source.summary)

    def actions(self) -> tuple[Action, ...]:
        """All of it."""
        return self.ACTIONS
