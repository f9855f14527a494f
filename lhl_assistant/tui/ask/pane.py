"""The tab where the planner asks."""

import asyncio
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

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
from lhl_assistant.tui.ask import actions
from lhl_assistant.tui.ask.beside import Beside
from lhl_assistant.tui.ask.prompt import Prompt
from lhl_assistant.tui.ask.suggestions import Suggestions
from lhl_assistant.tui.ask.talk import Talk
from lhl_assistant.tui.ask.turn import TurnView
from lhl_assistant.tui.ask.welcome import Welcome
from lhl_assistant.tui.desk import Scope
from lhl_assistant.tui.pane import Pane
from lhl_assistant.tui.phrase import Phrase
from lhl_assistant.tui.reading.view import Reader

if TYPE_CHECKING:
    from lhl_assistant.answer.model import Answer, Citation
    from lhl_assistant.tui.ask.memory import Memory

_WIDE = 100
_PAUSE = 0.06
"""Seconds without a key before suggestions are sought, so that they never hold the typing up."""

_COPIED = Said(
    "Kopiert: {}. Kommer det ikke med når du limer inn, kan du lagre samtalen med Ctrl+S.",
    "Kopiert: {}. Kjem det ikkje med når du limer inn, kan du lagre samtalen med Ctrl+S.",
)
_MARKED = Said("det du har merket", "det du har merkt")
_WITH_SOURCES = Said("det siste svaret med kilder", "det siste svaret med kjelder")
_WITHOUT_SOURCES = Said("det siste svaret uten kilder", "det siste svaret utan kjelder")
_EMPTY = Said("Skriv et spørsmål først.", "Skriv eit spørsmål først.")
_NO_ANSWER = Said(
    "Det er ikke noe svar å bruke ennå. Still et spørsmål først.",
    "Det er ikkje noko svar å bruke enno. Still eit spørsmål først.",
)
_NO_SOURCE = Said(
    "Velg et tall i svaret først, med Tab eller musen.", "Vel eit tal i svaret først, med Tab eller musa."
)
_NO_HITS = Said(
    "Dette vises for svar fra denne økten. Still spørsmålet på nytt.",
    "Dette blir vist for svar frå denne økta. Still spørsmålet på nytt.",
)
_SAVE_TITLE = Said("Lagre samtalen", "Lagre samtalen")
_SAVE_HOW = Said("Hva skal filen hete, og hvor skal den ligge?", "Kva skal fila heite, og kvar skal ho liggje?")


class AskPane(Pane):
    """The conversation, the line to write on, and the source beside them (over them in a narrow window)."""

    app: Assistant
    ACTIONS = actions.ACTIONS
    HOW = Said(
        "Skriv et spørsmål og trykk Enter. Mens du skriver, kommer det forslag; pil ned velger et av dem.\n\n"
        "Tallene i svaret, [1], viser hvor hver setning står. Trykk Tab, eller klikk på tallet, for å se stedet i "
        "kilden med sitatet merket.\n\n"
        "Spør gjerne videre om det samme: «og i Lesja?», «hva koster det?», «på nynorsk». Samtalen blir tatt vare på.",
        "Skriv eit spørsmål og trykk Enter. Medan du skriv, kjem det forslag; pil ned vel eitt av dei.\n\n"
        "Tala i svaret, [1], viser kvar kvar setning står. Trykk Tab, eller klikk på talet, for å sjå staden i kjelda "
        "med sitatet merkt.\n\n"
        "Spør gjerne vidare om det same: «og i Lesja?», «kva kostar det?», «på nynorsk». Samtalen blir teken vare på.",
    )

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._memory: Memory | None = None
        self._ready = asyncio.Event()
        self._scope = Scope()
        self._editing = False
        self._shown: tuple[TurnView, int] | None = None
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
        """Open the conversation that was left, and the libraries, while the planner can write already."""
        await asyncio.to_thread(_import)
        from lhl_assistant.tui.ask.memory import Memory, last
        from lhl_assistant.tui.ask.suggestions import anticipated

        self._memory = Memory()
        if self.app.left.conversation:
            try:
                kept = await asyncio.to_thread(last, self.app.left.conversation)
                self._memory = Memory.of(kept)
                await self._talk.fill(self._memory.answers)
            except PlannerError:
                self.app.remember(conversation="")
        self._ready.set()
        try:
            self.query_one(Suggestions).questions = await self.app.desk.do(anticipated)
        except PlannerError as error:
            self.app.tell(error.said, wrong=True)
        await self._open_first()

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
    def _entered(self, event: Prompt.Asked) -> None:
        """Ask what is marked among the suggestions, else what was written."""
        question = self.query_one(Suggestions).marked or event.words
        if question:
            self._ask(question)
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
        await self._open(event.turn, event.citation)

    def action_ask(self) -> None:
        """Ask what is written."""
        self._prompt.action_ask()

    def _ask(self, question: str) -> None:
        self.query_one(Suggestions).close()
        self.app.remember(typed=self._prompt.text)
        editing, self._editing = self._editing, False
        self.run_worker(self._answer(question, editing), group="ask")

    async def _answer(self, question: str, editing: bool) -> None:
        """Show the question at once, the answer when it comes, and keep both."""
        turn = await self._talk.begin(question)
        await self._ready.wait()
        memory = self._memory
        assert memory is not None
        try:
            before = memory.before_last if editing else memory.before
            reply = await self.app.desk.ask(question, before, self.app.answer_form, self._scope)
        except PlannerError as error:
            await self._talk.forget(turn)
            self._prompt.write(question)
            self.app.tell(error.said, wrong=True)
            return
        try:
            memory.keep(reply.answer)
            self.app.remember(conversation=memory.id)
        except PlannerError as error:
            self.app.tell(error.said, wrong=True)
        if turn.is_attached:
            self._talk.end(turn, reply.answer)
            await self._open_first()
        if self.app.desk.missing is not None:
            self.app.tell(self.app.desk.missing, wrong=True)

    async def _open_first(self) -> None:
        """Show the newest answer's first source, where there is room beside it."""
        turn = self._talk.last
        if turn is None or turn.answer is None:
            return
        if turn.answer.citations and not self.has_class("narrow"):
            await self._open(turn, turn.answer.citations[0].id)
        else:
            self._shut()

    async def _open(self, turn: TurnView, number: int) -> None:
        """Show a citation of the turn beside the conversation."""
        from lhl_assistant.tui.ask.excerpt import excerpt

        citation = _cited(turn.answer, number)
        if citation is None:
            return
        if self._shown is not None and self._shown[0] is not turn:
            self._shown[0].choose(None)
        self._shown = (turn, number)
        turn.choose(number)
        try:
            found = await self.app.desk.do(lambda searcher: excerpt(searcher, citation))
        except PlannerError:
            found = None
        if self._shown == (turn, number):
            self.query_one(Beside).show(citation, found)
            self.add_class("open")
            self.app.offer()

    def _shut(self) -> None:
        if self._shown is not None:
            self._shown[0].choose(None)
        self._shown = None
        self.query_one(Beside).show(None, None)
        self.remove_class("open")
        self.app.offer()

    async def action_citation(self, step: int) -> None:
        """The next citation of the answer whose source is open, else of the newest; from its last to its first."""
        turn = self._shown[0] if self._shown and self._shown[0].is_attached else self._talk.last
        numbers = [c.id for c in turn.answer.citations] if turn is not None and turn.answer is not None else []
        if turn is None or not numbers:
            self.app.tell(_NO_ANSWER)
            return
        at = numbers.index(self._shown[1]) if self._shown is not None and self._shown[0] is turn else None
        number = numbers[(at + step) % len(numbers)] if at is not None else numbers[0 if step > 0 else -1]
        await self._open(turn, number)
        line = turn.region.y - self._talk.region.y + turn.line_of(number) + 2
        if not 0 <= line < self._talk.size.height:
            self._talk.scroll_relative(y=line - self._talk.size.height // 2, animate=False)

    def action_close(self) -> None:
        """Close what is nearest: the suggestions, the source, the line half typed."""
        suggestions = self.query_one(Suggestions)
        if suggestions.display:
            suggestions.close()
        elif self._shown is not None:
            self._shut()
        else:
            self._editing = False
            self._prompt.write("")
        self.screen.set_focus(self._prompt)

    async def action_read(self) -> None:
        """Open the whole document where it is cited."""
        citation = self.query_one(Beside).citation
        if citation is None:
            self.app.tell(_NO_SOURCE)
            return
        await self.app.action_go("kilder")
        from lhl_assistant.sources.model import Span
        from lhl_assistant.tui.sources.pane import SourcesPane

        pane = self.app.pane
        if isinstance(pane, SourcesPane):
            await pane.open(citation.library, citation.source, Span(citation.start, citation.end))

    def action_edit(self) -> None:
        """Bring back the last question to be changed."""
        turn = self._talk.last
        if turn is not None:
            self._editing = True
            self._prompt.write(turn.question)
            self.screen.set_focus(self._prompt)

    def action_copy(self, sources: bool) -> None:
        """Copy what is selected, else the newest answer."""
        selected = self._prompt.selected_text or self.screen.get_selected_text()
        answer = next((t.answer for t in reversed(self._talk.turns) if t.answer is not None), None)
        if sources and selected:
            self.app.copy_to_clipboard(selected)
            what = _MARKED
        elif answer is not None:
            from lhl_assistant.tui.ask.copying import copied

            self.app.copy_to_clipboard(copied(answer, sources))
            what = _WITH_SOURCES if sources else _WITHOUT_SOURCES
        else:
            self.app.action_help_quit()
            return
        self.app.tell(Said(_COPIED.nb.format(what.nb), _COPIED.nn.format(what.nn)))

    async def action_use(self) -> None:
        """Put the answer whose source is open, else the newest, into the plan that is being drafted."""
        turn = self._shown[0] if self._shown and self._shown[0].is_attached else self._talk.last
        answer = turn.answer if turn is not None else None
        if answer is None or not answer.blocks:
            self.app.tell(_NO_ANSWER)
            return
        await self.app.action_go("utkast")
        from lhl_assistant.tui.draft.pane import DraftPane

        pane = self.app.pane
        if isinstance(pane, DraftPane):
            pane.use(answer)

    async def action_new(self) -> None:
        """Put the conversation away and begin another."""
        from lhl_assistant.tui.ask.memory import Memory

        self._memory = Memory()
        self._editing = False
        await self._talk.fill(())
        self._shut()
        self.app.remember(conversation="")
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
        from lhl_assistant.tui.ask.memory import Memory, last

        try:
            self._memory = Memory.of(await asyncio.to_thread(last, id))
        except PlannerError as error:
            self.app.tell(error.said, wrong=True)
            return
        self.app.remember(conversation=id)
        self._shut()
        await self._talk.fill(self._memory.answers)
        await self._open_first()

    def action_save(self) -> None:
        """Write the conversation to a file that the planner names."""
        memory = self._memory
        if memory is None or not memory.answers:
            self.app.tell(_NO_ANSWER)
            return
        from lhl_assistant.tui.ask.keeping import write
        from lhl_assistant.tui.files.screen import PathScreen

        def named(paths: list[Path] | None) -> None:
            if not paths:
                return
            try:
                write(memory.id, paths[0])
                self.app.tell(Said(f"Samtalen er skrevet til {paths[0]}.", f"Samtalen er skriven til {paths[0]}."))
            except PlannerError as error:
                self.app.tell(error.said, wrong=True)

        begun = str(Path.home() / f"samtale-{datetime.now():%Y-%m-%d-%H%M}.md")
        self.app.push_screen(PathScreen(_SAVE_TITLE, _SAVE_HOW, begun), named)

    async def action_scope(self) -> None:
        """Choose where to look."""
        from lhl_assistant.tui.ask import scope
        from lhl_assistant.tui.picker.screen import Picker

        def chosen(choice: tuple[Scope, str] | None) -> None:
            if choice is None:
                return
            self._scope, name = choice
            line = self.query_one("#scope", Phrase)
            line.say(Said(scope.ONLY.nb.format(name), scope.ONLY.nn.format(name)))
            line.display = self._scope != Scope()

        try:
            found = await self.app.desk.do(scope.sources)
        except PlannerError as error:
            self.app.tell(error.said, wrong=True)
            return
        self.app.push_screen(Picker(scope.TITLE, scope.finder(found, self.app.form)), chosen)

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
        shut = () if self._shown is not None else actions.NEED_SOURCE
        return tuple(a for a in self.ACTIONS if a not in (*need, *shut))


def _import() -> None:
    """What the first answer needs, imported in a thread: the keyboard is free the while."""
    import lhl_assistant.tui.ask.memory
    import lhl_assistant.tui.ask.page  # noqa: F401


def _cited(answer: "Answer | None", number: int) -> "Citation | None":
    return next((c for c in answer.citations if c.id == number), None) if answer is not None else None
