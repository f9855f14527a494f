"""What can be done in a workshop."""

from lhl_assistant.said import Said
from lhl_assistant.tui.actions.model import Action

ASK_NEXT = Action(
    "next_question",
    Said("Neste spørsmål", "Neste spørsmål"),
    Said("Vis spørsmålet om neste innsatsområde.", "Vis spørsmålet om neste innsatsområde."),
    "ctrl+right",
    twins=("lhl verksted kjør",),
    rank=1,
)
ASK_BEFORE = Action(
    "question_before",
    Said("Forrige spørsmål", "Førre spørsmål"),
    Said("Vis spørsmålet før.", "Vis spørsmålet før."),
    "ctrl+left",
    twins=("lhl verksted kjør",),
)
UNDO = Action(
    "undo",
    Said("Angre det siste", "Angre det siste"),
    Said(
        "Ta tilbake det siste som ble gjort ved dette bordet.", "Ta tilbake det siste som vart gjort ved dette bordet."
    ),
    "ctrl+u",
    Said("Angre", "Angre"),
    twins=("lhl verksted kjør --bord",),
    rank=2,
)
OTHERS = Action(
    "others",
    Said("Finn hva andre har gjort", "Finn kva andre har gjort"),
    Said(
        "Vis hva reformen og andre kommuner har gjort om det det spørres om nå.",
        "Vis kva reforma og andre kommunar har gjort om det det blir spurt om no.",
    ),
    "ctrl+f",
    Said("Finn hos andre", "Finn hos andre"),
    twins=("lhl verksted kjør",),
    rank=3,
)
NEW = Action(
    "new",
    Said("Begynn et nytt verksted", "Byrj på ein ny verkstad"),
    Said(
        "Lag et verksted med kjøreplan for en kommune og en dag. Metode, tid og områder velges på kommandolinjen.",
        "Lag ein verkstad med køyreplan for ein kommune og ein dag. Metode, tid og område vel ein på kommandolinja.",
    ),
    "ctrl+b",
    Said("Nytt", "Ny"),
    twins=("lhl verksted ny --kommune --dato",),
    rank=5,
)
CHOOSE = Action(
    "choose",
    Said("Åpne et annet verksted", "Opne ein annan verkstad"),
    Said("Velg blant verkstedene på maskinen.", "Vel blant verkstadene på maskina."),
    "ctrl+o",
    twins=("lhl verksted vis --alle --del",),
)
SHEETS = Action(
    "sheets",
    Said("Lag ark til veggen og bordene", "Lag ark til veggen og borda"),
    Said("Plakater, kort, samtykke og liste som PDF.", "Plakatar, kort, samtykke og liste som PDF."),
    twins=("lhl verksted ark --til",),
)
PAPER = Action(
    "bring_in",
    Said("Hent innspill fra papir", "Hent innspel frå papir"),
    Said(
        "Ett innspill fra hver linje i en fil, eller på et bilde av ark fra møtet.",
        "Eitt innspel frå kvar linje i ei fil, eller på eit bilete av ark frå møtet.",
    ),
    twins=("lhl verksted importer --verksted",),
)
MERGE = Action(
    "merge",
    Said("Slå sammen bordene", "Slå saman borda"),
    Said("Hent innspillene fra et annet bords fil.", "Hent innspela frå fila til eit anna bord."),
    twins=("lhl verksted slå-sammen",),
)
REPORT = Action(
    "report",
    Said("Lagre rapporten", "Lagre rapporten"),
    Said(
        "Hva som ble sagt, ordrett og sortert. Det som ser ut som personopplysninger, blir dekket over.",
        "Kva som vart sagt, ordrett og sortert. Det som ser ut som personopplysningar, blir dekt over.",
    ),
    "ctrl+s",
    Said("Rapport", "Rapport"),
    twins=("lhl verksted rapport --til --ut --skjul-funn",),
    rank=4,
)
DELETE = Action(
    "delete",
    Said("Slett innspillet alle steder", "Slett innspelet alle stader"),
    Said(
        "Slett det merkede innspillet fra verkstedet og fra planene det er lagt inn i.",
        "Slett det merkte innspelet frå verkstaden og frå planane det er lagt inn i.",
    ),
    twins=("lhl verksted slett",),
)

ACTIONS = (ASK_NEXT, ASK_BEFORE, UNDO, OTHERS, REPORT, NEW, CHOOSE, SHEETS, PAPER, MERGE, DELETE)
NEED_WORKSHOP = tuple(a for a in ACTIONS if a not in (NEW, CHOOSE))
