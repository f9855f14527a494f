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
    """One tab; a click goes there."""

    def __init__(self, tab: Tab) -> None:
        super().__init__(id=f"tab-{TABS.index(tab)}", classes="tab")
        self.tab = tab

    def on_mount(self) -> None:
        """Follow the form and the width."""
        self.watch(self.app, "form", self.speak)

    def speak(self) -> None:
        """The tab's name, in a wide window with its key."""
        name = Content(told(self, self.tab.name))
        key = Content.styled(f" {spelt(self.tab.key)}", "not bold") if self.app.size.width >= _WIDE else Content()
        self.update(name + key)

    async def on_click(self) -> None:
        """Go to the tab."""
        await self.app.run_action(f"go('{self.tab.id}')")


class Look(Static):
    """``bokmål · lyst``: a click on either switches it."""

    auto_links = False

    def on_mount(self) -> None:
        """Follow both."""
        self.watch(self.app, "form", self._speak)
        self.watch(self.app, "theme", self._speak)

    def _speak(self) -> None:
        form = _FORMS[getattr(self.app, "form", "nb")]
        theme = told(self, NAMES.get(self.app.theme, Said("", "")))
        self.update(
            Content.from_markup(
                "[@click=app.switch_form]$form[/] · [@click=app.switch_theme]$theme[/]", form=form, theme=theme
            )
        )


class Top(Horizontal):
    """The line above every pane."""

    def compose(self) -> ComposeResult:
        """The name, the tabs, the look."""
        yield Phrase(Said("Leve hele livet", "Leve heile livet"), id="name")
        for tab in TABS:
            yield TabName(tab)
        yield Look(id="look")

    def on_resize(self) -> None:
        """Tell the tabs' keys where there is room."""
        for name in self.query(TabName):
            name.speak()

    def show(self, tab: str) -> None:
        """Mark the tab that is shown."""
        for name in self.query(TabName):
            name.set_class(name.tab.id == tab, "-shown")
