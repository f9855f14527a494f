"""The small words of bokmål, nynorsk and English by what they do in a question: asking, pointing back, joining.

``RELATIONS`` are the words that name a property or an event of something («ansvaret», «fristen», «søke», «kurset») and
never say of what: a question that has no others is about what was spoken of before.
"""

ASKING = frozenset(
    """
    hva hvem hvor når hvilke hvilken hvilket hvordan hvorfor kva kven kor kvifor korleis koss ka kem what who where
    when which how why whose
    """.split()
)
ASKING_ALONE = frozenset("hva hvem når hvordan hvorfor kven korleis kvifor koss kem who why when".split())
"""After these the finite verb stands directly; after the others a noun or an adjective may come between."""

PREPOSITIONS = frozenset(
    """
    i på for til fra frå om med av hos hjå ved under over mot uten utan etter mellom mellem blant innen innan
    gjennom in on of from to at with about by without after between within through
    """.split()
)
LINKS = frozenset("og eller and or samt".split())
BREAKS = frozenset("som at å hvis dersom fordi mens that if because when når enn".split())
DETERMINERS = frozenset("en ei et ein eit den det de dei denne dette disse desse the a an this these".split())
POINTING = frozenset("den det de dei han hun ho dem them it they this these denne dette disse desse deim".split())
PERSONS = frozenset("han hun ho dem them it they".split())
NEUTER = frozenset("det dette".split())
PLURAL = frozenset("de dei dem disse desse they them these".split())
ADVERBS = frozenset(
    """
    ikke ikkje da då der her nå no også òg egentlig eigentleg nøyaktig nettopp vi man me jeg eg du dere dykk oss
    then there here not now we you i så bare berre ut opp inn ned alle begge mer meir kommunen kommuna kommunene
    kommunane staten
    """.split()
)
SMALL_VERBS = frozenset(
    """
    er var være vere blir blei ble bli vert vart vore vært har hadde ha hatt får fikk få fekk fått skal skulle kan
    kunne må måtte bør burde vil ville gjør gjorde gjøre gjer gjere tar tok ta tek går gikk gå gjekk kommer kom
    komme kjem står stod stå sto sier sa si seier sei seie betyr tyder gjelder gjeld finnes finst fins gis gir gi
    gjev gje ligger ligg brukes bruke bruker brukar heter heiter trenger trengte trenge treng trengst is are was
    were be been has have had do does did can could may might must should will would shall says said
    """.split()
)
SAYING = frozenset("står stod sto sier seier gjelder gjeld says".split())
MODALS = frozenset("skal skulle kan kunne må måtte bør burde vil ville får can could must should will may".split())
_EVENTS = frozenset(
    """
    koster kostet koste kostar kosta skjer skjedde skje hender gjennomføres gjennomført gjennomføre gjennomførast
    starter startet starte startar starta begynner begynte byrjar byrja slutter ferdig varer varte vare foregår
    betaler betalte betale betalar finansierer finansieres finansierast finansiert søke søkje søker søkjer søkt
    vedtatt vedtas vedta vedteke vedtok vedtar bestemmer bestemt virker virket virke verkar fungerer fungerte
    fungere fungerar delta deltar deltek deltok prøvd prøvde prøve skrev skrive skriv laget lage lagde lager
    ansvarlig ansvarleg plass satt avsatt sett avsett cost costs happen happens start starts started end works work
    apply pay pays paid wrote written responsible decides take part last lasts long people
    """.split()
)
_PROPERTIES = frozenset(
    """
    ansvar ansvaret hovedansvar hovedansvaret kostnad kostnaden kostnader pris prisen beløp beløpet frist fristen
    fristar tid tiden tida tidsrom tidspunkt dato år året penger pengene pengar pengane midler budsjett budsjettet
    krav kravet kravene krava vilkår vilkårene paragraf paragrafen side sida siden kapittel kilde kilden kjelde
    kjelda personer folk deltakere deltakerne deltakarar antall talet nummer mange mye mykje lenge lang langt lange
    stor stort store ofte dyrt dyr billig viktig grunn grunnen årsak hensikt hensikten mål målet formål formålet
    poenget fordeler ulemper resultat resultatet resultatene effekt effekten erfaringer erfaringene erfaringar
    eksempel eksempler eksempla døme responsibility price deadline date year money requirements participants reason
    purpose goal example examples
    """.split()
)
THINGS = frozenset(
    """
    kurset kursene opplæringen opplæringa møtet tiltaket tilbudet tilbodet ordningen ordninga tjenesten tenesta
    metoden modellen prosjektet undersøkelsen undersøkinga rapporten notatet boka boken teamet rådet tilskuddet
    tilskotet prosessen søknaden vedtaket punktet course scheme service method project report grant
    """.split()
)
"""Things called by their kind: of which kurs or which ordning is left to what was said before."""

RELATIONS = _EVENTS | _PROPERTIES | THINGS
ADJECTIVE_ENDINGS = (
    "ale",
    "ige",
    "iske",
    "elle",
    "ive",
    "bare",
    "somme",
    "ende",
    "løse",
    "erte",
    "ande",
    "lege",
    "ste",
)
ADJECTIVES = frozenset(
    """
    eldre yngre ansatte tilsette første fyrste andre tredje fjerde femte sjette sjuende siste neste forrige førre
    nye gamle to tre fire fem seks sju åtte ni ti store små gode mange samme same hele heile ulike norske enkelte
    beste syke sjuke
    """.split()
)
