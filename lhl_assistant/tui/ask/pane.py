"""The tab where the planner asks."""

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.css.query import NoMatches
from textual.timer import Timer
from textual.widgets import OptionList

from lhl_assistant.errors import PlannerError
from lhl_assistant.said import Said
from lhl_assistant.tui.actions.model import Action
from lhl_assistant.tui.app import Assistant
from lhl_assistant.tui.ask import actions, taking
from lhl_assistant.tui.ask.asking import Asking
from lhl_assistant.tui.ask.beside import Beside
from lhl_assistant.tui.ask.citing import Citing
from lhl_assistant.tui.ask.prompt import Prompt
from lhl_assistant.tui.ask.suggestions import Suggestions
from lhl_assistant.tui.ask.talk import Talk
from lhl_assistant.tui.ask.turn import TurnView
from lhl_assistant.tui.ask.welcome import Welcome
from lhl_assistant.tui.desk import Scope
from lhl_assistant.tui.pane import Pane
from lhl_assistant.tui.phrase import Phrase
from lhl_assistant.tui.reading.view import Reader

_WIDE = 100
_PAUSE = 0.06
"""Seconds without a key before suggestions are sought, so that they never hold the typing up."""

_EMPTY = Said("Skriv et spørsmål først.", "Skriv eit spørsmål først.")
_NO_HITS = Said(
    "Dette vises for svar fra denne økten. Still spørsmålet på nytt.",
    "Dette blir vist for svar frå denne økta. Still spørsmålet på nytt.",
)


class AskPane(Pane):
    """The conversation, the line to write on, and the source beside them (over them in a narrow window)."""

    app: Assistant
    ACTIONS = actions.ACTIONS
    HOW = Said(
        "Skriv et spørsmål og trykk Enter. Mens du skriver, kommer det forslag; pil ned velger et av dem.\n\n"
        "Tallene i svaret, [1], viser hvor hver setning står. Trykk Tab, eller klikk på tallet, for å se stedet i "
        "kilden med sitatet merket; Enter på en tom linje åpner så hele dokumentet der.\n\n"
        "Spør gjerne videre om det samme: «og i Lesja?», «hva koster det?», «på nynorsk». Samtalen blir tatt vare "
        "på.\n\n"
        "Det som er hentet fra en kilde, står ord for ord som i kilden, også når den er skrevet i en annen målform "
        "enn den du har valgt.",
        "Skriv eit spørsmål og trykk Enter. Medan du skriv, kjem det forslag; pil ned vel eitt av dei.\n\n"
        "Tala i svaret, [1], viser kvar kvar setning står. Trykk Tab, eller klikk på talet, for å sjå staden i kjelda "
        "med sitatet merkt; Enter på ei tom linje opnar så heile dokumentet der.\n\n"
        "Spør gjerne vidare om det same: «og i Lesja?», «kva kostar det?», «på nynorsk». Samtalen blir teken vare "
        "på.\n\n"
        "Det som er henta frå ei kjelde, står ord for ord som i kjelda. Difor kan det vere bokmål sjølv om du har valt "
        "nynorsk.",
    )

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._asking = Asking(self, self.app)
        self._citing = Citing(self, self.app)
        self._soon: Timer | None = None

    def compose(self) -> ComposeResult:
        """Left the conversation, right the source."""
        with Horizontal(id="ask"):
            with Vertical(id="left"):
                yield Talk(id="talk")
                yield Suggestions()
                yield Phrase(Said("", ""), id="scope")
                yield Prompt()
            yield Beside()

    def on_mount(self) -> None:
        """Put back the line half typed at once, the conversation and the model after the first paint."""
        self.query_one("#scope").display = False
        self.set_class(not self.app.left.conversation, "blank")
        self._prompt.write(self.app.left.typed)
        self.call_after_refresh(lambda: self.run_worker(self._wake(), group="wake"))

    def enter(self) -> None:
        """To the line to write on."""
        self.screen.set_focus(self._prompt)

    @property
    def _prompt(self) -> Prompt:
        return self.query_one(Prompt)

    @property
    def _talk(self) -> Talk:
        return self.query_one(Talk)

    def on_resize(self) -> None:
        """Fold the source away where there is no room beside the conversation."""
        wide = self.size.width >= _WIDE
        self.set_class(not wide, "narrow")
        self._talk.list_sources(not wide)

    async def _wake(self) -> None:
        """Open the conversation that was left, then the libraries."""
        await self._asking.wake()
        self._make_room()
        from lhl_assistant.tui.ask.suggestions import anticipated

        try:
            self.query_one(Suggestions).questions = await self.app.desk.do(anticipated)
        except PlannerError as error:
            self.app.tell(error.said, wrong=True)
        await self._citing.open_first()

    @on(Prompt.Changed)
    def _typed(self) -> None:
        if self._soon is not None:
            self._soon.stop()
        self._soon = self.set_timer(_PAUSE, self._after_typing)

    def _after_typing(self) -> None:
        if self.app.left.typed != self._prompt.text:
            self.app.remember(typed=self._prompt.text)
        self.query_one(Suggestions).suggest(self._prompt.words)

    @on(Prompt.Beyond)
    def _beyond(self, event: Prompt.Beyond) -> None:
        suggestions = self.query_one(Suggestions)
        if suggestions.display:
            suggestions.move(event.down)
        elif not event.down and not self._prompt.text:
            self.action_edit()

    @on(Prompt.Asked)
    async def _entered(self, event: Prompt.Asked) -> None:
        """Ask what is marked among the suggestions, else what was written; with neither, read the source opened."""
        question = self.query_one(Suggestions).marked or event.words
        if question:
            self._ask(question)
        elif self._citing.by_hand:
            await self._citing.read()
        else:
            self.app.tell(_EMPTY)

    @on(OptionList.OptionSelected, "#suggestions")
    def _suggested(self, event: OptionList.OptionSelected) -> None:
        self._prompt.write("")
        self._ask(self.query_one(Suggestions).at(event.option_index))

    @on(Welcome.Chosen)
    def _example(self, event: Welcome.Chosen) -> None:
        self._ask(event.question)

    @on(TurnView.Opened)
    async def _opened(self, event: TurnView.Opened) -> None:
        await self._citing.open(event.turn, event.citation)

    def action_ask(self) -> None:
        """Ask what is written."""
        self._prompt.action_ask()

    def _ask(self, question: str) -> None:
        self.query_one(Suggestions).close()
        self.app.remember(typed=self._prompt.text)
        self.run_worker(self._answer(question), group="ask")

    async def _answer(self, question: str) -> None:
        if self.has_class("narrow"):
            self._citing.shut()
        self.remove_class("blank")
        if await self._asking.answer(question):
            await self._citing.open_first()
        else:
            self._make_room()
            self._prompt.write(question)

    def _make_room(self) -> None:
        """Let the conversation have the whole window while there is no answer to show the source of."""
        self.set_class(not self._talk.turns, "blank")

    async def action_citation(self, step: int) -> None:
        """Show the next citation, or the one before."""
        await self._citing.step(step)

    def action_close(self) -> None:
        """Close what is nearest: the suggestions, the source, the line half typed."""
        suggestions = self.query_one(Suggestions)
        if suggestions.display:
            suggestions.close()
        elif self._citing.opened:
            self._citing.shut()
        else:
            self._asking.editing = False
            self._prompt.write("")
        self.screen.set_focus(self._prompt)

    async def action_read(self) -> None:
        """Open the whole document where it is cited."""
        await self._citing.read()

    def action_edit(self) -> None:
        """Bring back the last question to be changed."""
        turn = self._talk.last
        if turn is not None:
            self._asking.editing = True
            self._prompt.write(turn.question)
            self.screen.set_focus(self._prompt)

    def action_copy(self, sources: bool) -> None:
        """Copy what is selected, else the newest answer."""
        selected = self._prompt.selected_text or self.screen.get_selected_text()
        answer = next((t.answer for t in reversed(self._talk.turns) if t.answer is not None), None)
        taking.copy(self.app, selected or "", answer, sources)

    async def action_use(self) -> None:
        """Put the answer whose source is open, else the newest, into the plan that is being drafted."""
        turn = self._citing.turn or self._talk.last
        await taking.use(self.app, turn.answer if turn is not None else None)

    async def action_new(self) -> None:
        """Put the conversation away and begin another."""
        self._citing.shut()
        await self._asking.begin()
        self._make_room()
        self.screen.set_focus(self._prompt)

    def action_open(self) -> None:
        """Find another conversation and go on with it."""
        from lhl_assistant.tui.ask.keeping import ConversationPicker

        async def chosen(id: str | None) -> None:
            if id is not None:
                await self.resume(id)

        self.app.push_screen(ConversationPicker(), chosen)

    async def resume(self, id: str) -> None:
        """Go on with the conversation ``id``."""
        self._citing.shut()
        if await self._asking.resume(id):
            self._make_room()
            await self._citing.open_first()

    def action_save(self) -> None:
        """Write the conversation to a file that the planner names."""
        taking.save(self.app, self._asking.memory)

    async def action_scope(self) -> None:
        """Choose where to look."""
        from lhl_assistant.tui.ask import scope

        def chosen(where: Scope, name: str) -> None:
            self._asking.scope = where
            line = self.query_one("#scope", Phrase)
            line.say(Said(scope.ONLY.nb.format(name), scope.ONLY.nn.format(name)))
            line.display = where != Scope()

        await scope.choose(self.app, chosen)

    def action_why(self) -> None:
        """Show why the newest answer's passages came."""
        answer = self._talk.last.answer if self._talk.last is not None else None
        if answer is None or not answer.hits:
            self.app.tell(_NO_HITS)
            return
        from lhl_assistant.tui.ask.why import Why

        self.app.push_screen(Why(answer.hits))

    def action_scroll(self, pages: int) -> None:
        """Leaf in the conversation, or in the source where it covers it."""
        covered = self.has_class("narrow") and self.has_class("open")
        view = self.query_one("#passage", Reader) if covered else self._talk
        view.scroll_relative(y=pages * max(1, view.size.height - 2), animate=False)

    def action_leaf(self, step: int) -> None:
        """Leaf in the source."""
        self.query_one("#passage", Reader).scroll_relative(y=3 * step, animate=False)

    def actions(self) -> tuple[Action, ...]:
        """Less what needs an answer or a source, while there is none."""
        try:
            answered = bool(self._talk.turns)
        except NoMatches:
            return ()
        need = () if answered else actions.NEED_ANSWER
        shut = () if self._citing.opened else actions.NEED_SOURCE
        return tuple(a for a in self.ACTIONS if a not in (*need, *shut))
