"""Words on the screen that follow the planner's form of Norwegian."""

from textual.content import Content
from textual.dom import DOMNode
from textual.widgets import Static

from lhl_assistant.said import Form, Said
from lhl_assistant.tui.norwegian import Norwegian


def form(node: DOMNode) -> Form:
    """The form that the app speaks now."""
    app = node.app
    return app.form if isinstance(app, Norwegian) else "nb"


def told(node: DOMNode, said: Said) -> str:
    """``said`` in the form that the app speaks now."""
    return said.in_(form(node))


class Phrase(Static):
    """A sentence of ours."""

    def __init__(self, said: Said, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(Content(said.nb), id=id, classes=classes)
        self.said = said

    def on_mount(self) -> None:
        """Speak, and speak anew when the form changes."""
        self.watch(self.app, "form", self._speak)

    def say(self, said: Said) -> None:
        """Show another sentence."""
        self.said = said
        self._speak()

    def _speak(self) -> None:
        self.update(Content(told(self, self.said)))
