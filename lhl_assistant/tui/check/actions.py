"""What can be done with a check."""

from lhl_assistant.said import Said
from lhl_assistant.tui.actions.model import Action

PROOF = Action(
    "open",
    Said("Vis stedet i planen", "Vis staden i planen"),
    Said(
        "Vis stedet i planen som viser det som er merket i kartet eller listen.",
        "Vis staden i planen som viser det som er merkt i kartet eller lista.",
    ),
    "enter",
    Said("Vis stedet", "Vis staden"),
    twins=("lhl sjekk",),
    rank=1,
    priority=False,
)
CHOOSE = Action(
    "choose",
    Said("Åpne en plan å sjekke", "Opne ein plan å sjekke"),
    Said(
        "Sjekk en plan: Word, PDF, tekst, eller planens fil fra Utkast. Du kan også dra filen inn i vinduet.",
        "Sjekk ein plan: Word, PDF, tekst, eller fila til planen frå Utkast. Du kan òg dra fila inn i vindauget.",
    ),
    "ctrl+o",
    Said("Åpne plan", "Opne plan"),
    twins=("lhl sjekk",),
    rank=3,
)
BACK = Action(
    "back",
    Said("Tilbake til kartet", "Tilbake til kartet"),
    Said("Gå fra stedet i planen tilbake, eller avbryt sjekken.", "Gå frå staden i planen tilbake, eller avbryt."),
    "escape",
    Said("Tilbake", "Tilbake"),
    alone=Said("Kommandoen viser alt under hverandre.", "Kommandoen viser alt under kvarandre."),
    rank=2,
)
SAVE = Action(
    "save",
    Said("Lagre sjekken som rapport", "Lagre sjekken som rapport"),
    Said(
        "Skriv rapporten som Word, PDF eller Markdown, til arbeidsgruppen eller saken.",
        "Skriv rapporten som Word, PDF eller Markdown, til arbeidsgruppa eller saka.",
    ),
    "ctrl+s",
    Said("Lagre rapport", "Lagre rapport"),
    twins=("lhl sjekk --rapport",),
    rank=4,
)
AGAIN = Action(
    "again",
    Said("Sjekk den samme planen på nytt", "Sjekk den same planen på nytt"),
    Said("Les planen igjen når du har endret den.", "Les planen igjen når du har endra han."),
    "ctrl+r",
    Said("På nytt", "På nytt"),
    twins=("lhl sjekk",),
    rank=5,
)
ACTIONS = (PROOF, BACK, CHOOSE, SAVE, AGAIN)
NEED_CHECK = (PROOF, SAVE, AGAIN)
