"""The palette: every action that makes sense where one is, found by a part of its name."""

from collections.abc import Callable, Sequence

from lhl_assistant.said import Said
from lhl_assistant.tui.actions.keys import spelt
from lhl_assistant.tui.actions.model import Action
from lhl_assistant.tui.norwegian import Norwegian
from lhl_assistant.tui.picker.screen import Choice, Picker

TITLE = Said("Hva vil du gjøre?", "Kva vil du gjere?")
_ENOUGH = 72


def palette(app: Norwegian, here: Sequence[Action], elsewhere: Sequence[Action]) -> Picker[Action]:
    """The screen that is dismissed with the action chosen; what belongs to other tabs comes last, without its key."""
    return Picker(TITLE, finder(here, lambda said: said.in_(app.form), elsewhere))


def finder(
    here: Sequence[Action], told: Callable[[Said], str], elsewhere: Sequence[Action] = ()
) -> Callable[[str], Sequence[Choice[Action]]]:
    """A search among all of them: those with the words in the name, then in the help, then names spelt nearly so."""

    actions = (*here, *(a for a in elsewhere if a.name not in {h.name for h in here}))

    def find(words: str) -> Sequence[Choice[Action]]:
        from rapidfuzz import fuzz

        wanted = words.lower().split()

        def rank(action: Action) -> tuple[int, float]:
            name, help = told(action.name).lower(), told(action.help).lower()
            if all(w in name for w in wanted):
                return 0, 0.0
            if all(w in f"{name} {help}" for w in wanted):
                return 1, 0.0
            near = fuzz.partial_ratio(" ".join(wanted), name)
            return (2, -near) if near >= _ENOUGH else (3, 0.0)

        ranked = sorted(((rank(a), at, a) for at, a in enumerate(actions)), key=lambda r: r[:2])
        found = [action for (order, _), _, action in ranked if order < 3]
        return [Choice(a, told(a.name), told(a.help), spelt(a.key) if a.key and a in here else "") for a in found]

    return find
