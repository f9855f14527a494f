"""The tab with what the planner has chosen, and where everything lies."""

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import RadioButton, RadioSet, Static

from lhl_assistant.said import Form, Said
from lhl_assistant.tui.app import Assistant
from lhl_assistant.tui.pane import Pane
from lhl_assistant.tui.phrase import Phrase, told
from lhl_assistant.tui.settings.about import about
from lhl_assistant.tui.themes import NAMES

_FORM = Said("Målform", "Målform")
_LOOK = Said("Utseende", "Utsjånad")
_ABOUT = Said("Om programmet", "Om programmet")
_FORMS: dict[Form | None, Said] = {
    "nb": Said("Bokmål", "Bokmål"),
    "nn": Said("Nynorsk", "Nynorsk"),
    None: Said("Bokmål, men svar i målformen til spørsmålet", "Bokmål, men svar i målforma til spørsmålet"),
}
_LARGER = Said(
    "Projektor gir luft mellom linjene. Større skrift får du i terminalen, vanligvis med Ctrl og pluss.",
    "Projektor gir luft mellom linjene. Større skrift får du i terminalen, vanlegvis med Ctrl og pluss.",
)


class SettingsPane(Pane):
    """Each setting with its choices; a choice holds at once and for good."""

    app: Assistant
    HOW = Said(
        "Flytt mellom innstillingene med Tab og mellom valgene med piltastene. Enter eller mellomrom velger. "
        "Valget gjelder med en gang, og neste gang du åpner programmet.",
        "Flytt mellom innstillingane med Tab og mellom vala med piltastane. Enter eller mellomrom vel. "
        "Valet gjeld med ein gong, og neste gong du opnar programmet.",
    )

    def compose(self) -> ComposeResult:
        """Form, look, and what there is to know."""
        with VerticalScroll(id="settings", can_focus=False):
            yield Phrase(_FORM, classes="heading")
            with RadioSet(id="form", compact=True):
                for name in _FORMS.values():
                    yield _Choice(name)
            yield Phrase(_LOOK, classes="heading")
            with RadioSet(id="look", compact=True):
                for name in NAMES.values():
                    yield _Choice(name)
            yield Phrase(_LARGER, classes="quiet")
            yield Phrase(_ABOUT, classes="heading")
            yield Static(id="about")

    def on_mount(self) -> None:
        """Show what holds, and follow it."""
        self.watch(self.app, "form", self._show)
        self.watch(self.app, "theme", self._show)
        self.run_worker(self._tell_about(), group="about")

    def enter(self) -> None:
        """To the first setting."""
        self.query_one("#form").focus()
        self.run_worker(self._tell_about(), group="about", exclusive=True)

    def _show(self) -> None:
        self._press("#form", list(_FORMS).index(self.app.answer_form))
        self._press("#look", list(NAMES).index(self.app.theme))

    def _press(self, name: str, index: int) -> None:
        choices = self.query_one(name, RadioSet)
        with choices.prevent(RadioSet.Changed):
            list(choices.query(RadioButton))[index].value = True

    @on(RadioSet.Changed, "#form")
    def _form(self, event: RadioSet.Changed) -> None:
        self.app.set_form(list(_FORMS)[event.index])

    @on(RadioSet.Changed, "#look")
    def _look(self, event: RadioSet.Changed) -> None:
        self.app.set_look(list(NAMES)[event.index])

    async def _tell_about(self) -> None:
        told_about = await about(self.app)
        if self.is_attached:
            self.query_one("#about", Static).update(told_about)


class _Choice(RadioButton):
    """One choice, in the planner's form."""

    def __init__(self, name: Said) -> None:
        super().__init__(Content(name.nb))
        self._of = name

    def on_mount(self) -> None:
        """Speak it."""
        self.watch(self.app, "form", self._speak)

    def _speak(self) -> None:
        words = told(self, self._of)
        self.label = Content(words[:1].upper() + words[1:])
