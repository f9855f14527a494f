"""What a document seems to be, read off its title and first page. Nothing is guessed that it does not say."""

import re
from collections import Counter
from collections.abc import Sequence

from lhl_assistant.language.detect import detect
from lhl_assistant.sources.markdown import Block
from lhl_assistant.sources.model import Kind, fold
from lhl_assistant.sources.reading.model import Raw, Suggested

_FIRST_PAGE, _SAMPLE, _WEIGHT = 1500, 20_000, 5
_LONGEST_TITLE = 120
_NAME = r"\b[A-ZÆØÅ][^\W\d_]{1,24}(?:[- ][A-ZÆØÅ][a-zæøå]{1,24}){0,2}"
_ISSUER = re.compile(
    rf"(?P<municipality>{_NAME}) (?P<sort>kommune|herad)s?\b|(?P<county>{_NAME}) fylkeskommunes?\b"
    rf"|(?P<state>Statsforvaltaren|Statsforvalteren|Fylkesmannen) i (?P<region>{_NAME}(?: og (?:{_NAME}))?)"
    r"|(?P<national>Helsedirektoratet|Helse- og omsorgsdepartementet|Kommunal- og \w+departementet"
    r"|Folkehelseinstituttet|Husbanken|Statistisk sentralbyrå|Riksrevisjonen|Senteret for et aldersvennlig Norge)"
)
_NO_NAMES = frozenset(
    """
    hver hvert kvar kvart en ein ei et din vår denne hvilken kva hva ingen annen anna enhver noen alle ny nye stor
    liten samme same aldersvennlig aldersvenleg demensvennlig norsk egen eigen vertskommune den dei det per pr ulike
    andre vi i for og som at om når da men norges bostedskommune hjemkommune heimkommune
    """.split()
)
_JUNK = re.compile(
    r"(?:microsoft word|microsoft powerpoint|powerpoint-presentasjon|powerpoint presentation|presentasjon|lysbilde"
    r"|slide|untitled|uten navn|uten tittel|document|dokument|office theme|ark ?\d|sheet ?\d)\b.{0,60}"
    r"|.*\.(?:docx?|pptx?|pdf|odt|indd)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?![\d])")
_DATED = re.compile(
    r"(?:vedteken|vedtatt|vedtak|dato|utgitt|utgitt|publisert|høring|høyring|versjon|revidert|januar|februar|mars|april"
    r"|mai|juni|juli|august|september|oktober|november|desember)[^\n]{0,40}?\b((?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_KINDS = (
    (Kind.LAW, r"\b(?:lov|forskrift)\b|\w+loven?\b|\w+lova\b|forskrift\b"),
    (Kind.REFORM, r"meld\. ?st\.|\bst\.meld\.|stortingsmelding|\bprop\. ?\d|\bnou \d|kvalitetsreform"),
    (
        Kind.GUIDANCE,
        r"veileder|rettleiar|veiledning|rettleiing|retningslinje|rundskriv|håndbok|handbok|tilskudd|tilskot",
    ),
    (
        Kind.STATISTICS,
        r"statistikk|folkehelseprofil|undersøkelse|undersøking|framskriving|oversikt over helsetilstanden",
    ),
    (
        Kind.PROCESS,
        r"referat|saksframlegg|saksfremlegg|protokoll|møtebok|innkalling|høringssvar|høyringssvar|\bhøring av",
    ),
    (Kind.PLAN, r"plan(?:en)?\b|\bstrategi(?:en)?\b"),
)


def suggested(raw: Raw, text: str, blocks: Sequence[Block]) -> Suggested:
    """What the document with this ``text`` says of itself."""
    title = _title(raw, text, blocks)
    issuer, municipality = _issuer(title or "", text)
    return Suggested(
        title, raw.issuer or issuer, _year(raw, title or "", text), municipality, _language(text), _kind(title)
    )


def names_nothing(title: str) -> bool:
    """Whether this is a title that a program gave, not a person: "Microsoft Word - plan.docx", "untitled"."""
    return not title.strip() or _JUNK.fullmatch(fold(title)) is not None


def _title(raw: Raw, text: str, blocks: Sequence[Block]) -> str | None:
    own = fold(raw.title or "")
    if not names_nothing(own):
        return own[:_LONGEST_TITLE]
    first = next((fold(text[b.span.start : b.span.end]) for b in blocks if b.kind == "heading" and b.level == 1), "")
    return first[:_LONGEST_TITLE] or None


def _issuer(title: str, text: str) -> tuple[str | None, str | None]:
    """Who the document is from, and its municipality: named in the title or on the first page, or again and again."""
    counts: Counter[tuple[str, str | None]] = Counter()
    for place, weight in ((title, _WEIGHT), (text[:_FIRST_PAGE], _WEIGHT), (text[_FIRST_PAGE:_SAMPLE], 1)):
        for match in _ISSUER.finditer(place):
            if named := _named(match):
                counts[named] += weight
    best = counts.most_common(1)
    return best[0][0] if best and best[0][1] >= _WEIGHT else (None, None)


def _named(match: re.Match[str]) -> tuple[str, str | None] | None:
    if name := match["municipality"]:
        while name and name.split()[0].lower() in _NO_NAMES:
            name = name.partition(" ")[2]
        return (f"{name} {match['sort']}", name) if name else None
    if match["county"]:
        return f"{match['county']} fylkeskommune", None
    if match["state"]:
        return f"{match['state']} i {match['region']}", None
    return match["national"], None


def _year(raw: Raw, title: str, text: str) -> int | None:
    """The first year in the title, else one that stands by a date on the first page, else when the file was made."""
    if found := _YEAR.search(title):
        return int(found[0])
    dated = _DATED.search(text[:_FIRST_PAGE])
    return int(dated[1]) if dated else raw.year


def _language(text: str) -> str | None:
    sample = text[:_SAMPLE]
    return detect(sample) if re.search(r"[^\W\d_]{2}", sample) else None


def _kind(title: str | None) -> Kind | None:
    return next((kind for kind, words in _KINDS if title and re.search(words, title, re.IGNORECASE)), None)
