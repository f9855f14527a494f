"""What became of the files that were added, in sentences."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from lhl_assistant.said import Said

if TYPE_CHECKING:
    from lhl_assistant.library.adding import Outcome
    from lhl_assistant.library.checking import Report

_WORDS = {
    "new": Said("Lagt til", "Lagt til"),
    "same": Said("Finnes allerede", "Finst alt"),
    "changed": Said("Oppdatert", "Oppdatert"),
}
_WHOLE = Said("Alt er helt.", "Alt er heilt.")


def sentences(outcomes: Sequence["Outcome"]) -> list[Said]:
    """A sentence for each file, those that could not be used first, with what was remarked on reading them."""
    told: list[Said] = []
    for outcome in sorted(outcomes, key=lambda o: o.refused is None):
        if outcome.refused is not None:
            told.append(outcome.refused)
        elif outcome.known is not None:
            words, known = _WORDS[outcome.what.value], outcome.known
            told.append(Said(f"{words.nb}: {known.title}", f"{words.nn}: {known.title}"))
            told += known.remarks if outcome.what.value != "same" else ()
    return told


def checked(reports: Sequence[tuple[Said, "Report"]]) -> list[Said]:
    """What is wrong with each library, or that nothing is."""
    told: list[Said] = []
    for name, report in reports:
        for complaint in report.complaints or (_WHOLE,):
            told.append(Said(f"{name.nb.capitalize()}: {complaint.nb}", f"{name.nn.capitalize()}: {complaint.nn}"))
    return told
