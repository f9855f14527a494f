"""What the check says, in bokmål and nynorsk: headings, verdicts and counts. Both faces and the report use it."""

from collections.abc import Sequence

from lhl_assistant.plan.check.model import Checked, MeasureCheck, Verdict
from lhl_assistant.said import Said

TITLE = Said("Sjekk av planen", "Sjekk av planen")
OF = Said("Sjekket: {}", "Sjekka: {}")
AREAS = Said("Innsatsområder og løsninger", "Innsatsområde og løysingar")
MEASURES = Said("Tiltakene", "Tiltaka")
STRATEGIES = Said("Strategier uten tiltak", "Strategiar utan tiltak")
FORMAL = Said("Formelle punkter", "Formelle punkt")
SUCCESSOR = Said("Sett fra Bo trygt hjemme", "Sett frå Bu trygt heime")
OUTSIDE = Said("Utenfor", "Utanfor")
STEPS = Said("Tre neste steg", "Tre neste steg")
THEN = Said("Da", "Då")
NOW = Said("Nå", "No")
CHECKED = Said("Loven er sist kontrollert av oss {}.", "Lova er sist kontrollert av oss {}.")
SUGGESTION = Said("Forslag", "Forslag")
FROM_PLACE = Said("slik {} har gjort det", "slik {} har gjort det")
FROM_KNOWLEDGE = Said("fra kunnskapen i programmet", "frå kunnskapen i programmet")
NO_PROOF = Said("Vi fant ikke noe om dette i planen.", "Vi fann ikkje noko om dette i planen.")
PAGE = Said("side {}", "side {}")
ROW = Said("rad {}", "rad {}")
GUIDE = Said(
    "Dekket: en strategi eller et tiltak svarer på løsningen. Nevnt: navnet eller saken står der, men ingenting er "
    "planlagt. Mangler: den er ikke tatt opp. Usikker: det er for jevnt til å avgjøre; les stedet selv. Sjekken er en "
    "hjelp til å lese planen, ikke en godkjenning.",
    "Dekt: ein strategi eller eit tiltak svarer på løysinga. Nemnd: namnet eller saka står der, men ingenting er "
    "planlagt. Manglar: ho er ikkje teken opp. Usikker: det er for jamt til å avgjere; les staden sjølv. Sjekken er ei "
    "hjelp til å lese planen, ikkje ei godkjenning.",
)
MAP_IS_OURS = Said(
    "Koblingen til Bo trygt hjemme er vår egen. Mat og måltider er ikke et eget innsatsområde der.",
    "Koplinga til Bu trygt heime er vår eiga. Mat og måltid er ikkje eit eige innsatsområde der.",
)
LOOK_YOURSELF = Said(
    "Vi fant ingen tiltak som ligner på disse strategiene. Se etter selv; noen kan ha tiltak med andre ord.",
    "Vi fann ingen tiltak som liknar på desse strategiane. Sjå etter sjølv; nokre kan ha tiltak med andre ord.",
)
_MORE = Said("og {} til; hele listen er med i «lhl sjekk --json»", "og {} til; heile lista er med i «lhl sjekk --json»")
FEW = 5
"""How many strategies without measures, and how many statements outside, are shown."""

_VERDICTS = {
    Verdict.COVERED: Said("dekket", "dekt"),
    Verdict.MENTIONED: Said("nevnt", "nemnd"),
    Verdict.MISSING: Said("mangler", "manglar"),
    Verdict.UNSURE: Said("usikker", "usikker"),
}
_MET = {
    "oppfylt": Said("oppfylt", "oppfylt"),
    "delvis": Said("delvis", "delvis"),
    "mangler": Said("mangler", "manglar"),
}


def more(found: Sequence[object]) -> Said | None:
    """How many there are beyond the few that are shown; None where all are shown."""
    rest = len(found) - FEW
    return Said(_MORE.nb.format(rest), _MORE.nn.format(rest)) if rest > 0 else None


def verdict(found: Verdict) -> Said:
    """The verdict's word."""
    return _VERDICTS[found]


def met(found: str) -> Said:
    """The word for how a formal point is met."""
    return _MET[found]


def counts(checked: Checked) -> list[Said]:
    """What the measures lack, one sentence each, those without a fault left out."""
    measures, total = checked.measures, len(checked.measures)
    if not total:
        return []
    found = [Said(f"Planen har {total} tiltak i tabeller.", f"Planen har {total} tiltak i tabellar.")]
    for name in checked.columns_missing:
        found.append(
            Said(f"Ingen av tabellene har en kolonne for {name}.", f"Ingen av tabellane har ein kolonne for {name}.")
        )
    for lacks, said in (
        ([m for m in measures if m.no_responsible], Said("mangler ansvarlig", "manglar ansvarleg")),
        ([m for m in measures if m.no_period], Said("mangler tidsrom", "manglar tidsrom")),
        ([m for m in measures if m.no_cost], Said("mangler kostnad", "manglar kostnad")),
        ([m for m in measures if not m.amount], Said("har ikke noe beløp", "har ikkje noko beløp")),
        ([m for m in measures if m.only_looked_into], Said("skal bare utredes", "skal berre greiast ut")),
    ):
        if lacks:
            found.append(Said(f"{len(lacks)} av {total} {said.nb}.", f"{len(lacks)} av {total} {said.nn}."))
    return found


def lacks(measure: MeasureCheck, checked: Checked) -> list[Said]:
    """What one measure lacks, a word each; what no measure has, and amounts, are left out: they are told of at once."""
    found = [
        (measure.no_responsible, Said("ansvar", "ansvar")),
        (measure.no_period, Said("tidsrom", "tidsrom")),
        (measure.no_cost, Said("kostnad", "kostnad")),
        (measure.only_looked_into, Said("skal bare utredes", "skal berre greiast ut")),
    ]
    return [said for is_so, said in found if is_so and said.nb not in checked.columns_missing]
