"""The report of a workshop, the page in large print for those who came, and the table of what became of it."""

from collections.abc import Callable, Iterator

from lhl_assistant.export.document import Block, Document, Heading, Items, Paper, Paragraph, Run, Table, Words
from lhl_assistant.reform.model import Reform
from lhl_assistant.said import Form, Said
from lhl_assistant.workshop.after.followed import followed
from lhl_assistant.workshop.after.proposals import proposals
from lhl_assistant.workshop.before.dates import in_words
from lhl_assistant.workshop.before.sheets import filled
from lhl_assistant.workshop.before.texts import material
from lhl_assistant.workshop.journal.acts import Outcome, SetUp
from lhl_assistant.workshop.state import Contribution, State

OUTCOMES: dict[Outcome, Said] = {
    "adopted": Said("tatt med", "teke med"),
    "partly": Said("delvis tatt med", "delvis teke med"),
    "not": Said("ikke tatt med", "ikkje teke med"),
}
UNANSWERED = Said("ikke svart ennå", "ikkje svart enno")
_LARGE = 18.0
_MOST_IN_LARGE = 3
Shown = Callable[[str], str]


def report(state: State, reform: Reform, shown: Shown = str) -> Document:
    """All that was said, verbatim, by innsatsområde and priority. ``shown`` makes a text fit to be sent out."""
    return Document(
        Said("Dette ble sagt", "Dette vart sagt").in_(state.setup.language),
        state.setup.language,
        tuple(_report(state, reform, shown)),
        shown(state.setup.title),
        filled("{kommune}", state.setup),
        in_words(state.setup.day, state.setup.language, weekday=False),
    )


def _report(state: State, reform: Reform, shown: Shown) -> Iterator[Block]:
    form, setup = state.setup.language, state.setup
    method = material().method(setup.method).name.in_(form)
    said, votes = len(state.spoken), sum(c.votes for c in state.contributions)
    yield _body(
        Said(
            f"{_count(said, 'innspill', 'innspill')} kom fram i møtet {in_words(setup.day, form)}. Metoden var: "
            f"{method}. Det ble gitt {_count(votes, 'stemme', 'stemmer')}. Innspillene står ordrett, de viktigste "
            "først. Koden viser hvor et innspill blir av i planen.",
            f"{_count(said, 'innspel', 'innspel')} kom fram i møtet {in_words(setup.day, form)}. Metoden var: "
            f"{method}. Det vart gjeve {_count(votes, 'røyst', 'røyster')}. Innspela står ordrett, dei viktigaste "
            "først. Koden viser kvar eit innspel blir av i planen.",
        ).in_(form)
    )
    for area in (*(a.number for a in reform.areas), None):
        here = by_priority(c for c in state.contributions if c.area == area)
        if here:
            outside = Said("Utenfor reformens fem områder", "Utanfor dei fem områda i reforma")
            name = f"{area} {reform.area(area).name.in_(form)}" if area else outside.in_(form)
            yield Heading(1, name)
            yield _table(here, _how_many(here).in_(form), setup, shown)
    yield from _proposals(state, reform, shown)
    yield Heading(1, Said("Slik er innspillene sortert", "Slik er innspela sorterte").in_(form))
    placed = sum(c.placed is not None for c in state.contributions)
    yield _body(
        Said(
            f"Programmet foreslo en plass for hvert innspill. Ordstyreren bekreftet eller flyttet {placed} av "
            f"{len(state.contributions)}.",
            f"Programmet foreslo ein plass for kvart innspel. Ordstyraren stadfesta eller flytta {placed} av "
            f"{len(state.contributions)}.",
        ).in_(form)
    )
    yield Heading(1, Said("Arkiv, innsyn og sletting", "Arkiv, innsyn og sletting").in_(form))
    yield Items(tuple(_run(filled(line.in_(form), setup)) for line in material().texts.archive))


def by_priority(contributions: Iterator[Contribution]) -> list[Contribution]:
    """Most votes first, then most voices, then as they were said."""
    return sorted(contributions, key=lambda c: (-c.votes, -c.voices))


def _table(contributions: list[Contribution], caption: str, setup: SetUp, shown: Shown) -> Table:
    columns = Said("Innspill|Ganger|Stemmer|Kode", "Innspel|Gonger|Røyster|Kode").in_(setup.language).split("|")
    rows = tuple(
        (_words(c, setup, shown), _run(str(c.voices)), _run(str(c.votes)), _run(c.code)) for c in contributions
    )
    return Table(tuple(columns), rows, caption, (10, 1.9, 2.2, 1.9))


def _how_many(here: list[Contribution]) -> Said:
    return Said(
        f"{_count(len(here), 'innspill', 'innspill')}, de viktigste først",
        f"{_count(len(here), 'innspel', 'innspel')}, dei viktigaste først",
    )


def _words(one: Contribution, setup: SetUp, shown: Shown) -> Words:
    """The words as they fell, what was edited, and those who said the same."""
    runs = [Run(f"«{shown(one.text)}»")]
    if one.edited:
        runs.append(Run(f" – {shown(one.edited)}", emphasis=True))
    also = Said(" Også sagt: ", " Òg sagt: ").in_(setup.language)
    runs += [Run(f"{also}«{shown(c.text)}» ({c.code})") for c in one.also]
    return tuple(runs)


def _proposals(state: State, reform: Reform, shown: Shown) -> Iterator[Block]:
    form = state.setup.language
    found = proposals(state)
    if not found:
        return
    yield Heading(1, Said("Forslag til strategier", "Forslag til strategiar").in_(form))
    yield _body(
        Said(
            "Der det ikke står at ordstyreren har skrevet forslaget, er det programmets forslag til løsningen "
            "innspillene hører til.",
            "Der det ikkje står at ordstyraren har skrive forslaget, er det programmet sitt forslag til løysinga "
            "innspela høyrer til.",
        ).in_(form)
    )
    for proposal in found:
        number = proposal.solution
        solution = f"{number} {reform.solution(number).name.in_(form)}" if number else ""
        own = Said("skrevet av ordstyreren", "skrive av ordstyraren").in_(form) if proposal.own else ""
        yield Heading(2, shown(proposal.text))
        yield Paragraph(_run(". ".join(filter(None, (solution, own)))), "note")
        yield Items(tuple(_run(f"«{shown(c.text)}» ({c.code})") for c in proposal.behind))


def large_print(state: State, shown: Shown = str) -> Document:
    """One page for the participants: what was heard most, and what happens next."""
    form, setup = state.setup.language, state.setup
    most = [c for c in by_priority(iter(state.contributions)) if c.area is not None][:_MOST_IN_LARGE]
    chosen = [c for c in most if c.votes or c.voices > 1]
    heard = (
        Said("Dette pekte flest på:", "Dette peika flest på:") if chosen else Said("Noe av det:", "Noko av det:")
    ).in_(form)
    came = Said(
        f"Du og de andre kom med {_count(len(state.spoken), 'innspill', 'innspill')}.",
        f"Du og dei andre kom med {_count(len(state.spoken), 'innspel', 'innspel')}.",
    ).in_(form)
    blocks: list[Block] = [
        _body(f"{came} {heard}"),
        Items(tuple(_run(f"«{_short(shown(c.text))}»") for c in chosen or most)),
        Heading(1, Said("Hva skjer nå?", "Kva skjer no?").in_(form)),
        Items(
            tuple(
                _run(s.in_(form))
                for s in (
                    Said("Ordene dine går inn i arbeidet med planen.", "Orda dine går inn i arbeidet med planen."),
                    Said(
                        "Du får svar: hva som ble tatt med, hva som ikke ble det, og hvorfor.",
                        "Du får svar: kva som vart teke med, kva som ikkje vart det, og kvifor.",
                    ),
                    Said(
                        filled("Angrer du på noe du sa? Ring {kontakt}, så sletter vi det.", setup),
                        filled("Angrar du på noko du sa? Ring {kontakt}, så slettar vi det.", setup),
                    ),
                )
            )
        ),
    ]
    title = Said("Takk for at du kom", "Takk for at du kom").in_(form)
    return Document(title, form, tuple(blocks), sender=filled("{kommune}", setup), paper=Paper("a4", False, _LARGE))


def answers(state: State, reform: Reform, shown: Shown = str) -> Document:
    """Every contribution with what became of it, and why: the table that the council reads."""
    form = state.setup.language
    columns = Said("Kode|Innspill|Svar|Hvorfor|Hvor i planen", "Kode|Innspel|Svar|Kvifor|Kvar i planen").in_(form)
    blocks: list[Block] = []
    for area in (*(a.number for a in reform.areas), None):
        here = [followed(c, state) for c in state.spoken if c.area == area]
        if here:
            outside = Said("Utenfor reformens fem områder", "Utanfor dei fem områda i reforma")
            name = f"{area} {reform.area(area).name.in_(form)}" if area else outside.in_(form)
            rows = tuple(tuple(_run(cell) for cell in row) for row in (_answer_row(c, form, shown) for c in here))
            blocks += [Heading(1, name), Table(tuple(columns.split("|")), rows, name, (1.2, 4, 1.5, 3, 3))]
    title = Said("Hva det ble av innspillene", "Kva det vart av innspela").in_(form)
    return Document(title, form, tuple(blocks), shown(state.setup.title), paper=Paper("a4", True, 10.5))


def _answer_row(one: Contribution, form: Form, shown: Shown) -> tuple[str, ...]:
    outcome = OUTCOMES[one.answer.outcome] if one.answer else UNANSWERED
    where = "; ".join(f"{link.into}: {shown(link.text)}" for link in one.links)
    return one.code, f"«{shown(one.text)}»", outcome.in_(form), shown(one.answer.why) if one.answer else "", where


def _short(text: str, most: int = 140) -> str:
    return text if len(text) <= most else text[:most].rsplit(" ", 1)[0] + " …"


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def _body(text: str) -> Paragraph:
    return Paragraph(_run(text))


def _run(text: str) -> Words:
    return (Run(text),)
