"""What can be done with the sources."""

from lhl_assistant.said import Said
from lhl_assistant.tui.actions.model import Action

READ = Action(
    "read",
    Said("Les dokumentet", "Les dokumentet"),
    Said("Les hele teksten til kilden som er merket.", "Les heile teksten til kjelda som er merkt."),
    "enter",
    Said("Les", "Les"),
    twin="lhl kilder vis",
    rank=1,
    priority=False,
)
BACK = Action(
    "back",
    Said("Tilbake til listen", "Tilbake til lista"),
    Said("Gå fra dokumentet tilbake til listen.", "Gå frå dokumentet tilbake til lista."),
    "escape",
    Said("Tilbake", "Tilbake"),
    twin="lhl kilder list",
    rank=2,
)
FIND = Action(
    "find",
    Said("Let i listen", "Leit i lista"),
    Said("Skriv en del av tittelen, utgiveren eller året.", "Skriv ein del av tittelen, utgjevaren eller året."),
    "ctrl+f",
    Said("Let", "Leit"),
    twin="lhl kilder list",
    rank=5,
)
ACTIONS = (READ, BACK, FIND)
