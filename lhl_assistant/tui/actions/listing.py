"""``docs/funksjoner.md``: every function with its key and its command, made from the actions themselves.

``python -m lhl_assistant.tui.actions.listing > docs/funksjoner.md``
"""

from collections.abc import Iterator, Sequence

from lhl_assistant.tui.actions.apart import APART, OPTIONS_APART
from lhl_assistant.tui.actions.everywhere import EVERYWHERE
from lhl_assistant.tui.actions.keys import spelt
from lhl_assistant.tui.actions.model import Action
from lhl_assistant.tui.tabs import TABS

_HEAD = """# Funksjoner

Alt som kan gjøres i terminalappen (`lhl`), med tasten og kommandoen som gjør det samme. I appen finner du alle med
Ctrl+K, og F1 viser dem som gjelder der du er. Listen er laget av programmet selv, og en test holder den, appen og
kommandoene sammen."""


def actions() -> Iterator[tuple[str, Sequence[Action]]]:
    """The actions under the heading of where they are offered."""
    yield "Alle steder", (*(tab.action for tab in TABS), *EVERYWHERE)
    for tab in TABS:
        if tab.load().ACTIONS:
            yield tab.name.nb, tab.load().ACTIONS


def listing() -> str:
    """The whole document."""
    parts = [_HEAD]
    for heading, offered in actions():
        parts.append(f"## {heading}")
        rows = ["| Funksjon | Tast | Kommando |", "|---|---|---|", *(_row(a) for a in offered)]
        parts.append("\n".join(rows))
    parts.append("## Bare på kommandolinjen")
    apart = {**APART, **OPTIONS_APART}
    parts.append("\n".join(f"- `{name}`: {why.nb}" for name, why in apart.items()))
    return "\n\n".join(parts) + "\n"


def _row(action: Action) -> str:
    key = spelt(action.key) if action.key else ""
    twins = ", ".join(f"`{twin}`" for twin in action.twins) or (action.alone.nb if action.alone else "")
    return f"| **{action.name.nb}.** {action.help.nb} | {key} | {twins} |"


if __name__ == "__main__":
    print(listing(), end="")
