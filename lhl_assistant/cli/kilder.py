"""``lhl kilder``: what is in the libraries, and the user's own documents in and out."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from lhl_assistant.cli import norsk
from lhl_assistant.cli.console import safe, say, tell
from lhl_assistant.errors import InputUnusable
from lhl_assistant.said import Said, lines
from lhl_assistant.sources.kinds import (
    KINDS,
    STATUSES,
    issuer_words,
    kind_named,
    kind_words,
    status_named,
    status_words,
)
from lhl_assistant.sources.model import Original, Source

if TYPE_CHECKING:
    from lhl_assistant.library.adding import Outcome
    from lhl_assistant.library.facts import Facts
    from lhl_assistant.search.libraries import Layout
    from lhl_assistant.sources.own import Known

_HELD, _UNCHANGED = Said("Finnes allerede", "Finst frå før"), Said("Uendret", "Uendra")
_AS_DATA = click.option("--json", "as_json", is_flag=True, help="Skriv resultatet som data.")


@click.group(cls=norsk.Group, name="kilder", short_help="Se, legg til, oppdater og fjern kilder.")
def kilder() -> None:
    """Se hvilke kilder som finnes, legg til, oppdater og fjern dine egne, og hent originaler."""


def _facts(command: Any) -> Any:
    """The options by which the planner says what a document is."""
    for option in (
        click.option("--type", "kind", type=click.Choice(list(KINDS)), metavar="TYPE", help=f"{', '.join(KINDS)}."),
        click.option(
            "--status", type=click.Choice(list(STATUSES)), metavar="STATUS", help="gjeldende, historisk eller eksempel."
        ),
        click.option("--år", "year", type=click.IntRange(1800, 2100), metavar="ÅR", help="Året dokumentet er fra."),
        click.option("--utgiver", "issuer", metavar="NAVN", help="Hvem som har gitt det ut, som «Lesja kommune»."),
        click.option("--tittel", "title", metavar="TITTEL", help="Tittelen som vises i henvisningene."),
    ):
        command = option(command)
    return command


@kilder.command("legg-til", short_help="Legg til egne dokumenter.")
@click.argument("paths", nargs=-1, required=True, metavar="FIL …", type=click.Path(path_type=Path))
@_facts
@click.option("--original", metavar="ID", help="Dokumentet er denne originalen; se «lhl kilder hent --list».")
@_AS_DATA
def legg_til(paths: tuple[Path, ...], original: str | None, as_json: bool, **said: Any) -> None:
    """Legg til egne dokumenter: filer, hele mapper eller mønstre som «planer/*.pdf».

    Tittel, utgiver, år og type foreslås av dokumentet selv når du ikke sier noe. Filene blir liggende der de er.
    """
    from lhl_assistant.cli.building import watching
    from lhl_assistant.library.adding import add, adopt
    from lhl_assistant.search.libraries import layout

    if original is not None and len(paths) > 1:
        raise norsk.WrongUsage(
            Said("Med --original kan bare én fil legges til.", "Med --original kan berre éi fil leggjast til.")
        )
    facts = _said(said)
    with watching() as watch:
        if original is None:
            outcomes = add(paths, layout(), facts, watch)
        else:
            outcomes = [adopt(paths[0], _original(original), layout(), watch, facts)]
    _report(outcomes, as_json)


def _original(id: str) -> Original:
    from lhl_assistant.library.fetching.catalogue import original

    return original(id)


@kilder.command("oppdater", short_help="Les endrede dokumenter på nytt.")
@click.argument("ids", nargs=-1, metavar="[ID …]")
@_AS_DATA
def oppdater(ids: tuple[str, ...], as_json: bool) -> None:
    """Les filene til egne kilder på nytt, alle eller dem du nevner; bare det som er endret, blir tatt inn."""
    from lhl_assistant.cli.building import watching
    from lhl_assistant.library.adding import update
    from lhl_assistant.search.libraries import layout

    with watching() as watch:
        outcomes = update(ids, layout(), watch)
    _report(outcomes, as_json, _UNCHANGED)


@kilder.command("endre", short_help="Rett opplysningene om en egen kilde.")
@click.argument("id", metavar="ID")
@_facts
@_AS_DATA
def endre(id: str, as_json: bool, **said: Any) -> None:
    """Rett tittel, utgiver, år, status eller type. Det du sier, gjelder også når dokumentet oppdateres."""
    from lhl_assistant.cli.building import indexing
    from lhl_assistant.library.changing import edit
    from lhl_assistant.search.libraries import layout

    facts = _said(said)
    if not facts.chosen():
        raise norsk.WrongUsage(
            Said(
                "Si hva som skal endres, for eksempel: lhl kilder endre ID --utgiver «Lesja kommune»",
                "Sei kva som skal endrast, til dømes: lhl kilder endre ID --utgiver «Lesja kommune»",
            )
        )
    with indexing() as step:
        known = edit(id, facts, layout(), step)
    if as_json:
        click.echo(json.dumps(_data(known), ensure_ascii=False))
    else:
        say(lines([_named(Said("Endret", "Endra"), known), _described(known)]))


@kilder.command("fjern", short_help="Fjern egne kilder.")
@click.argument("ids", nargs=-1, required=True, metavar="ID …")
@_AS_DATA
def fjern(ids: tuple[str, ...], as_json: bool) -> None:
    """Fjern egne kilder fra samlingen. Filene du la til fra, blir ikke rørt."""
    from lhl_assistant.cli.building import indexing
    from lhl_assistant.library.adding import not_found
    from lhl_assistant.library.changing import remove
    from lhl_assistant.search.libraries import layout

    with indexing() as step:
        missing = remove(ids, layout(), step)
    removed = [id for id in ids if id not in missing]
    if as_json:
        click.echo(json.dumps({"removed": removed}, ensure_ascii=False))
    else:
        for id in removed:
            say(Said(f"Fjernet: {id}", f"Fjerna: {id}"))
    if missing:
        raise InputUnusable(not_found(missing))


@kilder.command("hent", short_help="Hent originaler fra dem som har gitt dem ut.")
@click.argument("ids", nargs=-1, metavar="[ID …]")
@click.option("--list", "listing", is_flag=True, help="Vis hvilke originaler som finnes, og hvilke du har.")
@_AS_DATA
def hent(ids: tuple[str, ...], listing: bool, as_json: bool) -> None:
    """Hent originalene som kunnskapen bygger på, og legg dem til, så svarene kan sitere dem selv.

    Uten ID hentes de 40 som det bygges mest på. Dette er den eneste kommandoen for kilder som bruker nettet.
    """
    from lhl_assistant.library.fetching.catalogue import catalogue
    from lhl_assistant.search.libraries import layout

    if not listing:
        _refuse(list(_fetched(ids, layout(), as_json)))
        return
    for entry in catalogue(layout()):
        o = entry.original
        if as_json:
            row = {**_data(o), "cited": entry.cited, "fetchable": entry.fetchable, "held": entry.held}
            click.echo(json.dumps(row, ensure_ascii=False))
            continue
        year = f", {o.year}" if o.year else ""
        held = Said(f"har du: {entry.held}", f"har du: {entry.held}") if entry.held else None
        state = held or (_FETCHABLE if entry.fetchable else _NOT_FETCHABLE)
        head, issuer = f"{o.id}\n  {o.title}\n  ", issuer_words(o.issuer)
        tell(Said(f"{head}{issuer.nb}{year} · {state.nb}", f"{head}{issuer.nn}{year} · {state.nn}"))


@kilder.command("sammenlign", short_help="Hold våre sammendrag opp mot originalene du har.")
@click.argument("ids", nargs=-1, metavar="[ID …]")
@_AS_DATA
def sammenlign(ids: tuple[str, ...], as_json: bool) -> None:
    """Vis tall, datoer og navn i våre sammendrag som ikke står på det oppgitte stedet i originalen.

    Det er steder å se etter, ikke sikre feil: et sammendrag kan legge sammen tall eller bruke et annet navn.
    """
    from dataclasses import asdict

    from lhl_assistant.library.comparing import compare
    from lhl_assistant.search.libraries import layout

    count = 0
    for found in compare(ids, layout()):
        count += 1
        if as_json:
            click.echo(json.dumps(asdict(found), ensure_ascii=False))
            continue
        heading, missing = " – ".join(found.heading), ", ".join(found.missing)
        where = Said(found.place or "hele dokumentet", found.place or "heile dokumentet")
        head = f"{found.summary}: {heading}"
        tell(
            Said(
                f"{head}\n  Ikke i {found.original}, {where.nb}: {missing}",
                f"{head}\n  Ikkje i {found.original}, {where.nn}: {missing}",
            )
        )
    many = "tekstutdrag"
    say(Said(f"{count} {many} med noe å se etter.", f"{count} {many} med noko å sjå etter."))


_FETCHABLE = Said("kan hentes", "kan hentast")
_NOT_FETCHABLE = Said("kan ikke hentes", "kan ikkje hentast")


@kilder.command("list", short_help="Vis alle kilder.")
@click.option("--json", "as_json", is_flag=True, help="Skriv listen som data, én kilde per linje.")
def list_(as_json: bool) -> None:
    """Vis alle kilder med utgiver, år og status."""
    from lhl_assistant.library.listing import sources
    from lhl_assistant.library.names import NAMES

    for library, source in sources():
        if as_json:
            click.echo(json.dumps({"library": library, **_data(source)}, ensure_ascii=False))
        else:
            year = f", {source.year}" if source.year else ""
            status, kind, name = status_words(source.status), kind_words(source.kind), NAMES[library]
            head, issuer = f"{source.id}\n  {source.title}\n  ", issuer_words(source.issuer)
            nb = f"{head}{issuer.nb}{year} · {kind.nb} · {status.nb} · {name.nb}"
            tell(Said(nb, f"{head}{issuer.nn}{year} · {kind.nn} · {status.nn} · {name.nn}"))


@kilder.command("vis", short_help="Vis en kilde.")
@click.argument("id", metavar="ID")
@click.option("--tiltak", "measures", is_flag=True, help="Vis tiltakene i kildens tabeller, etter innsatsområde.")
@click.option(
    "--json", "as_json", is_flag=True, help="Skriv kilden med den lagrede teksten, eller tiltakene, som data."
)
def vis(id: str, measures: bool, as_json: bool) -> None:
    """Vis den lagrede teksten til en kilde, den som henvisningene peker inn i, eller tiltakene i tabellene."""
    from lhl_assistant.library.listing import find

    library, source = find(id)
    if measures:
        from lhl_assistant.cli import kilder_tiltak

        kilder_tiltak.show(source, as_json)
    elif as_json:
        click.echo(json.dumps({"library": library, **_data(source), "text": source.text}, ensure_ascii=False))
    else:
        click.echo(safe(source.text))


def _said(options: dict[str, Any]) -> "Facts":
    from lhl_assistant.library.facts import Facts

    status, kind = options.pop("status"), options.pop("kind")
    return Facts(**options, status=status_named(status) if status else None, kind=kind_named(kind) if kind else None)


def _fetched(ids: tuple[str, ...], at: "Layout", as_json: bool) -> "Iterator[Outcome]":
    """Fetch, and tell of each original as soon as it is in the library."""
    from lhl_assistant.cli.building import INDEXING, READING
    from lhl_assistant.cli.progress import progress
    from lhl_assistant.library.adding import Watching
    from lhl_assistant.library.fetching.originals import fetch

    with progress(Said("Henter", "Hentar"), READING, INDEXING) as (fetching, reading, indexing):
        for outcome in fetch(ids, at, Watching(reading, indexing), lambda _: fetching):
            _tell(outcome, as_json)
            yield outcome


def _report(outcomes: "list[Outcome]", as_json: bool, same: Said = _HELD) -> None:
    """Tell what became of each file, ``same`` of those that are as they were; raises as ``_refuse``."""
    for outcome in outcomes:
        _tell(outcome, as_json, same)
    _refuse(outcomes)


def _refuse(outcomes: "list[Outcome]") -> None:
    """Raise InputUnusable with a line for each file that could not be used."""
    if refused := [o.refused for o in outcomes if o.refused is not None]:
        raise InputUnusable(lines(refused))


def _tell(outcome: "Outcome", as_json: bool, same: Said = _HELD) -> None:
    from lhl_assistant.library.adding import What

    words = {
        What.NEW: Said("Lagt til", "Lagt til"),
        What.CHANGED: Said("Oppdatert", "Oppdatert"),
        What.SAME: same,
    }
    known = outcome.known
    if known is None or outcome.refused is not None:
        return
    if as_json:
        row = {**_data(known), "what": outcome.what.value, "new": outcome.what == What.NEW}
        row |= {"measures": _measures(known), "file": str(outcome.file)}
        click.echo(json.dumps(row, ensure_ascii=False))
        return
    named = _named(words[outcome.what], known)
    if outcome.what == What.SAME:
        say(named)
        return
    remarks = [Said(f"  {r.nb}", f"  {r.nn}") for r in known.remarks]
    say(lines([named, _described(known), *_counted(known), *remarks]))


def _measures(known: "Known") -> int:
    """How many measures the action tables of an own source have."""
    from lhl_assistant.plan.measures import measures
    from lhl_assistant.search.libraries import layout
    from lhl_assistant.sources.own import OwnSources

    return len(measures(OwnSources(layout().home).source(known)))


def _counted(known: "Known") -> "Iterator[Said]":
    if count := _measures(known):
        see = f"lhl kilder vis {known.id} --tiltak"
        yield Said(f"  {count} tiltak funnet: «{see}»", f"  {count} tiltak funne: «{see}»")


def _named(what: Said, known: "Known") -> Said:
    return Said(f"{what.nb}: {known.title} ({known.id})", f"{what.nn}: {known.title} ({known.id})")


def _described(known: "Known") -> Said:
    """What the source is taken to be, on a line of its own."""
    year = f", {known.year}" if known.year else ""
    kind, status = kind_words(known.kind), status_words(known.status)
    issuer = issuer_words(known.issuer)
    return Said(f"  {issuer.nb}{year} · {kind.nb} · {status.nb}", f"  {issuer.nn}{year} · {kind.nn} · {status.nn}")


def _data(source: "Source | Known | Original") -> dict[str, object]:
    summary = isinstance(source, Source) and source.summary
    checked = {} if isinstance(source, Original) else {"checked": source.checked}
    return {
        "id": source.id,
        "title": source.title,
        "issuer": source.issuer,
        "year": source.year,
        "status": source.status.value,
        "kind": source.kind.value,
        "url": source.url or None,
        **checked,
        "origin": "summary" if summary else "original",
    }
