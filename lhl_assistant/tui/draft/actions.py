"""What can be done with a plan."""

from lhl_assistant.said import Said
from lhl_assistant.tui.actions.model import Action

READ = Action(
    "read",
    Said("Vis det som er merket", "Vis det som er merkt"),
    Said("Vis kapitlet, strategien eller tiltaket som er merket.", "Vis kapitlet, strategien eller tiltaket."),
    "enter",
    Said("Vis", "Vis"),
    twins=("lhl utkast vis",),
    rank=1,
    priority=False,
)
BACK = Action(
    "back",
    Said("Tilbake til planens tre", "Tilbake til treet i planen"),
    Said("Gå fra teksten eller forslagene tilbake til treet.", "Gå frå teksten eller forslaga tilbake til treet."),
    "escape",
    Said("Tilbake", "Tilbake"),
    alone=Said("Kommandoen viser treet og er ferdig.", "Kommandoen viser treet og er ferdig."),
    rank=2,
)
EDIT = Action(
    "edit",
    Said("Rediger det som er merket", "Rediger det som er merkt"),
    Said(
        "Endre teksten i kapitlet eller strategien, eller tiltakets ansvar, tid og kostnad.",
        "Endre teksten i kapitlet eller strategien, eller ansvar, tid og kostnad for tiltaket.",
    ),
    "ctrl+e",
    Said("Rediger", "Rediger"),
    alone=Said(
        "På kommandolinjen retter man i planens fil med et skriveprogram.",
        "På kommandolinja rettar ein i fila til planen med eit skriveprogram.",
    ),
    rank=3,
)
SUGGEST = Action(
    "suggest",
    Said("Finn forslag til strategier og tiltak", "Finn forslag til strategiar og tiltak"),
    Said(
        "Se hva andre har gjort på det innsatsområdet du står i, og ta med det som passer. Enter tar med "
        "eller fjerner.",
        "Sjå kva andre har gjort på det innsatsområdet du står i, og ta med det som passar. Enter tek med eller "
        "fjernar.",
    ),
    "ctrl+f",
    Said("Forslag", "Forslag"),
    twins=("lhl utkast foreslå --område --løsning --ta",),
    rank=4,
)
PLACE = Action(
    "place",
    Said("Bekreft eller velg plass i reformen", "Stadfest eller vel plass i reforma"),
    Said(
        "Bekreft det foreslåtte innsatsområdet og løsningen, eller velg et annet. Et tiltak kan også flyttes til en "
        "annen strategi.",
        "Stadfest det føreslåtte innsatsområdet og løysinga, eller vel noko anna. Eit tiltak kan òg flyttast til ein "
        "annan strategi.",
    ),
    "ctrl+p",
    Said("Plass", "Plass"),
    twins=("lhl utkast koble --til --bekreft",),
    rank=5,
)
ADD = Action(
    "add",
    Said("Legg til en strategi eller et tiltak", "Legg til ein strategi eller eit tiltak"),
    Said(
        "Skriv eller lim inn en egen strategi eller et eget tiltak.",
        "Skriv eller lim inn ein eigen strategi eller eit eige tiltak.",
    ),
    "ctrl+l",
    Said("Legg til", "Legg til"),
    twins=("lhl utkast koble --strategi --tiltak",),
    rank=6,
)
DROP = Action(
    "drop",
    Said("Fjern strategien eller tiltaket", "Fjern strategien eller tiltaket"),
    Said(
        "Ta det som er merket, ut av planen. Tiltakene i en strategi blir stående.",
        "Ta det som er merkt, ut av planen. Tiltaka i ein strategi blir ståande.",
    ),
    "delete",
    Said("Fjern", "Fjern"),
    alone=Said(
        "På kommandolinjen sletter man linjene i planens fil.",
        "På kommandolinja slettar ein linjene i fila til planen.",
    ),
    rank=9,
)
GAP = Action(
    "gap",
    Said("Neste sted å fylle inn", "Neste stad å fylle inn"),
    Said("Gå til neste sted der bare kommunen vet svaret.", "Gå til neste stad der berre kommunen veit svaret."),
    "ctrl+g",
    Said("Fyll inn", "Fyll inn"),
    twins=("lhl utkast vis",),
    rank=7,
)
EXPORT = Action(
    "export",
    Said("Lagre som Word, PDF eller Markdown", "Lagre som Word, PDF eller Markdown"),
    Said(
        "Skriv planen, saksframlegget eller høringsbrevet til en fil du kan sende.",
        "Skriv planen, saksframlegget eller høyringsbrevet til ei fil du kan sende.",
    ),
    "ctrl+s",
    Said("Word, PDF", "Word, PDF"),
    twins=("lhl utkast eksporter --til --hva --ut --mal",),
    rank=8,
)
NEW = Action(
    "new",
    Said("Begynn en ny plan", "Byrj på ein ny plan"),
    Said(
        "Lag en ny plan med utkast til alle kapitler, på bokmål eller nynorsk.",
        "Lag ein ny plan med utkast til alle kapittel, på bokmål eller nynorsk.",
    ),
    "ctrl+b",
    Said("Ny plan", "Ny plan"),
    twins=("lhl utkast ny --kommune --periode --tom",),
    rank=10,
)
OPEN = Action(
    "open",
    Said("Åpne en plan", "Opne ein plan"),
    Said("Gå videre med en plan som er laget før.", "Gå vidare med ein plan som er laga før."),
    "ctrl+o",
    Said("Åpne", "Opne"),
    twins=("lhl utkast vis --fil",),
    rank=11,
)
WRITE = Action(
    "write",
    Said("Skriv utkast til tomme kapitler", "Skriv utkast til tomme kapittel"),
    Said("Kapitler som har tekst, blir ikke rørt.", "Kapittel som har tekst, blir ikkje rørte."),
    twins=("lhl utkast skriv",),
)
LINK = Action(
    "link",
    Said("Foreslå plass for alt som mangler det", "Føreslå plass for alt som manglar det"),
    Said(
        "Foreslå innsatsområde og løsning for strategier og tiltak uten plass. Du bekrefter hvert forslag.",
        "Føreslå innsatsområde og løysing for strategiar og tiltak utan plass. Du stadfestar kvart forslag.",
    ),
    twins=("lhl utkast koble",),
)
POPULATION = Action(
    "population",
    Said("Ta inn befolkningstall", "Ta inn folketal"),
    Said(
        "Les befolkningen nå og framskrevet fra tabeller du har lagret, eller hent dem fra SSB.",
        "Les folketalet no og framskrive frå tabellar du har lagra, eller hent dei frå SSB.",
    ),
    twins=("lhl utkast befolkning --hent",),
)
HISTORY = Action(
    "history",
    Said("Hent tilbake en eldre utgave", "Hent tilbake ei eldre utgåve"),
    Said(
        "Se utgavene som er tatt vare på. Den som står nå, blir også tatt vare på.",
        "Sjå utgåvene som er tekne vare på. Den som står no, blir òg teken vare på.",
    ),
    twins=("lhl utkast historikk --hent",),
)
CHECK = Action(
    "check",
    Said("Sjekk denne planen", "Sjekk denne planen"),
    Said("Gå til fanen Sjekk med planen slik den er nå.", "Gå til fana Sjekk med planen slik han er no."),
    twins=("lhl sjekk",),
)
ACTIONS = (
    READ, BACK, EDIT, SUGGEST, PLACE, ADD, DROP, GAP, EXPORT, NEW, OPEN, WRITE, LINK, POPULATION, HISTORY, CHECK,
)  # fmt: skip
WITHOUT_PLAN = (NEW, OPEN)
"""What can be done before a plan is open."""
OF_ITEM = (PLACE, DROP)
"""What can be done with a strategy or a measure only."""
