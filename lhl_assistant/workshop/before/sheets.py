"""What is printed before the meeting: posters, cards, consent, sign-in sheet, and the facilitator's own plan."""

from collections.abc import Iterator
from pathlib import Path

from lhl_assistant import places
from lhl_assistant.export.document import (
    Block,
    Document,
    Heading,
    Items,
    PageBreak,
    Paper,
    Paragraph,
    Run,
    Table,
    Words,
)
from lhl_assistant.export.write import write
from lhl_assistant.reform.model import Reform
from lhl_assistant.said import Form, Said
from lhl_assistant.sources import catalogue
from lhl_assistant.workshop.before.agenda import agenda
from lhl_assistant.workshop.before.dates import in_words
from lhl_assistant.workshop.before.texts import Sheet, material
from lhl_assistant.workshop.journal.acts import SetUp

POSTER, CARD, LARGE = 54.0, 18.0, 16.0
"""The letters in points: on the wall, on a card in the hand, on a page to be read."""
_LINES = 24
_CARDS = Said(
    "Ett spørsmål på hvert kort. Legg to av hvert på bordene. Skriv store bokstaver, ett ønske på hver linje, "
    "og ikke navn.",
    "Eitt spørsmål på kvart kort. Legg to av kvart på borda. Skriv store bokstavar, eitt ønske på kvar linje, "
    "og ikkje namn.",
)


def sheets(setup: SetUp, reform: Reform) -> dict[str, Document]:
    """Every sheet by the name of its file, without suffix."""
    form = setup.language
    names = {
        "kjoreplan": _plan(setup, reform),
        "innbydelse": _text(material().texts.invitation, setup, "a4", LARGE),
        "samtykke": _text(material().texts.consent, setup, "a4", LARGE),
        "oppmote": _sign_in(setup),
        "kort": _cards(setup),
    }
    for number in setup.areas:
        asked = material().questions.area(number)
        names[f"plakat-{number}"] = Document(
            asked.main.in_(form), form, (_said(asked.short.in_(form)),), paper=Paper("a3", True, POSTER)
        )
    return names


def write_all(setup: SetUp, reform: Reform, folder: Path) -> list[Path]:
    """Write every sheet as PDF into ``folder``. Raises InputUnusable where they cannot be written."""
    return [f for name, doc in sheets(setup, reform).items() for f in write(doc, folder / f"{name}.pdf")]


def filled(text: str, setup: SetUp) -> str:
    """``text`` with what the set-up knows in the place of its names in braces; «…» where it does not know."""
    end = agenda_end(setup)
    known = {
        "kommune": setup.municipality + ("" if "kommune" in setup.municipality.casefold() else " kommune"),
        "dag": in_words(setup.day, setup.language),
        "start": setup.start,
        "slutt": end,
        "sted": setup.place or "…………………",
        "kontakt": setup.contact or "…………………",
        "bevares": in_words(setup.keep_until, setup.language, weekday=False),
    }
    for name, value in known.items():
        text = text.replace(f"{{{name}}}", value)
    return text


def agenda_end(setup: SetUp) -> str:
    """When the workshop ends, HH:MM."""
    hour, minute = (int(part) for part in setup.start.split(":"))
    at = hour * 60 + minute + setup.minutes
    return f"{at // 60 % 24:02d}:{at % 60:02d}"


def _text(sheet: Sheet, setup: SetUp, size: str, letters: float) -> Document:
    form = setup.language
    blocks = tuple(_said(filled(p.in_(form), setup)) for p in sheet.paragraphs)
    return Document(sheet.title.in_(form), form, blocks, paper=Paper("a4" if size == "a4" else "a5", False, letters))


def _sign_in(setup: SetUp) -> Document:
    form, sheet = setup.language, material().texts.sign_in
    columns = tuple(c.in_(form) for c in sheet.columns)
    rows = tuple(tuple((Run(" "),) for _ in columns) for _ in range(max(_LINES, setup.participants)))
    table = Table(columns, rows, Said("Én linje til hver", "Ei linje til kvar").in_(form))
    return Document(
        sheet.title.in_(form), form, (_said(sheet.paragraphs[0].in_(form)), table), paper=Paper("a4", False, 14)
    )


def _cards(setup: SetUp) -> Document:
    """A5 cards to be written on, a question each, and one that tells how they are used."""
    form = setup.language
    blocks: list[Block] = []
    for number in setup.areas:
        asked = material().questions.area(number)
        for question in (asked.main, *asked.helpers):
            blocks += [
                PageBreak(),
                Paragraph((Run(asked.short.in_(form), strong=True),)),
                Paragraph((Run(question.in_(form)),), "lead"),
            ]
    title = Said("Skriv eller tegn her", "Skriv eller teikn her").in_(form)
    return Document(title, form, (_said(_CARDS.in_(form)), *blocks), paper=Paper("a5", True, CARD))


def _plan(setup: SetUp, reform: Reform) -> Document:
    """The facilitator's own plan: agenda, roles, shopping, advice, archive."""
    form = setup.language
    day = in_words(setup.day, form)
    subtitle = f"{day[:1].upper()}{day[1:]}, {setup.start}–{agenda_end(setup)}"
    return Document(setup.title, form, tuple(_plan_blocks(setup, reform)), subtitle, filled("{kommune}", setup))


def _plan_blocks(setup: SetUp, reform: Reform) -> Iterator[Block]:
    form, texts = setup.language, material().texts
    method = material().method(setup.method)
    yield _said(f"{method.name.in_(form)}. {method.good_for.in_(form)}")
    yield Heading(1, Said("Kjøreplan", "Køyreplan").in_(form))
    columns = Said("Klokka|Minutter|Hva|", "Klokka|Minutt|Kva|").in_(form).split("|")[:3]
    rows = tuple(
        (_run(f"{p.start}–{p.end}"), _run(str(p.minutes)), _run(p.what.in_(form))) for p in agenda(setup, reform)
    )
    yield Table(tuple(columns), rows, Said("Kjøreplan med tider", "Køyreplan med tider").in_(form), (2, 1, 6))
    yield Heading(1, Said("Hvem gjør hva", "Kven gjer kva").in_(form))
    yield Items(tuple(_run(role.in_(form)) for role in texts.roles))
    yield Heading(1, Said("Handleliste", "Handleliste").in_(form))
    yield Items(tuple(_run(line) for line in shopping(setup)))
    yield Heading(1, Said("Spørsmålene", "Spørsmåla").in_(form))
    for number in setup.areas:
        asked = material().questions.area(number)
        yield Heading(2, f"{number} {reform.area(number).name.in_(form)}")
        yield Paragraph(_run(asked.main.in_(form)), "lead")
        yield Items(tuple(_run(helper.in_(form)) for helper in asked.helpers))
    yield Heading(1, Said("Lokalet og invitasjonen", "Lokalet og invitasjonen").in_(form))
    for advice in texts.advice:
        yield Heading(2, advice.title.in_(form))
        yield Items(tuple(_run(point.in_(form)) for point in advice.points))
        yield Paragraph(_run(_from(advice.source, form)), "note")
    yield Heading(
        1,
        Said("Det som skal tas vare på, og det som kan slettes", "Kva ein skal ta vare på, og kva ein kan slette").in_(
            form
        ),
    )
    yield Items(tuple(_run(filled(line.in_(form), setup)) for line in texts.archive))


def shopping(setup: SetUp) -> list[str]:
    """What to buy, with how many, for the participants and the three who run the meeting."""
    people = setup.participants + 3
    return [
        f"{-(-people * goods.per * goods.share // 100)} {goods.unit.in_(setup.language)}"
        for goods in material().texts.shopping
    ]


def _from(source: tuple[str, ...], form: Form) -> str:
    originals = catalogue.load(places.bundled("knowledge") / "kilder.yaml")
    return Said("Kilde: ", "Kjelde: ").in_(form) + "; ".join(originals[id].title for id in source)


def _said(text: str) -> Paragraph:
    return Paragraph(_run(text))


def _run(text: str) -> Words:
    return (Run(text),)
