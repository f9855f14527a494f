"""A guess in the planner's words."""

from lhl_assistant.plan.sorting.model import Guess
from lhl_assistant.reform.model import Reform
from lhl_assistant.said import Form, Said

_OUTSIDE = Said("Utenfor reformen", "Utanfor reforma")
_SOLUTION = Said("løsning", "løysing")


def named(guess: Guess, reform: Reform, form: Form) -> str:
    """``2 Aktivitet og fellesskap, løsning 2.1 Gode møteplasser (87 %)``."""
    sure = f"({guess.confidence:.0%})".replace("%", " %")
    if guess.focus_area is None:
        return f"{_OUTSIDE.in_(form)} {sure}"
    area = f"{guess.focus_area} {reform.area(guess.focus_area).name.in_(form)}"
    if guess.solution is None:
        return f"{area} {sure}"
    return f"{area}, {_SOLUTION.in_(form)} {guess.solution} {reform.solution(guess.solution).name.in_(form)} {sure}"
