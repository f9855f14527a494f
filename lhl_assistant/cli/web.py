"""``lhl web``: the terminal app in a browser."""

import click

from lhl_assistant.cli import norsk
from lhl_assistant.cli.console import say
from lhl_assistant.errors import LibraryUnavailable
from lhl_assistant.said import Said

_EVERYWHERE, _HERE = "0.0.0.0", "127.0.0.1"
_WARNING = Said(
    "ADVARSEL: Programmet er åpnet for nettverket. Alle på nettet som får tak i adressen, kan lese og endre kildene og "
    "samtalene dine, og trafikken er ikke kryptert. Bruk det bare på et nett du stoler på, og avslutt med Ctrl+C.",
    "ÅTVARING: Programmet er opna for nettverket. Alle på nettet som får tak i adressa, kan lese og endre kjeldene og "
    "samtalane dine, og trafikken er ikkje kryptert. Bruk det berre på eit nett du stoler på, og avslutt med Ctrl+C.",
)


@click.command(cls=norsk.Command, name="web", short_help="Åpne terminalappen i nettleseren.")
@click.option("--port", type=click.IntRange(0, 65535), default=0, metavar="TALL", help="Porten; ellers en ledig.")
@click.option(
    "--åpne-for-nettverk", "everywhere", is_flag=True, help="La andre maskiner på nettet nå programmet (advarsel gis)."
)
def web(port: int, everywhere: bool) -> None:
    """Vis terminalappen i nettleseren på denne maskinen.

    Adressen har en hemmelig del; uten den svarer ingenting. Den gjelder til du avslutter med Ctrl+C.
    """
    from lhl_assistant.tui.web.server import AppServer

    try:
        server = AppServer(_EVERYWHERE if everywhere else _HERE, port)
    except OSError as error:
        raise LibraryUnavailable(
            Said(
                f"Port {port} er opptatt. Velg en annen med --port, eller la det være.",
                f"Port {port} er oppteken. Vel ein annan med --port, eller la det vere.",
            )
        ) from error
    if everywhere:
        say(_WARNING)
    say(
        Said(
            "Åpne denne adressen i nettleseren (Ctrl+C avslutter):",
            "Opne denne adressa i nettlesaren (Ctrl+C avsluttar):",
        )
    )
    click.echo(server.address)
    server.serve()
