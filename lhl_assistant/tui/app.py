"""The app: tabs around panes, the palette, help, the look, and where the planner was."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical

from lhl_assistant.errors import LibraryUnavailable, PlannerError
from lhl_assistant.said import Form, Said
from lhl_assistant.tui import state
from lhl_assistant.tui.actions.everywhere import EVERYWHERE, STOP
from lhl_assistant.tui.actions.model import Action, bindings
from lhl_assistant.tui.desk import Desk
from lhl_assistant.tui.frame.bottom import Bottom
from lhl_assistant.tui.frame.top import Top
from lhl_assistant.tui.norwegian import Norwegian
from lhl_assistant.tui.pane import Pane
from lhl_assistant.tui.tabs import TABS
from lhl_assistant.tui.themes import DEFAULT, SPACIOUS, THEMES
from lhl_assistant.tui.working import Step, Stopped, Working

if TYPE_CHECKING:
    from lhl_assistant.settings import Settings

_KEPT = Said("Alt du gjør, blir tatt vare på. Ctrl+Q avslutter.", "Alt du gjer, blir teke vare på. Ctrl+Q avsluttar.")
_SHORT = 120
_STOPPED = Said("Avbrutt. Ingenting er endret.", "Avbrote. Ingenting er endra.")
_BUSY = Said(
    "Vent til det som pågår, er ferdig, eller avbryt det.",
    "Vent til det som går føre seg, er ferdig, eller avbryt det.",
)
_UNKEPT = Said(
    "Datamappen kan ikke skrives i, så det du gjør nå, blir ikke husket til neste gang.",
    "Datamappa kan ikkje skrivast i, så det du gjer no, blir ikkje hugsa til neste gong.",
)


class Assistant(Norwegian):
    """``lhl`` without a command."""

    TITLE = "Leve hele livet"
    CSS_PATH = "app.tcss"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar = [*bindings(EVERYWHERE), *bindings(t.action for t in TABS)]

    def __init__(self) -> None:
        super().__init__()
        self.desk = Desk()
        self.left = state.read()
        self._keeping = True
        self._answer_form: Form | None = None
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = self.left.theme if self.left.theme in {t.name for t in THEMES} else DEFAULT
        self.set_reactive(Norwegian.form, "nn" if self.left.form == "nn" else "nb")

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our own colours, for the moment before a theme of ours is set."""
        return dict(THEMES[0].variables)

    def compose(self) -> ComposeResult:
        """The lines above and below, and the panes between."""
        yield Top()
        yield Vertical(id="panes")
        yield Working()
        yield Bottom()

    def on_mount(self) -> None:
        """Paint the frame; then the tab that was left, then all else."""
        self.watch(self, "theme", self._spaced)
        self.call_after_refresh(self._begin)

    async def _begin(self) -> None:
        await self.action_go(self.left.tab)
        self.call_after_refresh(lambda: self.run_worker(self._settle(), group="settle"))

    async def _settle(self) -> None:
        """Take the settings as they are, and import what the other tabs need; in a thread, for both take time."""
        kept = await asyncio.to_thread(_settings)
        self._answer_form = kept.form
        self.form = kept.form or "nb"
        await asyncio.to_thread(_prepare)

    def _spaced(self) -> None:
        self.set_class(self.theme == SPACIOUS, "spacious")

    @property
    def answer_form(self) -> Form | None:
        """The form that answers are framed in; None where they follow the question."""
        return self._answer_form

    @property
    def pane(self) -> Pane | None:
        """The pane that is shown."""
        return next((p for p in self.screen_stack[0].query(Pane) if p.display), None)

    @property
    def offered(self) -> tuple[Action, ...]:
        """All that can be done where the planner is, the pane's own first."""
        here = self.pane.actions() if self.pane else ()
        everywhere = EVERYWHERE if self.working.busy else tuple(a for a in EVERYWHERE if a is not STOP)
        return (*here, *(t.action for t in TABS), *everywhere)

    @property
    def working(self) -> Working:
        """The line that tells of work that takes time."""
        return self.screen_stack[0].query_one(Working)

    def work(
        self, what: Said, do: Callable[[Step], list[Said]], after: Callable[[], Awaitable[None]] | None = None
    ) -> None:
        """Do it in a thread with a bar and a way to stop it, say what it returns, then see to ``after``.

        ``do`` is given the callback ``(done, total)``. One thing is done at a time.
        """
        if self.working.busy:
            self.tell(_BUSY)
        else:
            self.run_worker(self._work(what, do, after), group="work")

    async def _work(
        self, what: Said, do: Callable[[Step], list[Said]], after: Callable[[], Awaitable[None]] | None
    ) -> None:
        working = self.working
        self.call_after_refresh(self.offer)
        try:
            told = await working.carry_out(what, do)
        except Stopped:
            told = [_STOPPED]
        except PlannerError as error:
            told = [error.said]
        if len(told) == 1 and len(told[0].nb) < _SHORT:
            self.tell(told[0])
        else:
            from lhl_assistant.tui.report import Report

            self.push_screen(Report(what, told))
        if after is not None:
            await after()
        self.offer()

    def action_stop(self) -> None:
        """Stop the work that is going on."""
        self.working.stop()

    def action_sort(self) -> None:
        """Sort lines to innsatsområde and løsning."""
        if len(self.screen_stack) == 1:
            from lhl_assistant.tui.sorting.screen import SortScreen

            self.push_screen(SortScreen(self))

    def remember(self, **changes: str) -> None:
        """Keep where the planner is; says so once where that is impossible."""
        self.left = replace(self.left, **changes)
        if not state.write(self.left) and self._keeping:
            self._keeping = False
            self.tell(_UNKEPT, wrong=True)

    def tell(self, said: Said | str, wrong: bool = False) -> None:
        """A sentence in the corner for a few seconds."""
        text = said if isinstance(said, str) else said.in_(self.form)
        self.notify(text, severity="warning" if wrong else "information", markup=False, timeout=6)

    def offer(self) -> None:
        """Show anew in the footer what can be done."""
        if bottoms := self.screen_stack[0].query(Bottom):
            bottoms.first().show(self.offered)

    async def action_go(self, tab: str) -> None:
        """Show the tab; its pane is made the first time."""
        wanted = next((t for t in TABS if t.id == tab), TABS[0])
        panes = self.screen_stack[0].query_one("#panes")
        name = f"pane-{TABS.index(wanted)}"
        if not panes.query(f"#{name}"):
            pane = wanted.load()(id=name)
            pane.display = False
            await panes.mount(pane)
        for pane in panes.query_children(Pane):
            pane.display = pane.id == name
        self.screen_stack[0].query_one(Top).show(wanted.id)
        self.offer()
        panes.query_one(f"#{name}", Pane).enter()
        if self.left.tab != wanted.id:
            self.remember(tab=wanted.id)

    async def action_perform(self, method: str) -> None:
        """Do what an action names, in the pane that has it, else in the app."""
        pane = self.pane
        here = pane is not None and any(a.method == method for a in pane.ACTIONS)
        await self.run_action(method, pane if here and pane is not None else self)

    def action_palette(self) -> None:
        """Let the planner choose among all actions: those of this tab, then of the others."""
        if len(self.screen_stack) > 1:
            return
        from lhl_assistant.tui.actions.palette import palette

        offered, elsewhere = self.offered, _elsewhere(self.pane)

        async def chosen(action: Action | None) -> None:
            if action in elsewhere:
                await self.action_go(elsewhere[action])
            if action is not None:
                await self.action_perform(action.method)

        self.push_screen(palette(self, offered, tuple(elsewhere)), chosen)

    def action_help(self) -> None:
        """Show the help that fits where the planner is."""
        pane = self.pane
        if pane is None or len(self.screen_stack) > 1:
            return
        from lhl_assistant.tui.help.screen import Help

        title = TABS[int((pane.id or "pane-0").removeprefix("pane-"))].name
        rest = (*(t.action for t in TABS), *EVERYWHERE)
        self.push_screen(Help(title, pane.HOW, pane.ACTIONS, rest))

    def action_switch_form(self) -> None:
        """The other form of Norwegian, everywhere and for good."""
        self.set_form("nb" if self.form == "nn" else "nn")

    def set_form(self, form: Form | None) -> None:
        """Speak ``form`` from now on; None: bokmål, and answers follow their question."""
        from lhl_assistant import settings

        self._answer_form, self.form = form, form or "nb"
        self.remember(form=self.form)
        try:
            settings.write(settings.read().model_copy(update={"form": form}))
        except LibraryUnavailable as error:
            self.tell(error.said, wrong=True)

    def action_switch_theme(self) -> None:
        """The next look."""
        names = [t.name for t in THEMES]
        self.set_look(names[(names.index(self.theme) + 1) % len(names)])

    def set_look(self, theme: str) -> None:
        """Look so from now on."""
        self.theme = theme
        self.remember(theme=theme)

    def action_help_quit(self) -> None:
        """Ctrl+C where nothing is to be copied."""
        self.tell(_KEPT)

    def on_unmount(self) -> None:
        """Let go of the libraries."""
        self.desk.close()


def _settings() -> "Settings":
    from lhl_assistant import settings

    return settings.read()


def _elsewhere(pane: Pane | None) -> dict[Action, str]:
    """The actions of the tabs that are not shown, each with its tab."""
    others = [(tab, tab.load()) for tab in TABS]
    return {action: tab.id for tab, kind in others if not isinstance(pane, kind) for action in kind.ACTIONS}


def _prepare() -> None:
    """Import what the other tabs need before anyone goes there."""
    for tab in TABS:
        tab.load()
