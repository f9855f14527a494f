"""``lhl indeks``: make, look at and check the indexes."""

import json
from collections.abc import Iterator

import click

from lhl_assistant import places
from lhl_assistant.cli import norsk
from lhl_assistant.cli.console import tell
from lhl_assistant.cli.voice import spoken
from lhl_assistant.errors import LibraryUnavailable
from lhl_assistant.said import Said, lines
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
                Said(
                    "Den medfølgende indeksen lages bare i en utsjekk av kildekoden, med standardmodellen.",
                    "Den medfølgjande indeksen blir berre laga i ei utsjekking av kjeldekoden, med standardmodellen.",
                )
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
        tell(_line(row))


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


def _line(row: dict[str, object]) -> Said:
    from lhl_assistant.library.names import NAMES, counted

    name = NAMES["egne" if row["library"] == "egne" else "medfølgende"]
    if not row["exists"]:
        return Said(
            f"{name.nb}: ingen indeks ennå. Legg til dokumenter med «lhl kilder legg-til».",
            f"{name.nn}: ingen indeks enno. Legg til dokument med «lhl kilder legg-til».",
        )
    size = f"{int(str(row['bytes'])) / 1e6:.1f} MB".replace(".", ",")
    many, passages = counted(int(str(row["sources"]))), row["passages"]
    rest = f"{size}, modell {row['model']}\n  {row['path']}"
    return Said(
        f"{name.nb}: {many.nb}, {passages} tekstutdrag, {rest}", f"{name.nn}: {many.nn}, {passages} tekstutdrag, {rest}"
    )


@indeks.command("sjekk", short_help="Kontroller at indeksene er hele.")
@_AS_DATA
def sjekk(as_json: bool) -> None:
    """Kontroller at indeksene er hele og laget av kildene slik de er nå."""
    from lhl_assistant.library.checking import check
    from lhl_assistant.library.names import NAMES, counted

    bad: list[Said] = []
    for library, report in check():
        name = NAMES[library]
        bad += [Said(f"{name.nb}: {c.nb}", f"{name.nn}: {c.nn}") for c in report.complaints]
        if as_json:
            complaints = [spoken(c) for c in report.complaints]
            click.echo(json.dumps({"library": library, "complaints": complaints}, ensure_ascii=False))
        elif not report.complaints:
            many = counted(report.sources)
            tell(Said(f"{name.nb}: i orden ({many.nb}).", f"{name.nn}: i orden ({many.nn})."))
    if bad:
        raise LibraryUnavailable(lines(bad))
