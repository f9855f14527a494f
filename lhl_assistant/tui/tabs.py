"""The tabs, in order. A tab is here only when its screen exists; the others of F2–F7 wait for theirs."""

from dataclasses import dataclass
from importlib import import_module

from lhl_assistant.said import Said
from lhl_assistant.tui.actions.model import Action
from lhl_assistant.tui.pane import Pane


@dataclass(frozen=True, slots=True)
class Tab:
    """A tab and where its pane is found; the module is imported when the tab is first shown."""

    id: str
    key: str
    name: Said
    module: str
    pane: str
    twin: str

    def load(self) -> type[Pane]:
        """The pane's class."""
        found: type[Pane] = getattr(import_module(self.module), self.pane)
        return found

    @property
    def action(self) -> Action:
        """Going there."""
        return Action(
            f"go('{self.id}')",
            Said(f"Gå til {self.name.nb}", f"Gå til {self.name.nn}"),
            Said(f"Vis fanen {self.name.nb}.", f"Vis fana {self.name.nn}."),
            self.key,
            self.name,
            (self.twin,),
        )


TABS = (
    Tab("spør", "f2", Said("Spør", "Spør"), "lhl_assistant.tui.ask.pane", "AskPane", "lhl samtale"),
    Tab("utkast", "f3", Said("Utkast", "Utkast"), "lhl_assistant.tui.draft.pane", "DraftPane", "lhl utkast vis"),
    Tab("sjekk", "f4", Said("Sjekk", "Sjekk"), "lhl_assistant.tui.check.pane", "CheckPane", "lhl sjekk"),
    Tab(
        "verksted",
        "f5",
        Said("Verksted", "Verkstad"),
        "lhl_assistant.tui.workshop.pane",
        "WorkshopPane",
        "lhl verksted vis",
    ),
    Tab("kilder", "f6", Said("Kilder", "Kjelder"), "lhl_assistant.tui.sources.pane", "SourcesPane", "lhl kilder list"),
    Tab(
        "innstillinger",
        "f7",
        Said("Innstillinger", "Innstillingar"),
        "lhl_assistant.tui.settings.pane",
        "SettingsPane",
        "lhl indeks status",
    ),
)
