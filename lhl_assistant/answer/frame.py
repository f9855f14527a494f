"""Our own words around the quotes, in bokmål and nynorsk. An English question is framed in bokmål."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from lhl_assistant.language.detect import Asked
from lhl_assistant.said import Form


@dataclass(frozen=True, slots=True)
class Frame:
    """The sentences and headings of one language."""

    form: Form
    not_covered: str
    not_in_library: str
    reword: str
    nearest: str
    likely: str
    unsure: str
    no_value: str
    otherwise: str
    declined: str
    health: str
    reform: str
    guidance: str
    more: str
    others: str
    beware: str
    both: str
    municipality: str
    side: str
    said: str
    side_silent: str
    in_no_plan: str
    empty: str
    thanks: str
    below: str
    no_more: str
    conversation: str
    understood: str
    sources: str
    source: str
    summary: str
    and_more: str
    unconfirmed: str
    question: str
    wanted: Mapping[str, str]


_NB = Frame(
    form="nb",
    not_covered="Det står ikke i kildene.",
    not_in_library="Det står ikke i kildene: de sier ikke noe om dette når det gjelder «{}».",
    reword="Spør om planen, reformen eller andres erfaringer, gjerne med andre ord.",
    nearest="Nærmest kommer dette:",
    likely="Let heller i {}.",
    unsure="Kildene svarer ikke klart på dette. Dette er det nærmeste; vurder selv om det passer.",
    otherwise="Kildene sier noe annet enn spørsmålet:",
    no_value="Kilden oppgir ikke {} for dette:",
    declined="Jeg svarer bare på spørsmål, og bare med det som står i kildene.",
    health="Dette kan jeg ikke gi råd om. Ring fastlegen eller kommunens helse- og omsorgstjeneste. Haster det, ring "
    "legevakten på 116117. Står det om liv, ring 113.",
    reform="Om reformen",
    guidance="Veiledning og lov",
    more="Mer om dette",
    others="Slik står det i planene",
    beware="Pass på",
    both="{} eller {}",
    municipality="Kommune",
    side="Hva",
    said="Slik står det",
    side_silent="{}: kildene sier ikke noe om dette.",
    in_no_plan="Ikke funnet i planene til: {}.",
    empty="Hva vil du vite? Skriv spørsmålet med det det gjelder, for eksempel: Hva er hverdagsmestring?",
    thanks="Bare hyggelig! Spør gjerne om mer.",
    below="Kildene til et svar står under det, og der kan du lese selv hva de sier.",
    no_more="Kildene har ikke mer om dette enn det som alt er sagt.",
    conversation="Samtale",
    understood="Forstått som: {}",
    sources="Kilder",
    source="Kilde",
    summary="Vårt sammendrag av {}",
    and_more="og flere",
    unconfirmed="Ubekreftet",
    question="Spørsmål",
    wanted=MappingProxyType(
        {"AMOUNT": "noe beløp", "TIME": "noe tidspunkt", "DURATION": "hvor lenge", "PERSON": "hvem som har ansvaret"}
    ),
)
_NN = Frame(
    form="nn",
    not_covered="Det står ikkje i kjeldene.",
    not_in_library="Det står ikkje i kjeldene: dei seier ikkje noko om dette når det gjeld «{}».",
    reword="Spør om planen, reforma eller røynslene til andre, gjerne med andre ord.",
    nearest="Nærast kjem dette:",
    likely="Leit heller i {}.",
    unsure="Kjeldene svarer ikkje klart på dette. Dette er det nærmaste; vurder sjølv om det passar.",
    otherwise="Kjeldene seier noko anna enn spørsmålet:",
    no_value="Kjelda oppgir ikkje {} for dette:",
    declined="Eg svarer berre på spørsmål, og berre med det som står i kjeldene.",
    health="Dette kan eg ikkje gje råd om. Ring fastlegen eller helse- og omsorgstenesta i kommunen. Hastar det, ring "
    "legevakta på 116117. Står det om liv, ring 113.",
    reform="Om reforma",
    guidance="Rettleiing og lov",
    more="Meir om dette",
    others="Slik står det i planane",
    beware="Pass på",
    both="{} eller {}",
    municipality="Kommune",
    side="Kva",
    said="Slik står det",
    side_silent="{}: kjeldene seier ikkje noko om dette.",
    in_no_plan="Ikkje funne i planane til: {}.",
    empty="Kva vil du vite? Skriv spørsmålet med det det gjeld, til dømes: Kva er kvardagsmeistring?",
    thanks="Berre hyggeleg! Spør gjerne om meir.",
    below="Kjeldene til eit svar står under det, og der kan du sjølv lese kva dei seier.",
    no_more="Kjeldene har ikkje meir om dette enn det som alt er sagt.",
    conversation="Samtale",
    understood="Forstått som: {}",
    sources="Kjelder",
    source="Kjelde",
    summary="Vårt samandrag av {}",
    and_more="og fleire",
    unconfirmed="Ikkje stadfesta",
    question="Spørsmål",
    wanted=MappingProxyType(
        {"AMOUNT": "noko beløp", "TIME": "noko tidspunkt", "DURATION": "kor lenge", "PERSON": "kven som har ansvaret"}
    ),
)


def frame(language: Asked) -> Frame:
    """The frame for a question in ``language``."""
    return _NN if language == "nn" else _NB
