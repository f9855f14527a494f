"""The tab that the room looks at: the question, what has been said, the clock, and the line that is typed in."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from textwrap import shorten
from typing import TYPE_CHECKING

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Button, Input, Static
from textual.widgets.option_list import Option

from lhl_assistant import places
from lhl_assistant.errors import LibraryUnavailable, PlannerError
from lhl_assistant.reform.load import load
from lhl_assistant.safe import safe
from lhl_assistant.said import Form, Said
from lhl_assistant.tui.actions.model import Action
from lhl_assistant.tui.app import Assistant
from lhl_assistant.tui.files.refusing import Refuse, absent, homeless, parentless
from lhl_assistant.tui.pane import Pane
from lhl_assistant.tui.phrase import Phrase, form, told
from lhl_assistant.tui.working import Step
from lhl_assistant.tui.workshop import actions, others, papers
from lhl_assistant.tui.workshop.line import Line
from lhl_assistant.tui.workshop.look import CSS
from lhl_assistant.tui.workshop.said_list import SaidList
from lhl_assistant.tui.workshop.said_list import told as told_line

if TYPE_CHECKING:
    from lhl_assistant.reform.model import Reform
    from lhl_assistant.workshop.room import Room
    from lhl_assistant.workshop.state import Contribution

_HELLO = Said("Et verksted: møtet der folk sier hva de vil", "Ein verkstad: møtet der folk seier kva dei vil")
_HOW = Said(
    "Ctrl+B lager et verksted med kjøreplan. Etterpå står spørsmålet her med store bokstaver, og alt som blir sagt, "
    "kommer på skjermen etter hvert som du skriver.",
    "Ctrl+B lagar ein verkstad med køyreplan. Etterpå står spørsmålet her med store bokstavar, og alt som blir sagt, "
    "kjem på skjermen etter kvart som du skriv.",
)
_WRITE = Said("Skriv det som blir sagt, og trykk Enter", "Skriv det som blir sagt, og trykk Enter")
_LIST_KEYS = Said(
    "1–5 flytter, 0 er utenfor · + og - stemmer · J like, U ulike · Tab tilbake",
    "1–5 flytter, 0 er utanfor · + og - røyster · J like, U ulike · Tab tilbake",
)
_ASK = Said("Slette innspillet for godt, alle steder?", "Slette innspelet for godt, alle stader?")
_OFTEN_S = 15.0
_OF_PAIR = 60
"""How much is shown of each of a pair, in characters."""
_LEAST_FOR_SAID = 6
_MOST_WHEN_SMALL = 16
"""The rows that the question may have in a window where half of it would be too few."""


class WorkshopPane(Pane):
    """The big screen."""

    app: Assistant
    ACTIONS = actions.ACTIONS
    HOW = Said(
        "Skriv ett innspill på hver linje og trykk Enter. Hver linje er lagret på disken før den vises, og blir "
        "sortert etterpå. «?» betyr at plassen er usikker, og hva det ellers kan være.\n\n"
        "Pil opp går til det som er sagt. Der flytter 1–5 til et innsatsområde og 0 utenfor, + og - teller stemmer, og "
        "J eller U svarer på om to er like. Tab går tilbake til linjen.\n\n"
        "Gjør skriften i vinduet stor: med 100 tegn i bredden kan spørsmålet leses på åtte meter.",
        "Skriv eitt innspel på kvar linje og trykk Enter. Kvar linje er lagra på disken før ho blir vist, og blir "
        "sortert etterpå. «?» tyder at plassen er usikker, og kva det elles kan vere.\n\n"
        "Pil opp går til det som er sagt. Der flytter 1–5 til eit innsatsområde og 0 utanfor, + og - tel røyster, og "
        "J eller U svarer på om to er like. Tab går tilbake til linja.\n\n"
        "Gjer skrifta i vindauget stor: med 100 teikn i breidda kan ein lese spørsmålet på åtte meter.",
    )
    DEFAULT_CSS = CSS

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._room: Room | None = None
        self._reform: Reform = load(places.bundled("knowledge") / "reform.yaml")
        self._question = 0
        self._drawn: tuple[str, int, int] | None = None
        self._listed: list[str] = []

    def compose(self) -> ComposeResult:
        """How to begin; and when there is a workshop, the question, what is said, and the line."""
        with Vertical(id="workshop-start"):
            yield Phrase(_HELLO, classes="hello")
            yield Phrase(_HOW, classes="how")
            yield Button(told(self, actions.NEW.name), id="workshop-new", compact=True)
        with Vertical(id="workshop"):
            yield Static(id="question")
            with Horizontal(id="workshop-status"):
                yield Static(id="theme")
                yield Static(id="clock")
            yield SaidList(self)
            yield Static(id="pair")
            yield Line(self.say)

    def on_mount(self) -> None:
        """Open the newest workshop, where there is one."""
        self.watch(self.app, "form", self._show, init=False)
        self.set_interval(_OFTEN_S, self._show_clock)
        from lhl_assistant.workshop.folder import all_states

        known = all_states()
        if known:
            self.open(known[0][0])
        self._show()

    def enter(self) -> None:
        """To the line, else to the button."""
        self.screen.set_focus(self.query_one("#line" if self._room else "#workshop-new"))

    def on_resize(self) -> None:
        """Letters as large as there is room for, and lines as long."""
        self._show_question()
        self._show_said()

    def on_key(self, event: events.Key) -> None:
        """Up from the line goes to the last that was said."""
        if event.key == "up" and self.screen.focused is self.query_one("#line") and self._listed:
            said = self.query_one(SaidList)
            said.highlighted = len(self._listed) - 1
            self.screen.set_focus(said)
            event.stop()

    def open(self, path: Path) -> None:
        """Show the workshop whose journal is at ``path``; what a power cut left unsorted is sorted."""
        from lhl_assistant.workshop.folder import table_of
        from lhl_assistant.workshop.room import Room
        from lhl_assistant.workshop.session import Session

        try:
            self._room = Room(Session(path, table_of(path)))
        except PlannerError as error:
            self.app.tell(error.said, wrong=True)
            return
        self._question = 0
        self._show()
        self.app.offer()
        self.run_worker(self._sort_rest(), group="sorting")

    @on(Button.Pressed, "#workshop-new")
    def _begun(self) -> None:
        self.action_new()

    def say(self, words: str) -> bool:
        """Keep what was typed; on disk when this returns. False where it could not be kept."""
        if self._room is None:
            return False
        try:
            one = self._room.say(words, self._area)
        except PlannerError as error:
            self.app.tell(error.said, wrong=True)
            return False
        self._show()
        self.run_worker(self._sorted(one.id), group="sorting")
        return True

    async def _sorted(self, id: str) -> None:
        """Sort it, unless it was taken back meanwhile."""
        room = self._room
        if room is not None:
            await self._in_thread(lambda: room.sort(id) if room.state.find(id) else None)
            self._show()

    async def _sort_rest(self) -> None:
        if self._room is not None:
            await self._in_thread(lambda: self._room and self._room.sort_rest())
            self._show()

    async def _in_thread(self, do: Callable[[], object]) -> None:
        try:
            await asyncio.to_thread(do)
        except PlannerError as error:
            self.app.tell(error.said, wrong=isinstance(error, LibraryUnavailable))

    @property
    def _marked(self) -> "Contribution | None":
        at = self.query_one(SaidList).highlighted
        if self._room is None or at is None or at >= len(self._listed):
            return None
        return self._room.state.find(self._listed[at])

    @property
    def _area(self) -> int | None:
        return self._room.state.setup.areas[self._question] if self._room else None

    def place(self, area: int | None) -> None:
        """Move the marked contribution, and learn from it."""
        one, room = self._marked, self._room
        if one is None or room is None:
            return

        async def moved() -> None:
            await self._in_thread(lambda: room.place(one.id, area))
            self._show()

        self.run_worker(moved(), group="sorting")

    def vote(self, more: int) -> None:
        """Count a vote for the marked contribution, or take one back."""
        one = self._marked
        if one is not None and self._room is not None:
            self._room.session.vote(one.id, max(0, one.votes_at(self._room.session.table) + more))
            self._show()

    def judge(self, same: bool) -> None:
        """Answer whether the offered pair says the same."""
        pair = next(self._room.pairs(), None) if self._room else None
        if pair is not None and self._room is not None:
            do = self._room.session.join if same else self._room.session.keep_apart
            do(pair[0].id, pair[1].id)
            self._show()

    def action_next_question(self) -> None:
        """Ask about the next area."""
        self._after_typing(lambda: self._turn(1))

    def action_question_before(self) -> None:
        """Ask about the area before."""
        self._after_typing(lambda: self._turn(-1))

    def _turn(self, by: int) -> None:
        if self._room is not None:
            self._question = (self._question + by) % len(self._room.state.setup.areas)
            self._show()

    def action_undo(self) -> None:
        """Take back the last thing done at this table."""
        self._after_typing(self._undo)

    def _after_typing(self, do: Callable[[], None]) -> None:
        """Do it when the line has read the keys that were pressed before."""
        self.query_one(Line).call_later(do)

    def _undo(self) -> None:
        from lhl_assistant.workshop.journal.words import told as act_told

        if self._room is None:
            return
        done = self._room.undo()
        if done is None:
            self.app.tell(Said("Det er ingenting å angre.", "Det er ingenting å angre."))
        else:
            words = getattr(done, "text", "")
            what = Said(words, words) if words else act_told(done, {})
            self.app.tell(Said(f"Tatt tilbake: {what.nb}", f"Teke tilbake: {what.nn}"))
        self._show()

    def action_others(self) -> None:
        """What the reform and other municipalities have done about the theme."""
        area, language = self._area, self._language
        if area is None:
            return

        async def shown() -> None:
            from lhl_assistant.tui.report import Report
            from lhl_assistant.workshop.elsewhere import elsewhere

            try:
                answer = await self.app.desk.do(lambda searcher: elsewhere(searcher, self._reform, area, language))
            except PlannerError as error:
                self.app.tell(error.said, wrong=True)
                return
            self.app.push_screen(Report(others.TITLE, list(others.lines(answer))))

        self.run_worker(shown(), group="others")

    def action_new(self) -> None:
        """Make a workshop."""
        from lhl_assistant.tui.workshop.begin import BeginScreen, Wanted

        def made(wanted: Wanted | None) -> None:
            from lhl_assistant.workshop.planning import new_file, usual
            from lhl_assistant.workshop.session import begin

            if wanted is None:
                return
            try:
                self.open(begin(new_file(), usual(wanted.municipality, wanted.day, form(self))).path)
                self.enter()
            except PlannerError as error:
                self.app.tell(error.said, wrong=True)

        self.app.push_screen(BeginScreen(), made)

    def action_choose(self) -> None:
        """Open another workshop."""
        from lhl_assistant.tui.files.screen import PathScreen
        from lhl_assistant.workshop.folder import SUFFIX, folder

        title = Said("Hvilket verksted?", "Kva verkstad?")
        how = Said("Filene i mappen er verkstedene, nyeste sist.", "Filene i mappa er verkstadene, dei nyaste sist.")
        self.app.push_screen(
            PathScreen(title, how, f"{folder()}/", (SUFFIX,)), lambda p: self.open(p[0]) if p else None
        )

    def action_sheets(self) -> None:
        """Write the sheets."""
        title, begun = Said("Hvilken mappe?", "Kva mappe?"), f"{Path.home()}/ark"
        self._with_path(title, begun, lambda room, path, _: papers.sheets(room, self._reform, path), parentless)

    def action_bring_in(self) -> None:
        """Bring in lines from paper."""
        self._with_path(Said("Hvilken fil?", "Kva fil?"), f"{Path.home()}/", papers.bring_in)

    def action_merge(self) -> None:
        """Bring in another table's file."""
        self._with_path(Said("Hvilket bords fil?", "Fila til kva bord?"), f"{Path.home()}/", papers.merge)

    def action_report(self) -> None:
        """Write the report."""
        title, begun = Said("Hvor skal rapporten ligge?", "Kvar skal rapporten liggje?"), f"{Path.home()}/rapport.docx"
        self._with_path(title, begun, lambda room, path, _: papers.report(room, self._reform, path), homeless)

    def action_delete(self) -> None:
        """Delete the marked contribution everywhere."""
        from lhl_assistant.tui.confirm import Confirm
        from lhl_assistant.workshop.after.linking import delete

        one, room = self._marked, self._room
        if one is None or room is None:
            return

        def answered(yes: bool | None) -> None:
            if yes:
                for said in delete(room.session, one.code):
                    self.app.tell(said)
                self._show()

        self.app.push_screen(Confirm(_ASK), answered)

    def _with_path(
        self, title: Said, begun: str, do: "Callable[[Room, Path, Step], list[Said]]", refuse: Refuse = absent
    ) -> None:
        """Ask for a path and work on it in a thread."""
        from lhl_assistant.tui.files.screen import PathScreen

        room = self._room
        if room is None:
            return

        async def after() -> None:
            room.session.refresh()
            self._show()

        def named(paths: list[Path] | None) -> None:
            if paths:
                self.app.work(title, lambda step: do(room, paths[0], step), after)

        how = Said("Skriv eller lim inn. Enter velger.", "Skriv eller lim inn. Enter vel.")
        self.app.push_screen(PathScreen(title, how, begun, refuse=refuse), named)

    def actions(self) -> tuple[Action, ...]:
        """Less what needs a workshop while there is none."""
        need = () if self._room is not None else actions.NEED_WORKSHOP
        return tuple(a for a in self.ACTIONS if a not in need)

    @property
    def _language(self) -> Form:
        return self._room.state.setup.language if self._room else form(self)

    def _show(self) -> None:
        opened = self._room is not None
        self.query_one("#workshop-start").display = not opened
        self.query_one("#workshop").display = opened
        if not opened:
            return
        self._show_question()
        self._show_clock()
        self._show_said()
        self.query_one("#line", Input).placeholder = _WRITE.in_(form(self))

    def _show_question(self) -> None:
        from lhl_assistant.tui.workshop.letters import fitted
        from lhl_assistant.workshop.before.texts import material

        if self._room is None or self._area is None or not self.size.width:
            return
        asked = material().questions.area(self._area).main.in_(self._language)
        rows = max(4, self.size.height // 2, min(_MOST_WHEN_SMALL, self.size.height - _LEAST_FOR_SAID))
        if self._drawn == (drawn := (asked, self.size.width, rows)):
            return
        self._drawn = drawn
        large = fitted(asked, self.size.width - 2, rows)
        self.query_one("#question", Static).update(Content("\n".join(large) if large else asked))

    def _show_clock(self) -> None:
        from lhl_assistant.workshop.clock import now

        if self._room is None or self._area is None:
            return
        clock = now(self._room.state.setup, self._reform)
        self.query_one("#clock", Static).update(Content(clock.in_(self._language)))
        name = self._reform.area(self._area).name.in_(self._language)
        count = len(self._room.state.spoken)
        table = "" if self._room.session.table == "ordstyrer" else f" · {safe(self._room.session.table)}"
        said = Said(f"{self._area} {name} · {count} innspill{table}", f"{self._area} {name} · {count} innspel{table}")
        self.query_one("#theme", Static).update(Content(said.in_(self._language)))

    def _show_said(self) -> None:
        if self._room is None:
            return
        listed = self.query_one(SaidList)
        at = listed.highlighted
        last = at is None or at >= len(self._listed) - 1
        contributions = self._room.state.contributions
        self._listed = [c.id for c in contributions]
        listed.set_options([Option(told_line(c, self.size.width)) for c in contributions])
        listed.highlighted = (len(contributions) - 1 if last else at) if contributions else None
        listed.scroll_end(animate=False) if last else None
        self._show_pair()

    def _show_pair(self) -> None:
        pair = next(self._room.pairs(), None) if self._room else None
        keys = _LIST_KEYS.in_(form(self))
        if pair is None:
            text = keys if isinstance(self.screen.focused, SaidList) else ""
        else:
            alike = Said("Kan være like", "Kan vere like").in_(form(self))
            one, other = (shorten(safe(c.text), _OF_PAIR, placeholder=" …") for c in pair)
            text = f"{alike}: «{one}» – «{other}» (↑, J/U)"
        self.query_one("#pair", Static).update(Content(text))
