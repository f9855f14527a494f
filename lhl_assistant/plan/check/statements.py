"""A plan's text to statements: each sentence, point and row with its place, its chapter and what it does there.

What a statement does is read from the plan's own layout: a row of an action table is a measure; what stands under a
heading of strategies, or says what the municipality shall do in an area's chapter, is planned; what stands under
status, challenges and background, or repeats the reform, only tells.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from lhl_assistant.plan.check.chapters import area_of, plans
from lhl_assistant.plan.measures import Measure
from lhl_assistant.sources.model import Passage, Span, fold

_NATIONAL = re.compile(
    r"nasjonal|stortingsmelding|meld\. ?st|meldingen|meldinga|reformen|reforma\b|regjering|direktorat|departement",
    re.IGNORECASE,
)
_WE_SHALL = re.compile(
    r"\b(?:kommunen|kommuna|vi|me|administrasjonen|tjenest\w+|tenest\w+)\b.{0,60}?\b(?:skal|må|vil)\b|"
    r"\b(?:skal|må|vil)\b.{0,20}\b(?:kommunen|vi|me)\b",
    re.IGNORECASE,
)
_ACT = re.compile(
    r"(?:[-–•❀*]|\d{1,2}[.)]|[a-z]\))?\s*(?:styrke|øke|auke|sikre|etablere|opprette|utvikle|videreutvikle|vidareutvikle|tilby|"
    r"gjennomføre|opprettholde|halde|innføre|utarbeide|legge til rette|leggje til rette|sørge|sørgje|prioritere|"
    r"fortsette|invitere|rekruttere|redusere|bygge|byggje|planlegge|planleggje|samarbeide|arrangere|utrede|greie ut)\b",
    re.IGNORECASE,
)
_SOURCES = re.compile(r"(?:\d+[.\d]* )?(?:kilde|kjelde|referanse|litteratur)\w*$", re.IGNORECASE)
_LETTERS = 3


class Role(StrEnum):
    """What a statement does in the plan."""

    MEASURE = "tiltak"
    STRATEGY = "strategi"
    TOLD = "omtale"


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence, point or row: ``text`` as it stands, white space folded, and ``span`` where.

    ``area`` is the innsatsområde of its chapter, or None; ``about`` is what is weighed of it:
    of a row, not who and when, nor what is only asked in a cell.
    """

    text: str
    span: Span
    heading: tuple[str, ...]
    row: int | None
    role: Role
    area: int | None
    about: str


def statements(text: str, passages: Sequence[Passage], measures: Sequence[Measure]) -> Iterator[Statement]:
    """Every statement of the plan, in reading order; a row that is none of ``measures`` only tells.

    A list of sources states nothing: what a source is called says nothing of what the municipality does.
    """
    by_span = {measure.span: measure for measure in measures}
    for passage in passages:
        if passage.heading and _SOURCES.match(passage.heading[-1].strip(" .:")):
            continue
        if passage.span in by_span:
            yield _row(text, passage, by_span[passage.span])
        else:
            yield from _prose(text, passage)


def _prose(text: str, passage: Passage) -> Iterator[Statement]:
    area, under = area_of(passage.heading), plans(passage.heading)
    repeats_the_reform = False
    for span in passage.sentences:
        said = fold(text[span.start : span.end])
        if sum(c.isalpha() for c in said) < _LETTERS:
            continue
        national = bool(_NATIONAL.search(said))
        if said.endswith(":") or national:
            repeats_the_reform = (national and said.endswith(":")) or (repeats_the_reform and not said.endswith(":"))
        planned = under if under is not None else area is not None and bool(_WE_SHALL.search(said) or _ACT.match(said))
        told = not planned or national or repeats_the_reform
        yield Statement(said, span, passage.heading, None, Role.TOLD if told else Role.STRATEGY, area, said)


def _row(text: str, passage: Passage, measure: Measure) -> Statement:
    said = fold(text[passage.span.start : passage.span.end])
    beside = (measure.strategy, measure.cost, measure.finance, measure.remark)
    about = " ".join((measure.text, *(cell for cell in beside if cell and not cell.rstrip().endswith("?"))))
    return Statement(said, passage.span, passage.heading, passage.row, Role.MEASURE, area_of(passage.heading), about)
