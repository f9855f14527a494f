"""What the columns of an action table hold, under any of the names that plans give them, in bokmål and nynorsk."""

import re
from typing import Literal

Field = Literal["number", "text", "strategy", "responsible", "period", "cost", "finance", "remark"]

_NAMES: tuple[tuple[Field, str], ...] = (
    ("number", r"nr\.?|nummer|#|tiltak(?:s)?[- ]?nr\.?|id|pkt\.?"),
    (
        "finance",
        r"finansiering.*|finansiert.*|inndekning|inndekking|dekkes av|dekkast av|tilskudd.*|tilskot.*|midler|midlar",
    ),
    (
        "cost",
        r"kostnad.*|kostnadar|kost|økonomi.*|budsjett.*|beløp|ramme|kroner|kr\.?|pris|ressurs.*|utgift.*|.*kostnad(?:er|ar)?",
    ),
    (
        "responsible",
        r"ansvar.*|hovedansvar.*|hovudansvar.*|hvem.*|kven.*|utføres av|blir utført av|gjennomføres av"
        r"|blir gjennomført av|eier|eigar|tiltakseier|tiltakseigar|enhet|eining|tjeneste|teneste|utfører|utførar"
        r"|.*ansvarlege?|.*ansvarlig",
    ),
    (
        "period",
        r"tid|tids.*|når.*|frist.*|periode.*|planperiode|år|årstall|oppstart.*|start.*|ferdig.*|framdrift.*|fremdrift.*"
        r"|gjennomføringsperiode|gjennomføring|varighet|varigheit",
    ),
    (
        "remark",
        r"merknad.*|kommentar.*|oppfølging.*|oppfølgning.*|status.*|indikator.*|måloppnåelse|måloppnåing|resultat.*"
        r"|effekt.*|samarbeid.*|målgruppe.*|hvordan|korleis|beskrivelse.*|skildring.*|omtale|utfyllende.*|utfyllande.*"
        r"|prioritet.*|prioritering.*|vurdering.*|omfang",
    ),
    ("text", r"tiltak.*|.*tiltak|aktivitet.*|hva.*|kva.*|handling.*|innsats|gjøremål|gjeremål|oppgave.*|oppgåve.*"),
    (
        "strategy",
        r"strategi.*|mål|delmål.*|hovedmål.*|hovudmål.*|målsetting.*|innsatsområde.*|satsingsområde.*|satsningsområde.*"
        r"|løsning.*|løysing.*|tema.*|område.*",
    ),
)
_PATTERNS = tuple((field, re.compile(names, re.IGNORECASE)) for field, names in _NAMES)
YEAR = re.compile(r"(?:20\d\d)(?:\s*[-–]\s*20\d\d)?")
"""A column that is a year: what stands in it is done or paid then."""


def field(name: str) -> Field | None:
    """What a column of this name holds; None where its name does not say. "Kostnad/merknad" holds a cost."""
    plain = " ".join(name.replace("\u00ad", "").split()).strip(" :*.").casefold()
    for part in (plain, *re.split(r"\s*[/,&]\s*|\s+(?:og|eller)\s+", plain)):
        for named, pattern in _PATTERNS:
            if part and pattern.fullmatch(part):
                return named
    return None
