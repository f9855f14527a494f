"""What a passage gains because the question names it, asks for its kind of source, or wants a term defined."""

import re
from dataclasses import dataclass
from functools import lru_cache

from lhl_assistant.language.words import tokens
from lhl_assistant.reform.model import Reform
from lhl_assistant.search.meaning import Shares
from lhl_assistant.search.names import Named, source_places
from lhl_assistant.search.points import PointKind
from lhl_assistant.sources.model import Kind, Passage, Source

_DEFINE = re.compile(
    r"^(?:hva|kva|what) (?:er|betyr|tyder|is|menes med|meiner ein med|går) (?:en |ei |et |eit |the |a )?"
    r"([\w -]{3,40}?)(?: ut på)?\??$",
    re.IGNORECASE,
)
_DUTY = frozenset("må plikt plikter pliktig krav kravet krava lov loven lova lovpålagt krever krev kreves".split())
_MEASURES = re.compile(r"handlings(?:plan|del)|tiltak", re.IGNORECASE)
_REMEMBERED = 64
_PRACTICE = frozenset("andre eksempel eksempler døme erfaring erfaringer erfaringar praksis".split())


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each signal counts."""

    passage: float = 0.25
    sentence: float = 0.25
    question: float = 0.20
    lens: float = 0.90
    words: float = 0.60
    place: float = 0.65
    other_place: float = -0.35
    area: float = 0.06
    column: float = 0.08
    proper: float = 0.10
    definition: float = 0.35
    authority: float = 0.12

    def near(self, shares: Shares) -> Shares:
        """Nearness in meaning as one figure for each passage, from its shares of shape (kinds, passages)."""
        kinds = (
            (PointKind.PASSAGE, self.passage),
            (PointKind.SENTENCE, self.sentence),
            (PointKind.QUESTION, self.question),
        )
        total: Shares = sum(weight * shares[kind] for kind, weight in kinds)
        return total


def named(passage: Passage, source: Source, said: Named, reform: Reform, weights: Weights) -> float:
    """What the places, areas, solutions, proper names and columns that the question names add (or take)."""
    w, added = weights, 0.0
    if said.places:
        own = source_places(source)
        inside = said.places & set(tokens(" ".join(passage.heading)))
        added += w.place if said.places & own or inside else w.other_place if own else 0.0
    if said.areas or said.solutions:
        path = " ".join(passage.heading).lower()
        areas = [reform.area(n).name for n in said.areas]
        solutions = [reform.solution(n).name for n in said.solutions]
        added += w.area * sum(n.nb.lower() in path or n.nn.lower() in path for n in areas)
        added += 2 * w.area * sum(n.nb.lower() in path for n in solutions)
    if said.proper:
        written = passage.embedding_text(source.text)
        added += w.proper * sum(name in written for name in said.proper)
    if said.columns:
        columns = " ".join(c.column.lower() for c in passage.cells) or _planned(passage)
        added += w.column * any(c in columns for c in said.columns)
    return added


def _planned(passage: Passage) -> str:
    """The column that running text stands for: a plan whose table was lost in reading has its measures under these."""
    return "tiltak" if _MEASURES.search(" ".join(passage.heading)) else ""


def authority(question: str, kind: Kind, weights: Weights) -> float:
    """What the kind of source adds: plans where others' practice is asked for, law and reform where duty is."""
    return weights.authority if kind in _fitting(question) else 0.0


@lru_cache(maxsize=_REMEMBERED)
def _fitting(question: str) -> tuple[Kind, ...]:
    """The kinds of source that the question asks for."""
    asked = set(tokens(question))
    return (Kind.PLAN,) if asked & _PRACTICE else (Kind.LAW, Kind.REFORM, Kind.GUIDANCE) if asked & _DUTY else ()


def definition(question: str, passage: Passage, text: str, weights: Weights) -> float:
    """What a passage adds that begins by saying what the question asks to have defined (``Hva er X?``)."""
    subject = _defined(question)
    if not subject:
        return 0.0
    opening = text[passage.span.start : passage.span.start + len(subject) + 60].lower()
    says = re.match(rf"(en |ei |et |eit )?{re.escape(subject)}\w{{0,3}} (er|betyr|vil si|handler|går)\b", opening)
    return weights.definition if says else 0.0


@lru_cache(maxsize=_REMEMBERED)
def _defined(question: str) -> str:
    """What the question asks to have defined, in lower case; "" where it does not."""
    match = _DEFINE.search(question.strip())
    return match.group(1).lower() if match else ""
