"""What a question sets side by side: municipalities, the two reforms, or two matters («forskjellen på X og Y»)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from lhl_assistant.answer import intent as intents
from lhl_assistant.answer.context import Context
from lhl_assistant.answer.intent import Wanted
from lhl_assistant.language.words import content_words
from lhl_assistant.search.hits import Hit

_OLD = (
    r"(?:den )?(?:gamle|forrige|førre) reform\w*|leve hele livet(?:-reformen)?|leve heile livet(?:-reforma)?|\blhl\b|"
    r"the (?:old|previous) reform"
)
_NEW = (
    r"bo trygt hjemme(?:-reformen)?|bu trygt heime(?:-reforma)?|etterfølger\w*|etterfølgj\w*|"
    r"(?:den )?nye reform\w*|reformen som (?:tok over|avløste\b.*?hele livet)|the (?:new reform|successor)"
)
_BESIDE = re.compile(r"\benn\b|\bbegge\b|\bbåde\b|\bhver for seg\b|\bkvar for seg\b|\bthan\b|\bboth\b", re.IGNORECASE)
_TWO = re.compile(
    r"(?:forskjell\w*|skilnad\w*|difference) (?:er det |er )?(?:på|mellom|mellem|between) (?:en |ei |et |ein |eit |a )?"
    r"(.{3,60}?) (?:og|and) (?:en |ei |et |ein |eit |a )?(.{3,60}?)[?.! ]*$"
    r"|(?:hva|kva|hvordan|korleis) (?:skiller|skil) (.{3,60}?) (?:seg )?(?:fra|frå) (.{3,60}?)[?.! ]*$",
    re.IGNORECASE,
)
_COMPARING = re.compile(
    r"\b(?:sammenlikn\w*|sammenlign\w*|samanlikn\w*|compared?|med hverandre|forskjellen|skilnaden|forskjell|skilnad|"
    r"annerledes|annleis|hver for seg|kvar for seg|skiller|skil|seg|frå|kontra|versus|differ|differences?|between)\b",
    re.IGNORECASE,
)
_LOOKED_AT = 12
_NEWNESS = frozenset(
    "reform reformen reforma reformene plan planen planene planane nytt ny nye likt ulikt likhet".split()
)


@dataclass(frozen=True, slots=True)
class Side:
    """One of what is compared: its name, the question asked of it alone, and how its passages are known.

    ``place`` keeps to one municipality. Of a reform's passages every one has ``has`` in its headings or words, and
    ``lacks`` in none of its headings ("" for no such demand).
    """

    name: str
    question: str
    place: str | None = None
    has: str = ""
    lacks: str = ""


def sides(about: Context) -> list[Side]:
    """What the question compares; empty where it compares nothing."""
    if len(about.named.places) > 1:
        return [_place(place, about) for place in sorted(about.named.places, key=about.question.lower().find)]
    compares = about.intent.wanted is Wanted.COMPARISON or _BESIDE.search(about.question)
    if compares and (found := _reforms(about.question)):
        return found
    if two := _TWO.search(about.question):
        names = [n for n in two.groups() if n]
        return [Side(n[:1].upper() + n[1:], f"Hva er {n}?") for n in names]
    return []


def bare(found: Sequence[Side]) -> bool:
    """Whether nothing is asked about but the sides themselves («hva er forskjellen på X og Y»)."""
    said = {w for s in found for w in content_words(s.question)}
    named = {w for s in found for w in content_words(s.name)}
    return not said - named - _NEWNESS


def best(side: Side, about: Context) -> list[Hit]:
    """The passages that answer for one side, best first."""
    hits = about.searcher.search(side.question, _LOOKED_AT, place=side.place)
    return [h for h in hits if _belongs(h, side)]


def of_side(side: Side, about: Context) -> Context:
    """The context of the question that is asked of one side; citations are shared."""
    named = about.searcher.names(side.question)
    return replace(about, question=side.question, intent=intents.read(side.question), named=named)


def _place(place: str, about: Context) -> Side:
    """The question of one municipality: the others' names and the words of comparing left out."""
    kept = about.question
    for other in about.named.places - {place}:
        kept = re.sub(
            rf"(?:,|\bog\b|\bi\b|\band\b|\bfra\b|\bfrå\b)?\s*\b{re.escape(other)}s?\b", " ", kept, flags=re.IGNORECASE
        )
    return Side(place.capitalize(), _bare(kept), place)


def _reforms(question: str) -> list[Side]:
    old, new = re.search(_OLD, question, re.IGNORECASE), re.search(_NEW, question, re.IGNORECASE)
    if not (old and new):
        return []
    rest = _bare(
        re.sub(rf"(?:\b(?:på|mellom|i|med|enn|og|than|and|in|of)\s+)*(?:{_OLD}|{_NEW})", " ", question, flags=re.I)
    )
    told = (("Leve hele livet", "leve hele livet", "bo trygt hjemme"), ("Bo trygt hjemme", "bo trygt hjemme", ""))
    return [Side(name, f"{rest} – {name}?", has=has, lacks=lacks) for name, has, lacks in told]


def _bare(question: str) -> str:
    """The question without the words that compare."""
    return " ".join(_COMPARING.sub(" ", question).split()).strip(" ,?.–:")


def _belongs(hit: Hit, side: Side) -> bool:
    headings = f"{hit.source.title} {' '.join(hit.passage.heading)}".lower()
    text = hit.source.text[hit.passage.span.start : hit.passage.span.end].lower()
    return side.has in f"{headings} {text}" and not (side.lacks and side.lacks in f"{headings} {text}")


def names(found: Sequence[Side]) -> frozenset[str]:
    """The names under which the sides are shown."""
    return frozenset(s.name for s in found)
