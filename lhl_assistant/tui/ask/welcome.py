"""What stands where the conversation will be: what this is, and something to begin with."""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from lhl_assistant.said import Said
from lhl_assistant.tui.phrase import Phrase, told

_HELLO = Said("Hva vil du vite?", "Kva vil du vite?")
_HOW = Said(
    "Spør om planen, reformen eller andres erfaringer. Hver setning i svaret har et tall, [1], som viser hvor den "
    "står. Står det ikke i kildene, sier svaret det.",
    "Spør om planen, reforma eller røynslene til andre. Kvar setning i svaret har eit tal, [1], som viser kvar ho "
    "står. Står det ikkje i kjeldene, seier svaret det.",
)
_TRY = Said("Prøv for eksempel", "Prøv til dømes")
EXAMPLES = (
    Said("Hva er hverdagsmestring?", "Kva er kvardagsmeistring?"),
    Said(
        "Hvem har ansvaret for frivilligsentralen i Balsfjord?", "Kven har ansvaret for frivilligsentralen i Balsfjord?"
    ),
    Said("Hva må være på plass i en plan?", "Kva må vere på plass i ein plan?"),
    Said("Hvilke tiltak har Lesja for mat og måltider?", "Kva tiltak har Lesja for mat og måltid?"),
    Said(
        "Hva er forskjellen på Leve hele livet og Bo trygt hjemme?",
        "Kva er skilnaden på Leve heile livet og Bu trygt heime?",
    ),
)


class Welcome(Vertical):
    """Shown while nothing is asked."""

    class Chosen(Message):
        """A question to begin with was clicked."""

        def __init__(self, question: str) -> None:
            super().__init__()
            self.question = question

    def compose(self) -> ComposeResult:
        """The words and the questions."""
        yield Phrase(_HELLO, classes="hello")
        yield Phrase(_HOW, classes="how")
        yield Phrase(_TRY, classes="heading")
        for example in EXAMPLES:
            yield _Example(example)


class _Example(Static):
    def __init__(self, question: Said) -> None:
        super().__init__(classes="example")
        self._question = question

    def on_mount(self) -> None:
        """Speak the planner's form."""
        self.watch(self.app, "form", self._speak)

    def _speak(self) -> None:
        self.update(Content.assemble(("› ", "$primary"), told(self, self._question)))

    def on_click(self) -> None:
        """Ask it."""
        self.post_message(Welcome.Chosen(told(self, self._question)))
