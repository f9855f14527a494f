"""``lhl indeks``: make, look at and check the indexes."""

import json
from collections.abc import Iterator

import click

from lhl_assistant import places
from lhl_assistant.cli import norsk
from lhl_assistant.errors import LibraryUnavailable
from lhl_assistant.search.libraries import LIBRARIES, Layout, chosen_model, full_name, layout

_DEFAULT = "standard"
_AS_DATA = click.option("--json", "as_json", is_flag=True, help="Skriv resultatet som data.")


@click.group(cls=norsk.Group, name="indeks", short_help="Lag, vis og kontroller indeksene.")
def indeks() -> None:
    """Lag, vis og kontroller indeksene som svarene hentes fra."""


@indeks.command("bygg", short_help="Lag indeksen over egne kilder på nytt.")
@click.option(
    "--medfølgende", "bundled", is_flag=True, help="Lag indeksen over kunnskapen som følger med (for utviklere)."
)
@click.option("--modell", metavar="NAVN", help="Bruk en annen språkmodell (navn eller mappe), eller «standard».")
@_AS_DATA
def bygg(bundled: bool, modell: str | None, as_json: bool) -> None:
    """Lag indeksen over dine egne kilder på nytt.

    Med --modell lages både den medfølgende og din egen indeks med den modellen, i din egen mappe.
    """
    from lhl_assistant.cli.building import build_library
    from lhl_assistant.embedding.choose import load_engine
    from lhl_assistant.search.libraries import choose_model

    if bundled:
        if places.checkout() is None or modell is not None:
            raise LibraryUnavailable(
                "Den medfølgende indeksen lages bare i en utsjekk av kildekoden, med standardmodellen."
            )
        made = {"medfølgende": build_library("medfølgende", Layout(places.bundled("index"), places.home(), None))}
    else:
        model = chosen_model() if modell is None else None if modell == _DEFAULT else full_name(modell)
        at = Layout(places.bundled("index"), places.home(), model)
        load_engine(model)
        made = {name: build_library(name, at) for name in LIBRARIES if name == "egne" or model is not None}
        choose_model(model)
    if as_json:
        for name, count in made.items():
            click.echo(json.dumps({"library": name, "sources": count}, ensure_ascii=False))


@indeks.command("status", short_help="Vis hvilke indekser som finnes.")
@_AS_DATA
def status(as_json: bool) -> None:
    """Vis hvilke indekser som finnes, hva de rommer og hvilken modell de er laget med."""
    rows = list(_status())
    if as_json:
        click.echo(json.dumps(rows, ensure_ascii=False))
        return
    for row in rows:
        click.echo(_line(row))


def _status() -> Iterator[dict[str, object]]:
    from lhl_assistant.search.snapshot import Snapshot

    for library in LIBRARIES:
        path = layout().path(library)
        if not path.is_file():
            yield {"library": library, "path": str(path), "exists": False}
            continue
        with Snapshot(path) as s:
            yield {
                "library": library,
                "path": str(path),
                "exists": True,
                "model": s.identity.model,
                "sources": len(s.sources),
                "passages": s.passage_count(),
                "vectors": int(s.manifest["points"]),
                "bytes": path.stat().st_size,
            }


def _line(row: dict[str, object]) -> str:
    from lhl_assistant.cli.building import counted

    if not row["exists"]:
        return f"{row['library']}: ingen indeks ennå. Legg til dokumenter med «lhl kilder legg-til»."
    size = f"{int(str(row['bytes'])) / 1e6:.1f} MB".replace(".", ",")
    sources = counted(int(str(row["sources"])))
    return f"{row['library']}: {sources}, {row['passages']} tekstutdrag, {size}, modell {row['model']}\n  {row['path']}"


@indeks.command("sjekk", short_help="Kontroller at indeksene er hele.")
@_AS_DATA
def sjekk(as_json: bool) -> None:
    """Kontroller at indeksene er hele og laget av kildene slik de er nå."""
    from lhl_assistant.cli.building import counted
    from lhl_assistant.embedding.choose import load_engine
    from lhl_assistant.library.making import material
    from lhl_assistant.search.check import complaints

    at = layout()
    engine = load_engine(at.model)
    bad: list[str] = []
    for library in LIBRARIES:
        if library == "egne" and not at.path(library).is_file():
            continue
        made_from = material(library)
        found = list(complaints(at.path(library), made_from, engine))
        mend = _REINSTALL if library == "medfølgende" and at.model is None else _REBUILD
        bad += [f"{library}: {c} {mend}" for c in found]
        if as_json:
            click.echo(json.dumps({"library": library, "complaints": found}, ensure_ascii=False))
        elif not found:
            click.echo(f"{library}: i orden ({counted(len(made_from.sources))}).")
    if bad:
        raise LibraryUnavailable("\n".join(bad))


_REBUILD = "Lag den på nytt med «lhl indeks bygg»."
_REINSTALL = "Installer programmet på nytt."
