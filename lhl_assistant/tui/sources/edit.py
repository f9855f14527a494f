"""What is said of an own source, to be corrected."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Select

from lhl_assistant.library.facts import Facts
from lhl_assistant.said import Said
from lhl_assistant.sources.kinds import kind_words, status_words
from lhl_assistant.sources.model import Kind, Source, Status
from lhl_assistant.tui.phrase import Phrase, told

_TITLE = Said("Rett opplysningene om kilden", "Rett opplysningane om kjelda")
_FIELDS = (Said("Tittel", "Tittel"), Said("Utgiver", "Utgjevar"), Said("År", "År"))
_STATUS, _KIND = Said("Status", "Status"), Said("Type", "Type")
_KEYS = Said("Tab går videre · Enter lagrer · Esc lukker", "Tab går vidare · Enter lagrar · Esc lukkar")
_YEAR = Said("Skriv året med fire siffer, for eksempel 2023.", "Skriv året med fire siffer, til dømes 2023.")
_YEARS = range(1800, 2101)


class EditScreen(ModalScreen[Facts | None]):
    """Dismissed with what was changed, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "", show=False),
        Binding("ctrl+s", "save", "", show=False, priority=True),
    ]

    def __init__(self, source: Source) -> None:
        super().__init__()
        self._source = source

    def compose(self) -> ComposeResult:
        """A line for each."""
        s = self._source
        with Vertical(classes="box"):
            yield Phrase(_TITLE, classes="title")
            with VerticalScroll(can_focus=False, classes="fields"):
                for name, id, value in zip(
                    _FIELDS, ("title", "issuer", "year"), (s.title, s.issuer, str(s.year or "")), strict=True
                ):
                    yield Phrase(name, classes="name")
                    yield Input(value, id=id, compact=True, select_on_focus=False)
                yield Phrase(_STATUS, classes="name")
                statuses = [(Content(told(self, status_words(v))), v) for v in Status]
                yield Select(statuses, value=s.status, allow_blank=False, id="status", compact=True)
                yield Phrase(_KIND, classes="name")
                kinds = [(Content(told(self, kind_words(v))), v) for v in Kind]
                yield Select(kinds, value=s.kind, allow_blank=False, id="kind", compact=True)
            yield Phrase(_KEYS, classes="keys")

    @on(Input.Submitted)
    def action_save(self) -> None:
        """Done, if the year is one."""
        title, issuer, year = (self.query_one(f"#{id}", Input).value.strip() for id in ("title", "issuer", "year"))
        if year and not (year.isdecimal() and int(year) in _YEARS):
            self.notify(told(self, _YEAR), markup=False, severity="warning")
            return
        s = self._source
        status, kind = self.query_one("#status", Select).value, self.query_one("#kind", Select).value
        self.dismiss(
            Facts(
                title=title if title and title != s.title else None,
                issuer=issuer if issuer and issuer != s.issuer else None,
                year=int(year) if year and int(year) != s.year else None,
                status=status if isinstance(status, Status) and status != s.status else None,
                kind=kind if isinstance(kind, Kind) and kind != s.kind else None,
            )
        )

    def action_close(self) -> None:
        """Change nothing."""
        self.dismiss(None)
