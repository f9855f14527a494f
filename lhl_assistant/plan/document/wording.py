"""How a mistake in a plan's file is told, in both forms."""

from lhl_assistant.said import Said

TOO_BIG = Said(
    "filen er for stor til å være en plan (over tre millioner tegn).",
    "fila er for stor til å vere ein plan (over tre millionar teikn).",
)
STAR = Said("en stjerne foran et ord må stå mellom hermetegn.", "ei stjerne framfor eit ord må stå mellom hermeteikn.")
NO_YAML = Said(
    "filen kan ikke leses som YAML: den har tegn eller nivåer som ikke hører hjemme i en plan.",
    "fila kan ikkje lesast som YAML: ho har teikn eller nivå som ikkje høyrer heime i ein plan.",
)
NO_PLAN = Said(
    "filen er ikke en plan. Den skal ha felt som «kommune: …».",
    "fila er ikkje ein plan. Ho skal ha felt som «kommune: …».",
)
TWICE = Said(
    "feltet står to ganger på samme sted. Behold det ene.", "feltet står to gonger same stad. Hald på det eine."
)
TAB = Said(
    "linjen begynner med tabulator. Bruk mellomrom til innrykk.",
    "linja byrjar med tabulator. Bruk mellomrom til innrykk.",
)
COLON = Said(
    "teksten har kolon, eller innrykket er feil. Sett teksten mellom hermetegn («'»).",
    "teksten har kolon, eller innrykket er feil. Set teksten mellom hermeteikn («'»).",
)
QUOTE = Said(
    "et hermetegn som åpner en tekst, mangler sin makker.", "eit hermeteikn som opnar ein tekst, manglar maken sin."
)
ODD = Said(
    "innrykk eller tegn er ikke slik YAML krever. Se på linjen og den over.",
    "innrykk eller teikn er ikkje slik YAML krev. Sjå på linja og den over.",
)
ALLOWED = {
    "målform": Said("skal være nb eller nn.", "skal vere nb eller nn."),
    "innsatsområde": Said("skal være et tall fra 1 til 5.", "skal vere eit tal frå 1 til 5."),
    "løsning": Said(
        "skal være et løsningsnummer fra 1.1 til 5.5, eller stå tomt.",
        "skal vere eit løysingsnummer frå 1.1 til 5.5, eller stå tomt.",
    ),
    "sikkerhet": Said("skal være et tall fra 0 til 1, med punktum.", "skal vere eit tal frå 0 til 1, med punktum."),
}
YES_OR_NO = Said("skal være ja eller nei.", "skal vere ja eller nei.")
NUMBER = Said(
    "skal være et helt tall, uten mellomrom og benevning.", "skal vere eit heilt tal, utan mellomrom og nemning."
)
WRONG = {
    "missing": Said("mangler.", "manglar."),
    "too_short": Said("kan ikke være tomt.", "kan ikkje vere tomt."),
    "string_type": Said(
        "skal være tekst, ikke en liste eller flere felt.", "skal vere tekst, ikkje ei liste eller fleire felt."
    ),
    "dataclass_type": Said("skal ha egne felt under seg, med innrykk.", "skal ha eigne felt under seg, med innrykk."),
    "tuple_type": Said(
        "skal være en liste: én linje for hvert punkt, med bindestrek foran.",
        "skal vere ei liste: éi linje for kvart punkt, med bindestrek framfor.",
    ),
    "bool_type": YES_OR_NO,
    "bool_parsing": YES_OR_NO,
}
KINDS = {
    "strategier": Said("en annen strategi", "ein annan strategi"),
    "tiltak": Said("et annet tiltak", "eit anna tiltak"),
    "kapitler": Said("et annet kapittel", "eit anna kapittel"),
    "henvisninger": Said("en annen henvisning", "ei anna tilvising"),
    "innspill": Said("et annet innspill", "eit anna innspel"),
}
LISTED = {
    "kilder": Said("henvisninger", "tilvisingar"),
    "innspill": Said("innspill", "innspel"),
}
