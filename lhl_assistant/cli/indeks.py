"""``lhl indeks``: make, look at and check the indexes."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from lhl_assistant import places
from lhl_assistant.cli import norsk
from lhl_assistant.cli.console import say
from lhl_assistant.errors import LibraryUnavailable
from lhl_assistant.search.libraries import LIBRARIES, Layout, LibraryName, chosen_model, full_name, layout

if TYPE_CHECKING:
    from lhl_assistant.search.build import Material

_DEFAULT = "standard"


@click.group(cls=norsk.Group, name="indeks", short_help="Lag, vis og kontroller indeksene.")
def indeks() -> None:
    """Lag, vis og kontroller indeksene som svarene hentes fra."""


@indeks.command("bygg", short_help="Lag indeksen over egne kilder på nytt.")
@click.option(
    "--medfølgende", "bundled", is_flag=True, help="Lag indeksen over kunnskapen som følger med (for utviklere)."
)
@click.option("--modell", metavar="NAVN", help="Bruk en annen språkmodell (navn eller mappe), eller «standard».")
def bygg(bundled: bool, modell: str | None) -> None:
    """Lag indeksen over dine egne kilder på nytt.

    Med --modell lages både den medfølgende og din egen indeks med den modellen, i din egen mappe.
    """
    from lhl_assistant.embedding.choose import load_engine
    from lhl_assistant.search.libraries import choose_model

    if bundled:
        if places.checkout() is None or modell is not None:
            raise LibraryUnavailable(
                "Den medfølgende indeksen lages bare i en utsjekk av kildekoden, med standardmodellen."
            )
        _build("medfølgende", Layout(places.bundled("index"), places.home(), None), None)
        return
    model = chosen_model() if modell is None else None if modell == _DEFAULT else full_name(modell)
    at = Layout(places.bundled("index"), places.home(), model)
    load_engine(model)
    for library in LIBRARIES:
        if library == "egne" or model is not None:
            _build(library, at, model)
    choose_model(model)


def build_own() -> None:
    """Make the index of the own sources anew, with the chosen model."""
    at = layout()
    _build("egne", at, at.model)


def _build(library: LibraryName, at: Layout, model: str | None) -> None:
    from lhl_assistant.embedding.choose import load_engine
    from lhl_assistant.search.build import build

    material = _material(library)
    with progress(f"Lager indeks for {library} kilder") as step:
        build(at.path(library), material, load_engine(model), step)
    say(f"Indeksen for {library} kilder er klar: {_counted(len(material.sources))}.")


def _counted(sources: int) -> str:
    return f"{sources} {'kilde' if sources == 1 else 'kilder'}"


def _material(library: LibraryName) -> "Material":
    """What the index of ``library`` is made from, as it is now."""
    from lhl_assistant.search.build import Material
    from lhl_assistant.sources import bundled
    from lhl_assistant.sources.own import OwnSources

    if library == "medfølgende":
        folder = places.bundled("knowledge")
        return Material(bundled.sources(folder), tuple(bundled.originals(folder).values()), bundled.digest(folder))
    own = OwnSources(places.home())
    return Material(own.all(), (), own.digest())


@contextmanager
def progress(what: str) -> Iterator["Step"]:
    """A bar on stderr that moves as texts are embedded; nothing where stderr is no terminal."""
    console = Console(stderr=True)
    bar = Progress(
        TextColumn(what),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=console,
        transient=True,
        disable=not console.is_terminal,
    )
    with bar:
        yield Step(bar)


class Step:
    """Moves a bar; called with (done, total)."""

    def __init__(self, bar: Progress) -> None:
        self._bar = bar
        self._task = bar.add_task("", total=None)

    def __call__(self, done: int, total: int) -> None:
        """Show ``done`` of ``total``."""
        self._bar.update(self._task, completed=done, total=total)


@indeks.command("status", short_help="Vis hvilke indekser som finnes.")
@click.option("--json", "as_json", is_flag=True, help="Skriv opplysningene som data.")
def status(as_json: bool) -> None:
    """Vis hvilke indekser som finnes, hva de rommer og hvilken modell de er laget med."""
    import json

    from lhl_assistant.search.snapshot import Snapshot

    rows = []
    for library in LIBRARIES:
        path = layout().path(library)
        if not path.is_file():
            rows.append({"library": library, "path": str(path), "exists": False})
            continue
        with Snapshot(path) as s:
            rows.append(
                {
                    "library": library,
                    "path": str(path),
                    "exists": True,
                    "model": s.identity.model,
                    "sources": len(s.sources),
                    "passages": s.passage_count(),
                    "vectors": int(s.manifest["points"]),
                    "bytes": path.stat().st_size,
                }
            )
    if as_json:
        click.echo(json.dumps(rows, ensure_ascii=False))
        return
    for row in rows:
        click.echo(_line(row))


def _line(row: dict[str, object]) -> str:
    if not row["exists"]:
        return f"{row['library']}: ingen indeks ennå. Legg til dokumenter med «lhl kilder legg-til»."
    size = f"{int(str(row['bytes'])) / 1e6:.1f} MB".replace(".", ",")
    return (
        f"{row['library']}: {_counted(int(str(row['sources'])))}, {row['passages']} tekstutdrag, {size}, "
        f"modell {row['model']}\n  {row['path']}"
    )


@indeks.command("sjekk", short_help="Kontroller at indeksene er hele.")
def sjekk() -> None:
    """Kontroller at indeksene er hele og laget av kildene slik de er nå."""
    from lhl_assistant.embedding.choose import load_engine
    from lhl_assistant.search.check import complaints

    at = layout()
    engine = load_engine(at.model)
    bad = []
    for library in LIBRARIES:
        if library == "egne" and not at.path(library).is_file():
            continue
        material = _material(library)
        found = list(complaints(at.path(library), material, engine))
        bad += [f"{library}: {c}" for c in found]
        if not found:
            click.echo(f"{library}: i orden ({_counted(len(material.sources))}).")
    if bad:
        raise LibraryUnavailable("\n".join(bad))
