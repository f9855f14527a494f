"""What goes with a plan: the case paper to the kommunestyre and the letter of consultation.

Their texts are templates in ``knowledge/brev.yaml``. They say what the plan itself holds, and mark what only the
municipality knows; no decision, date, sum or statement is guessed.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from lhl_assistant.errors import LibraryUnavailable
from lhl_assistant.export.dates import shown
from lhl_assistant.export.document import Block, Document, Heading, Items, Paragraph
from lhl_assistant.export.parse import inline
from lhl_assistant.plan.check.rows import AMOUNT
from lhl_assistant.plan.document.gaps import GAP, gaps
from lhl_assistant.plan.document.ids import measures_of
from lhl_assistant.plan.document.model import Plan
from lhl_assistant.said import Form, Said
from lhl_assistant.written import parsed

Which = Literal["saksframlegg", "høringsbrev"]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _Words(_Strict):
    nb: Annotated[str, Field(min_length=1)]
    nn: Annotated[str, Field(min_length=1)]
    only_if: Annotated[str, Field(alias="vis")] = ""

    def in_(self, form: Form) -> str:
        return self.nn if form == "nn" else self.nb


class _Part(_Strict):
    heading: Annotated[_Words, Field(alias="overskrift")]
    paragraphs: Annotated[tuple[_Words, ...], Field(alias="avsnitt")] = ()
    points: Annotated[tuple[_Words, ...], Field(alias="punkter")] = ()


class Template(_Strict):
    """One letter's headings, paragraphs and points, in both forms."""

    title: Annotated[_Words, Field(alias="tittel")]
    parts: Annotated[tuple[_Part, ...], Field(alias="deler")]

    def texts(self) -> list[_Words]:
        """Every text of it, in order."""
        return [self.title, *(text for part in self.parts for text in (part.heading, *part.paragraphs, *part.points))]


_FILE = TypeAdapter(dict[Which, Template])


def templates(knowledge: Path) -> Mapping[Which, Template]:
    """Both templates. Raises LibraryUnavailable where they are missing or of another form."""
    path = knowledge / "brev.yaml"
    try:
        return _FILE.validate_python(parsed(path.read_text(encoding="utf-8")))
    except (OSError, yaml.YAMLError, ValidationError) as error:
        raise LibraryUnavailable(
            Said(
                f"Malene i {path} kan ikke brukes. Installer programmet på nytt.",
                f"Malane i {path} kan ikkje brukast. Installer programmet på nytt.",
            )
        ) from error


def letter(which: Which, plan: Plan, knowledge: Path, today: date) -> Document:
    """The case paper or the letter for ``plan``, in its language. Raises LibraryUnavailable, see templates."""
    template, facts, form = templates(knowledge)[which], _facts(plan), plan.language
    return Document(
        template.title.in_(form).format_map(facts),
        form,
        tuple(_blocks(template, facts, form)),
        sender=str(facts["kommune"]),
        date=shown(today),
    )


def _blocks(template: Template, facts: Mapping[str, str | int], form: Form) -> Iterator[Block]:
    for part in template.parts:
        yield Heading(1, part.heading.in_(form))
        for text in part.paragraphs:
            if not text.only_if or facts[text.only_if]:
                yield Paragraph(inline(text.in_(form).format_map(facts)))
        if part.points:
            yield Items(tuple(inline(text.in_(form).format_map(facts)) for text in part.points), numbered=True)


def _facts(plan: Plan) -> Mapping[str, str | int]:
    """What the templates may name, all of it counted in the plan."""
    measures = measures_of(plan)
    name = plan.municipality
    return {
        "kommune": name if name.endswith("kommune") else f"{name} kommune",
        "tittel": plan.title or name,
        "strategier": len(plan.strategies),
        "tiltak": len(measures),
        "områder": len({s.link.area for s in plan.strategies if s.link and s.link.area}),
        "uten_ansvar": sum(not GAP.sub("", m.responsible).strip() for m in measures),
        "uten_tidsrom": sum(not GAP.sub("", m.period).strip() for m in measures),
        "med_beløp": sum(bool(AMOUNT.search(GAP.sub("", f"{m.cost} {m.finance}"))) for m in measures),
        "åpne": len(gaps(plan)),
    }
