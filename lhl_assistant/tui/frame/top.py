"""The line above: the program's name, the tabs, and on the right the form and the look, all to be clicked."""

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from lhl_assistant.said import Said
from lhl_assistant.tui.actions.keys import spelt
from lhl_assistant.tui.phrase import Phrase, told
from lhl_assistant.tui.tabs import TABS, Tab
from lhl_assistant.tui.themes import NAMES

_FORMS = {"nb": "bokmål", "nn": "nynorsk"}
_WIDE = 90


class TabName(Static):
    """One tab and its key; a click goes there."""

    def __init__(self, tab: Tab) -> None:
        super().__init__(id=f"tab-{TABS.index(tab)}", classes="tab")
        self.tab = tab

    def on_mount(self) -> None:
        """Follow the form."""
        self.watch(self.app, "form", self.speak)

    def speak(self) -> None:
        """The tab's name, with its key."""
        name = Content(told(self, self.tab.name))
        self.update(name + Content.styled(f" {spelt(self.tab.key)}", "not bold"))

    async def on_click(self) -> None:
        """Go to the tab."""
        await self.app.run_action(f"go('{self.tab.id}')")


class Look(Static):
    """``bokmål · lyst``: a click on either switches it; only the form, or nothing, where there is no room."""

    auto_links = False

    def on_mount(self) -> None:
        """Follow both."""
        self.watch(self.app, "form", self._speak)
        self.watch(self.app, "theme", self._speak)

    def on_resize(self) -> None:
        """Tell as much as there is room for."""
        self._speak()

    def _speak(self) -> None:
        form = _FORMS[getattr(self.app, "form", "nb")]
        theme = told(self, NAMES.get(self.app.theme, Said("", "")))
        words = Content.from_markup("[@click=app.switch_form]$form[/]", form=form)
        look = Content.from_markup(" · [@click=app.switch_theme]$theme[/]", theme=theme)
        room = self.content_size.width
        self.update(next((some for some in (words + look, words) if some.cell_length <= room), Content("")))


class Top(Horizontal):
    """The line above every pane."""

    def compose(self) -> ComposeResult:
        """The name, the tabs, the look."""
        yield Phrase(Said("Leve hele livet", "Leve heile livet"), id="name")
        for tab in TABS:
            yield TabName(tab)
        yield Look(id="look")

    def on_resize(self) -> None:
        """Leave out the program's name where the tabs need the room."""
        wide = self.app.size.width >= _WIDE
        self.query_one("#name").display = wide
        self.set_class(not wide, "-narrow")

    def show(self, tab: str) -> None:
        """Mark the tab that is shown."""
        for name in self.query(TabName):
            name.set_class(name.tab.id == tab, "-shown")
