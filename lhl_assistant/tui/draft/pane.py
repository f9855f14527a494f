"""The tab where a plan is drafted: its standing above, its tree on the left, what is marked in it on the right."""

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.css.query import NoMatches
from textual.widgets import Button, Static, Tree

from lhl_assistant.errors import PlannerError
from lhl_assistant.said import Said
from lhl_assistant.tui.actions.model import Action
from lhl_assistant.tui.app import Assistant
from lhl_assistant.tui.draft import actions, editing, filling, kept, making, placing, sending, telling, using, work
from lhl_assistant.tui.draft.beside import Beside
from lhl_assistant.tui.draft.drafting import Drafting
from lhl_assistant.tui.draft.gap import Next, next_gap, spans
from lhl_assistant.tui.draft.look import CSS
from lhl_assistant.tui.draft.offer import Offer
from lhl_assistant.tui.draft.opened import open_plan
from lhl_assistant.tui.draft.outline import Outline
from lhl_assistant.tui.draft.standing import standing
from lhl_assistant.tui.pane import Pane
from lhl_assistant.tui.phrase import Phrase, form, told

if TYPE_CHECKING:
    from lhl_assistant.answer.model import Answer
    from lhl_assistant.plan.document.model import Chapter, Plan
    from lhl_assistant.plan.draft.templates import MeasureQuestions
    from lhl_assistant.plan.link.propose import Linked

_WIDE = 100
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
_NO_ITEM = Said("Velg en strategi eller et tiltak i treet først.", "Vel ein strategi eller eit tiltak i treet først.")
_NO_GAPS = Said("Alt er fylt inn.", "Alt er fylt inn.")


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
    DEFAULT_CSS = CSS

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._at = Drafting(self.app, self._renew)
        self._questions: MeasureQuestions | None = None
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
                yield Beside()

    def on_mount(self) -> None:
        """Open the plan that was open when the app was left."""
        self.query_one("#draft").display = False
        self.watch(self.app, "form", self._speak, init=False)
        left = Path(self.app.left.plan)
        if self.app.left.plan and left.is_file():
            self.run_worker(self.open(left), group="open")

    def enter(self) -> None:
        """To the tree, else to the buttons; a plan that was changed outside is read anew."""
        if self._at.open is None:
            self.screen.set_focus(self.query_one("#draft-new"))
            return
        covered = self.has_class("narrow") and self.has_class("open")
        self.screen.set_focus(self._beside.shown if covered or self._offering else self.query_one(Outline))
        self.run_worker(self._at.refresh(), group="open")

    def on_resize(self) -> None:
        """Fold tree and text into one where there is room for one."""
        self.set_class(self.size.width < _WIDE, "narrow")

    @property
    def plan(self) -> "Plan | None":
        """The plan that is open."""
        return self._at.open.plan if self._at.open else None

    async def open(self, path: Path) -> None:
        """Open the plan at ``path``; an answer that waits for one is put into it."""
        try:
            self._at.open = await open_plan(path)
        except PlannerError as error:
            self._at.refused(error)
            return
        self.app.remember(plan=str(path.absolute()))
        self.query_one("#draft-start").display = False
        self.query_one("#draft").display = True
        self._offering = False
        self.remove_class("open")
        self._speak()
        if self.display:
            self.screen.set_focus(self.query_one(Outline))
        if begun := kept.kept(self._at.open.path):
            editing.write(self._at, begun[0], begun[1])
        answer, self._waiting = self._waiting, None
        if answer is not None:
            self.use(answer)

    def use(self, answer: "Answer") -> None:
        """Put an answer where the planner wants it; where no plan is open, as soon as one is."""
        if self._at.needed() is None:
            self._waiting = answer
        else:
            using.use(self._at, answer)

    def _renew(self, mark: str | None) -> None:
        if mark is not None:
            self.query_one(Outline).mark(mark)
        self._speak()

    def _speak(self) -> None:
        """All words, in the form that the app speaks now."""
        self.query_one("#draft-new", Button).label = told(self, _NEW)
        self.query_one("#draft-open", Button).label = told(self, _OPEN)
        if self._at.open is None:
            return
        self.query_one("#standing", Static).update(standing(self._at.open, form(self)))
        self.query_one(Outline).show(self._at.open.plan, form(self))
        self._show()
        self.app.offer()

    @property
    def _chapter(self) -> "Chapter | None":
        marked = self.query_one(Outline).marked
        return next((c for c in self.plan.chapters if c.id == marked), None) if self.plan else None

    @property
    def _item(self) -> "Linked | None":
        from lhl_assistant.plan.link.propose import linked

        marked = self.query_one(Outline).marked
        return next((e for e in linked(self.plan) if e.item.id == marked), None) if self.plan else None

    @property
    def _area(self) -> int | None:
        """The innsatsområde that the planner stands in."""
        chapter, entry = self._chapter, self._item
        return chapter.area if chapter else entry.link.area if entry and entry.link else None

    @property
    def _beside(self) -> Beside:
        return self.query_one(Beside)

    @on(Tree.NodeHighlighted)
    def _glimpsed(self) -> None:
        self._show()
        self.app.offer()

    def _show(self) -> None:
        """Show what is marked, or the suggestions, beside the tree."""
        at, chapter = self._at.open, self._chapter
        if at is None:
            return
        if self._offering:
            self._beside.offer(at, self._area)
        elif chapter is not None:
            self._beside.chapter(chapter, at)
        else:
            self._beside.item(self._item, at)

    @on(Tree.NodeSelected)
    def _selected(self) -> None:
        self.action_read()

    def action_read(self) -> None:
        """To the text of what is marked."""
        if self._at.open is not None:
            self._offering = False
            self._show()
            self.add_class("open")
            self.screen.set_focus(self._beside.shown)
            self.app.offer()

    def action_back(self) -> None:
        """Stop what is going on, else close the suggestions or the text."""
        if self.app.working.busy:
            self.app.working.stop()
            return
        self._offering = False
        self.remove_class("open")
        self._show()
        if self._at.open is not None:
            self.screen.set_focus(self.query_one(Outline))
        self.app.offer()

    def action_edit(self) -> None:
        """Write in the chapter, strategy or measure that is marked."""
        from lhl_assistant.plan.document.model import Measure

        chapter, entry = self._chapter, self._item
        if chapter is not None:
            editing.write(self._at, chapter.id)
        elif entry is not None and isinstance(entry.item, Measure):
            editing.fill_in(self._at, entry.item)
        elif entry is not None:
            editing.write(self._at, entry.item.id)

    async def action_suggest(self) -> None:
        """Show suggestions for the innsatsområde that the planner stands in."""
        if self._at.needed() is None:
            return
        offer = self.query_one(Offer)
        try:
            offer.suggestions, self._questions = await self.app.desk.do(work.proposed)
        except PlannerError as error:
            self._at.refused(error)
            return
        self._offering = True
        self.add_class("open")
        self._show()
        self.screen.set_focus(self._beside.shown)
        self.app.offer()

    @on(Offer.Chosen)
    def _take_or_drop(self, event: Offer.Chosen) -> None:
        from lhl_assistant.plan.draft.suggest import take, taken_as

        if self.plan is None or self._questions is None:
            return
        suggestion, questions = event.suggestion, self._questions
        if (there := taken_as(suggestion, self.plan)) is None:
            self._at.soon(self._at.change(lambda plan: take(suggestion, plan, questions, work.today())))
        else:
            editing.drop(self._at, there)

    def action_drop(self) -> None:
        """Take what is marked out of the plan."""
        if (entry := self._item) is None or self._offering:
            self.app.tell(_NO_ITEM)
        else:
            editing.drop(self._at, entry.item.id)

    async def action_place(self) -> None:
        """Confirm the proposed place in the reform, or choose another."""
        if (entry := self._item) is None:
            self.app.tell(_NO_ITEM)
        else:
            await placing.place(self._at, entry)

    async def action_link(self) -> None:
        """Propose a place for all that has none."""
        await placing.link(self._at)

    def action_add(self) -> None:
        """Add a strategy or measure in the planner's own words."""
        editing.add(self._at)

    def action_gap(self) -> None:
        """To the next place that only the municipality can fill in."""
        found = next_gap(self.plan, self._gap) if self.plan else None
        if found is None:
            self.app.tell(_NO_GAPS)
            return
        self._gap = found.number
        self._offering = False
        self.add_class("open")
        self.run_worker(self._to_gap(found), group="show", exclusive=True)

    async def _to_gap(self, found: Next) -> None:
        self.query_one(Outline).mark(found.place)
        await self._settled(found.place)
        chapter, at = self._chapter, self._at.open
        if chapter is not None and at is not None:
            places = spans(telling.chapter_text(chapter, at.plan, form(self)))
            self._beside.chapter(chapter, at, places[found.within] if found.within < len(places) else None)
        if self.has_class("narrow"):
            self.screen.set_focus(self._beside.shown)
        self.app.offer()
        self.app.tell(found.asks)

    async def _settled(self, id: str) -> None:
        """Wait, a moment at most, until ``id`` is marked in the tree."""
        for _ in range(50):
            if self.query_one(Outline).marked == id:
                return
            await asyncio.sleep(0.01)

    def action_export(self) -> None:
        """Write the plan, its case paper or its letter."""
        sending.export(self._at)

    @on(Button.Pressed, "#draft-new")
    def action_new(self) -> None:
        """Make a new plan and open it."""
        making.begin(self._at, self.open)

    @on(Button.Pressed, "#draft-open")
    def action_open(self) -> None:
        """Let the planner name a plan's file."""
        making.choose(self._at, self.open)

    def action_write(self) -> None:
        """Draft the chapters that are empty."""
        filling.chapters(self._at)

    def action_population(self) -> None:
        """Take the population into the plan."""
        filling.population(self._at)

    def action_history(self) -> None:
        """Put an earlier version in the plan's place."""
        filling.history(self._at)

    async def action_check(self) -> None:
        """Check the plan in its own tab."""
        at = self._at.needed()
        if at is None:
            return
        await self.app.action_go("sjekk")
        from lhl_assistant.tui.check.pane import CheckPane

        pane = self.app.pane
        if isinstance(pane, CheckPane):
            pane.check(at.path)

    def actions(self) -> tuple[Action, ...]:
        """Less what needs a plan, a strategy or a measure where there is none."""
        try:
            away = self.has_class("open") or self._offering or self.app.working.busy
            item = self._item is not None and not self._offering
        except NoMatches:
            return ()
        if self._at.open is None:
            return actions.WITHOUT_PLAN
        leave_out = (*(() if item else actions.OF_ITEM), *((actions.READ,) if away else (actions.BACK,)))
        return tuple(a for a in self.ACTIONS if a not in leave_out)
