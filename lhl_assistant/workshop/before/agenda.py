"""From a plan for a workshop to an agenda whose times add up."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from lhl_assistant.errors import InputUnusable
from lhl_assistant.reform.model import Reform
from lhl_assistant.said import Said
from lhl_assistant.workshop.before.texts import Step, material
from lhl_assistant.workshop.journal.acts import SetUp

_GRAIN = 5
"""Minutes come in fives: a clock on the wall can be followed."""
_SHORTEST_STEP = 5
_PAUSE_FROM, _PAUSE = 75, 15
_LONGEST_PART = 60
_LONGEST_SITTING = 90
"""After how many minutes a pause must have come (our proposal, well under the two hours of the knowledge)."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the agenda: clock times as HH:MM, minutes, what happens; ``area`` where one is spoken of."""

    start: str
    end: str
    minutes: int
    what: Said
    area: int | None = None
    pause: bool = False
    vote: bool = False


@dataclass(frozen=True, slots=True)
class _Planned:
    minutes: int
    what: Said
    area: int | None = None
    pause: bool = False
    vote: bool = False


def agenda(setup: SetUp, reform: Reform) -> tuple[Part, ...]:
    """The agenda. Raises InputUnusable where there is too little time for what is planned."""
    short = setup.minutes < 90
    welcome = _Planned(
        5 if short else 10,
        Said(
            "Velkommen og kaffe: hvorfor vi er her, hva ordene skal brukes til, når vi er ferdige, hvor toalett og "
            "utgang er",
            "Velkomen og kaffi: kvifor vi er her, kva orda skal brukast til, når vi er ferdige, kvar toalett og "
            "utgang er",
        ),
    )
    closing = _Planned(
        5 if short else 10,
        Said("Takk: hva som skjer nå, og når dere får svar", "Takk: kva som skjer no, og når de får svar"),
    )
    pauses = 0 if setup.minutes < _PAUSE_FROM else max(1, -(-setup.minutes // (_LONGEST_SITTING + _PAUSE)) - 1)
    for count in range(pauses, -1, -1):
        left = setup.minutes - welcome.minutes - closing.minutes - count * _PAUSE
        parts = _with_pauses([welcome, *_body(setup, reform, left)], count)
        if sum(part.pause for part in parts) == count:
            break
    return _timed(setup, [*parts, closing])


def _body(setup: SetUp, reform: Reform, minutes: int) -> list[_Planned]:
    """The method's own parts, ``minutes`` together."""
    planned = [
        (step, area)
        for step in material().method(setup.method).steps
        for area in (setup.areas if step.each else [None])
    ]
    wanted = [step.share / (len(setup.areas) if step.each else 1) for step, _ in planned]
    if minutes < _SHORTEST_STEP * len(planned):
        few = max(1, len(setup.areas) - 2)
        raise InputUnusable(
            Said(
                f"Det er for kort tid: {setup.minutes} minutter til {len(setup.areas)} områder. Velg færre områder, "
                f"for eksempel {few}, eller sett av mer tid.",
                f"Det er for kort tid: {setup.minutes} minutt til {len(setup.areas)} område. Vel færre område, til "
                f"dømes {few}, eller set av meir tid.",
            )
        )
    found: list[_Planned] = []
    for (step, area), whole in zip(planned, _shared(minutes, wanted), strict=True):
        found += _pieces(_Planned(whole, _named(step, area, reform), area, vote=step.vote))
    return found


def _pieces(part: _Planned) -> list[_Planned]:
    """The part, in pieces where it is so long that a pause may have to come in the middle of it."""
    count = -(-part.minutes // _LONGEST_PART)
    on = Said("Vi fortsetter", "Vi held fram")
    sizes = [part.minutes // count // _GRAIN * _GRAIN] * (count - 1)
    sizes.append(part.minutes - sum(sizes))
    return [
        replace(part, minutes=m, what=on if i else part.what, area=None if i else part.area)
        for i, m in enumerate(sizes)
    ]


def _shared(minutes: int, wanted: list[float]) -> list[int]:
    """``minutes`` by shares, in fives as far as they go, none under the shortest; they add up to ``minutes``."""
    spare = minutes - _SHORTEST_STEP * len(wanted)
    parts = [_SHORTEST_STEP + int(spare * w / sum(wanted)) // _GRAIN * _GRAIN for w in wanted]
    order = sorted(range(len(wanted)), key=lambda i: parts[i] / wanted[i])
    rest = minutes - sum(parts)
    for turn in range(rest // _GRAIN):
        parts[order[turn % len(order)]] += _GRAIN
    parts[-1] += rest % _GRAIN
    return parts


def _named(step: Step, area: int | None, reform: Reform) -> Said:
    names = reform.area(area).name if area else Said("", "")
    nb, nn = step.what.nb.replace("{område}", names.nb), step.what.nn.replace("{område}", names.nn)
    return Said(nb, nn)


def _with_pauses(parts: list[_Planned], pauses: int) -> list[_Planned]:
    """The parts with pauses between them, as evenly as they allow."""
    total = sum(p.minutes for p in parts)
    found: list[_Planned] = []
    sat, taken = 0, 0
    for i, part in enumerate(parts):
        found.append(part)
        sat += part.minutes
        due = total * (taken + 1) / (pauses + 1)
        following = parts[i + 1].minutes if i + 1 < len(parts) else 0
        if taken < pauses and following and abs(sat - due) <= abs(sat + following - due):
            what = Said("Pause med mat og kaffe", "Pause med mat og kaffi")
            found.append(_Planned(_PAUSE, what, pause=True))
            taken += 1
    return found


def _timed(setup: SetUp, parts: list[_Planned]) -> tuple[Part, ...]:
    at = datetime.combine(setup.day, datetime.strptime(setup.start, "%H:%M").time())
    found = []
    for part in parts:
        end = at + timedelta(minutes=part.minutes)
        found.append(Part(f"{at:%H:%M}", f"{end:%H:%M}", part.minutes, part.what, part.area, part.pause, part.vote))
        at = end
    return tuple(found)
