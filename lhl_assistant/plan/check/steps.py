"""Three next steps: what would mend most, each with a suggestion from the library where there is one."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from lhl_assistant.plan.check.model import AreaVerdict, FormalPoint, MeasureCheck, Step, Verdict
from lhl_assistant.plan.check.rows import AMOUNT
from lhl_assistant.plan.draft.suggest import Suggestion
from lhl_assistant.reform.model import Reform
from lhl_assistant.said import Said

HOW_MANY = 3
_MANY = 1 / 3


def steps(
    areas: Sequence[AreaVerdict],
    measures: Sequence[MeasureCheck],
    formal: Sequence[FormalPoint],
    suggestions: Sequence[Suggestion],
    reform: Reform,
) -> tuple[Step, ...]:
    """The first three of: an area without plans, measures that nobody owns or pays, a løsning without measures, a
    formal point that is not met. No suggestion is made twice."""
    found = [*_areas(areas, suggestions, reform), *_measures(measures, suggestions)]
    rest = [*_solutions(areas, suggestions, reform), *_formal(formal)]
    wanted = [*found[:2], *rest[: HOW_MANY - len(found[:2])]]
    chosen = [*wanted, *[step for step in found[2:] if step not in wanted]][:HOW_MANY]
    given = [step.suggestion for step in chosen]
    return tuple(replace(s, suggestion=None) if s.suggestion in given[:at] else s for at, s in enumerate(chosen))


def _areas(areas: Sequence[AreaVerdict], suggestions: Sequence[Suggestion], reform: Reform) -> Iterator[Step]:
    for area in areas:
        if area.verdict is not Verdict.COVERED:
            name = reform.area(area.number).name
            yield Step(
                Said(
                    f"Lag strategi og tiltak for {name.nb}: planen har ingen der nå.",
                    f"Lag strategi og tiltak for {name.nn}: planen har ingen der no.",
                ),
                _suggestion(suggestions, str(area.number)),
            )


def _measures(measures: Sequence[MeasureCheck], suggestions: Sequence[Suggestion]) -> Iterator[Step]:
    total = len(measures)
    lacks = [
        (sum(m.no_responsible for m in measures), Said("ansvarlig", "ansvarleg")),
        (sum(m.no_period for m in measures), Said("tidsrom", "tidsrom")),
        (sum(not m.amount for m in measures), Said("beløp", "beløp")),
        (sum(m.only_looked_into for m in measures), Said("", "")),
    ]
    for count, what in sorted(lacks, key=lambda lack: -lack[0]):
        if total and count >= total * _MANY:
            if what.nb:
                said = Said(
                    f"{count} av {total} tiltak mangler {what.nb}. Gå gjennom dem med lederne før saken går videre.",
                    f"{count} av {total} tiltak manglar {what.nn}. Gå gjennom dei med leiarane før saka går vidare.",
                )
            else:
                said = Said(
                    f"{count} av {total} tiltak skal bare utredes. Avgjør hvilke tiltak som kan starte nå.",
                    f"{count} av {total} tiltak skal berre greiast ut. Avgjer kva tiltak som kan starte no.",
                )
            yield Step(said, next((s for s in suggestions if s.responsible and AMOUNT.search(s.cost)), None))


def _solutions(areas: Sequence[AreaVerdict], suggestions: Sequence[Suggestion], reform: Reform) -> Iterator[Step]:
    open_ones = [s for area in areas for s in area.solutions if area.verdict is Verdict.COVERED]
    for wanted in (Verdict.MISSING, Verdict.MENTIONED):
        for solution in (s for s in open_ones if s.leaning is wanted):
            name = reform.solution(solution.number).name
            how = Said("ikke er tatt opp", "ikkje er teken opp")
            if wanted is Verdict.MENTIONED:
                how = Said("er nevnt, men uten strategi eller tiltak", "er nemnd, men utan strategi eller tiltak")
            yield Step(
                Said(
                    f"Ta stilling til løsning {solution.number} {name.nb}, som {how.nb}.",
                    f"Ta stilling til løysing {solution.number} {name.nn}, som {how.nn}.",
                ),
                _suggestion(suggestions, solution.number),
            )


def _formal(formal: Sequence[FormalPoint]) -> Iterator[Step]:
    for met in ("mangler", "delvis"):
        for point in (p for p in formal if p.met == met):
            yield Step(
                Said(f"Skriv inn i planen: {point.name.nb}.", f"Skriv inn i planen: {point.name.nn}."),
                None,
            )


def _suggestion(suggestions: Sequence[Suggestion], place: str) -> Suggestion | None:
    """A measure for the løsning (or area), before a strategy."""
    fitting = [s for s in suggestions if s.solution.startswith(place)]
    return next((s for s in fitting if s.kind == "tiltak"), fitting[0] if fitting else None)
