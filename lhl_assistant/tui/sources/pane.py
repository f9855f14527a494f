"""The tab with the sources: the list on the left, the document on the right (or over it in a narrow window)."""

import asyncio
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from lhl_assistant.errors import PlannerError
from lhl_assistant.said import Said
from lhl_assistant.sources.model import Span
from lhl_assistant.tui.actions.model import Action
from lhl_assistant.tui.app import Assistant
from lhl_assistant.tui.confirm import Confirm
from lhl_assistant.tui.files.dropped import dropped
from lhl_assistant.tui.pane import Pane
from lhl_assistant.tui.phrase import form, told
from lhl_assistant.tui.picker.screen import Picker
from lhl_assistant.tui.reading.view import Reader
from lhl_assistant.tui.sources import actions, work
from lhl_assistant.tui.sources.listing import Listed, fitting, listed
from lhl_assistant.tui.sources.outcomes import checked, sentences
from lhl_assistant.tui.working import Step

if TYPE_CHECKING:
    from lhl_assistant.library.facts import Facts
    from lhl_assistant.search.libraries import Layout

_WIDE = 100
_HINT = Said("Let etter tittel, utgiver eller år …", "Leit etter tittel, utgjevar eller år …")
_ADD = Said("Legg til dokumenter", "Legg til dokument")
_ADD_HOW = Said(
    "Skriv hvor filen eller mappen ligger, lim inn, eller dra den hit.",
    "Skriv kvar fila eller mappa ligg, lim inn, eller dra henne hit.",
)
_ADDING = Said("Legger til dokumenter", "Legg til dokument")
_UPDATING = Said("Oppdaterer kilder", "Oppdaterer kjelder")
_REMOVING = Said("Fjerner kilden", "Fjernar kjelda")
_FETCH = Said("Hvilken original vil du hente?", "Kva original vil du hente?")
_FETCHING = Said("Henter fra utgiveren", "Hentar frå utgjevaren")
_COMPARING = Said("Holder sammendragene opp mot originalene", "Held samandraga opp mot originalane")
_ALIKE = Said("Fant ingenting å se etter.", "Fann ingenting å sjå etter.")
_CHECKING = Said("Kontrollerer samlingene", "Kontrollerer samlingane")
_BUILDING = Said("Lager indeksen på nytt", "Lagar indeksen på nytt")
_BUILT = Said("Indeksen er laget på nytt.", "Indeksen er laga på nytt.")
_CHANGED = Said("Opplysningene er rettet.", "Opplysningane er retta.")
_NOTHING_NEW = Said("Du har ingen egne kilder ennå.", "Du har ingen eigne kjelder enno.")
_NOT_OWN = Said(
    "Dette gjelder bare dine egne kilder. De står øverst i listen.",
    "Dette gjeld berre dine eigne kjelder. Dei står øvst i lista.",
)
_NONE = Said("Ingen kilder passer.", "Ingen kjelder passar.")


class SourcesPane(Pane):
    """The sources, and one of them as it reads."""

    app: Assistant
    ACTIONS = actions.ACTIONS
    HOW = Said(
        "Her er alt som svarene hentes fra, med utgiver, år og status. Velg en kilde med piltastene og trykk Enter, "
        "eller klikk, for å lese den.\n\n"
        "Ctrl+L legger til dine egne dokumenter: Word, PDF, PowerPoint, regneark, nettsider og tekst. Du kan også lime "
        "inn hvor filen ligger, eller dra den inn i vinduet. Dokumentene blir på maskinen din.",
        "Her er alt som svara er henta frå, med utgjevar, år og status. Vel ei kjelde med piltastane og trykk Enter, "
        "eller klikk, for å lese henne.\n\n"
        "Ctrl+L legg til dine eigne dokument: Word, PDF, PowerPoint, rekneark, nettsider og tekst. Du kan òg lime inn "
        "kvar fila ligg, eller dra henne inn i vindauget. Dokumenta blir på maskina di.",
    )

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._all: Sequence[Listed] = ()
        self._found: list[Listed] = []
        self._read: Listed | None = None

    def compose(self) -> ComposeResult:
        """The list, and the document."""
        with Horizontal():
            with Vertical(id="list"):
                yield Input(id="find")
                yield OptionList(id="sources")
            with Vertical(id="document"):
                yield Static(id="about")
                yield Reader(id="text")

    def on_mount(self) -> None:
        """Fetch the list."""
        self.watch(self.app, "form", self._speak)
        self.run_worker(self.renew(), group="list", exclusive=True)

    def enter(self) -> None:
        """To the list."""
        covered = self.has_class("open") and self.has_class("narrow")
        self.screen.set_focus(self.query_one("#text" if covered else "#sources"))

    def on_resize(self) -> None:
        """Fold list and document into one where there is room for one."""
        self.set_class(self.size.width < _WIDE, "narrow")

    def _speak(self) -> None:
        self.query_one("#find", Input).placeholder = told(self, _HINT)
        self._show()

    async def renew(self) -> None:
        """Fetch the list anew."""
        try:
            self.fill(await self.app.desk.do(listed))
        except PlannerError as error:
            self.app.tell(error.said, wrong=True)

    def fill(self, found: Sequence[Listed]) -> None:
        """Show these sources."""
        self._all = found
        self._show()

    @on(Input.Changed, "#find")
    def _show(self) -> None:
        """List what fits the words."""
        self._found = fitting(self.query_one("#find", Input).value, self._all, form(self))
        sources = self.query_one("#sources", OptionList)
        marked = self._marked
        sources.clear_options()
        if not self._found:
            sources.add_option(Option(Content.styled(told(self, _NONE), "$quiet"), disabled=True))
            return
        sources.add_options([Option(found.line(form(self))) for found in self._found])
        sources.highlighted = self._found.index(marked) if marked in self._found else 0

    @property
    def listed(self) -> Sequence[Listed]:
        """The sources that are in the list now."""
        return self._found

    @property
    def _marked(self) -> Listed | None:
        at = self.query_one("#sources", OptionList).highlighted
        return self._found[at] if at is not None and at < len(self._found) else None

    @on(OptionList.OptionHighlighted, "#sources")
    def _glimpsed(self) -> None:
        if self._marked is not None and not self.has_class("narrow"):
            self._open(self._marked)
        self.app.offer()

    @on(OptionList.OptionSelected, "#sources")
    @on(Input.Submitted, "#find")
    def _selected(self) -> None:
        self.action_read()

    def action_read(self) -> None:
        """Read what is marked."""
        if self._marked is not None:
            self._open(self._marked)
            self.add_class("open")
            self.query_one("#text").focus()
            self.app.offer()

    def action_back(self) -> None:
        """Stop what is going on, else to the list, else to all of it."""
        if self.app.working.busy:
            self.app.working.stop()
        elif not self.query_one("#sources").has_focus:
            self.remove_class("open")
            self.query_one("#sources").focus()
        else:
            self.query_one("#find", Input).value = ""
        self.app.offer()

    def action_find(self) -> None:
        """To the words."""
        self.remove_class("open")
        self.query_one("#find").focus()

    async def open(self, library: str, source: str, quote: Span) -> None:
        """Read a source at the place of a quote."""
        await self.renew()
        found = next((f for f in self._all if (f.library, f.source.id) == (library, source)), None)
        if found is None:
            return
        with self.prevent(OptionList.OptionHighlighted, Input.Changed):
            self.query_one("#find", Input).value = ""
            self._show()
            self.query_one("#sources", OptionList).highlighted = self._found.index(found)
        self._open(found, quote)
        self.add_class("open")
        self.query_one("#text").focus()
        self.app.offer()

    def _open(self, found: Listed, quote: Span | None = None) -> None:
        if self._read == found and quote is None:
            return
        self._read = found
        about = [(found.source.title, "bold"), (f"\n{found.facts(form(self))}", "$quiet")]
        if found.source.url:
            about.append((f"\n{found.source.url}", "$quiet"))
        self.query_one("#about", Static).update(Content.assemble(*about))
        self.query_one("#text", Reader).show(found.source.text, None, quote, found.source.summary, found.titles)

    def on_paste(self, event: events.Paste) -> None:
        """A file dropped into the window, or its path pasted."""
        paths = dropped(event.text)
        if paths and all(p.exists() for p in paths):
            event.stop()
            self.add(paths)

    def action_add(self) -> None:
        """Let the planner name files or folders, and add them."""
        from lhl_assistant.tui.files.screen import PathScreen

        def named(paths: list[Path] | None) -> None:
            if paths:
                self.add(paths)

        self.app.push_screen(PathScreen(_ADD, _ADD_HOW, f"{Path.home()}/"), named)

    def add(self, paths: Sequence[Path]) -> None:
        """Add the documents that ``paths`` stand for."""
        self._work(_ADDING, lambda at, step: sentences(work.add(paths, at, step)))

    def action_update(self) -> None:
        """Read the changed files again."""
        self._work(_UPDATING, lambda at, step: sentences(work.update(at, step)) or [_NOTHING_NEW])

    def action_remove(self) -> None:
        """Remove the marked source, if the planner says yes."""
        found = self._own()
        if found is None:
            return
        id, title = found.source.id, found.source.title

        def remove(at: "Layout", step: Step) -> list[Said]:
            work.remove(id, at, step)
            return [Said(f"Fjernet: {title}", f"Fjerna: {title}")]

        def answered(yes: bool | None) -> None:
            if yes:
                self._work(_REMOVING, remove)

        question = Said(f"Fjerne «{title}» fra samlingen?", f"Fjerne «{title}» frå samlinga?")
        self.app.push_screen(Confirm(question), answered)

    def action_edit(self) -> None:
        """Correct what is said of the marked source."""
        found = self._own()
        if found is None:
            return
        from lhl_assistant.tui.sources.edit import EditScreen

        def answered(facts: "Facts | None") -> None:
            if facts is None or not facts.chosen():
                return

            def edit(at: "Layout", step: Step) -> list[Said]:
                work.edit(found.source.id, facts, at, step)
                return [_CHANGED]

            self._work(_UPDATING, edit)

        self.app.push_screen(EditScreen(found.source), answered)

    async def action_fetch(self) -> None:
        """Let the planner choose an original, and fetch it."""
        from lhl_assistant.tui.sources.originals import finder

        def chosen(id: str | None) -> None:
            if id is not None:
                self._work(_FETCHING, lambda at, step: sentences(work.fetch(id, at, step)))

        try:
            found = await asyncio.to_thread(finder, form(self))
        except PlannerError as error:
            self.app.tell(error.said, wrong=True)
            return
        self.app.push_screen(Picker(_FETCH, found), chosen)

    def action_compare(self) -> None:
        """Compare our summaries with the originals that the planner holds."""
        self._work(_COMPARING, lambda at, _: work.compare(at) or [_ALIKE])

    def action_check(self) -> None:
        """Check all libraries."""
        self._work(_CHECKING, lambda _, __: checked(work.check()))

    def action_build(self) -> None:
        """Make the own index anew."""

        def build(at: "Layout", step: Step) -> list[Said]:
            work.build(at, step)
            return [_BUILT]

        self._work(_BUILDING, build)

    def _own(self) -> Listed | None:
        """The marked source, if it is the planner's own."""
        found = self._marked
        if found is None or found.library != "egne":
            self.app.tell(_NOT_OWN)
            return None
        return found

    def _work(self, what: Said, do: "Callable[[Layout, Step], list[Said]]") -> None:
        """Do it in a thread, tell what came of it, and show the list anew."""
        self.app.work(what, lambda step: do(work.layout(), step), self.renew)

    def actions(self) -> tuple[Action, ...]:
        """Less what is for own sources only, where another is marked."""
        own = self._marked is not None and self._marked.library == "egne" if self.is_mounted else False
        away = self.has_class("open") or self.app.working.busy
        leave_out = (*(() if own else actions.OWN_ONLY), *(() if away else (actions.BACK,)))
        return tuple(a for a in self.ACTIONS if a not in leave_out)
