"""What a plan is: chapters, strategies, measures, and the links between them, the reform, the sources and the people.

Every field's Norwegian name (its alias) is its name in the plan's file. All fields but the municipality may be empty.
A measure stands inside the strategy it carries out; one that has none yet stands in ``Plan.measures``. Texts are
Markdown of the simplest kind (paragraphs, ``##`` headings, ``-`` lists); ``[k3]`` in a text points to reference k3, and
``[FYLL INN: …]`` is a gap that only the municipality can fill.
"""

from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from lhl_assistant.plan.document.values import Area, Id, Maybe, Share, SolutionNumber, Some, Text, YesNo
from lhl_assistant.reform.model import Language

SCHEMA = 1
"""The version of the file's form. A file of a newer one is refused."""

PLANNER, SORTER = "planleggeren", "sortereren"
"""Who or what can have made a link; a source's id and a workshop's name are the others."""


@dataclass(frozen=True, slots=True)
class Alternative:
    """Where else a line could belong, and how likely that is (0..1)."""

    area: Annotated[Maybe[Area], Field(alias="innsatsområde")] = None
    solution: Annotated[SolutionNumber, Field(alias="løsning")] = ""
    confidence: Annotated[Share, Field(alias="sikkerhet")] = None


@dataclass(frozen=True, slots=True)
class Link:
    """A strategy's or measure's place in the reform: innsatsområde (None: outside it) and løsning ("" where none fits).

    ``made_by`` made it, with ``confidence`` (0..1) where that is a guess; ``confirmed_by`` is "" until someone has
    confirmed it; ``date`` is ISO. The place in Bo trygt hjemme follows from the løsning (``Solution.successor_areas``).
    """

    area: Annotated[Maybe[Area], Field(alias="innsatsområde")] = None
    solution: Annotated[SolutionNumber, Field(alias="løsning")] = ""
    made_by: Annotated[Text, Field(alias="av")] = ""
    confidence: Annotated[Share, Field(alias="sikkerhet")] = None
    confirmed_by: Annotated[Text, Field(alias="bekreftet_av")] = ""
    date: Annotated[Text, Field(alias="dato")] = ""
    alternatives: Annotated[Some[Alternative], Field(alias="ellers")] = ()


@dataclass(frozen=True, slots=True)
class Measure:
    """A concrete act. ``link`` is None where it follows its strategy's; sources and contributions are by id."""

    id: Annotated[Id, Field(alias="id")] = ""
    text: Annotated[Text, Field(alias="tekst")] = ""
    responsible: Annotated[Text, Field(alias="ansvar")] = ""
    period: Annotated[Text, Field(alias="tidsrom")] = ""
    cost: Annotated[Text, Field(alias="kostnad")] = ""
    finance: Annotated[Text, Field(alias="finansiering")] = ""
    indicator: Annotated[Text, Field(alias="indikator")] = ""
    status: Annotated[Text, Field(alias="status")] = ""
    remark: Annotated[Text, Field(alias="merknad")] = ""
    link: Annotated[Maybe[Link], Field(alias="kobling")] = None
    sources: Annotated[Some[Id], Field(alias="kilder")] = ()
    contributions: Annotated[Some[Id], Field(alias="innspill")] = ()


@dataclass(frozen=True, slots=True)
class Strategy:
    """What the municipality wants, the measures that carry it out, and where it comes from."""

    id: Annotated[Id, Field(alias="id")] = ""
    text: Annotated[Text, Field(alias="tekst")] = ""
    link: Annotated[Maybe[Link], Field(alias="kobling")] = None
    sources: Annotated[Some[Id], Field(alias="kilder")] = ()
    contributions: Annotated[Some[Id], Field(alias="innspill")] = ()
    measures: Annotated[Some[Measure], Field(alias="tiltak")] = ()


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter: its place in the plan is its place in the list; ``area`` is set for the five of the reform."""

    id: Annotated[Id, Field(alias="id")] = ""
    title: Annotated[Text, Field(alias="tittel")] = ""
    area: Annotated[Maybe[Area], Field(alias="innsatsområde")] = None
    text: Annotated[Text, Field(alias="tekst")] = ""


@dataclass(frozen=True, slots=True)
class Reference:
    """Where something is from, as an answer's citation: ``quote`` is the source's stored text from start to end."""

    id: Annotated[Id, Field(alias="id")] = ""
    source: Annotated[Text, Field(alias="kilde")] = ""
    library: Annotated[Text, Field(alias="samling")] = ""
    title: Annotated[Text, Field(alias="tittel")] = ""
    issuer: Annotated[Text, Field(alias="utgiver")] = ""
    year: Annotated[Maybe[int], Field(alias="år")] = None
    status: Annotated[Text, Field(alias="status")] = ""
    kind: Annotated[Text, Field(alias="type")] = ""
    summary: Annotated[YesNo, Field(alias="sammendrag")] = False
    original: Annotated[Text, Field(alias="bygger_på")] = ""
    unconfirmed: Annotated[YesNo, Field(alias="ubekreftet")] = False
    heading: Annotated[Some[Text], Field(alias="overskrift")] = ()
    page: Annotated[Maybe[int], Field(alias="side")] = None
    start: Annotated[Maybe[int], Field(alias="start")] = None
    end: Annotated[Maybe[int], Field(alias="slutt")] = None
    quote: Annotated[Text, Field(alias="sitat")] = ""
    url: Annotated[Text, Field(alias="adresse")] = ""


@dataclass(frozen=True, slots=True)
class Contribution:
    """One utterance in a workshop, verbatim; ``workshop`` names where and ``date`` (ISO) when."""

    id: Annotated[Id, Field(alias="id")] = ""
    words: Annotated[Text, Field(alias="ord")] = ""
    workshop: Annotated[Text, Field(alias="verksted")] = ""
    date: Annotated[Text, Field(alias="dato")] = ""


@dataclass(frozen=True, slots=True)
class AgeGroups:
    """Persons by age on 1 January of ``year``; ``working`` are those of 20–66, for the support ratio."""

    year: Annotated[int, Field(alias="år")]
    to_66: Annotated[int, Field(alias="0–66", ge=0)]
    to_79: Annotated[int, Field(alias="67–79", ge=0)]
    to_89: Annotated[int, Field(alias="80–89", ge=0)]
    from_90: Annotated[int, Field(alias="90+", ge=0)]
    working: Annotated[Maybe[Annotated[int, Field(ge=0)]], Field(alias="20–66")] = None
    projected: Annotated[YesNo, Field(alias="framskrevet")] = False


@dataclass(frozen=True, slots=True)
class Population:
    """The municipality's population now and projected; ``source`` says whose figures, from which table or file."""

    source: Annotated[Text, Field(alias="kilde")] = ""
    fetched: Annotated[Text, Field(alias="hentet")] = ""
    url: Annotated[Text, Field(alias="adresse")] = ""
    years: Annotated[Some[AgeGroups], Field(alias="tall")] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """A whole plan."""

    municipality: Annotated[Text, Field(alias="kommune", min_length=1)]
    schema: Annotated[int, Field(alias="skjema")] = SCHEMA
    title: Annotated[Text, Field(alias="tittel")] = ""
    period: Annotated[Text, Field(alias="periode")] = ""
    language: Annotated[Language, Field(alias="målform")] = "nb"
    chapters: Annotated[Some[Chapter], Field(alias="kapitler")] = ()
    strategies: Annotated[Some[Strategy], Field(alias="strategier")] = ()
    measures: Annotated[Some[Measure], Field(alias="tiltak")] = ()
    population: Annotated[Maybe[Population], Field(alias="befolkning")] = None
    references: Annotated[Some[Reference], Field(alias="henvisninger")] = ()
    contributions: Annotated[Some[Contribution], Field(alias="innspill")] = ()
