"""The source beside the answer: what it is, and the passage with the quote marked."""

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from lhl_assistant.safe import safe
from lhl_assistant.said import Said
from lhl_assistant.sources.model import Span
from lhl_assistant.tui.phrase import Phrase, form, told
from lhl_assistant.tui.reading.view import Reader

if TYPE_CHECKING:
    from lhl_assistant.answer.model import Citation
    from lhl_assistant.tui.ask.excerpt import Excerpt

_NOTHING = Said(
    "Her ser du kilden når du velger et tall i svaret, med mus eller Tab.",
    "Her ser du kjelda når du vel eit tal i svaret, med mus eller Tab.",
)
_CHANGED = Said(
    "Kilden er endret eller fjernet siden svaret ble gitt. Dette ble sitert:",
    "Kjelda er endra eller fjerna sidan svaret vart gitt. Dette vart sitert:",
)
_PAGE = Said("side {}", "side {}")
_ROW = Said("rad {}", "rad {}")


class Beside(Vertical):
    """Shows one citation at a time."""

    def __init__(self) -> None:
        super().__init__(id="beside")
        self.citation: Citation | None = None
        self._gone = False

    def compose(self) -> ComposeResult:
        """What it is, then the passage."""
        yield Phrase(_NOTHING, id="nothing")
        yield Static(id="facts")
        yield Phrase(_CHANGED, id="changed")
        yield Reader(id="passage")

    def on_mount(self) -> None:
        """Speak the planner's form."""
        self.watch(self.app, "form", self._speak)

    def show(self, citation: "Citation | None", found: "Excerpt | None") -> None:
        """Show the citation with the section around it, or the quote alone where that is gone."""
        self.citation, self._gone = citation, found is None
        self._speak()
        reader = self.query_one(Reader)
        if citation is None:
            return
        if found is None:
            reader.show(citation.quote, None, Span(0, len(citation.quote)))
        else:
            reader.show(found.text, found.within, found.quote, citation.summary, found.titles)

    def _speak(self) -> None:
        shown = self.citation is not None
        self.query_one("#nothing").display = not shown
        self.query_one("#facts").display = shown
        self.query_one("#changed").display = shown and self._gone
        self.query_one(Reader).display = shown
        if self.citation is not None:
            self.query_one("#facts", Static).update(self._facts(self.citation))

    def _facts(self, c: "Citation") -> Content:
        from lhl_assistant.answer.frame import frame
        from lhl_assistant.answer.sourcing import ORIGINALS, basis, facts

        words = frame(form(self))
        told_facts = [*facts(c, words.form), *([words.unconfirmed.lower()] if c.unconfirmed else [])]
        place = [*c.heading[1:]]
        if c.page is not None:
            place.append(told(self, _PAGE).format(c.page))
        if c.row is not None:
            place.append(told(self, _ROW).format(c.row))
        lines = [
            ((f"[{c.id}] ", "bold $primary"), (safe(c.title), "bold")),
            ((" · ".join(map(safe, told_facts)), "$quiet"),),
            ((safe(basis(c, words, ORIGINALS)), ""),),
            ((safe(" › ".join(place)), ""),),
            ((safe(c.url or ""), "$quiet"),),
        ]
        return Content("\n").join(Content.assemble(*line) for line in lines if line[-1][0])
