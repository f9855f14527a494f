"""The conversations that are kept: found, opened and deleted; and one of them written to a file."""

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from textual.binding import Binding, BindingType

from lhl_assistant import places
from lhl_assistant.answer.kept import Conversations
from lhl_assistant.answer.transcript import transcript
from lhl_assistant.answer.turns import Kept
from lhl_assistant.errors import InputUnusable, PlannerError
from lhl_assistant.safe import safe
from lhl_assistant.said import Said
from lhl_assistant.tui.confirm import Confirm
from lhl_assistant.tui.picker.screen import Choice, Picker

_TITLE = Said("Samtalene dine · Ctrl+X sletter den som er merket", "Samtalane dine · Ctrl+X slettar den som er merkt")


def find(words: str) -> Sequence[Choice[str]]:
    """The conversations with a turn that has all the words; all of them for no words, the newest first."""
    kept = Conversations(places.home())
    if words.strip():
        return [_choice(k, turns[0].question) for k, turns in kept.find(words)]
    return [_choice(k, k.turns[0].question) for k in kept.all()]


def _choice(kept: Kept, question: str) -> Choice[str]:
    began, count = kept.turns[0].at.astimezone(), len(kept.turns)
    return Choice(kept.id, safe(question), f"{began:%d.%m.%Y kl. %H.%M} · {count} spørsmål")


def write(id: str, file: Path) -> None:
    """Write the conversation as Markdown. Raises InputUnusable where the file exists or cannot be written."""
    text = safe(transcript(Conversations(places.home()).read(id)))
    try:
        with file.open("x", encoding="utf-8", newline="\n") as new:
            new.write(text)
    except FileExistsError as error:
        raise InputUnusable(
            Said(
                f"Filen «{file}» finnes fra før. Velg et annet navn.",
                f"Fila «{file}» finst frå før. Vel eit anna namn.",
            )
        ) from error
    except OSError as error:
        raise InputUnusable(
            Said(
                f"Filen «{file}» kan ikke skrives. Velg en annen plass.",
                f"Fila «{file}» kan ikkje skrivast. Vel ein annan plass.",
            )
        ) from error


class ConversationPicker(Picker[str]):
    """Dismissed with the id of the conversation to open."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+x", "delete", "", show=False, priority=True)]

    def __init__(self) -> None:
        super().__init__(_TITLE, find)

    def action_delete(self) -> None:
        """Delete the marked one, if the planner says yes."""
        chosen = self.marked
        if chosen is None:
            return

        def answered(yes: bool | None) -> None:
            if yes:
                try:
                    Conversations(places.home()).delete(chosen.value)
                except PlannerError as error:
                    self.notify(error.message, markup=False)
                self.again()

        question = Said(f"Slette samtalen «{chosen.name}» for godt?", f"Slette samtalen «{chosen.name}» for godt?")
        self.app.push_screen(Confirm(question), answered)
