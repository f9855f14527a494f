"""What a document seems to be, by its title, first page and file name. Nothing is guessed that none of them says."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from lhl_assistant.language.detect import detect
from lhl_assistant.sources.markdown import Block
from lhl_assistant.sources.model import Kind, fold
from lhl_assistant.sources.plain import is_generic
from lhl_assistant.sources.reading import file_names
from lhl_assistant.sources.reading.model import Raw, Suggested

_FIRST_PAGE, _SAMPLE, _WEIGHT = 1500, 20_000, 5
_LONGEST_TITLE, _MOST_LINES, _MOST_WORDS = 120, 10, 14
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
_CALLS = frozenset(".:;,!")
"""What ends a sentence, a lead-in or a cry, and seldom a title."""

_YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?![\d])")
_DATED = re.compile(
    r"(?:vedteken|vedtatt|vedtak|dato|utgitt|utgjeven|publisert|høring|høyring|versjon|revidert|januar|februar|mars|april"
    r"|mai|juni|juli|august|september|oktober|november|desember)[^\n]{0,40}?\b((?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_OTHERS = re.compile(r"storting|regjering|\blov|departement|reform", re.IGNORECASE)
_PERIOD = re.compile(r"^\W*((?:19|20)\d\d)\s*[-–]\s*(?:19|20)\d\d\W*$", re.MULTILINE)
_PROCEEDINGS = (
    r"^innspill\b|^merknad\w*\b|uttalelse|fråsegn|referat|saksframlegg|saksfremlegg|protokoll|møtebok|innkalling"
    r"|høringssvar|høyringssvar|\bhøring av"
)
_PLANS, _SAID_AGAIN = re.compile(r"\b(?:\w{4,}|del|tema)?plan(?:en|ens|a)?\b", re.IGNORECASE), 3
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
    (Kind.PROCESS, _PROCEEDINGS),
    (Kind.PLAN, r"plan(?:en)?\b|\bstrategi(?:en)?\b"),
)


def suggested(raw: Raw, text: str, blocks: Sequence[Block], stem: str) -> Suggested:
    """What the document with this ``text``, in a file named ``stem``, says of itself."""
    title = _title(raw, text, blocks)
    issuer, municipality = _issuer(title or "", text)
    if not (issuer or raw.issuer):
        municipality = file_names.municipality(stem)
    return Suggested(
        title,
        raw.issuer or issuer,
        _year(raw, title or "", text, stem),
        municipality,
        _language(text),
        _kind(title) or _kind(file_names.readable(stem)) or _told(text, municipality),
    )


def names_nothing(title: str) -> bool:
    """Whether this is a title that a program gave, not a person: "Microsoft Word - plan.docx", "untitled"."""
    return not title.strip() or _JUNK.fullmatch(fold(title)) is not None


def _title(raw: Raw, text: str, blocks: Sequence[Block]) -> str | None:
    """The document's own title, else what its title page is headed with, else its one uppermost heading."""
    said = [fold(raw.title or ""), *_title_page(text, blocks)]
    heads = [fold(text[b.span.start : b.span.end]) for b in blocks if b.kind == "heading" and b.level == 1]
    tops = [head for head in heads if head[-1:] not in _CALLS]
    candidates = [*said[:1], *tops, *said[1:]] if len(tops) == 1 else [*said, *tops[:1]]
    return next(
        (name[:_LONGEST_TITLE] for name in candidates if not names_nothing(name) and not is_generic(name)), None
    )


def _title_page(text: str, blocks: Sequence[Block]) -> Iterator[str]:
    """What might be the title among the short lines before the first heading: one that says what it is, else the first.

    Lines that only say who, when or what was decided are none.
    """
    heads = [i for i, block in enumerate(blocks) if block.kind == "heading"]
    page = blocks[: heads[0]] if heads else ()
    lines = [fold(text[b.span.start : b.span.end]) for b in page]
    if len(lines) > _MOST_LINES or any(b.kind != "paragraph" for b in page):
        return
    if any(len(line.split()) > _MOST_WORDS for line in lines):
        return
    names = [line for line in lines if not (_ISSUER.fullmatch(line) or _DATED.search(line) or line[-1:] in _CALLS)]
    names = [line for line in names if re.search(r"[^\W\d_]{3}", line)]
    yield from sorted(names, key=lambda line: _kind(line) is None)


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


def _year(raw: Raw, title: str, text: str, stem: str) -> int | None:
    """When it was sent, else the year in its title, in the file's name, by a date of its own on its first page, or of
    the period on its title page; else when the file was made.

    What the Storting or the law did has a date too, and that is not the document's.
    """
    if raw.dated and raw.year:
        return raw.year
    if found := _YEAR.search(title):
        return int(found[0])
    if (named := file_names.year(stem)) is not None:
        return named
    start = text[:_FIRST_PAGE]
    dated = next((m for m in _DATED.finditer(start) if not _OTHERS.search(m[0])), None)
    found = dated or _PERIOD.search(start)
    return int(found[1]) if found else raw.year


def _language(text: str) -> str | None:
    sample = text[:_SAMPLE]
    return detect(sample) if re.search(r"[^\W\d_]{2}", sample) else None


def _told(text: str, municipality: str | None) -> Kind | None:
    """A plan, where the first page of a municipality's document says so again and again and tells of no proceedings."""
    start = text[:_FIRST_PAGE]
    proceedings = municipality is None or re.search(_PROCEEDINGS, start, re.IGNORECASE)
    return Kind.PLAN if not proceedings and len(_PLANS.findall(start)) >= _SAID_AGAIN else None


def _kind(title: str | None) -> Kind | None:
    return next((kind for kind, words in _KINDS if title and re.search(words, title, re.IGNORECASE)), None)
