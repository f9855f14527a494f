"""What can be done wherever one is in the app."""

from lhl_assistant.said import Said
from lhl_assistant.tui.actions.model import Action

HELP = Action(
    "help",
    Said("Hjelp", "Hjelp"),
    Said("Vis hva du kan gjøre der du er, og med hvilke taster.", "Vis kva du kan gjere der du er, og med kva tastar."),
    "f1",
    twins=("lhl --hjelp",),
    rank=90,
)
PALETTE = Action(
    "palette",
    Said("Kommandoer", "Kommandoar"),
    Said(
        "Finn alt du kan gjøre, ved å skrive en del av navnet.",
        "Finn alt du kan gjere, ved å skrive ein del av namnet.",
    ),
    "ctrl+k",
    Said("Mer", "Meir"),
    twins=("lhl --hjelp",),
    rank=91,
)
FORM = Action(
    "switch_form",
    Said("Bytt mellom bokmål og nynorsk", "Byt mellom bokmål og nynorsk"),
    Said("Bytt målform i hele programmet med en gang.", "Byt målform i heile programmet med ein gong."),
    "f8",
    twins=("lhl målform",),
)
THEME = Action(
    "switch_theme",
    Said("Bytt utseende", "Byt utsjånad"),
    Said(
        "Gå til neste utseende: lyst, mørkt, høy kontrast eller projektor.",
        "Gå til neste utsjånad: lyst, mørkt, høg kontrast eller projektor.",
    ),
    "f9",
    alone=Said(
        "Kommandolinjen har terminalens egne farger.",
        "Kommandolinja har fargane til terminalen.",
    ),
)
SORT = Action(
    "sort",
    Said("Sorter linjer på innsatsområde", "Sorter linjer på innsatsområde"),
    Said(
        "Lim inn strategier, tiltak eller innspill, og få innsatsområde og løsning for hver linje.",
        "Lim inn strategiar, tiltak eller innspel, og få innsatsområde og løysing for kvar linje.",
    ),
    twins=("lhl sorter",),
)
QUIT = Action(
    "quit",
    Said("Avslutt", "Avslutt"),
    Said(
        "Avslutt. Alt er tatt vare på, og du er der du var neste gang.",
        "Avslutt. Alt er teke vare på, og du er der du var neste gong.",
    ),
    "ctrl+q",
    alone=Said("Kommandoene slutter av seg selv.", "Kommandoane sluttar av seg sjølve."),
    rank=92,
)
STOP = Action(
    "stop",
    Said("Avbryt det som pågår", "Avbryt det som går føre seg"),
    Said("Stopp arbeidet. Det som ikke er ferdig, er som før.", "Stopp arbeidet. Det som ikkje er ferdig, er som før."),
    "escape",
    Said("Avbryt", "Avbryt"),
    alone=Said("På kommandolinjen er det Ctrl+C.", "På kommandolinja er det Ctrl+C."),
    rank=1,
    priority=False,
)
EVERYWHERE = (STOP, HELP, PALETTE, FORM, THEME, SORT, QUIT)
