"""The formal points: what a council and a Statsforvalter look for, with what shows it in the plan.

Only the plan's own prose counts: not rows of measures, not gaps to fill in, not sentences that tell what was asked of
all municipalities.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import yaml
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from lhl_assistant.errors import LibraryUnavailable
from lhl_assistant.plan.check.material import Material
from lhl_assistant.plan.check.model import FormalPoint, Met
from lhl_assistant.plan.check.statements import Role, Statement
from lhl_assistant.plan.document.gaps import GAP
from lhl_assistant.said import Said
from lhl_assistant.sources import bundled
from lhl_assistant.written import parsed


class _Form(BaseModel):
    model_config = ConfigDict(extra="forbid")

    nb: str
    nn: str

    def said(self) -> Said:
        return Said(self.nb, self.nn)


class _Point(BaseModel):
    model_config = ConfigDict(extra="forbid")

    navn: _Form
    da: _Form
    now: Annotated[_Form, Field(alias="nå")]
    lov: str


_FILE = TypeAdapter(dict[str, _Point])


def _sign(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Signs:
    """What shows a point: each of ``met`` in one sentence, in ``needed`` of them; short of that, each of ``partly``.

    Sentences under a heading of ``about`` are shown before others.
    """

    met: tuple[re.Pattern[str], ...]
    partly: tuple[re.Pattern[str], ...] = ()
    about: re.Pattern[str] | None = None
    needed: int = 1
    rows_count_partly: bool = False


_COUNCIL = _sign(r"kommunestyre|formannskap")
_SIGNS: Mapping[str, _Signs] = {
    "politisk_behandling": _Signs(
        (_COUNCIL, _sign(r"\bvedtatt|\bvedteke|\bvedtok"), _sign(r"\bplan(?:en)?\b|temaplan|strategiplan")),
        (
            _COUNCIL,
            _sign(r"behandle|handsam|legges fram|leggjast fram|lagt fram|vedtas|vedtakast"),
        ),
    ),
    "eldrerad": _Signs(
        (
            _sign(r"eldreråd"),
            _sign(
                r"del(?:ta|tek)|medv[ie]r|arbeidsgruppe|samarbeid|innspill|innspel|høring|høyring|uttal|fråsegn|pådriver|leder"
            ),
        ),
        (_sign(r"eldreråd"),),
    ),
    "samfunnsdel": _Signs(
        (
            _sign(r"samfunnsdel|samfunnsplan"),
            _sign(r"\bmål|strateg|visjon|harmoner|forankr|integrer|innarbeid|bygger på|byggjer på|følgj?er opp"),
        ),
        (_sign(r"samfunnsdel|samfunnsplan"),),
    ),
    "okonomiplan": _Signs(
        (
            _sign(r"økonomiplan|budsjett|handlingsprogram"),
            _sign(r"følg\w* opp|innarbeid|forankr|priorit|ruller|tas inn|inn i|takast inn|legges inn|leggjast inn"),
        ),
        (_sign(r"økonomiplan|budsjett"),),
        rows_count_partly=True,
    ),
    "demografi": _Signs(
        (
            _sign(r"befolkning|folketal|innbygg|framskriv|prognose|aldersgruppe|år og eldre|over \d\d"),
            _sign(r"\d{2,}"),
        ),
        (_sign(r"befolkning|folketal|framskriv|demograf"),),
        about=_sign(r"demograf|befolkning|folketal"),
        needed=2,
    ),
    "nettverk": _Signs(
        (
            _sign(r"nettverk"),
            _sign(r"\bdelta|\bdeltek|\bmed i\b|medlem"),
            _sign(r"regional|nasjonal|aldersvenn|kommunar|kommuner|leve hele livet|leve heile livet|læring|\bWHO\b"),
        ),
    ),
    "oppfolging": _Signs(
        (
            _sign(r"følg\w* opp|følges opp|følgjast opp|evaluer|ruller|revider|rapporter|årlig status|årleg status"),
            _sign(r"årlig|årleg|hvert år|kvart år|planen|tiltaka|tiltakene|handlingsprogram"),
            _sign(r"(?s)^(?!.*(?:kommunedelplan|kvalitetsstandard)).*"),
        ),
    ),
}
_OF_ALL = _sign(
    r"kommunene|kommunane|regjering|det forventes|krav\b|statsforvalteren skal|fylkesmannen|"
    r"alle kommuner|alle kommunar|en plan innebærer|ein plan inneber|antall kommuner|tal på kommunar"
)


def formal(material: Material, knowledge: Path) -> tuple[FormalPoint, ...]:
    """Every formal point, met or not. Raises LibraryUnavailable where the points' own texts cannot be read."""
    return tuple(_point(material, id, texts, knowledge) for id, texts in _texts(knowledge).items())


def _point(material: Material, id: str, texts: _Point, knowledge: Path) -> FormalPoint:
    met, shown = _found(material, _SIGNS[id])
    proof = material.proof(shown) if shown else None
    checked = _checked(knowledge, texts.lov) if texts.lov else ""
    return FormalPoint(id, texts.navn.said(), met, proof, texts.da.said(), texts.now.said(), texts.lov, checked)


def _found(material: Material, signs: _Signs) -> tuple[Met, Statement | None]:
    own = (s for s in material.statements if not _OF_ALL.search(s.text) and not GAP.search(s.text))
    prose = [s for s in own if s.role is not Role.MEASURE]
    if signs.about:
        about = signs.about
        prose.sort(key=lambda s: not any(about.search(part) for part in s.heading))
    full = list(_with(prose, signs.met))
    if len(full) >= signs.needed:
        return "oppfylt", full[0]
    rows = [s for s in material.statements if s.role is Role.MEASURE] if signs.rows_count_partly else []
    part = full or list(_with([*prose, *rows], signs.partly) if signs.partly else ())
    return ("delvis", part[0]) if part else ("mangler", None)


def _with(statements: list[Statement], signs: tuple[re.Pattern[str], ...]) -> Iterator[Statement]:
    return (s for s in statements if all(sign.search(s.text) for sign in signs))


def _texts(knowledge: Path) -> Mapping[str, _Point]:
    path = knowledge / "formelle-punkter.yaml"
    try:
        return _FILE.validate_python(parsed(path.read_text(encoding="utf-8")))
    except (OSError, yaml.YAMLError, ValidationError) as error:
        raise LibraryUnavailable(f"Listen {path} kan ikke brukes: {error}") from error


def _checked(knowledge: Path, law: str) -> str:
    """The date (ISO) on which what we say of the law was last checked."""
    return bundled.read(knowledge / "lov" / f"{law}.md").checked
