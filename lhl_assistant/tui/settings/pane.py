"""The tab with what the planner has chosen, and where everything lies."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import RadioButton, RadioSet, Static

from lhl_assistant import places
from lhl_assistant.said import Form, Said
from lhl_assistant.tui.app import Assistant
from lhl_assistant.tui.files.refusing import Refuse, absent, homeless
from lhl_assistant.tui.pane import Pane
from lhl_assistant.tui.phrase import Phrase, told
from lhl_assistant.tui.settings import actions
from lhl_assistant.tui.settings.about import about
from lhl_assistant.tui.themes import NAMES
from lhl_assistant.tui.working import Step

_FORM = Said("Målform", "Målform")
_LOOK = Said("Utseende", "Utsjånad")
_ABOUT = Said("Om programmet", "Om programmet")
_FORMS: dict[Form | None, Said] = {
    "nb": Said("Bokmål", "Bokmål"),
    "nn": Said("Nynorsk", "Nynorsk"),
    None: Said("Bokmål, men svar i målformen til spørsmålet", "Bokmål, men svar i målforma til spørsmålet"),
}
_SAVE = Said("Lag sikkerhetskopi", "Lag tryggingskopi")
_SAVE_HOW = Said(
    "Hva skal filen hete? Den kan ha personopplysninger i seg; legg den et trygt sted.",
    "Kva skal fila heite? Ho kan ha personopplysningar i seg; legg henne ein trygg stad.",
)
_SAVING = Said("Skriver sikkerhetskopien", "Skriv tryggingskopien")
_RESTORE = Said("Hent sikkerhetskopi", "Hent tryggingskopi")
_RESTORE_HOW = Said("Hvilken fil er sikkerhetskopien?", "Kva fil er tryggingskopien?")
_RESTORING = Said("Henter alt tilbake", "Hentar alt tilbake")
_REPLACED = Said(
    "Alt som ligger her nå, blir erstattet av sikkerhetskopien. Vil du det?",
    "Alt som ligg her no, blir erstatta av tryggingskopien. Vil du det?",
)
_LARGER = Said(
    "Projektor gir luft mellom linjene. Større skrift får du i terminalen, vanligvis med Ctrl og pluss.",
    "Projektor gir luft mellom linjene. Større skrift får du i terminalen, vanlegvis med Ctrl og pluss.",
)


class SettingsPane(Pane):
    """Each setting with its choices; a choice holds at once and for good."""

    app: Assistant
    ACTIONS = actions.ACTIONS
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
            with _Choices(id="form", compact=True):
                for form, name in _FORMS.items():
                    yield _Choice(name, form == self.app.answer_form)
            yield Phrase(_LOOK, classes="heading")
            with _Choices(id="look", compact=True):
                for theme, name in NAMES.items():
                    yield _Choice(name, theme == self.app.theme)
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
        for choices in self.query(_Choices):
            choices.to_chosen()
        self.screen.set_focus(self.query_one("#form"))
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

    def action_save(self) -> None:
        """Write all that is the planner's to a file."""

        def save(paths: list[Path] | None) -> None:
            if paths:
                self._replacing(paths[0], lambda: self.app.work(_SAVING, lambda step: _save(paths[0], step)))

        begun = Path.home() / f"lhl-{date.today().isoformat()}.zip"
        self._ask_for(_SAVE, _SAVE_HOW, str(begun), save, homeless)

    def _replacing(self, file: Path, then: Callable[[], None]) -> None:
        """Go on, but where ``file`` is there already only with a yes."""
        question = Said(f"«{file}» finnes. Skal den erstattes?", f"«{file}» finst. Skal ho erstattast?")
        if file.exists():
            self._sure(question, then)
        else:
            then()

    def action_restore(self) -> None:
        """Bring back what a backup holds, in place of all that is here."""

        def restore(paths: list[Path] | None) -> None:
            if paths:
                self._sure(_REPLACED, lambda: self.app.work(_RESTORING, lambda step: _restore(paths[0], step)))

        self._ask_for(_RESTORE, _RESTORE_HOW, f"{Path.home()}/", restore)

    def _ask_for(
        self, title: Said, how: Said, begun: str, named: Callable[[list[Path] | None], None], refuse: Refuse = absent
    ) -> None:
        from lhl_assistant.tui.files.screen import PathScreen

        self.app.push_screen(PathScreen(title, how, begun, (".zip",), refuse), named)

    def _sure(self, question: Said, then: Callable[[], None]) -> None:
        from lhl_assistant.tui.confirm import Confirm

        def answered(yes: bool | None) -> None:
            if yes:
                then()

        self.app.push_screen(Confirm(question), answered)

    async def _tell_about(self) -> None:
        told_about = await about(self.app)
        if self.is_attached:
            self.query_one("#about", Static).update(told_about)


class _Choices(RadioSet):
    def to_chosen(self) -> None:
        """Begin at what holds."""
        self._selected = max(0, self.pressed_index)


class _Choice(RadioButton):
    """One choice, in the planner's form; the chosen one is told from the others without colour."""

    BUTTON_INNER = "○"

    def __init__(self, name: Said, chosen: bool) -> None:
        super().__init__(Content(name.nb), chosen)
        self._of = name

    def on_mount(self) -> None:
        """Speak it."""
        self.watch(self.app, "form", self._speak)

    def watch_value(self) -> None:
        """Fill the mark of the chosen one."""
        self.BUTTON_INNER = "●" if self.value else "○"
        super().watch_value()

    def _speak(self) -> None:
        words = told(self, self._of)
        self.label = Content(words[:1].upper() + words[1:])


def _save(file: Path, step: Step) -> list[Said]:
    from lhl_assistant.library.backup import save

    count = save(file, places.home(), step)
    return [Said(f"Skrevet til {file} ({count} filer).", f"Skrive til {file} ({count} filer).")]


def _restore(file: Path, step: Step) -> list[Said]:
    from lhl_assistant.library.backup import index_again, restore

    count = restore(file, places.home(), step)
    index_again(step)
    return [Said(f"Hentet tilbake ({count} filer).", f"Henta tilbake ({count} filer).")]
