"""What can be done for all that is the planner's."""

from lhl_assistant.said import Said
from lhl_assistant.tui.actions.model import Action

SAVE = Action(
    "save",
    Said("Lagre sikkerhetskopi", "Lagre tryggingskopi"),
    Said(
        "Skriv alt ditt – kilder, samtaler, planer og innstillinger – til én fil.",
        "Skriv alt ditt – kjelder, samtalar, planar og innstillingar – til éi fil.",
    ),
    "ctrl+s",
    Said("Lagre kopi", "Lagre kopi"),
    twins=("lhl sikkerhetskopi lag",),
    rank=1,
)
RESTORE = Action(
    "restore",
    Said("Åpne sikkerhetskopi", "Opne tryggingskopi"),
    Said("Hent alt tilbake fra en sikkerhetskopi.", "Hent alt tilbake frå ein tryggingskopi."),
    "ctrl+o",
    Said("Åpne kopi", "Opne kopi"),
    twins=("lhl sikkerhetskopi hent",),
    rank=2,
)
ACTIONS = (SAVE, RESTORE)
