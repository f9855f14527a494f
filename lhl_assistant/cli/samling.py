"""``lhl samling``: one library for many, on a PostgreSQL server."""

import json
import sys
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lhl_assistant.cli import norsk
from lhl_assistant.cli.console import say, tell
from lhl_assistant.cli.progress import progress
from lhl_assistant.cli.voice import spoken
from lhl_assistant.errors import InputUnusable
from lhl_assistant.library.names import counted
from lhl_assistant.said import Said, lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lhl_assistant.search.schema import Identity
    from lhl_assistant.search.shared.connecting import Connection

_ADDRESS = click.argument("address", metavar="ADRESSE")
_ASK = click.option("--passord", "ask", is_flag=True, help="Spør etter passordet, så det ikke står i adressen.")
_DRAFT = click.option("--utkast", "draft", is_flag=True, help="Bare din egen kommune får se dem.")
_NOT_CONNECTED = Said(
    "Du er ikke koblet til noen felles samling. Koble til med «lhl samling koble-til ADRESSE».",
    "Du er ikkje kopla til noka felles samling. Kople til med «lhl samling koble-til ADRESSE».",
)


@click.group(cls=norsk.Group, name="samling", short_help="Del kilder i en felles samling på en tjener.")
def samling() -> None:
    """Del kilder med andre i en felles samling på en PostgreSQL-tjener.

    ADRESSE er postgresql://navn@tjener/database. Det du spør om, blir slått opp på tjeneren som ord og tall;
    spørsmålet selv blir ikke lagret der.
    """


@samling.command("koble-til", short_help="Bruk en felles samling sammen med dine egne kilder.")
@_ADDRESS
@_ASK
def koble_til(address: str, ask: bool) -> None:
    """Bruk den felles samlingen på ADRESSE. Fra nå av søker spørsmålene også der."""
    from lhl_assistant.library.shared.connection import connect

    passages = connect(_with_password(address, ask), _mark())
    say(
        Said(
            f"Koblet til. Den felles samlingen har {passages} tekstutdrag.",
            f"Kopla til. Den felles samlinga har {passages} tekstutdrag.",
        )
    )


@samling.command("koble-fra", short_help="Slutt å bruke den felles samlingen.")
def koble_fra() -> None:
    """Slutt å bruke den felles samlingen, og glem passordet. Samlingen selv blir ikke rørt."""
    from lhl_assistant.library.shared.connection import disconnect

    if not disconnect():
        raise InputUnusable(_NOT_CONNECTED)
    say(Said("Koblet fra den felles samlingen.", "Kopla frå den felles samlinga."))


@samling.command("publiser", short_help="Legg dine egne kilder i den felles samlingen.")
@_ADDRESS
@click.argument("ids", nargs=-1, metavar="[ID …]")
@click.option("--kommune", "founder", metavar="NAVN", help="Hvem du publiserer for, når samlingen lages.")
@_DRAFT
@_ASK
def publiser(address: str, ids: tuple[str, ...], founder: str | None, draft: bool, ask: bool) -> None:
    """Legg dine egne kilder, alle eller dem du nevner, i den felles samlingen på ADRESSE.

    Alle som leser samlingen, ser dem; med --utkast bare din egen kommune. En ny versjon tar plassen til den gamle.
    Finnes det ingen samling på ADRESSE, blir den laget; si da hvem som eier den, med --kommune.
    """
    from lhl_assistant.library.shared.connection import full
    from lhl_assistant.library.shared.own import any_own, publish_own
    from lhl_assistant.search.shared.connecting import connected

    with connected(full(_with_password(address, ask))) as connection:
        if _made(connection, founder):
            say(
                Said(
                    f"Den felles samlingen er laget, og {founder} eier den.",
                    f"Den felles samlinga er laga, og {founder} eig ho.",
                )
            )
            if not ids and not any_own():
                return
        with progress(Said("Lager vektorer", "Lagar vektorar"), Said("Publiserer", "Publiserer")) as steps:
            published = publish_own(connection, ids, draft, *steps)
    told = [Said(f"Publisert: {counted(published.new).nb}.", f"Publisert: {counted(published.new).nn}.")]
    if published.same:
        same = counted(published.same)
        told.append(Said(f"Der fra før: {same.nb}.", f"Der frå før: {same.nn}."))
    say(lines(told))


@samling.command("fyll", short_help="Legg en hel mappe med dokumenter i den felles samlingen.")
@click.argument("folder", metavar="MAPPE", type=click.Path(path_type=Path))
@click.option(
    "--prosesser", "count", type=click.IntRange(1, 256), metavar="ANTALL", help="Hvor mange som leser på en gang."
)
@_DRAFT
def fyll(folder: Path, count: int | None, draft: bool) -> None:
    """Les alle dokumentene i MAPPE inn i den felles samlingen du er koblet til.

    Kan stoppes og startes igjen, og kjøres på flere maskiner samtidig: hvert dokument blir lest én gang.
    """
    from lhl_assistant.library.shared.engines import has_graphics, processes
    from lhl_assistant.library.shared.filling import enlist, fill
    from lhl_assistant.search.libraries import chosen_model

    address = _address()
    with _connection(address):
        job = enlist(address, folder, draft)
    model, graphics = chosen_model(), has_graphics()
    with progress(Said("Fyller samlingen", "Fyller samlinga"), rate=True) as (step,):
        filled = fill(job, count or processes(model, graphics), model, graphics, step)
    for path, why in filled.refused:
        say(why if f"«{path}»" in why.nb else Said(f"{path}: {why.nb}", f"{path}: {why.nn}"))
    say(
        Said(
            f"Den felles samlingen har nå {filled.done} av {len(job.files)} dokumenter fra mappen.",
            f"Den felles samlinga har no {filled.done} av {len(job.files)} dokument frå mappa.",
        )
    )
    if filled.refused:
        raise InputUnusable(
            Said(
                "Noen dokumenter kunne ikke leses; de er nevnt over.",
                "Nokre dokument kunne ikkje lesast; dei er nemnde over.",
            )
        )


@samling.command("list", short_help="Vis hva som ligger i den felles samlingen.")
@click.option("--json", "as_json", is_flag=True, help="Skriv listen som data, én kilde per linje.")
def list_(as_json: bool) -> None:
    """Vis kildene i den felles samlingen du er koblet til: hvem de er fra, og hvem som la dem inn når."""
    from lhl_assistant.library.shared.listing import listed

    with _connection(_address()) as connection:
        found = list(listed(connection))
    for source in found:
        if as_json:
            click.echo(json.dumps({**asdict(source), "changed": source.changed.isoformat()}, ensure_ascii=False))
            continue
        at = source.changed.astimezone()
        draft = " · utkast" if source.draft else ""
        when = f"lagt inn av {source.author} {at.day}.{at.month}.{at.year} kl. {at:%H.%M}"
        tell(f"{source.id}\n  {source.title}\n  {source.municipality}{draft} · {when}")
    if not found:
        say(Said("Den felles samlingen er tom.", "Den felles samlinga er tom."))


@samling.command("trekk-tilbake", short_help="Ta noe ut av den felles samlingen igjen.")
@click.argument("ids", nargs=-1, required=True, metavar="ID …")
@click.option("--utkast", "draft", is_flag=True, help="Ta ut utkastet, ikke det som er publisert.")
def trekk_tilbake(ids: tuple[str, ...], draft: bool) -> None:
    """Ta kilder ut av den felles samlingen du er koblet til. Se ID-ene med «lhl samling list».

    Redaktører kan trekke tilbake det kommunen deres har publisert, eiere alt som er publisert. De som leser, ser
    samlingen slik den var, til alt er ute. Hvem som gjorde det og når, blir stående på tjeneren. Ligger dokumentet
    fortsatt i en mappe som fylles, kommer det inn igjen neste gang.
    """
    from lhl_assistant.library.shared.withdrawing import withdraw

    with _connection(_address()) as connection:
        gone = counted(withdraw(connection, list(dict.fromkeys(ids)), draft))
    say(Said(f"Trukket tilbake: {gone.nb}.", f"Trekt tilbake: {gone.nn}."))


@samling.command("medlem", short_help="Gi noen tilgang til den felles samlingen.")
@click.argument("login", metavar="BRUKER")
@click.option(
    "--kommune",
    "municipality",
    required=True,
    metavar="NAVN",
    help="Hvem brukeren publiserer for, slik det skal stå i henvisningene: «Lesja kommune».",
)
@click.option(
    "--rolle",
    "role",
    type=click.Choice(["leser", "redaktør", "eier"]),
    default="leser",
    metavar="ROLLE",
    help="leser, redaktør (publiserer for kommunen) eller eier (gir også andre tilgang).",
)
def medlem(login: str, municipality: str, role: str) -> None:
    """Gi BRUKER, som må finnes på tjeneren, tilgang til den felles samlingen du er koblet til. Bare eiere kan det."""
    from lhl_assistant.library.shared.members import give

    with _connection(_address()) as connection:
        give(connection, login, municipality, role)
    say(Said(f"{login} er nå {role} for {municipality}.", f"{login} er no {role} for {municipality}."))


def _address() -> str:
    """The address of the library that is connected to."""
    from lhl_assistant.library.shared.connection import chosen, full

    address = chosen()
    if address is None:
        raise InputUnusable(_NOT_CONNECTED)
    return full(address)


@contextmanager
def _connection(address: str) -> "Iterator[Connection]":
    """A connection to a library that this program understands."""
    from lhl_assistant.search.shared.connecting import connected
    from lhl_assistant.search.shared.migrating import check

    with connected(address) as connection:
        check(connection, _mark())
        yield connection


def _made(connection: "Connection", founder: str | None) -> bool:
    """See that there is a library that this program understands; whether it was made now."""
    from lhl_assistant.library.shared.members import found
    from lhl_assistant.search.shared.migrating import made, migrate

    new = made(connection) == 0
    if new and founder is None:
        raise norsk.WrongUsage(
            Said(
                "Det er ingen felles samling der ennå. Si hvem som skal eie den, med --kommune NAVN.",
                "Det er inga felles samling der enno. Sei kven som skal eige ho, med --kommune NAMN.",
            )
        )
    with connection.transaction():
        migrate(connection, _mark())
        if new and founder is not None:
            found(connection, founder)
    return new


def _mark() -> "Identity":
    from lhl_assistant.embedding.choose import load_engine
    from lhl_assistant.search.libraries import chosen_model
    from lhl_assistant.search.schema import identity

    return identity(load_engine(chosen_model()))


def _with_password(address: str, ask: bool) -> str:
    """``address`` with the password that is typed, or comes as one line where nobody can be asked."""
    if not ask:
        return address
    from lhl_assistant.search.shared.connecting import with_password

    if sys.stdin.isatty():
        typed = str(click.prompt(spoken(Said("Passord", "Passord")), hide_input=True, err=True))
    else:
        typed = sys.stdin.readline().rstrip("\n")
    return with_password(address, typed)
