"""The app, the commands and ``docs/funksjoner.md`` hold the same functions."""

import re
from collections.abc import Iterator

import click
import pytest

from lhl_assistant.cli.main import lhl
from lhl_assistant.said import Said
from lhl_assistant.tui.actions.apart import APART, OPTIONS_APART
from lhl_assistant.tui.actions.listing import actions, listing
from lhl_assistant.tui.actions.model import Action
from lhl_assistant.tui.actions.palette import finder
from lhl_assistant.tui.app import Assistant
from lhl_assistant.tui.tabs import TABS
from tests.conftest import ROOT
from tests.tui.conftest import opened

ALL = [action for _, offered in actions() for action in offered]


def commands(command: click.Command = lhl, path: str = "lhl") -> Iterator[tuple[str, click.Command]]:
    """Every command that can be run, with its path."""
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            if below is not None and not below.hidden:
                yield from commands(below, f"{path} {name}")
        if not command.invoke_without_command or command is lhl:
            return
    yield path, command


COMMANDS = dict(commands())


def twins() -> set[str]:
    return {" ".join(w for w in twin.split() if not w.startswith("--")) for a in ALL for twin in a.twins}


def apart(command: str) -> bool:
    """Whether the command, or its group, is said to have no place in the app."""
    return any(command == named or command.startswith(f"{named} ") for named in APART)


def test_the_document_is_what_the_actions_say() -> None:
    assert (ROOT / "docs" / "funksjoner.md").read_text(encoding="utf-8") == listing()


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_its_place_in_the_app_or_a_reason(command: str) -> None:
    assert (command in twins()) != apart(command)


def test_every_option_that_changes_what_is_done_has_its_place_or_a_reason() -> None:
    said = {word for a in ALL for twin in a.twins for word in twin.split() if word.startswith("--")}
    facts = {"--tittel", "--utgiver", "--år", "--status", "--type"}
    known = {"--målform", "--hjelp", "--port", "--åpne-for-nettverk", "--fortsett", *facts, *said, *OPTIONS_APART}
    for path, command in COMMANDS.items():
        if not apart(path):
            assert {p.opts[0] for p in command.params if isinstance(p, click.Option)} <= known, path


@pytest.mark.parametrize("action", ALL, ids=lambda a: a.method)
def test_every_function_has_its_command_or_a_reason(action: Action) -> None:
    assert bool(action.twins) != bool(action.alone)
    assert action.key != "escape" or action.alone, "no command goes back"
    for twin in action.twins:
        words = twin.split()
        path = " ".join(w for w in words if not w.startswith("--"))
        options = {w for w in words if w.startswith("--")} - {"--hjelp"}
        assert path == "lhl" or path in COMMANDS, twin
        if options:
            assert options <= {p.opts[0] for p in COMMANDS[path].params}, twin


@pytest.mark.parametrize("action", ALL, ids=lambda a: a.method)
def test_every_function_can_be_carried_out_where_it_is_offered(action: Action) -> None:
    name = f"action_{action.method.split('(')[0]}"
    owners: list[type] = [pane for tab in TABS if action in (pane := tab.load()).ACTIONS]
    assert all(callable(getattr(owner, name)) for owner in owners or [Assistant])


def test_keys_are_on_a_norwegian_keyboard_and_mean_one_thing_at_a_time() -> None:
    there = re.compile(
        r"(ctrl\+)?[a-z]|f\d|enter|escape|(shift\+)?tab|delete|(ctrl\+)?(up|down|left|right)|page(up|down)"
    )
    always = [a.key for where, offered in actions() for a in offered if where == "Alle steder" and a.key != "escape"]
    for tab in TABS:
        used = [k for k in (*always, *(a.key for a in tab.load().ACTIONS)) if k is not None]
        assert len(used) == len(set(used)), tab.id
        assert all(there.fullmatch(key) for key in used)
    # The browser keeps these to itself, and a terminal cannot tell these from Tab, Enter and Backspace.
    assert not {a.key for a in ALL} & {"ctrl+n", "ctrl+t", "ctrl+w", "ctrl+i", "ctrl+m", "ctrl+h", "ctrl+j", "ctrl+z"}


def test_a_key_does_the_same_sort_of_thing_in_every_tab() -> None:
    """It has a word in common in all of them, but for the keys that go into and out of what is shown."""
    going = {"enter", "escape", "tab", "shift+tab", "pageup", "pagedown", "up", "down"}
    by_key: dict[str, list[set[str]]] = {}
    for action in ALL:
        if action.key is not None and action.key not in going:
            words = {w for said in (action.name, action.label) for w in said.nb.lower().split()}
            by_key.setdefault(action.key, []).append(words)
    small = {"en", "et", "i", "til", "den", "siste", "plan"}
    for key, named in by_key.items():
        assert set.intersection(*named) - small, (key, named)


@pytest.mark.parametrize("action", ALL, ids=lambda a: a.method)
def test_every_function_is_found_in_the_palette_by_its_name_in_both_forms(action: Action) -> None:
    for form in ("nb", "nn"):

        def told(said: Said, form: str = form) -> str:
            return said.nn if form == "nn" else said.nb

        assert action in [choice.value for choice in finder(ALL, told)(told(action.name))]


@pytest.mark.anyio
async def test_the_palette_carries_out_what_is_chosen() -> None:
    async with opened() as pilot:
        await pilot.press("ctrl+k", *"nynorsk", "enter")
        await pilot.pause()
        assert getattr(pilot.app, "form", None) == "nn"
