"""Commands that have no place in the app, and why."""

from lhl_assistant.said import Said

APART: dict[str, Said] = {
    "lhl samling": Said(
        "Settes opp én gang, av den som drifter tjeneren; appen søker så også der.",
        "Blir sett opp éin gong, av den som driftar tenaren; appen søkjer så også der.",
    ),
    "lhl verksted": Said("Har ikke fått sin plass i appen ennå.", "Har ikkje fått sin plass i appen enno."),
    "lhl web": Said("Starter appen selv, i en nettleser.", "Startar appen sjølv, i ein nettlesar."),
}
"""For each command, or group of commands, its reason. One that is not here has an Action whose twin it is."""

OPTIONS_APART: dict[str, Said] = {
    "--json": Said("Data for andre programmer.", "Data for andre program."),
    "--fil": Said(
        "Mange linjer fra en fil er for skript; i appen limer man inn.",
        "Mange linjer frå ei fil er for skript; i appen limer ein inn.",
    ),
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
