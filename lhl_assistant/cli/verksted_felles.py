"""What the commands of ``lhl verksted`` have in common."""

import json
from collections.abc import Callable
from pathlib import Path

import click

from lhl_assistant import places
from lhl_assistant.cli.console import safe, say
from lhl_assistant.reform.load import load
from lhl_assistant.reform.model import Reform
from lhl_assistant.said import Form, Said
from lhl_assistant.workshop.privacy.finds import NAMES, in_workshop, masked
from lhl_assistant.workshop.session import Session
from lhl_assistant.workshop.state import Contribution, State

WHICH = click.argument("verksted", required=False, metavar="[VERKSTED]")
AS_DATA = click.option("--json", "as_json", is_flag=True, help="Skriv resultatet som data.")
TABLE = click.option(
    "--bord", default=None, metavar="NAVN", help="Hvem som skriver her, som «bord 2»; ellers filens navn."
)


def reform() -> Reform:
    """The reform's vocabulary."""
    return load(places.bundled("knowledge") / "reform.yaml")


def opened(name: str | None, table: str | None = None) -> Session:
    """The workshop that ``name`` means, open. Says where lines of it could not be read."""
    from lhl_assistant.workshop.folder import find, table_of

    path = find(name)
    session = Session(path, table or table_of(path))
    if session.unread:
        say(
            Said(
                f"{session.unread} linjer i verkstedsfilen kan ikke leses. De er latt stå som de er.",
                f"{session.unread} linjer i verkstadfila kan ikkje lesast. Dei står som dei er.",
            )
        )
    return session


def data(fields: object) -> None:
    """One object on stdout."""
    click.echo(json.dumps(fields, ensure_ascii=False))


def as_data(one: Contribution) -> dict[str, object]:
    """A contribution as data."""
    guesses = [g.model_dump() for g in one.runners_up]
    return {
        "id": one.id,
        "code": one.code,
        "text": one.text,
        "edited": one.edited,
        "table": one.by,
        "at": one.at,
        "focus_area": one.area,
        "solution": one.solution,
        "confirmed": one.placed is not None,
        "confidence": one.suggested.best.confidence if one.suggested else None,
        "alternatives": guesses,
        "votes": one.votes,
        "voices": one.voices,
        "also": [c.id for c in one.also],
        "outcome": one.answer.outcome if one.answer else None,
        "why": one.answer.why if one.answer else None,
        "strategies": [{"id": link.into, "text": link.text, "plan": link.plan} for link in one.links],
    }


def place(one: Contribution, vocabulary: Reform, form: Form) -> str:
    """Where a contribution stands, with the doubt: «3 Mat og måltider, usikkert: 2 Aktivitet og fellesskap?»."""
    from lhl_assistant.workshop.sorting import SURE

    outside = Said("utenfor reformen", "utanfor reforma").in_(form)
    if one.suggested is None and one.placed is None:
        return Said("ikke sortert ennå", "ikkje sortert enno").in_(form)
    name = f"{one.area} {vocabulary.area(one.area).name.in_(form)}" if one.area else outside
    doubtful = one.placed is None and one.suggested is not None and one.suggested.best.confidence < SURE
    if not doubtful or not one.runners_up:
        return name
    second = one.runners_up[0].focus_area
    other = f"{second} {vocabulary.area(second).name.in_(form)}" if second else outside
    return Said(f"{name} – usikkert, kanskje {other}", f"{name} – usikkert, kanskje {other}").in_(form)


def personal(state: State, hide: bool, accept: bool) -> Callable[[str], str]:
    """How texts are shown in a document: as they are or with finds blacked out.

    Raises InputUnusable, after telling each find, where something was found and neither is chosen.
    """
    from lhl_assistant.errors import InputUnusable

    found = list(in_workshop(state))
    for where, text, find in found:
        part = safe(text[find.start : find.end])
        say(Said(f"{where.nb}: «{part}» – {NAMES[find.kind].nb}.", f"{where.nn}: «{part}» – {NAMES[find.kind].nn}."))
    if found and not hide and not accept:
        raise InputUnusable(
            Said(
                "Ingenting er skrevet, for tekstene ser ut til å ha personopplysninger. Slett innspillet eller svar på "
                "nytt, skjul funnene med --skjul-funn, eller bruk --med-funn når du har sett på dem.",
                "Ingenting er skrive, for tekstane ser ut til å ha personopplysningar. Slett innspelet eller svar på "
                "nytt, skjul funna med --skjul-funn, eller bruk --med-funn når du har sett på dei.",
            )
        )
    return masked if hide else str


def out_file(out: Path | None, session: Session, name: str, suffix: str) -> Path:
    """Where a document is written: what was said, else beside where the planner stands."""
    return out or Path(f"{session.path.stem}-{name}{suffix}")
