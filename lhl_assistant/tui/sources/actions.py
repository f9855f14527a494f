"""What can be done with the sources."""

from lhl_assistant.said import Said
from lhl_assistant.tui.actions.model import Action

READ = Action(
    "read",
    Said("Les dokumentet", "Les dokumentet"),
    Said("Les hele teksten til kilden som er merket.", "Les heile teksten til kjelda som er merkt."),
    "enter",
    Said("Les", "Les"),
    twins=("lhl kilder vis",),
    rank=1,
    priority=False,
)
BACK = Action(
    "back",
    Said("Tilbake til listen", "Tilbake til lista"),
    Said(
        "Gå fra dokumentet tilbake til listen, eller avbryt det som pågår.",
        "Gå frå dokumentet tilbake til lista, eller avbryt det som går føre seg.",
    ),
    "escape",
    Said("Tilbake", "Tilbake"),
    alone=Said("En kommando som pågår, avbrytes med Ctrl+C.", "Ein kommando som går føre seg, avbryt ein med Ctrl+C."),
    rank=2,
)
ADD = Action(
    "add",
    Said("Legg til dokumenter", "Legg til dokument"),
    Said(
        "Legg til egne filer eller hele mapper. Du kan skrive, lime inn eller dra filen inn i vinduet.",
        "Legg til eigne filer eller heile mapper. Du kan skrive, lime inn eller dra fila inn i vindauget.",
    ),
    "ctrl+l",
    Said("Legg til", "Legg til"),
    twins=("lhl kilder legg-til",),
    rank=3,
)
FIND = Action(
    "find",
    Said("Finn i listen", "Finn i lista"),
    Said("Skriv en del av tittelen, utgiveren eller året.", "Skriv ein del av tittelen, utgjevaren eller året."),
    "ctrl+f",
    Said("Finn", "Finn"),
    twins=("lhl kilder list",),
    rank=4,
)
REMOVE = Action(
    "remove",
    Said("Fjern kilden", "Fjern kjelda"),
    Said(
        "Fjern en av dine egne kilder fra samlingen. Filen den kom fra, blir ikke rørt.",
        "Fjern ei av dine eigne kjelder frå samlinga. Fila ho kom frå, blir ikkje rørt.",
    ),
    "delete",
    Said("Fjern", "Fjern"),
    twins=("lhl kilder fjern",),
    rank=5,
    priority=False,
)
EDIT = Action(
    "edit",
    Said("Rediger opplysninger om kilden", "Rediger opplysningar om kjelda"),
    Said(
        "Rett tittel, utgiver, år, status eller type for en av dine egne kilder.",
        "Rett tittel, utgjevar, år, status eller type for ei av dine eigne kjelder.",
    ),
    "ctrl+e",
    Said("Rediger", "Rediger"),
    twins=("lhl kilder endre",),
    rank=6,
)
UPDATE = Action(
    "update",
    Said("Les endrede dokumenter på nytt", "Les endra dokument på nytt"),
    Said(
        "Se etter om filene til dine egne kilder er endret, og ta inn det nye.",
        "Sjå etter om filene til dine eigne kjelder er endra, og ta inn det nye.",
    ),
    "ctrl+r",
    Said("Les på nytt", "Les på nytt"),
    twins=("lhl kilder oppdater",),
    rank=7,
)
FETCH = Action(
    "fetch",
    Said("Hent en original fra utgiveren", "Hent ein original frå utgjevaren"),
    Said(
        "Hent et dokument som kunnskapen bygger på, så svarene kan sitere det selv. Dette bruker nettet.",
        "Hent eit dokument som kunnskapen byggjer på, så svara kan sitere det sjølv. Dette bruker nettet.",
    ),
    twins=("lhl kilder hent", "lhl kilder hent --list"),
)
COMPARE = Action(
    "compare",
    Said("Hold sammendragene opp mot originalene", "Hald samandraga opp mot originalane"),
    Said(
        "Vis tall, datoer og navn i våre sammendrag som ikke står i originalene du har.",
        "Vis tal, datoar og namn i våre samandrag som ikkje står i originalane du har.",
    ),
    twins=("lhl kilder sammenlign",),
)
CHECK = Action(
    "check",
    Said("Kontroller samlingene", "Kontroller samlingane"),
    Said(
        "Se etter om alt som er lagret, er helt, og om svarene hentes fra kildene slik de er nå.",
        "Sjå etter om alt som er lagra, er heilt, og om svara er henta frå kjeldene slik dei er no.",
    ),
    twins=("lhl indeks sjekk",),
)
BUILD = Action(
    "build",
    Said("Lag indeksen på nytt", "Lag indeksen på nytt"),
    Said(
        "Lag indeksen over dine egne kilder på nytt. Det trengs bare når kontrollen sier det.",
        "Lag indeksen over dine eigne kjelder på nytt. Det trengst berre når kontrollen seier det.",
    ),
    twins=("lhl indeks bygg",),
)
ACTIONS = (READ, BACK, ADD, FIND, REMOVE, EDIT, UPDATE, FETCH, COMPARE, CHECK, BUILD)
OWN_ONLY = (REMOVE, EDIT)
