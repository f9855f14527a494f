"""The tab where a plan is drafted: its standing above, its tree on the left, what is marked in it on the right."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.css.query import NoMatches
from textual.widgets import Button, OptionList, Static, Tree
from textual.widgets.option_list import Option

from lhl_assistant.errors import InputUnusable, PlannerError
from lhl_assistant.said import Said
from lhl_assistant.sources.model import Span
from lhl_assistant.tui.actions.model import Action
from lhl_assistant.tui.app import Assistant
from lhl_assistant.tui.confirm import Confirm
from lhl_assistant.tui.draft import actions, choosing, kept, telling, work
from lhl_assistant.tui.draft.opened import OpenPlan, open_plan
from lhl_assistant.tui.draft.outline import Outline
from lhl_assistant.tui.draft.standing import standing
from lhl_assistant.tui.files.refusing import homeless
from lhl_assistant.tui.files.screen import PathScreen
from lhl_assistant.tui.pane import Pane
from lhl_assistant.tui.phrase import Phrase, form, told
from lhl_assistant.tui.picker.screen import Picker
from lhl_assistant.tui.reading.view import Reader
from lhl_assistant.tui.report import Report
from lhl_assistant.tui.working import Step

if TYPE_CHECKING:
    from lhl_assistant.answer.model import Answer
    from lhl_assistant.plan.document.model import Chapter, Measure, Plan, Strategy
    from lhl_assistant.plan.draft.suggest import Suggestion
    from lhl_assistant.plan.draft.templates import MeasureQuestions
    from lhl_assistant.plan.link.propose import Linked
    from lhl_assistant.tui.draft.begin import Wanted

_WIDE, _SHORT = 100, 120
_HELLO = Said("Fra mål til tiltak", "Frå mål til tiltak")
_HOW = Said(
    "Her blir planen til. Du får utkast til alle kapitler, med kilder, og velger strategier og tiltak blant forslag "
    "fra andre kommuner. Det bare kommunen vet, står som [FYLL INN: …]. Planen er én fil som du eier, og alt du "
    "endrer, blir lagret med en gang.",
    "Her blir planen til. Du får utkast til alle kapittel, med kjelder, og vel strategiar og tiltak blant forslag frå "
    "andre kommunar. Det berre kommunen veit, står som [FYLL INN: …]. Planen er éi fil som du eig, og alt du endrar, "
    "blir lagra med ein gong.",
)
_NEW, _OPEN = Said("Lag en ny plan …", "Lag ein ny plan …"), Said("Åpne en plan …", "Opne ein plan …")
_OPEN_TITLE = Said("Åpne en plan", "Opne ein plan")
_OPEN_HOW = Said("Hvor ligger planens fil (.yaml)?", "Kvar ligg fila til planen (.yaml)?")
_MAKING = Said("Skriver kapitler", "Skriv kapittel")
_MADE = Said("Planen er laget. Velg strategier og tiltak med Ctrl+F.", "Planen er laga. Vel strategiar med Ctrl+F.")
_SUGGESTED = Said("Forslag", "Forslag")
_FOR = Said("Forslag til {}", "Forslag til {}")
_TICK = Said("Enter tar med eller fjerner · Esc lukker", "Enter tek med eller fjernar · Esc lukkar")
_NO_ITEM = Said("Velg en strategi eller et tiltak i treet først.", "Vel ein strategi eller eit tiltak i treet først.")
_NO_PLAN = Said("Åpne eller lag en plan først.", "Opne eller lag ein plan først.")
_NO_GAPS = Said("Alt er fylt inn.", "Alt er fylt inn.")
_NOTHING_OLD = Said("Det er ingen eldre utgaver ennå.", "Det er ingen eldre utgåver enno.")
_RESTORED = Said("Utgaven er hentet tilbake.", "Utgåva er henta tilbake.")
_CHANGED = Said(
    "Filen var endret utenfor programmet og er lest på nytt.", "Fila var endra utanfor programmet og er lesen på nytt."
)
_TEXT_HINT = Said(
    "Blank linje gir nytt avsnitt, «## » en overskrift, «- » et punkt. [k1] viser til kilde k1.",
    "Blank linje gir nytt avsnitt, «## » ei overskrift, «- » eit punkt. [k1] viser til kjelde k1.",
)
_ITEM_HINT = Said("Én setning er best.", "Éi setning er best.")
_WRITE_IT = Said("Skriv teksten", "Skriv teksten")
_SAVE_TITLE = Said("Lag dokumentet", "Lag dokumentet")
_SAVE_HOW = Said("Hva skal filen hete, og hvor skal den ligge?", "Kva skal fila heite, og kvar skal ho liggje?")
_TEMPLATE_HOW = Said("Hvor ligger kommunens Word-mal?", "Kvar ligg Word-malen til kommunen?")
_EXPORTING = Said("Skriver dokumentet", "Skriv dokumentet")
_TABLES_TITLE = Said("Befolkningstall", "Folketal")
_TABLES_HOW = Said(
    "Hvor ligger tabellene? Du kan dra flere filer hit.", "Kvar ligg tabellane? Du kan dra fleire filer hit."
)
_COUNTING = Said("Leser befolkningstall", "Les folketal")
_COUNTED = Said("Befolkningstallene er tatt inn.", "Folketala er tekne inn.")
_WRITTEN = Said("Tomme kapitler har fått utkast.", "Tomme kapittel har fått utkast.")
_LINKED = Said(
    "Alt har fått et forslag til plass. Bekreft dem med Ctrl+P.",
    "Alt har fått forslag til plass. Stadfest dei med Ctrl+P.",
)
_USED = Said("Svaret står i planen, med henvisninger.", "Svaret står i planen, med tilvisingar.")


class DraftPane(Pane):
    """A plan and all that is done with it."""

    app: Assistant
    ACTIONS = actions.ACTIONS
    HOW = Said(
        "Til venstre står planen som et tre: kapitler, strategier og tiltak. □ betyr at noe skal fylles inn, ? at "
        "plassen i reformen ikke er bekreftet. Enter viser det som er merket, Ctrl+E redigerer det.\n\n"
        "Ctrl+F viser forslag til strategier og tiltak for innsatsområdet du står i, med hvem som har gjort det før. "
        "Enter tar med et forslag eller fjerner det.\n\n"
        "Øverst ser du dekningen av de 25 løsningene: ✓ har strategi og tiltak, ○ bare det ene, · ingen av delene; og "
        "hva som mangler. Alt blir lagret i planens fil med en gang, og eldre utgaver blir tatt vare på.",
        "Til venstre står planen som eit tre: kapittel, strategiar og tiltak. □ tyder at noko skal fyllast inn, ? at "
        "plassen i reforma ikkje er stadfesta. Enter viser det som er merkt, Ctrl+E redigerer det.\n\n"
        "Ctrl+F viser forslag til strategiar og tiltak for innsatsområdet du står i, med kven som har gjort det før. "
        "Enter tek med eit forslag eller fjernar det.\n\n"
        "Øvst ser du dekninga av dei 25 løysingane: ✓ har strategi og tiltak, ○ berre det eine, · ingen av delane; og "
        "kva som manglar. Alt blir lagra i fila til planen med ein gong, og eldre utgåver blir tekne vare på.",
    )
    DEFAULT_CSS = """
    DraftPane #draft-start { padding: 1 2; max-width: 90; }
    DraftPane #draft-start .hello { text-style: bold; color: $primary; }
    DraftPane #draft-start .how { padding: 1 0; }
    DraftPane #draft-start Button {
        border: none; height: 1; background: $panel; color: $foreground; padding: 0 1; margin: 0 0 1 0;
    }
    DraftPane #draft-start Button:focus {
        background: $chosen-background; color: $chosen-foreground; text-style: bold; background-tint: $background 0%;
    }
    DraftPane #standing { height: auto; max-height: 4; padding: 0 1; background: $panel; }
    DraftPane Outline {
        width: 45%; max-width: 62; height: 1fr; background: $background; border-right: solid $line; padding: 0 0 0 1;
        scrollbar-size-vertical: 1; overflow-x: hidden;
    }
    DraftPane Outline > .tree--cursor, DraftPane Outline:focus > .tree--cursor {
        background: $picked-background; color: $foreground; text-style: none;
    }
    DraftPane Outline:focus > .tree--cursor { text-style: bold; }
    DraftPane Outline > .tree--highlight-line, DraftPane Outline > .tree--highlight { text-style: none; }
    DraftPane Outline, DraftPane Outline:focus { background-tint: $background 0%; }
    DraftPane #shown { width: 1fr; height: 1fr; padding: 0 0 0 1; }
    DraftPane #item { height: 1fr; scrollbar-size-vertical: 1; }
    DraftPane #item-about { height: auto; max-width: 90; padding: 0 1 1 0; }
    DraftPane #offer { height: 1fr; }
    DraftPane #offer-title { text-style: bold; color: $primary; height: 1; }
    DraftPane #offered {
        height: 2fr; background: $background; border: none; padding: 0; scrollbar-size-vertical: 1;
    }
    DraftPane #offer-from { height: 1fr; min-height: 5; border-top: solid $line; scrollbar-size-vertical: 1; }
    DraftPane #offer-about { height: auto; padding: 0 1 0 0; }
    DraftPane.narrow Outline { width: 1fr; max-width: 100%; border: none; }
    DraftPane.narrow #shown { display: none; }
    DraftPane.narrow.open Outline { display: none; }
    DraftPane.narrow.open #shown { display: block; }
    """

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._open: OpenPlan | None = None
        self._suggestions: Sequence[Suggestion] = ()
        self._questions: MeasureQuestions | None = None
        self._offered: list[Suggestion] = []
        self._offering = False
        self._waiting: Answer | None = None
        self._gap = -1

    def compose(self) -> ComposeResult:
        """How to begin; and when a plan is open, how far it has come, its tree, and what is marked."""
        with Vertical(id="draft-start"):
            yield Phrase(_HELLO, classes="hello")
            yield Phrase(_HOW, classes="how")
            yield Button(told(self, _NEW), id="draft-new", compact=True)
            yield Button(told(self, _OPEN), id="draft-open", compact=True)
        with Vertical(id="draft"):
            yield Static(id="standing")
            with Horizontal():
                yield Outline(id="outline")
                with Vertical(id="shown"):
                    yield Reader(id="chapter")
                    with VerticalScroll(id="item"):
                        yield Static(id="item-about")
                    with Vertical(id="offer"):
                        yield Static(id="offer-title")
                        yield OptionList(id="offered")
                        with VerticalScroll(id="offer-from", can_focus=False):
                            yield Static(id="offer-about")
                        yield Phrase(_TICK, classes="quiet")

    def on_mount(self) -> None:
        """Open the plan that was open when the app was left."""
        self.query_one("#draft").display = False
        self.watch(self.app, "form", self._speak, init=False)
        left = Path(self.app.left.plan)
        if self.app.left.plan and left.is_file():
            self.run_worker(self.open(left), group="open")

    def enter(self) -> None:
        """To the tree, else to the buttons; a plan that was changed outside is read anew."""
        if self._open is None:
            self.screen.set_focus(self.query_one("#draft-new"))
            return
        covered = self.has_class("narrow") and self.has_class("open")
        self.screen.set_focus(self._right if covered or self._offering else self.query_one(Outline))
        self.run_worker(self._refresh(), group="open")

    def on_resize(self) -> None:
        """Fold tree and text into one where there is room for one."""
        self.set_class(self.size.width < _WIDE, "narrow")

    @property
    def plan(self) -> "Plan | None":
        """The plan that is open."""
        return self._open.plan if self._open else None

    async def open(self, path: Path) -> None:
        """Open the plan at ``path``; an answer that waits for one is put into it."""
        try:
            self._open = await open_plan(path)
        except PlannerError as error:
            self._refused(error)
            return
        self.app.remember(plan=str(path.absolute()))
        self.query_one("#draft-start").display = False
        self.query_one("#draft").display = True
        self._offering = False
        self.remove_class("open")
        self._speak()
        if self.display:
            self.screen.set_focus(self.query_one(Outline))
        if begun := kept.kept(self._open.path):
            self._write(begun[0], begun[1])
        answer, self._waiting = self._waiting, None
        if answer is not None:
            self.use(answer)

    def _refused(self, error: PlannerError) -> None:
        if len(error.said.nb) < _SHORT:
            self.app.tell(error.said, wrong=True)
        else:
            lines = zip(error.said.nb.splitlines(), error.said.nn.splitlines(), strict=False)
            self.app.push_screen(Report(_OPEN_TITLE, [Said(nb, nn) for nb, nn in lines]))

    async def _refresh(self) -> None:
        if self._open is not None:
            try:
                if await self._open.again():
                    self._speak()
                    self.app.tell(_CHANGED)
            except PlannerError as error:
                self._refused(error)

    async def change(self, change: "Callable[[Plan], Plan]", mark: str | None = None) -> bool:
        """Change the plan, save it, and show it; whether that could be done."""
        if self._open is None:
            return False
        try:
            await self._open.change(change)
        except PlannerError as error:
            self._refused(error)
            await self._refresh()
            return False
        if mark is not None:
            self.query_one(Outline).mark(mark)
        self._speak()
        return True

    def _change(self, change: "Callable[[Plan], Plan]", mark: str | None = None) -> None:
        self.run_worker(self.change(change, mark), group="change")

    def _speak(self) -> None:
        """All words, in the form that the app speaks now."""
        self.query_one("#draft-new", Button).label = told(self, _NEW)
        self.query_one("#draft-open", Button).label = told(self, _OPEN)
        if self._open is None:
            return
        self.query_one("#standing", Static).update(standing(self._open, form(self)))
        self.query_one(Outline).show(self._open.plan, form(self))
        self._show()
        self.app.offer()

    @property
    def _chapter(self) -> "Chapter | None":
        marked = self.query_one(Outline).marked
        return next((c for c in self._open.plan.chapters if c.id == marked), None) if self._open else None

    @property
    def _item(self) -> "Linked | None":
        from lhl_assistant.plan.link.propose import linked

        marked = self.query_one(Outline).marked
        return next((e for e in linked(self._open.plan) if e.item.id == marked), None) if self._open else None

    @property
    def _area(self) -> int | None:
        """The innsatsområde that the planner stands in."""
        chapter, entry = self._chapter, self._item
        return chapter.area if chapter else entry.link.area if entry and entry.link else None

    @property
    def _right(self) -> Reader | VerticalScroll | OptionList:
        if self._offering:
            return self.query_one("#offered", OptionList)
        return self.query_one("#chapter", Reader) if self._chapter else self.query_one("#item", VerticalScroll)

    @on(Tree.NodeHighlighted)
    def _glimpsed(self) -> None:
        self._show()
        self.app.offer()

    def _show(self, quote: Span | None = None) -> None:
        """Show what is marked, or the suggestions, beside the tree."""
        if self._open is None:
            return
        chapter, entry = self._chapter, self._item
        self.query_one("#offer").display = self._offering
        self.query_one("#chapter").display = not self._offering and chapter is not None
        self.query_one("#item").display = not self._offering and chapter is None
        if self._offering:
            self._list()
        elif chapter is not None:
            text = telling.chapter_text(chapter, self._open.plan, form(self))
            self.query_one("#chapter", Reader).show(text, None, quote)
        elif entry is not None:
            about = telling.item(entry, self._open.plan, self._open.reform, form(self))
            self.query_one("#item-about", Static).update(about)
        else:
            self.query_one("#item-about", Static).update("")

    @on(Tree.NodeSelected)
    def _selected(self) -> None:
        self.action_read()

    def action_read(self) -> None:
        """To the text of what is marked."""
        if self._open is not None:
            self._offering = False
            self._show()
            self.add_class("open")
            self.screen.set_focus(self._right)
            self.app.offer()

    def action_back(self) -> None:
        """Stop what is going on, else close the suggestions or the text."""
        if self.app.working.busy:
            self.app.working.stop()
            return
        self._offering = False
        self.remove_class("open")
        self._show()
        if self._open is not None:
            self.screen.set_focus(self.query_one(Outline))
        self.app.offer()

    def action_edit(self) -> None:
        """Write in the chapter, strategy or measure that is marked."""
        from lhl_assistant.plan.document.model import Measure

        chapter, entry = self._chapter, self._item
        if chapter is not None:
            self._write(chapter.id)
        elif entry is not None and isinstance(entry.item, Measure):
            self._fill_in(entry.item)
        elif entry is not None:
            self._write(entry.item.id)

    def _write(self, id: str, begun: str | None = None) -> None:
        """Write the text of a chapter or strategy, from where it was ``begun``."""
        from lhl_assistant.plan.document.changing import with_text
        from lhl_assistant.tui.draft.writing import TextScreen

        if self._open is None:
            return
        path = self._open.path
        written_in: tuple[Chapter | Strategy, ...] = (*self._open.plan.chapters, *self._open.plan.strategies)
        texts = {x.id: x for x in written_in}
        if id not in texts:
            kept.forget()
            return
        before = texts[id].text
        title = next((c.title for c in self._open.plan.chapters if c.id == id), "")
        named = Said(title, title) if title else _WRITE_IT

        async def save(text: str) -> None:
            if await self.change(lambda plan: with_text(plan, id, text), id):
                kept.forget()

        def written(text: str | None) -> None:
            if text is None:
                kept.forget()
            else:
                kept.keep(path, id, text)
                self.run_worker(save(text), group="change")

        hint = _TEXT_HINT if title else _ITEM_HINT
        screen = TextScreen(named, before, begun, lambda text: kept.keep(path, id, text), hint)
        self.app.push_screen(screen, written)

    def _fill_in(self, measure: "Measure") -> None:
        """Fill in the fields of a measure."""
        from lhl_assistant.plan.document.changing import with_fields
        from lhl_assistant.tui.draft.writing import MeasureScreen

        def filled(fields: dict[str, str] | None) -> None:
            if fields:
                self._change(lambda plan: with_fields(plan, measure.id, **fields))

        self.app.push_screen(MeasureScreen(measure), filled)

    async def action_suggest(self) -> None:
        """Show suggestions for the innsatsområde that the planner stands in."""
        if self._open is None:
            self.app.tell(_NO_PLAN)
            return
        try:
            self._suggestions, self._questions = await self.app.desk.do(work.proposed)
        except PlannerError as error:
            self._refused(error)
            return
        self._offering = True
        self.add_class("open")
        self._show()
        offered = self.query_one("#offered", OptionList)
        offered.highlighted = 0 if self._offered else None
        self.screen.set_focus(offered)
        self.app.offer()

    def _list(self) -> None:
        """The suggestions, with a tick before those that are in the plan."""
        from lhl_assistant.plan.draft.suggest import taken

        if self._open is None:
            return
        area, plan = self._area, self._open.plan
        name = f"{area} {self._open.reform.area(area).name.in_(form(self))}" if area else ""
        title = told(self, _FOR).format(name) if name else told(self, _SUGGESTED)
        self.query_one("#offer-title", Static).update(Content(title))
        self._offered = [s for s in self._suggestions if area in (None, s.area)]
        offered = self.query_one("#offered", OptionList)
        at = offered.highlighted
        offered.clear_options()
        lines = [telling.suggestion_line(s, taken(s, plan), form(self)) for s in self._offered]
        offered.add_options([Option(line) for line in lines])
        if at is not None and self._offered:
            offered.highlighted = min(at, len(self._offered) - 1)

    @on(OptionList.OptionHighlighted, "#offered")
    def _offered_about(self, event: OptionList.OptionHighlighted) -> None:
        about = telling.suggestion_about(self._offered[event.option_index], form(self))
        self.query_one("#offer-about", Static).update(about)

    @on(OptionList.OptionSelected, "#offered")
    def _take_or_drop(self, event: OptionList.OptionSelected) -> None:
        from lhl_assistant.plan.draft.suggest import take, taken_as

        if self._open is None or self._questions is None:
            return
        suggestion, questions = self._offered[event.option_index], self._questions
        there = taken_as(suggestion, self._open.plan)
        if there is None:
            self._change(lambda plan: take(suggestion, plan, questions, work.today()))
        else:
            self._drop(there)

    def _drop(self, id: str) -> None:
        """Take a strategy or measure out, if the planner says yes."""
        from lhl_assistant.plan.document.changing import without
        from lhl_assistant.plan.link.propose import linked

        text = next((e.item.text for e in linked(self._open.plan) if e.item.id == id), id) if self._open else id

        def answered(yes: bool | None) -> None:
            if yes:
                self._change(lambda plan: without(plan, id))

        self.app.push_screen(Confirm(Said(f"Fjerne «{text}» fra planen?", f"Fjerne «{text}» frå planen?")), answered)

    def action_drop(self) -> None:
        """Take what is marked out of the plan."""
        if (entry := self._item) is None or self._offering:
            self.app.tell(_NO_ITEM)
        else:
            self._drop(entry.item.id)

    async def action_place(self) -> None:
        """Confirm the proposed place in the reform, or choose another."""
        from lhl_assistant.plan.link.decide import choose, confirm

        entry = self._item
        if entry is None or self._open is None:
            self.app.tell(_NO_ITEM)
            return
        id = entry.item.id
        if entry.link is None and await self._propose():
            entry = self._item or entry

        def chosen(place: str | None) -> None:
            if place == choosing.CONFIRM:
                self._change(lambda plan: confirm(_with_own_link(plan, id), id, work.today()))
            elif place is not None:
                self._change(lambda plan: choose(plan, id, place, work.today()))

        listed = choosing.places(entry, self._open.plan, self._open.reform, form(self))
        self.app.push_screen(Picker(choosing.PLACE, choosing.among(listed)), chosen)

    async def _propose(self) -> bool:
        """Propose a place for everything that has none; whether that could be done."""
        from lhl_assistant.plan.link.propose import link_all

        try:
            sorter = await self.app.desk.do(work.sorter)
        except PlannerError as error:
            self._refused(error)
            return False
        return await self.change(lambda plan: link_all(plan, sorter, work.today()))

    async def action_link(self) -> None:
        """Propose a place for all that has none."""
        if await self._propose():
            self.app.tell(_LINKED)

    def action_add(self) -> None:
        """Add a strategy or measure in the planner's own words."""
        from lhl_assistant.tui.draft.writing import TextScreen

        async def add(kind: str, text: str) -> None:
            from lhl_assistant.plan.document.model import Measure, Strategy
            from lhl_assistant.plan.link import decide

            try:
                sorter = await self.app.desk.do(work.sorter)
            except PlannerError as error:
                self._refused(error)
                return
            made: list[str] = []

            def added(plan: "Plan") -> "Plan":
                cls = Strategy if kind == choosing.STRATEGY else Measure
                for line in filter(None, (" ".join(line.split()) for line in text.splitlines())):
                    plan, id = decide.add(plan, line, cls, sorter, work.today())
                    made.append(id)
                return plan

            if await self.change(added) and made:
                self.query_one(Outline).mark(made[-1])

        def chosen(kind: str | None) -> None:
            def written(text: str | None) -> None:
                if kind is not None and text and text.strip():
                    self.run_worker(add(kind, text), group="change")

            if kind is not None:
                self.app.push_screen(TextScreen(_WRITE_IT, "", None, lambda _: None, _ITEM_HINT), written)

        if self._open is None:
            self.app.tell(_NO_PLAN)
        else:
            self.app.push_screen(Picker(choosing.ADD, choosing.among(choosing.kinds(form(self)))), chosen)

    def action_gap(self) -> None:
        """To the next place that only the municipality can fill in."""
        from lhl_assistant.plan.document.gaps import GAP, gaps

        if self._open is None:
            return
        found = gaps(self._open.plan)
        if not found:
            self.app.tell(_NO_GAPS)
            return
        self._gap = (self._gap + 1) % len(found)
        place = found[self._gap].place
        before = sum(1 for g in found[: self._gap] if g.place == place)
        self._offering = False
        self.add_class("open")

        async def show() -> None:
            self.query_one(Outline).mark(place)
            await self._settled(place)
            chapter, at = self._chapter, self._open
            if chapter is not None and at is not None:
                text = telling.chapter_text(chapter, at.plan, form(self))
                spans = [Span(*match.span()) for match in GAP.finditer(text)]
                self._show(spans[before] if before < len(spans) else None)
            self.app.offer()
            self.app.tell(found[self._gap].asks)

        self.run_worker(show(), group="show", exclusive=True)

    async def _settled(self, id: str) -> None:
        """Wait, a moment at most, until ``id`` is marked in the tree."""
        import asyncio

        for _ in range(50):
            if self.query_one(Outline).marked == id:
                return
            await asyncio.sleep(0.01)

    def action_export(self) -> None:
        """Write the plan, its case paper or its letter."""
        if self._open is None:
            self.app.tell(_NO_PLAN)
            return
        path = self._open.path

        def chosen(document: choosing.Document | None) -> None:
            if document is None:
                return
            if document.template:
                screen = PathScreen(_SAVE_TITLE, _TEMPLATE_HOW, f"{path.parent}/", (".docx", ".dotx"))
                self.app.push_screen(screen, lambda paths: ask(document, paths[0]) if paths else None)
            else:
                ask(document, None)

        def ask(document: choosing.Document, template: Path | None) -> None:
            name = path.stem if document.what == "plan" else f"{path.stem}-{document.what}"
            screen = PathScreen(
                _SAVE_TITLE, _SAVE_HOW, str(path.with_name(f"{name}{document.suffix}")), refuse=homeless
            )
            self.app.push_screen(screen, lambda paths: self._send(document, paths[0], template) if paths else None)

        listed = choosing.among(choosing.documents(form(self)))
        self.app.push_screen(Picker(choosing.EXPORT, listed), chosen)

    def _send(self, document: choosing.Document, file: Path, template: Path | None) -> None:
        from lhl_assistant.plan.document.gaps import gaps

        if self._open is None:
            return
        plan, left = self._open.plan, len(gaps(self._open.plan))

        def write(_: Step) -> list[Said]:
            listed = ", ".join(str(p) for p in work.send(plan, file, document.what, template))
            return [
                Said(
                    f"Skrevet: {listed}. Steder som ikke er fylt inn: {left}.",
                    f"Skrive: {listed}. Stader som ikkje er fylte inn: {left}.",
                )
            ]

        self.app.work(_EXPORTING, write)

    @on(Button.Pressed, "#draft-new")
    def action_new(self) -> None:
        """Make a new plan and open it."""
        from lhl_assistant.tui.draft.begin import BeginScreen

        def chosen(wanted: "Wanted | None") -> None:
            if wanted is None:
                return
            made: list[Path] = []

            def make(step: Step) -> list[Said]:
                work.create(wanted, step)
                made.append(wanted.file)
                return [_MADE]

            async def after() -> None:
                if made:
                    await self.open(made[0])

            self.app.work(_MAKING, make, after)

        self.app.push_screen(BeginScreen(), chosen)

    @on(Button.Pressed, "#draft-open")
    def action_open(self) -> None:
        """Let the planner name a plan's file."""

        def named(paths: list[Path] | None) -> None:
            if paths:
                self.run_worker(self.open(paths[0]), group="open")

        begun = f"{self._open.path.parent if self._open else Path.cwd()}/"
        self.app.push_screen(PathScreen(_OPEN_TITLE, _OPEN_HOW, begun, (".yaml", ".yml")), named)

    def action_write(self) -> None:
        """Draft the chapters that are empty."""
        self._with_work(_MAKING, work.written, _WRITTEN)

    def _with_work(self, what: Said, do: "Callable[[Plan, Step], Plan]", said: Said) -> None:
        """Make another plan of it in a thread, with a bar, and save that."""
        if self._open is None:
            self.app.tell(_NO_PLAN)
            return
        before, made = self._open.plan, list["Plan"]()

        def make(step: Step) -> list[Said]:
            made.append(do(before, step))
            return [said]

        def unchanged(plan: "Plan") -> "Plan":
            if plan != before:
                raise InputUnusable(
                    Said("Planen ble endret imens. Prøv igjen.", "Planen vart endra imens. Prøv igjen.")
                )
            return made[0]

        async def after() -> None:
            if made:
                await self.change(unchanged)

        self.app.work(what, make, after)

    def action_population(self) -> None:
        """Take the population into the plan."""

        def count(tables: Sequence[Path]) -> None:
            self._with_work(_COUNTING, lambda plan, _: work.with_tables(plan, tables), _COUNTED)

        def chosen(online: bool | None) -> None:
            if online:
                count(())
            elif online is not None:
                screen = PathScreen(_TABLES_TITLE, _TABLES_HOW)
                self.app.push_screen(screen, lambda paths: count(paths) if paths else None)

        if self._open is None:
            self.app.tell(_NO_PLAN)
        else:
            listed = choosing.among(choosing.figures(form(self)))
            self.app.push_screen(Picker(choosing.POPULATION, listed), chosen)

    def action_history(self) -> None:
        """Put an earlier version in the plan's place."""
        if self._open is None:
            self.app.tell(_NO_PLAN)
            return
        listed = choosing.versions(self._open.path)
        if not listed:
            self.app.tell(_NOTHING_OLD)
            return

        async def restore(version: Path) -> None:
            if self._open is not None:
                try:
                    await self._open.restore(version)
                except PlannerError as error:
                    self._refused(error)
                    return
                self._speak()
                self.app.tell(_RESTORED)

        def chosen(version: Path | None) -> None:
            if version is not None:
                self.run_worker(restore(version), group="change")

        self.app.push_screen(Picker(choosing.HISTORY, choosing.among(listed)), chosen)

    async def action_check(self) -> None:
        """Check the plan in its own tab."""
        if self._open is None:
            self.app.tell(_NO_PLAN)
            return
        await self.app.action_go("sjekk")
        from lhl_assistant.tui.check.pane import CheckPane

        pane = self.app.pane
        if isinstance(pane, CheckPane):
            pane.check(self._open.path)

    def use(self, answer: "Answer") -> None:
        """Put an answer where the planner wants it; where no plan is open, as soon as one is."""
        if self._open is None:
            self._waiting = answer
            self.app.tell(_NO_PLAN)
            return

        async def as_item(kind: str) -> None:
            from lhl_assistant.plan.document.model import Measure, Strategy
            from lhl_assistant.plan.draft import using

            try:
                sorter = await self.app.desk.do(work.sorter)
            except PlannerError as error:
                self._refused(error)
                return
            made: list[str] = []

            def added(plan: "Plan") -> "Plan":
                cls = Strategy if kind == choosing.STRATEGY else Measure
                changed, id = using.as_item(answer, cls, plan, sorter, work.today())
                made.append(id)
                return changed

            if await self.change(added):
                self.query_one(Outline).mark(made[-1])
                self.app.tell(_USED)

        async def at_end(chapter: str) -> None:
            from lhl_assistant.plan.draft import using

            if await self.change(lambda plan: using.in_chapter(answer, chapter, plan), chapter):
                self.app.tell(_USED)

        def chosen(home: str | None) -> None:
            if home in (choosing.STRATEGY, choosing.MEASURE):
                self.run_worker(as_item(home), group="change")
            elif home is not None:
                self.run_worker(at_end(home), group="change")

        listed = choosing.among(choosing.homes(answer, self._open.plan, form(self)))
        self.app.push_screen(Picker(choosing.USE, listed), chosen)

    def actions(self) -> tuple[Action, ...]:
        """Less what needs a plan, a strategy or a measure where there is none."""
        try:
            away = self.has_class("open") or self._offering or self.app.working.busy
            item = self._item is not None and not self._offering
        except NoMatches:
            return ()
        if self._open is None:
            return actions.WITHOUT_PLAN
        leave_out = (*(() if item else actions.OF_ITEM), *((actions.READ,) if away else (actions.BACK,)))
        return tuple(a for a in self.ACTIONS if a not in leave_out)


def _with_own_link(plan: "Plan", id: str) -> "Plan":
    """The plan with the link that holds for ``id`` as its own, so that it can be confirmed."""
    from lhl_assistant.plan.link.propose import changed, linked

    held = next((e.link for e in linked(plan) if e.item.id == id), None)
    return changed(plan, id, lambda link: link or held)
