"""What can be done in the conversation."""

from lhl_assistant.said import Said
from lhl_assistant.tui.actions.model import Action

_SCREEN = Said("Kommandoen viser alle kildene under svaret.", "Kommandoen viser alle kjeldene under svaret.")

ASK = Action(
    "ask",
    Said("Spør", "Spør"),
    Said(
        "Still spørsmålet du har skrevet. Du kan spørre videre om det samme: «og i Lesja?», «hva koster det?».",
        "Still spørsmålet du har skrive. Du kan spørje vidare om det same: «og i Lesja?», «kva kostar det?».",
    ),
    "enter",
    twins=("lhl spør",),
    rank=1,
    priority=False,
)
NEXT = Action(
    "citation(1)",
    Said("Vis neste kilde", "Vis neste kjelde"),
    Said(
        "Vis stedet i kilden som neste tall i svaret viser til, med sitatet merket. Et klikk på tallet gjør det samme.",
        "Vis staden i kjelda som neste tal i svaret viser til, med sitatet merkt. Eit klikk på talet gjer det same.",
    ),
    "tab",
    Said("Kilde", "Kjelde"),
    alone=_SCREEN,
    rank=2,
)
PREVIOUS = Action(
    "citation(-1)",
    Said("Vis forrige kilde", "Vis førre kjelde"),
    Said("Gå tilbake til tallet før.", "Gå tilbake til talet før."),
    "shift+tab",
    alone=_SCREEN,
)
READ = Action(
    "read",
    Said("Les i dokumentet", "Les i dokumentet"),
    Said(
        "Åpne hele dokumentet på stedet som er sitert.",
        "Opne heile dokumentet på staden som er sitert.",
    ),
    "ctrl+d",
    Said("Les i dokumentet", "Les i dokumentet"),
    twins=("lhl kilder vis",),
    rank=5,
)
CLOSE = Action(
    "close",
    Said("Lukk kilden", "Lukk kjelda"),
    Said(
        "Lukk kilden ved siden av, eller tøm linjen du skriver på.",
        "Lukk kjelda ved sida av, eller tøm linja du skriv på.",
    ),
    "escape",
    Said("Lukk", "Lukk"),
    alone=_SCREEN,
    rank=3,
)
EDIT = Action(
    "edit",
    Said("Rediger siste spørsmål", "Rediger siste spørsmål"),
    Said(
        "Hent fram det siste spørsmålet, endre det og spør på nytt. Pil opp på en tom linje gjør det samme.",
        "Hent fram det siste spørsmålet, endre det og spør på nytt. Pil opp på ei tom linje gjer det same.",
    ),
    "ctrl+e",
    Said("Rediger", "Rediger"),
    twins=("lhl spør",),
    rank=7,
)
COPY = Action(
    "copy(True)",
    Said("Kopier svaret med kilder", "Kopier svaret med kjelder"),
    Said(
        "Legg siste svar, eller det du har merket med musen, på utklippstavlen.",
        "Legg siste svar, eller det du har merkt med musa, på utklippstavla.",
    ),
    "ctrl+c",
    Said("Kopier", "Kopier"),
    twins=("lhl samtale vis",),
    rank=4,
)
COPY_PLAIN = Action(
    "copy(False)",
    Said("Kopier svaret uten kilder", "Kopier svaret utan kjelder"),
    Said("Legg bare teksten i siste svar på utklippstavlen.", "Legg berre teksten i siste svar på utklippstavla."),
    "ctrl+y",
    twins=("lhl samtale vis",),
)
SAVE = Action(
    "save",
    Said("Lagre samtalen til fil", "Lagre samtalen til fil"),
    Said(
        "Skriv samtalen med alle kilder til en fil du kan åpne i andre programmer.",
        "Skriv samtalen med alle kjelder til ei fil du kan opne i andre program.",
    ),
    "ctrl+s",
    Said("Lagre", "Lagre"),
    twins=("lhl samtale eksporter",),
    rank=6,
)
USE = Action(
    "use",
    Said("Legg til svaret i utkast", "Legg til svaret i utkast"),
    Said(
        "Sett svaret inn i planen, med kildene: i et kapittel, eller som strategi eller tiltak.",
        "Set svaret inn i planen, med kjeldene: i eit kapittel, eller som strategi eller tiltak.",
    ),
    "ctrl+l",
    Said("Legg til i utkast", "Legg til i utkast"),
    alone=Said(
        "På kommandolinjen limer man svaret inn i planens fil.",
        "På kommandolinja limer ein svaret inn i fila til planen.",
    ),
    rank=5,
)
NEW = Action(
    "new",
    Said("Begynn ny samtale", "Byrj på ny samtale"),
    Said(
        "Legg bort samtalen og begynn på en ny. Den gamle er tatt vare på.",
        "Legg bort samtalen og byrj på ein ny. Den gamle er teken vare på.",
    ),
    "ctrl+b",
    Said("Ny", "Ny"),
    twins=("lhl samtale",),
    rank=8,
)
OPEN = Action(
    "open",
    Said("Åpne en tidligere samtale", "Opne ein tidlegare samtale"),
    Said(
        "Let i samtalene dine, gå videre med en av dem, eller slett den.",
        "Leit i samtalane dine, gå vidare med ein av dei, eller slett han.",
    ),
    "ctrl+o",
    Said("Samtaler", "Samtalar"),
    twins=("lhl samtale søk", "lhl samtale list", "lhl samtale slett"),
    rank=9,
)
SCOPE = Action(
    "scope",
    Said("Finn svar bare i noen av kildene", "Finn svar berre i nokre av kjeldene"),
    Said(
        "Let i alle samlinger, bare den medfølgende, bare dine egne, eller i ett dokument.",
        "Leit i alle samlingar, berre den medfølgjande, berre dine eigne, eller i eitt dokument.",
    ),
    "ctrl+f",
    Said("Velg kilder", "Vel kjelder"),
    twins=("lhl spør --samling", "lhl spør --kilde"),
    rank=10,
)
WHY = Action(
    "why",
    Said("Vis hvorfor svaret ble slik", "Vis kvifor svaret vart slik"),
    Said(
        "Vis tekstutdragene som svaret er laget av, og hvorfor hvert av dem ble funnet.",
        "Vis tekstutdraga som svaret er laga av, og kvifor kvart av dei vart funne.",
    ),
    twins=("lhl spør --forklar",),
)
LEAF = Action(
    "leaf(1)",
    Said("Bla nedover i kilden", "Bla nedover i kjelda"),
    Said("Bla i kilden ved siden av; Ctrl+↑ blar oppover.", "Bla i kjelda ved sida av; Ctrl+↑ blar oppover."),
    "ctrl+down",
    alone=_SCREEN,
)
LEAF_UP = Action(
    "leaf(-1)",
    Said("Bla oppover i kilden", "Bla oppover i kjelda"),
    Said("Bla oppover i kilden ved siden av.", "Bla oppover i kjelda ved sida av."),
    "ctrl+up",
    alone=_SCREEN,
)
SCROLL = Action(
    "scroll(1)",
    Said("Bla nedover i samtalen", "Bla nedover i samtalen"),
    Said("Bla en side ned i samtalen; PgUp blar opp.", "Bla ei side ned i samtalen; PgUp blar opp."),
    "pagedown",
    twins=("lhl samtale vis",),
)
SCROLL_UP = Action(
    "scroll(-1)",
    Said("Bla oppover i samtalen", "Bla oppover i samtalen"),
    Said("Bla en side opp i samtalen.", "Bla ei side opp i samtalen."),
    "pageup",
    twins=("lhl samtale vis",),
)
ACTIONS = (
    ASK, NEXT, PREVIOUS, CLOSE, READ, COPY, USE, COPY_PLAIN, SAVE, EDIT, NEW, OPEN, SCOPE, WHY, SCROLL, SCROLL_UP,
    LEAF, LEAF_UP,
)  # fmt: skip
NEED_ANSWER = (NEXT, PREVIOUS, USE, COPY, COPY_PLAIN, SAVE, EDIT, NEW, WHY, SCROLL, SCROLL_UP)
NEED_SOURCE = (CLOSE, READ, LEAF, LEAF_UP)
