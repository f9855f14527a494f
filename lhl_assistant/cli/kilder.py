"""``lhl kilder``: what is in the libraries, and the user's own documents in and out."""

import json
from collections.abc import Iterator
from pathlib import Path

import click

from lhl_assistant import places
from lhl_assistant.cli import norsk
from lhl_assistant.cli.console import safe, say
from lhl_assistant.errors import InputUnusable, LibraryUnavailable
from lhl_assistant.said import Said
from lhl_assistant.sources.model import Source

_AS_DATA = click.option("--json", "as_json", is_flag=True, help="Skriv resultatet som data.")


@click.group(cls=norsk.Group, name="kilder", short_help="Se, legg til og fjern kilder.")
def kilder() -> None:
    """Se hvilke kilder som finnes, og legg til eller fjern dine egne."""


@kilder.command("legg-til", short_help="Legg til egne dokumenter.")
@click.argument("paths", nargs=-1, required=True, metavar="FIL …", type=click.Path(path_type=Path))
@_AS_DATA
def legg_til(paths: tuple[Path, ...], as_json: bool) -> None:
    """Legg til egne dokumenter (Markdown eller ren tekst), filer eller hele mapper."""
    from lhl_assistant.cli.building import build_own
    from lhl_assistant.sources.own import OwnSources

    own = OwnSources(places.home())
    refused = [f"«{p}» har ingen filer som kan leses. Velg en annen mappe." for p in paths if p.is_dir() and not _in(p)]
    changed = False
    for file in (f for p in paths for f in (_in(p) if p.is_dir() else [p])):
        try:
            source, new = own.add(file)
            changed = changed or new
            if as_json:
                click.echo(json.dumps({**_facts(source), "new": new}, ensure_ascii=False))
            else:
                say(f"{'Lagt til' if new else 'Finnes allerede'}: {source.title} ({source.id})")
        except InputUnusable as error:
            refused.append(error.message)
    if changed:
        build_own()
    if refused:
        raise InputUnusable("\n".join(refused))


def _in(folder: Path) -> list[Path]:
    """The files under ``folder`` that can be read."""
    from lhl_assistant.sources.own import READABLE

    return sorted(p for p in folder.rglob("*") if p.suffix.lower() in READABLE and p.is_file())


@kilder.command("fjern", short_help="Fjern egne kilder.")
@click.argument("ids", nargs=-1, required=True, metavar="ID …")
@_AS_DATA
def fjern(ids: tuple[str, ...], as_json: bool) -> None:
    """Fjern egne kilder fra samlingen. Filene du la til fra, blir ikke rørt."""
    from lhl_assistant.cli.building import build_own
    from lhl_assistant.sources.own import OwnSources

    own = OwnSources(places.home())
    missing = [id for id in ids if not own.remove(id)]
    if len(missing) < len(ids):
        build_own()
    if as_json:
        click.echo(json.dumps({"removed": [id for id in ids if id not in missing]}, ensure_ascii=False))
    if missing:
        raise InputUnusable(f"Fant ikke disse blant dine egne kilder: {', '.join(missing)}. Se «lhl kilder list».")


@kilder.command("list", short_help="Vis alle kilder.")
@click.option("--json", "as_json", is_flag=True, help="Skriv listen som data, én kilde per linje.")
def list_(as_json: bool) -> None:
    """Vis alle kilder med utgiver, år og status."""
    for library, source in _all():
        if as_json:
            click.echo(json.dumps({"library": library, **_facts(source)}, ensure_ascii=False))
        else:
            year = f", {source.year}" if source.year else ""
            click.echo(safe(f"{source.id}\n  {source.title}\n  {source.issuer}{year} · {source.status} · {library}"))


@kilder.command("vis", short_help="Vis en kilde.")
@click.argument("id", metavar="ID")
@click.option("--json", "as_json", is_flag=True, help="Skriv kilden med den lagrede teksten som data.")
def vis(id: str, as_json: bool) -> None:
    """Vis den lagrede teksten til en kilde, den som henvisningene peker inn i."""
    for library, source in _all():
        if source.id == id:
            if as_json:
                click.echo(json.dumps({"library": library, **_facts(source), "text": source.text}, ensure_ascii=False))
            else:
                click.echo(safe(source.text))
            return
    raise InputUnusable(
        Said(
            f"Kilden «{id}» finnes ikke. Se hvilke som finnes med «lhl kilder list».",
            f"Kjelda «{id}» finst ikkje. Sjå kva som finst med «lhl kilder list».",
        )
    )


def _all() -> Iterator[tuple[str, Source]]:
    from lhl_assistant.search.libraries import LIBRARIES, layout
    from lhl_assistant.search.snapshot import Snapshot

    at = layout()
    for library in LIBRARIES:
        path = at.path(library)
        if library == "medfølgende" and not path.is_file():
            raise LibraryUnavailable("Den medfølgende indeksen mangler. Installer programmet på nytt.")
        if path.is_file():
            with Snapshot(path) as snapshot:
                for source in snapshot.sources.values():
                    yield library, source


def _facts(source: Source) -> dict[str, object]:
    return {
        "id": source.id,
        "title": source.title,
        "issuer": source.issuer,
        "year": source.year,
        "status": source.status.value,
        "kind": source.kind.value,
        "url": source.url or None,
        "checked": source.checked,
        "origin": "summary" if source.summary else "original",
    }
