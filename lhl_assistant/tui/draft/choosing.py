"""What the planner chooses among: places in the reform, kinds of documents, versions, places for an answer."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from lhl_assistant.safe import safe
from lhl_assistant.said import Form, Said
from lhl_assistant.tui.picker.screen import Choice

if TYPE_CHECKING:
    from lhl_assistant.answer.model import Answer
    from lhl_assistant.export.send import What
    from lhl_assistant.plan.document.model import Alternative, Link, Plan
    from lhl_assistant.plan.link.propose import Linked
    from lhl_assistant.reform.model import Reform

Value = TypeVar("Value")
CONFIRM, STRATEGY, MEASURE = "bekreft", "strategi", "tiltak"
_OUTSIDE = "utenfor"

PLACE = Said("Hvor i reformen hører dette hjemme?", "Kvar i reforma høyrer dette heime?")
EXPORT = Said("Hva vil du lage?", "Kva vil du lage?")
HISTORY = Said("Hvilken utgave vil du hente tilbake?", "Kva utgåve vil du hente tilbake?")
USE = Said("Hvor i planen skal svaret stå?", "Kvar i planen skal svaret stå?")
ADD = Said("Hva vil du legge til?", "Kva vil du leggje til?")
POPULATION = Said("Hvor er befolkningstallene?", "Kvar er folketala?")
_CONFIRM = Said("Bekreft forslaget", "Stadfest forslaget")
_NEXT = Said("Nest mest trolig", "Nest mest truleg")
_WHOLE_AREA = Said("Hele innsatsområdet", "Heile innsatsområdet")
_NOT_THERE = Said("Utenfor reformen", "Utanfor reforma")
_UNDER = Said("Flytt hit: tiltaket følger strategiens plass", "Flytt hit: tiltaket følgjer plassen til strategien")
_NEW_STRATEGY, _NEW_MEASURE = Said("En ny strategi", "Ein ny strategi"), Said("Et nytt tiltak", "Eit nytt tiltak")
_AT_END = Said("Sist i kapitlet, med henvisningene", "Sist i kapitlet, med tilvisingane")
_FITS = Said("Sist i kapitlet; svaret handler om dette innsatsområdet", "Sist i kapitlet; svaret handlar om dette")
_FILES = Said("Tabeller jeg har lagret", "Tabellar eg har lagra")
_FILES_ARE = Said("JSON-stat2 eller CSV fra SSB", "JSON-stat2 eller CSV frå SSB")
_ONLINE = Said("Hent fra SSB nå", "Hent frå SSB no")
_ONLINE_IS = Said("Krever nett; bare kommunens navn sendes", "Krev nett; berre namnet på kommunen blir sendt")
_DOCUMENTS: "dict[What, Said]" = {
    "plan": Said("Planen", "Planen"),
    "saksframlegg": Said("Saksframlegget", "Saksframlegget"),
    "høringsbrev": Said("Høringsbrevet", "Høyringsbrevet"),
}
_FORMATS = {".docx": "Word", ".pdf": "PDF", ".md": "Markdown"}
_AS = Said("som", "som")
_TEMPLATE = Said("Planen som Word, på kommunens egen mal", "Planen som Word, på kommunen sin eigen mal")


@dataclass(frozen=True, slots=True)
class Document:
    """What is written, in which format (its suffix), and whether on the municipality's own template."""

    what: "What"
    suffix: str
    template: bool = False


def among(choices: Sequence[Choice[Value]]) -> Callable[[str], Sequence[Choice[Value]]]:
    """A search for the choices that have all the words."""

    def find(words: str) -> Sequence[Choice[Value]]:
        wanted = words.lower().split()
        return [c for c in choices if all(w in f"{c.name} {c.below}".lower() for w in wanted)]

    return find


def places(entry: "Linked", plan: "Plan", reform: "Reform", form: Form) -> list[Choice[str]]:
    """The proposal to confirm, its runners-up, then every løsning and innsatsområde; for a measure the strategies."""
    from lhl_assistant.plan.document.model import Measure
    from lhl_assistant.plan.link.told import placed

    found: list[Choice[str]] = []
    if entry.link is not None and not entry.link.confirmed_by:
        found.append(Choice(CONFIRM, placed(entry.link, reform).in_(form), _CONFIRM.in_(form)))
    if entry.link is not None:
        found += [Choice(_key(a), placed(a, reform).in_(form), _NEXT.in_(form)) for a in entry.link.alternatives]
    if isinstance(entry.item, Measure):
        others = [s for s in plan.strategies if entry.item not in s.measures]
        found += [Choice(s.id, safe(s.text), _UNDER.in_(form)) for s in others]
    for area in reform.areas:
        name = area.name.in_(form)
        found.append(Choice(str(area.number), f"{area.number} {name}", _WHOLE_AREA.in_(form)))
        found += [Choice(s.number, f"{s.number} {s.name.in_(form)}", name) for s in area.solutions]
    return [*found, Choice(_OUTSIDE, _NOT_THERE.in_(form))]


def _key(place: "Link | Alternative") -> str:
    return place.solution or (str(place.area) if place.area else _OUTSIDE)


def documents(form: Form) -> list[Choice[Document]]:
    """What can be written, in each format."""
    found = [
        Choice(Document(what, suffix), f"{said.in_(form)} {_AS.in_(form)} {name}")
        for what, said in _DOCUMENTS.items()
        for suffix, name in _FORMATS.items()
    ]
    return [found[0], Choice(Document("plan", ".docx", True), _TEMPLATE.in_(form)), *found[1:]]


def versions(plan: Path) -> list[Choice[Path]]:
    """The versions kept, newest first."""
    from lhl_assistant.plan.document import history

    kept = reversed(history.versions(plan))
    return [Choice(v, f"{history.moment(v).astimezone():%d.%m.%Y %H:%M:%S}") for v in kept]


def kinds(form: Form) -> list[Choice[str]]:
    """What can be added."""
    return [Choice(STRATEGY, _NEW_STRATEGY.in_(form)), Choice(MEASURE, _NEW_MEASURE.in_(form))]


def homes(answer: "Answer", plan: "Plan", form: Form) -> list[Choice[str]]:
    """Where an answer can stand: the chapter of its innsatsområde first."""
    ranked = sorted(plan.chapters, key=lambda c: c.area not in answer.focus_areas or c.area is None)
    chapters = [
        Choice(c.id, safe(c.title), (_FITS if c.area in answer.focus_areas else _AT_END).in_(form)) for c in ranked
    ]
    return [*chapters[:1], *kinds(form), *chapters[1:]]


def figures(form: Form) -> list[Choice[bool]]:
    """Where the population is from: whether over the net."""
    return [
        Choice(False, _FILES.in_(form), _FILES_ARE.in_(form)),
        Choice(True, _ONLINE.in_(form), _ONLINE_IS.in_(form)),
    ]
