"""Questions a planner might ask of the bundled knowledge, what a right answer must hold, and some that have none."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Asked:
    """A question, the source that answers it, and words that the answer must hold."""

    kind: str
    question: str
    source: str
    holds: tuple[str, ...]


ANSWERED = (
    Asked("fakta", "Når ble stortingsmeldingen om Leve hele livet lagt fram?", "om-reformen", ("4. mai 2018",)),
    Asked("fakta", "Når behandlet Stortinget eldrereformen?", "om-reformen", ("20. november 2018",)),
    Asked("fakta", "Når sluttet reformperioden?", "om-reformen", ("31. desember 2023",)),
    Asked(
        "tall fra rad",
        "Hva koster frivilligsentralen i Balsfjord?",
        "balsfjord-2021",
        ("Kr 230 000 (k-sak 028/21)", "2022"),
    ),
    Asked(
        "tall fra rad",
        "Hva koster to nye årsverk til hjemmerehabilitering i Sunndal?",
        "sunndal-2023",
        ("1,5 mill. kr", "2024/2025"),
    ),
    Asked("tall", "Hvor mange bor det i Lesja?", "lesja-2021", ("1968",)),
    Asked("hvem", "Hvem har ansvaret for pårørendeskolen i Balsfjord?", "balsfjord-2021", ("Demensteam",)),
    Asked("når", "Når skal Lesja begynne med Sterk og stødig?", "lesja-2021", ("2022",)),
    Asked("tom celle", "Hva koster trim i bygdehusene i Balsfjord?", "balsfjord-2021", ("oppgir ikke",)),
    Asked(
        "liste",
        "Hvilke tiltak har Lesja for mat og måltider?",
        "lesja-2021",
        ("temakveld om ernæring", "kartlegging av ernæringsstatus", "institusjonskjøkkenet", "middag"),
    ),
    Asked(
        "liste",
        "Hva er de fire innsatsområdene i Bo trygt hjemme?",
        "bo-trygt-hjemme",
        ("Levende lokalsamfunn", "Boligtilpasning", "Kompetente", "Trygghet"),
    ),
    Asked(
        "liste",
        "Hvilke krav måtte oppfylles for å bli prioritert ved tilskudd fra 2021?",
        "forventninger-og-krav",
        ("Krav 1", "Krav 2", "Krav 3", "Krav 4"),
    ),
    Asked("begrep", "Hva er hverdagsmestring?", "omrade-4-helsehjelp", ("hva den enkelte selv vil klare",)),
    Asked("framgangsmåte", "Hvordan gjennomfører vi et gjestebud?", "metoder-for-medvirkning", ("gjestene hjem",)),
    Asked("framgangsmåte", "Hvordan går en kafédialog for seg?", "metoder-for-medvirkning", ("bord",)),
    Asked(
        "sammenligning",
        "Sammenlign frivilligsentralen i Balsfjord og Lesja",
        "balsfjord-2021",
        ("Balsfjord", "Lesja", "230 000"),
    ),
    Asked("nynorsk", "Kven har ansvaret for velferdsteknologi i Balsfjord?", "balsfjord-2021", ("Kommunalsjef",)),
    Asked("nynorsk", "Kva er målet med Bu trygt heime?", "bo-trygt-hjemme", ("bo i eget hjem",)),
    Asked(
        "dagligtale",
        "Hvor ofte skal de gamle få noe å gjøre?",
        "omrade-2-aktivitet-og-fellesskap",
        ("minst én time daglig",),
    ),
    Asked(
        "dagligtale",
        "Kan ungdommen komme på besøk på gamlehjemmet?",
        "omrade-2-aktivitet-og-fellesskap",
        ("møter mellom unge og eldre",),
    ),
    Asked("lov", "Må alle kommuner ha eldreråd?", "kommuneloven-og-eldrerad", ("§ 5-12",)),
    Asked(
        "lov",
        "Har kommunen plikt til å ha dagtilbud for hjemmeboende med demens?",
        "helse-og-omsorgstjenesteloven",
        ("1. januar 2020",),
    ),
)

REFUSED = (
    "Hvem vant serien i fotball i fjor?",
    "Hvordan baker jeg surdeigsbrød?",
    "Hva er vedtatt i Bodø om Leve hele livet?",
    "Hvor mye tjener en sykepleier på Svalbard?",
    "Skriv et dikt om høsten",
    "Hvor mange innbyggere har Paris?",
    "Kva er straumprisen i dag?",
    "How do I reset my Windows password?",
)
