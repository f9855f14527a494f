"""``lhl verksted metoder``: the ways to hold a workshop, what each is good for, and for how many."""

import click

from lhl_assistant.cli import norsk
from lhl_assistant.cli.verksted_felles import AS_DATA, data
from lhl_assistant.cli.voice import chosen
from lhl_assistant.said import Said


@click.command("metoder", cls=norsk.Command, short_help="Hvilken metode? Hva hver er god til, og for hvor mange.")
@AS_DATA
def metoder(as_json: bool) -> None:
    """Vis metodene, hva hver av dem er god til, hvor mange den passer for, og hvor lang tid den trenger."""
    from lhl_assistant.workshop.before.texts import material

    form = chosen() or "nb"
    if as_json:
        data([m.model_dump(mode="json") for m in material().methods])
        return
    for method in material().methods:
        fewest, most = method.fits
        people = Said(f"{fewest or 1}–{most} deltakere", f"{fewest or 1}–{most} deltakarar").in_(form) if most else ""
        minutes = Said(f"minst {method.shortest} minutter", f"minst {method.shortest} minutt").in_(form)
        click.echo(f"{method.id}: {method.name.in_(form)} ({', '.join(filter(None, (people, minutes)))})")
        click.echo(f"    {method.good_for.in_(form)}")
