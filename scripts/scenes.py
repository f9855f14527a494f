"""The app's screens, each reached by the keys that a planner would press; what ``make_pictures`` takes pictures of."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import date
from pathlib import Path

from textual.pilot import Pilot

from lhl_assistant.tui.app import Assistant
from lhl_assistant.tui.ask.prompt import Prompt
from lhl_assistant.tui.ask.suggestions import Suggestions
from lhl_assistant.tui.ask.talk import Talk

Scene = Callable[[Pilot[None]], Awaitable[None]]
_LONGEST = 60.0
_WORKSHOP = (
    "Maten er kald når den kommer fram", "Jeg savner noen å spise sammen med", "Korøving med kaffe etterpå",
    "Ingen forklarer meg nettbanken", "Hver uke kommer det en ny hjelper", "Mer lys langs veien til butikken",
)  # fmt: skip


async def until(true: Callable[[], object]) -> None:
    """Wait until something holds; raises TimeoutError after a minute."""
    async with asyncio.timeout(_LONGEST):
        while not true():
            await asyncio.sleep(0.02)


def form(pilot: Pilot[None]) -> str:
    """The form that the app speaks."""
    assert isinstance(pilot.app, Assistant)
    return pilot.app.form


async def ready(pilot: Pilot[None]) -> None:
    """The libraries are opened."""
    await until(lambda: any(found.questions for found in pilot.app.query(Suggestions)))


async def closed(pilot: Pilot[None]) -> None:
    """No window is open over the tab."""
    while len(pilot.app.screen_stack) > 1:
        pilot.app.pop_screen()
    pilot.app.clear_notifications()
    await pilot.pause()


async def ask(pilot: Pilot[None], question: str) -> None:
    """Ask, and wait for the answer."""
    await pilot.press("f2")
    talk = pilot.app.query_one(Talk)
    before = talk.last
    pilot.app.query_one(Prompt).write(question)
    await pilot.press("enter")
    await until(lambda: talk.last is not None and talk.last is not before and talk.last.answer is not None)
    await pilot.pause(0.3)


async def welcome(pilot: Pilot[None]) -> None:
    """Nothing is asked yet."""
    await pilot.press("f2", "ctrl+b")


async def typing(pilot: Pilot[None]) -> None:
    """Suggestions while one types."""
    await welcome(pilot)
    pilot.app.query_one(Prompt).write("kvardagsm" if form(pilot) == "nn" else "hverdagsm")
    await until(lambda: pilot.app.query_one(Suggestions).display)


async def answered(pilot: Pilot[None]) -> None:
    """An answer with a table."""
    await welcome(pilot)
    nn = form(pilot) == "nn"
    await ask(
        pilot,
        "Kven skal ha ansvaret for frivilligsentralen?" if nn else "Hvem skal ha ansvaret for frivilligsentralen?",
    )


async def cited(pilot: Pilot[None]) -> None:
    """Its second source."""
    await answered(pilot)
    await pilot.press("tab", "tab")
    await pilot.pause(0.3)


async def followed(pilot: Pilot[None]) -> None:
    """A question that follows."""
    nn = form(pilot) == "nn"
    await welcome(pilot)
    await ask(pilot, "Kva er kvardagsmeistring?" if nn else "Hva er hverdagsmestring?")
    await ask(pilot, "kven har ansvaret?" if nn else "hvem har ansvaret?")


async def refused(pilot: Pilot[None]) -> None:
    """What the sources do not say."""
    await welcome(pilot)
    nn = form(pilot) == "nn"
    await ask(pilot, "Kva kostar ein symjehall i Lesja?" if nn else "Hva koster en svømmehall i Lesja?")
    await ask(pilot, "asdf qwer")


async def why(pilot: Pilot[None]) -> None:
    """Why the passages came."""
    await answered(pilot)
    await pilot.app.run_action("perform('why')")


async def conversations(pilot: Pilot[None]) -> None:
    """The conversations that are kept."""
    await pilot.press("f2", "ctrl+o")


async def scope(pilot: Pilot[None]) -> None:
    """Where to look."""
    await pilot.press("f2", "ctrl+f")
    await until(lambda: len(pilot.app.screen_stack) > 1)


async def help_asking(pilot: Pilot[None]) -> None:
    """F1 where one asks."""
    await pilot.press("f2", "f1")


async def help_checking(pilot: Pilot[None]) -> None:
    """F1 where one checks."""
    await pilot.press("f4", "f1")


async def palette(pilot: Pilot[None]) -> None:
    """All that can be done."""
    await pilot.press("f2", "ctrl+k")


async def sorting(pilot: Pilot[None]) -> None:
    """Lines sorted."""
    from textual.widgets import Static, TextArea

    await pilot.press("f2")
    await pilot.app.run_action("sort")
    await pilot.pause()
    await until(lambda: pilot.app.screen.query(TextArea))
    pilot.app.screen.query_one(TextArea).text = "\n".join(_WORKSHOP[:4])
    await until(lambda: str(pilot.app.screen.query_one("#sorted", Static).content))


async def sources(pilot: Pilot[None]) -> None:
    """What is in the libraries."""
    from lhl_assistant.tui.sources.pane import SourcesPane

    await pilot.press("f6")
    await until(lambda: pilot.app.query(SourcesPane) and len(pilot.app.query_one(SourcesPane).listed) > 20)
    pane = pilot.app.query_one(SourcesPane)
    pane.remove_class("open")
    pane.query_one("#sources").focus()
    await pilot.press("home", "down", "down")


async def reading(pilot: Pilot[None]) -> None:
    """One of them."""
    await sources(pilot)
    await pilot.press("enter", "pagedown")


async def adding(pilot: Pilot[None]) -> None:
    """A document's path, with a mistake in it."""
    from textual.widgets import Input

    await sources(pilot)
    await pilot.press("ctrl+l")
    await until(lambda: pilot.app.screen.query("#path"))
    pilot.app.screen.query_one("#path", Input).value = "~/planen.docx"
    await pilot.press("enter")


async def settings(pilot: Pilot[None]) -> None:
    """The settings."""
    await pilot.press("f7")
    await pilot.pause(0.3)


async def draft_start(pilot: Pilot[None]) -> None:
    """Before there is a plan."""
    await pilot.press("f3")


async def draft_begin(pilot: Pilot[None]) -> None:
    """A new plan."""
    await pilot.press("f3", "ctrl+b")
    await pilot.press(*"Fjelldal")


async def draft(pilot: Pilot[None]) -> None:
    """The tree, with a strategy marked."""
    from lhl_assistant.tui.draft.outline import Outline
    from lhl_assistant.tui.draft.pane import DraftPane

    await pilot.press("f3")
    pane = pilot.app.query_one(DraftPane)
    if pane.plan is None:
        await pane.open(plan(form(pilot)))
    await pilot.press("escape")
    assert pane.plan is not None
    outline, wanted = pane.query_one(Outline), pane.plan.strategies[0].id
    outline.mark(wanted)
    await until(lambda: outline.marked == wanted)
    await pilot.pause(0.2)


async def draft_chapter(pilot: Pilot[None]) -> None:
    """A chapter to fill in."""
    await draft(pilot)
    await pilot.press("ctrl+g")
    await pilot.pause(0.3)


async def draft_suggestions(pilot: Pilot[None]) -> None:
    """Suggestions for an innsatsområde."""
    from textual.widgets import OptionList

    await draft(pilot)
    await pilot.press("ctrl+f")
    await until(lambda: pilot.app.query_one("#offered", OptionList).option_count > 3)
    await pilot.press("down", "down")


async def draft_place(pilot: Pilot[None]) -> None:
    """A strategy's place in the reform."""
    await draft(pilot)
    await pilot.press("ctrl+p")
    await until(lambda: len(pilot.app.screen_stack) > 1)


async def draft_measure(pilot: Pilot[None]) -> None:
    """A measure to fill in."""
    await draft(pilot)
    await pilot.press("down", "ctrl+e")


async def draft_export(pilot: Pilot[None]) -> None:
    """What can be written."""
    await draft(pilot)
    await pilot.press("ctrl+s")


async def check_start(pilot: Pilot[None]) -> None:
    """Before there is a check."""
    await pilot.press("f4")


async def check(pilot: Pilot[None]) -> None:
    """The map and the list."""
    from lhl_assistant.tui.check.map import VerdictMap
    from lhl_assistant.tui.check.pane import CheckPane

    await pilot.press("f4")
    pane = pilot.app.query_one(CheckPane)
    if pane.found is None:
        pane.check(plan(form(pilot)))
        await until(lambda: pane.found)
    await pilot.press("escape")
    pane.query_one(VerdictMap).focus()
    await pilot.press("up", "up", "up", "up", "down", "down")
    await closed(pilot)


async def finding(pilot: Pilot[None]) -> None:
    """The place that shows it."""
    await check(pilot)
    await pilot.press("enter")


async def findings(pilot: Pilot[None]) -> None:
    """A line of the list."""
    await check(pilot)
    await pilot.press("tab", "down", "down")


async def workshop_start(pilot: Pilot[None]) -> None:
    """Before there is a workshop."""
    await pilot.press("f5")


async def workshop(pilot: Pilot[None]) -> None:
    """The big screen."""
    from lhl_assistant.tui.workshop.pane import SaidList, WorkshopPane

    await pilot.press("f5")
    pane = pilot.app.query_one(WorkshopPane)
    pane.open(session(form(pilot)))
    await pilot.press("ctrl+left", "ctrl+left", "ctrl+left", "ctrl+left", "ctrl+left", "ctrl+left")
    await pilot.press("ctrl+right", "ctrl+right", "ctrl+right")
    await until(lambda: pane.query_one(SaidList).option_count)
    await pilot.pause(2)


def plan(form: str) -> Path:
    """A plan with drafted chapters and suggestions taken, made once."""
    from lhl_assistant.plan.document.file import create, read, save
    from lhl_assistant.plan.draft.opening import desk, proposed
    from lhl_assistant.plan.draft.suggest import take
    from lhl_assistant.plan.draft.write import new, write

    path = Path.home() / f"plan-{form}.yaml"
    if path.exists():
        return path
    with desk() as at:
        made = write(new("Fjelldal", "2027–2030", "nn" if form == "nn" else "nb", at), at)
        create(path, made)
        for area in (2, 3, 4):
            of = [s for s in proposed(at) if s.area == area]
            for suggestion in (
                *[s for s in of if s.kind == "strategi"][:2],
                *[s for s in of if s.kind == "tiltak"][:2],
            ):
                made = take(suggestion, made, at.templates.measure, date(2026, 11, 22).isoformat())
        save(read(path), made)
    return path


def session(form: str) -> Path:
    """A workshop with contributions, made once."""
    from lhl_assistant.workshop.folder import SUFFIX, folder
    from lhl_assistant.workshop.planning import usual
    from lhl_assistant.workshop.session import begin

    path = folder() / f"20261203-{form}{SUFFIX}"
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        begun = begin(path, usual("Fjelldal", date(2026, 12, 3), "nn" if form == "nn" else "nb"))
        for words in _WORKSHOP:
            begun.say(words)
    return path


SCENES: dict[str, Scene] = {
    scene.__name__: scene
    for scene in (
        welcome, draft_start, check_start, workshop_start, typing, answered, cited, followed, refused, why,
        conversations, scope, help_asking, help_checking, palette, sorting, sources, reading, adding, settings,
        draft_begin, draft, draft_chapter, draft_suggestions, draft_place, draft_measure, draft_export, check,
        finding, findings, workshop,
    )
}  # fmt: skip
