"""The plan, its case paper or its letter, as a file to send."""

from pathlib import Path
from typing import TYPE_CHECKING

from lhl_assistant.said import Said
from lhl_assistant.tui.draft import choosing, work
from lhl_assistant.tui.files.refusing import homeless
from lhl_assistant.tui.files.screen import PathScreen
from lhl_assistant.tui.picker.screen import Picker
from lhl_assistant.tui.working import Step

if TYPE_CHECKING:
    from lhl_assistant.tui.draft.drafting import Drafting

_SAVE_TITLE = Said("Lag dokumentet", "Lag dokumentet")
_SAVE_HOW = Said("Hva skal filen hete, og hvor skal den ligge?", "Kva skal fila heite, og kvar skal ho liggje?")
_TEMPLATE_HOW = Said("Hvor ligger kommunens Word-mal?", "Kvar ligg Word-malen til kommunen?")
_EXPORTING = Said("Skriver dokumentet", "Skriv dokumentet")


def export(at: "Drafting") -> None:
    """Let the planner choose what, on which template and where, and write it."""
    opened = at.needed()
    if opened is None:
        return
    path = opened.path

    def chosen(document: choosing.Document | None) -> None:
        if document is not None and document.template:
            screen = PathScreen(_SAVE_TITLE, _TEMPLATE_HOW, f"{path.parent}/", (".docx", ".dotx"))
            at.app.push_screen(screen, lambda paths: ask(document, paths[0]) if paths else None)
        elif document is not None:
            ask(document, None)

    def ask(document: choosing.Document, template: Path | None) -> None:
        name = path.stem if document.what == "plan" else f"{path.stem}-{document.what}"
        begun = str(path.with_name(f"{name}{document.suffix}"))
        screen = PathScreen(_SAVE_TITLE, _SAVE_HOW, begun, refuse=homeless)
        at.app.push_screen(screen, lambda paths: _send(at, document, paths[0], template) if paths else None)

    at.app.push_screen(Picker(choosing.EXPORT, choosing.among(choosing.documents(at.app.form))), chosen)


def _send(at: "Drafting", document: choosing.Document, file: Path, template: Path | None) -> None:
    from lhl_assistant.plan.document.gaps import gaps
    from lhl_assistant.workshop.privacy.in_plan import told

    if at.open is None:
        return
    plan, left = at.open.plan, len(gaps(at.open.plan))

    def write(_: Step) -> list[Said]:
        listed = ", ".join(str(p) for p in work.send(plan, file, document.what, template))
        nb = f"Skrevet: {listed}. Steder som ikke er fylt inn: {left}."
        found = told(plan) if document.what == "plan" else []
        return [Said(nb, f"Skrive: {listed}. Stader som ikkje er fylte inn: {left}."), *found]

    at.app.work(_EXPORTING, write)
