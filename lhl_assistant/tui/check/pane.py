"""The tab that checks a plan: map and list on the left, the place in the plan on the right (over them where narrow)."""

from pathlib import Path
from typing import TYPE_CHECKING

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.css.query import NoMatches
from textual.widgets import Button, OptionList, Static
from textual.widgets.option_list import Option

from lhl_assistant.safe import safe
from lhl_assistant.said import Said
from lhl_assistant.sources.model import Span
from lhl_assistant.tui.actions.model import Action
from lhl_assistant.tui.app import Assistant
from lhl_assistant.tui.check import actions, work
from lhl_assistant.tui.check.findings import Finding, of_solution, sections, summary
from lhl_assistant.tui.check.map import VerdictMap
from lhl_assistant.tui.files.dropped import dropped
from lhl_assistant.tui.hanging import hung
from lhl_assistant.tui.pane import Pane
from lhl_assistant.tui.phrase import Phrase, form, told
from lhl_assistant.tui.reading.view import Reader
from lhl_assistant.tui.working import Step

if TYPE_CHECKING:
    from lhl_assistant.tui.check.work import Check

_WIDE = 100
_HELLO = Said("Er planen god nok?", "Er planen god nok?")
_HOW = Said(
    "Sjekken leser planen og viser, for hvert innsatsområde og hver løsning, om den er dekket, nevnt eller mangler, "
    "med stedet i planen som viser det. Så kommer tiltak uten ansvar, tid eller kostnad, de formelle punktene, og tre "
    "neste steg. Planen kan være skrevet hvor som helst. Den blir på maskinen din.",
    "Sjekken les planen og viser, for kvart innsatsområde og kvar løysing, om ho er dekt, nemnd eller manglar, med "
    "staden i planen som viser det. Så kjem tiltak utan ansvar, tid eller kostnad, dei formelle punkta, og tre neste "
    "steg. Planen kan vere skriven kvar som helst. Han blir på maskina di.",
)
_CHOOSE = Said("Velg en plan …", "Vel ein plan …")
_TITLE = Said("Hvilken plan skal sjekkes?", "Kva plan skal sjekkast?")
_CHOOSE_HOW = Said(
    "Word, PDF, tekst eller planens fil fra Utkast. Skriv, lim inn, eller dra filen hit.",
    "Word, PDF, tekst eller fila til planen frå Utkast. Skriv, lim inn, eller dra fila hit.",
)
_CHECKING = Said("Sjekker planen", "Sjekkar planen")
_SAVE_TITLE = Said("Lagre rapporten", "Lagre rapporten")
_SAVE_HOW = Said(
    "Navnet ender på .docx (Word), .pdf eller .md (Markdown).", "Namnet sluttar på .docx (Word), .pdf eller .md."
)
_WRITING = Said("Skriver rapporten", "Skriv rapporten")
_STANDS = Said("Står i planen under", "Står i planen under")
_NONE = Said("Det er ingen sjekk å lagre ennå.", "Det er ingen sjekk å lagre enno.")


class CheckPane(Pane):
    """A plan's check."""

    app: Assistant
    ACTIONS = actions.ACTIONS
    HOW = Said(
        "Velg en plan med Ctrl+O, eller dra filen inn i vinduet. Kartet viser de 25 løsningene: ✓ dekket, ○ nevnt, "
        "✗ mangler, ? usikker. Gå mellom dem med piltastene; Enter viser stedet i planen.\n\n"
        "Under kartet står de tre neste stegene og alt som mangler. Tab går mellom kartet, listen og planen.\n\n"
        "Dekket betyr at en strategi eller et tiltak svarer på løsningen. Nevnt betyr at saken står der, men at "
        "ingenting er planlagt. Sjekken er en hjelp til å lese planen, ikke en godkjenning.",
        "Vel ein plan med Ctrl+O, eller dra fila inn i vindauget. Kartet viser dei 25 løysingane: ✓ dekt, ○ nemnd, "
        "✗ manglar, ? usikker. Gå mellom dei med piltastane; Enter viser staden i planen.\n\n"
        "Under kartet står dei tre neste stega og alt som manglar. Tab går mellom kartet, lista og planen.\n\n"
        "Dekt tyder at ein strategi eller eit tiltak svarer på løysinga. Nemnd tyder at saka står der, men at "
        "ingenting er planlagt. Sjekken er ei hjelp til å lese planen, ikkje ei godkjenning.",
    )
    DEFAULT_CSS = """
    CheckPane #check-start { padding: 1 2; max-width: 90; }
    CheckPane #check-start .hello { text-style: bold; color: $primary; }
    CheckPane #check-start .how { padding: 1 0; }
    CheckPane #check-start Button { border: none; height: 1; background: $panel; color: $foreground; padding: 0 1; }
    CheckPane #check-start Button:focus {
        background: $chosen-background; color: $chosen-foreground; text-style: bold; background-tint: $background 0%;
    }
    CheckPane #check-left { width: 70%; max-width: 136; height: 1fr; border-right: solid $line; }
    CheckPane #check-title { height: auto; max-height: 2; padding: 0 1; background: $panel; }
    CheckPane VerdictMap { height: auto; padding: 0 1; }
    CheckPane #findings {
        height: 1fr; min-height: 4; background: $background; border: none; border-top: solid $line; padding: 0 1;
        scrollbar-size-vertical: 1;
    }
    CheckPane #check-right { width: 1fr; height: 1fr; padding: 0 0 0 1; }
    CheckPane #finding { height: auto; max-height: 50%; scrollbar-size-vertical: 1; }
    CheckPane #finding-about { height: auto; padding: 0 1 1 0; }
    CheckPane #proof { height: 1fr; border-top: solid $line; }
    CheckPane.narrow #check-left { width: 1fr; border: none; }
    CheckPane.narrow #check-right { display: none; }
    CheckPane.narrow.open #check-left { display: none; }
    CheckPane.narrow.open #check-right { display: block; }
    """

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._check: Check | None = None
        self._listed: list[Finding | None] = []
        self._finding: Finding | None = None

    def compose(self) -> ComposeResult:
        """How to begin; and when there is a check, the map, the list and the place."""
        with Vertical(id="check-start"):
            yield Phrase(_HELLO, classes="hello")
            yield Phrase(_HOW, classes="how")
            yield Button(told(self, _CHOOSE), id="check-choose", compact=True)
        with Horizontal(id="check"):
            with Vertical(id="check-left"):
                yield Static(id="check-title")
                yield VerdictMap(id="map")
                yield OptionList(id="findings")
            with Vertical(id="check-right"):
                with VerticalScroll(id="finding", can_focus=False):
                    yield Static(id="finding-about")
                yield Reader(id="proof")

    def on_mount(self) -> None:
        """Check anew the plan that was checked when the app was left."""
        self.query_one("#check").display = False
        self.watch(self.app, "form", self._speak, init=False)
        left = Path(self.app.left.checked)
        if self.app.left.checked and left.is_file():
            self.check(left)

    def enter(self) -> None:
        """To the map, else to the button."""
        if self._check is None:
            self.screen.set_focus(self.query_one(Button))
        else:
            self.screen.set_focus(self.query_one("#proof" if self._covered else "#map"))

    def on_resize(self) -> None:
        """Fold map and place into one where there is room for one, and lay the list out for its new width."""
        self.set_class(self.size.width < _WIDE, "narrow")
        self.call_after_refresh(self._speak)

    @property
    def _covered(self) -> bool:
        return self.has_class("narrow") and self.has_class("open")

    @property
    def found(self) -> "Check | None":
        """The check that is shown."""
        return self._check

    def check(self, file: Path) -> None:
        """Check the plan in ``file``, in a thread."""
        found: list[Check] = []

        def do(step: Step) -> list[Said]:
            found.append(work.run(file, step))
            title = found[0].checked.title
            return [Said(f"Sjekket: {title}", f"Sjekka: {title}")]

        async def after() -> None:
            if found:
                self.app.remember(checked=str(file.absolute()))
                self.fill(found[0])

        self.app.work(_CHECKING, do, after)

    def fill(self, check: "Check") -> None:
        """Show a check."""
        self._check = check
        self.query_one("#check-start").display = False
        self.query_one("#check").display = True
        self.remove_class("open")
        self.query_one(VerdictMap).show(check)
        self._speak()
        self._glimpse_cell()
        if self.display:
            self.enter()
        self.app.offer()

    def _speak(self) -> None:
        """All words in the form that the app speaks now."""
        self.query_one(Button).label = told(self, _CHOOSE)
        if self._check is None:
            return
        checked, findings = self._check.checked, self.query_one("#findings", OptionList)
        counts = told(self, summary(checked.areas))
        self.query_one("#check-title", Static).update(
            Content.assemble((safe(checked.title), "bold"), (f"\n{counts}", ""))
        )
        at = findings.highlighted
        findings.clear_options()
        self._listed = []
        for section in sections(checked, self._check.reform):
            self._listed += [None, *section.findings]
            findings.add_option(Option(Content.styled(told(self, section.heading), "bold $primary"), disabled=True))
            findings.add_options([Option(self._line(f)) for f in section.findings])
        findings.highlighted = at
        if self._finding is not None:
            self._tell(self._finding)

    def _line(self, finding: Finding) -> Content:
        sign, colour = finding.sign
        width = self.query_one("#findings").scrollable_content_region.width - 2
        line = hung(safe(told(self, finding.line)), width, len(sign) + 1)
        return Content.assemble((f"{sign} ", f"bold {colour}"), line)

    @on(VerdictMap.Marked)
    def _glimpse_cell(self) -> None:
        cell = self.query_one(VerdictMap).marked
        if cell is not None and self._check is not None:
            self._show(of_solution(cell, self._check.reform))

    @on(VerdictMap.Beyond)
    def _beyond(self) -> None:
        findings = self.query_one("#findings", OptionList)
        findings.focus()
        if findings.highlighted is None:
            findings.action_first()

    @on(OptionList.OptionHighlighted, "#findings")
    def _glimpse_line(self, event: OptionList.OptionHighlighted) -> None:
        finding = self._listed[event.option_index]
        if finding is not None and event.option_list.has_focus:
            self._show(finding)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Beside the map stands what is marked in it; beside the list, what is marked there."""
        if event.widget.id == "map":
            self._glimpse_cell()
        elif event.widget.id == "findings" and self._marked is not None:
            self._show(self._marked)

    @property
    def _marked(self) -> Finding | None:
        at = self.query_one("#findings", OptionList).highlighted
        return self._listed[at] if at is not None else None

    def _show(self, finding: Finding) -> None:
        if finding == self._finding:
            return
        self._finding = finding
        self._tell(finding)
        proof, reader = finding.proof, self.query_one("#proof", Reader)
        reader.display = proof is not None
        if proof is not None and self._check is not None:
            reader.show(self._check.text, None, Span(proof.start, proof.end))

    def _tell(self, finding: Finding) -> None:
        from lhl_assistant.export.check_report import place

        sign, colour = finding.sign
        parts = [Content.assemble((f"{sign} ", f"bold {colour}"), (safe(told(self, finding.line)), "bold"))]
        parts += [Content(safe(told(self, said))) for said in finding.told]
        if finding.proof is not None and (where := place(finding.proof, form(self))):
            parts.append(Content.styled(f"{told(self, _STANDS)}: {safe(where)}", "$quiet"))
        self.query_one("#finding-about", Static).update(Content("\n\n").join(parts))

    @on(OptionList.OptionSelected, "#findings")
    @on(VerdictMap.Chosen)
    def action_open(self) -> None:
        """To the place in the plan, or before there is a check, to choosing a plan."""
        if self._check is None:
            self.action_choose()
            return
        self.add_class("open")
        reader = self.query_one("#proof", Reader)
        self.screen.set_focus(reader if reader.display else self.query_one("#finding"))
        self.app.offer()

    def action_back(self) -> None:
        """Stop what is going on, else from the place to where it was chosen, else to the map."""
        if self.app.working.busy:
            self.app.working.stop()
            return
        in_list = self._finding is not None and self._finding == self._marked
        self.remove_class("open")
        if self._check is not None:
            at_place = self.query_one("#proof").has_focus or not self.query_one("#findings").has_focus
            self.query_one("#findings" if in_list and at_place else "#map").focus()
        self.app.offer()

    @on(Button.Pressed, "#check-choose")
    def action_choose(self) -> None:
        """Let the planner name a plan."""
        from lhl_assistant.tui.files.screen import PathScreen

        def named(paths: list[Path] | None) -> None:
            if paths:
                self.check(paths[0])

        begun = f"{self._check.file.parent}/" if self._check else ""
        self.app.push_screen(PathScreen(_TITLE, _CHOOSE_HOW, begun), named)

    def on_paste(self, event: events.Paste) -> None:
        """A file dropped into the window, or its path pasted."""
        paths = [p for p in dropped(event.text) if p.is_file()]
        if paths:
            event.stop()
            self.check(paths[0])

    def action_again(self) -> None:
        """Check the same plan once more."""
        if self._check is not None:
            self.check(self._check.file)

    def action_save(self) -> None:
        """Write the report to a file that the planner names."""
        check = self._check
        if check is None:
            self.app.tell(_NONE)
            return
        from lhl_assistant.tui.files.refusing import homeless
        from lhl_assistant.tui.files.screen import PathScreen

        spoken = form(self)

        def named(paths: list[Path] | None) -> None:
            if not paths:
                return

            def write(_: Step) -> list[Said]:
                listed = ", ".join(str(p) for p in work.report(check, paths[0], spoken))
                return [Said(f"Rapporten ligger i {listed}.", f"Rapporten ligg i {listed}.")]

            self.app.work(_WRITING, write)

        begun = str(check.file.with_name(f"{check.file.stem}-sjekk.docx"))
        self.app.push_screen(PathScreen(_SAVE_TITLE, _SAVE_HOW, begun, refuse=homeless), named)

    def actions(self) -> tuple[Action, ...]:
        """Less what needs a check while there is none."""
        try:
            away = self.has_class("open") or self.app.working.busy
        except NoMatches:
            return ()
        need = () if self._check is not None else actions.NEED_CHECK
        shut = () if away else (actions.BACK,)
        if self.has_class("open"):
            shut = (actions.PROOF,)
        return tuple(a for a in self.ACTIONS if a not in (*need, *shut))
