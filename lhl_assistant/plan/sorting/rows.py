"""What sorting learns from: lines whose place in the reform is known.

Four sources: the reform's own words (``reform.yaml``), lines as people say them (``sortering.yaml``), the strategies of
``maler-forslag.yaml`` (its measures are the plans', and are not taken) and the example plans, whose placing is the
municipality's own (Sunndal's: ours). The running prose of the other knowledge files is left
out on purpose: it speaks *about* the løsninger, and with it the sorting of real plan rows got worse.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from lhl_assistant.errors import LibraryUnavailable
from lhl_assistant.plan.draft.templates import proposals
from lhl_assistant.plan.sorting.model import OUTSIDE
from lhl_assistant.reform.load import load
from lhl_assistant.reform.model import Reform
from lhl_assistant.said import Said
from lhl_assistant.sources.bundled import read
from lhl_assistant.sources.model import Passage, Source
from lhl_assistant.sources.passages import passages
from lhl_assistant.written import parsed

PLANS = ("balsfjord-2021", "lesja-2021", "sunndal-2023")

Kind = Literal["reform", "line", "strategy", "measure"]

_MUNICIPALITY = re.compile(r"\b(?:i )?(?:Balsfjord|Lesja|Sunndal)s?(?:-planens?)?\b")
_UNCONFIRMED = re.compile(r"\s*\((?:ubekreftet|ikkje stadfesta)\)")
_OURS, _AREA = "vår plassering", re.compile(r"innsatsområde ([1-5][1-5, ogdelvis]*)")
_TABLE = re.compile(r"Innsats ([1-5]) –")
_BY_CHAPTER = {"aldersvennlig": 1, "aktivitet": 2, "mat": 3, "helsehjelp": 4, "sammenheng": 5}


@dataclass(frozen=True, slots=True)
class Row:
    """A line and the areas it may belong to (more than one where opinions differ; OUTSIDE for none of the five).

    ``solution`` is None where no løsning is known; ``plan`` is the example plan the line is from, or "".
    """

    text: str
    areas: tuple[int, ...]
    solution: str | None
    plan: str
    kind: Kind


class _Lines(BaseModel):
    """The form of ``sortering.yaml``."""

    model_config = ConfigDict(extra="forbid")

    losninger: Mapping[str, list[str]]
    omrader: Mapping[str, list[str]]
    utenfor: list[str]


def rows(knowledge: Path) -> list[Row]:
    """All rows, each once, in a fixed order. Raises LibraryUnavailable where a file is missing or of another form."""
    reform = load(knowledge / "reform.yaml")
    found = [*_reform(reform), *lines(knowledge / "sortering.yaml", reform), *_strategies(knowledge)]
    for plan in PLANS:
        found += _plan(read(knowledge / "planer" / f"{plan}.md"))
    return list(dict.fromkeys(found))


def _reform(reform: Reform) -> Iterator[Row]:
    for area in reform.areas:
        for words in (area.name, area.goal, *area.challenges):
            for text in (words.nb, words.nn):
                yield Row(text, (area.number,), None, "", "reform")
        for solution in area.solutions:
            for words in filter(None, (solution.name, solution.long_name, solution.summary)):
                for text in (words.nb, words.nn):
                    yield Row(_UNCONFIRMED.sub("", text), (area.number,), solution.number, "", "reform")


def _strategies(knowledge: Path) -> Iterator[Row]:
    """Short strategies, as a planner types them: without these many went to the area that speaks of the old at large.

    They teach the areas alone: five løsninger of one area say too much in the same words.
    """
    for solution, proposed in proposals(knowledge).items():
        for text in (proposed.strategy.nb, proposed.strategy.nn):
            yield Row(text, (int(solution[0]),), None, "", "strategy")


def lines(path: Path, reform: Reform) -> Iterator[Row]:
    """The rows of a file of lines. Raises LibraryUnavailable where it is of another form."""
    try:
        known = _Lines.model_validate(parsed(path.read_text(encoding="utf-8")))
        for solution, texts in known.losninger.items():
            area = int(reform.solution(solution).number[0])
            yield from (Row(text, (area,), solution, "", "line") for text in texts)
        for areas, texts in known.omrader.items():
            numbers = tuple(reform.area(int(number)).number for number in areas.split(","))
            yield from (Row(text, numbers, None, "", "line") for text in texts)
    except (OSError, yaml.YAMLError, ValidationError, ValueError, KeyError) as error:
        raise LibraryUnavailable(
            Said(f"Øvelseslinjene {path} kan ikke brukes: {error}", f"Øvingslinjene {path} kan ikkje brukast: {error}")
        ) from error
    yield from (Row(text, (OUTSIDE,), None, "", "line") for text in known.utenfor)


def _plan(source: Source) -> Iterator[Row]:
    """A plan's measures, and its strategies: what stands in the chapters in which the measures stand."""
    found = [p for p in passages(source.text, source.title) if len(p.heading) > 1]
    tables = ((p.heading[1], _TABLE.match(p.heading[-1])) for p in found)
    chapters = {chapter: int(match[1]) for chapter, match in tables if match}
    for passage in found:
        if _OURS in passage.heading[1] and len(passage.heading) > 2:
            yield _placed_by_us(source, passage)
        elif passage.heading[1] in chapters:
            areas = (chapters[passage.heading[1]],)
            measures = [cell.value for cell in passage.cells if cell.column == "Tiltak"]
            yield from (Row(text, areas, None, source.id, "measure") for text in measures)
            if not passage.cells:
                yield from (Row(text, areas, None, source.id, "strategy") for text in _sentences(source, passage))


def _placed_by_us(source: Source, passage: Passage) -> Row:
    """A point of a plan that is not built on the five areas: its heading and what it wants."""
    placing = _AREA.search(source.text[passage.span.start : passage.span.end])
    chapter = passage.heading[1].casefold()
    areas = tuple(int(n) for n in re.findall("[1-5]", placing[1])) if placing else (_BY_CHAPTER[chapter.split()[0]],)
    said = [s for s in _sentences(source, passage) if "plassert" not in s]
    return Row(". ".join([_plain(passage.heading[2]), *said]), areas, None, source.id, "measure")


def _sentences(source: Source, passage: Passage) -> Iterator[str]:
    for span in passage.sentences:
        text = source.text[span.start : span.end]
        if not text.startswith("Merk:") and len(plain := _plain(text)) > 3:
            yield plain


def _plain(text: str) -> str:
    """The text without the municipality's name, which says nothing of where a line belongs."""
    return " ".join(_MUNICIPALITY.sub("", text).split()).strip(" ,.–")
