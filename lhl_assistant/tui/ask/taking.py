"""An answer, or the whole conversation, taken elsewhere: to the clipboard, to a file, into the plan."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from lhl_assistant.errors import PlannerError
from lhl_assistant.said import Said

if TYPE_CHECKING:
    from lhl_assistant.answer.model import Answer
    from lhl_assistant.tui.app import Assistant
    from lhl_assistant.tui.ask.memory import Memory

_COPIED = Said(
    "Kopiert: {}. Kommer det ikke med når du limer inn, kan du lagre samtalen med Ctrl+S.",
    "Kopiert: {}. Kjem det ikkje med når du limer inn, kan du lagre samtalen med Ctrl+S.",
)
_MARKED = Said("det du har merket", "det du har merkt")
_WITH_SOURCES = Said("det siste svaret med kilder", "det siste svaret med kjelder")
_WITHOUT_SOURCES = Said("det siste svaret uten kilder", "det siste svaret utan kjelder")
_NO_ANSWER = Said(
    "Det er ikke noe svar å bruke ennå. Still et spørsmål først.",
    "Det er ikkje noko svar å bruke enno. Still eit spørsmål først.",
)
_SAVE_TITLE = Said("Lagre samtalen", "Lagre samtalen")
_SAVE_HOW = Said("Hva skal filen hete, og hvor skal den ligge?", "Kva skal fila heite, og kvar skal ho liggje?")


def copy(app: "Assistant", selected: str, answer: "Answer | None", sources: bool) -> None:
    """Copy what is ``selected``, else the answer; without ``sources`` always the answer."""
    if sources and selected:
        app.copy_to_clipboard(selected)
        what = _MARKED
    elif answer is not None:
        from lhl_assistant.tui.ask.copying import copied

        app.copy_to_clipboard(copied(answer, sources))
        what = _WITH_SOURCES if sources else _WITHOUT_SOURCES
    else:
        app.action_help_quit()
        return
    app.tell(Said(_COPIED.nb.format(what.nb), _COPIED.nn.format(what.nn)))


def save(app: "Assistant", memory: "Memory | None") -> None:
    """Write the conversation to a file that the planner names."""
    if memory is None or not memory.answers:
        app.tell(_NO_ANSWER)
        return
    from lhl_assistant.tui.ask.keeping import write
    from lhl_assistant.tui.files.refusing import taken
    from lhl_assistant.tui.files.screen import PathScreen

    def named(paths: list[Path] | None) -> None:
        if not paths:
            return
        try:
            write(memory.id, paths[0])
            app.tell(Said(f"Samtalen er skrevet til {paths[0]}.", f"Samtalen er skriven til {paths[0]}."))
        except PlannerError as error:
            app.tell(error.said, wrong=True)

    begun = str(Path.home() / f"samtale-{datetime.now():%Y-%m-%d-%H%M}.md")
    app.push_screen(PathScreen(_SAVE_TITLE, _SAVE_HOW, begun, refuse=taken), named)


async def use(app: "Assistant", answer: "Answer | None") -> None:
    """Put the answer into the plan that is being drafted."""
    if answer is None or not answer.blocks:
        app.tell(_NO_ANSWER)
        return
    await app.action_go("utkast")
    from lhl_assistant.tui.draft.pane import DraftPane

    pane = app.pane
    if isinstance(pane, DraftPane):
        pane.use(answer)
