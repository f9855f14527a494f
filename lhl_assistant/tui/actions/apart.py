"""Commands that have no place in the app, and why."""

from lhl_assistant.said import Said

APART: dict[str, Said] = {
    "lhl samling": Said(
        "Settes opp én gang, av den som drifter tjeneren; appen søker så også der.",
        "Blir sett opp éin gong, av den som driftar tenaren; appen søkjer så også der.",
    ),
    "lhl verksted svar": Said(
        "Gjøres når planen er vedtatt, ett innspill om gangen.",
        "Blir gjort når planen er vedteken, eitt innspel i gongen.",
    ),
    "lhl verksted koble": Said(
        "Gjøres ved siden av planens fil, med id-ene som står der.",
        "Blir gjort ved sida av fila til planen, med id-ane som står der.",
    ),
    "lhl verksted spor": Said(
        "Et spørsmål til planen etter vedtaket; svaret er korte linjer.",
        "Eit spørsmål til planen etter vedtaket; svaret er korte linjer.",
    ),
    "lhl verksted metoder": Said(
        "Leses før verkstedet lages; metoden velges på kommandolinjen.",
        "Blir lese før verkstaden blir laga; metoden vel ein på kommandolinja.",
    ),
    "lhl web": Said("Starter appen selv, i en nettleser.", "Startar appen sjølv, i ein nettlesar."),
}
"""For each command, or group of commands, its reason. One that is not here has an Action whose twin it is."""

_USUAL = Said(
    "Appen lager et vanlig verksted; det som er annerledes, sies på kommandolinjen.",
    "Appen lagar ein vanleg verkstad; det som er annleis, seier ein på kommandolinja.",
)
_PLANNED = "--tittel --klokka --minutter --deltakere --metode --område --sted --kontakt --bevar-til".split()

OPTIONS_APART: dict[str, Said] = {
    "--json": Said("Data for andre programmer.", "Data for andre program."),
    "--fil": Said(
        "Mange linjer fra en fil er for skript; i appen limer man inn.",
        "Mange linjer frå ei fil er for skript; i appen limer ein inn.",
    ),
    **dict.fromkeys(_PLANNED, _USUAL),
    "--storskrift": Said(
        "Siden til deltakerne lages på kommandolinjen.", "Sida til deltakarane lagar ein på kommandolinja."
    ),
    "--med-funn": Said("Appen dekker alltid over funnene.", "Appen dekkjer alltid over funna."),
    "--medfølgende": Said("For den som utvikler programmet.", "For den som utviklar programmet."),
    "--modell": Said(
        "Å bytte språkmodell kan laste ned flere gigabyte og gjøres én gang, av den som drifter maskinen.",
        "Å byte språkmodell kan laste ned fleire gigabyte og blir gjort éin gong, av den som driftar maskina.",
    ),
    "--original": Said(
        "For skript som legger til originaler som alt er hentet; i appen brukes «Hent».",
        "For skript som legg til originalar som alt er henta; i appen brukar ein «Hent».",
    ),
    "--ja": Said("Appen spør alltid først.", "Appen spør alltid først."),
}
