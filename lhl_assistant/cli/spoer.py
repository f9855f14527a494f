"""``lhl spør``: one question, or a file of them, answered from the sources."""

import copy
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from lhl_assistant.cli import norsk
from lhl_assistant.cli.console import out, say
from lhl_assistant.cli.voice import chosen
from lhl_assistant.errors import InputUnusable
from lhl_assistant.library.opening import Where
from lhl_assistant.said import Said

_MAX_CHARACTERS = 2000


@click.command(cls=norsk.Command, name="spør", short_help="Still et spørsmål og få svar med kilder.")
@click.argument("question", nargs=-1, metavar="SPØRSMÅL")
@click.option(
    "--fil",
    type=click.Path(path_type=Path),
    metavar="FIL",
    help="Svar på ett spørsmål per linje i filen; - leser fra inndata.",
)
@click.option(
    "--samling",
    type=click.Choice(["alle", "medfølgende", "egne", "felles"]),
    default="alle",
    metavar="HVILKEN",
    help="Let i alle samlinger, bare medfølgende, bare egne eller bare felles.",
)
@click.option("--kilde", metavar="ID", help="Let bare i denne kilden.")
@click.option("--forklar", "why", is_flag=True, help="Vis hvorfor hvert tekstutdrag kom med.")
@click.option("--json", "as_json", is_flag=True, help="Skriv svaret som data, ett objekt per linje.")
def spoer(
    question: tuple[str, ...],
    fil: Path | None,
    samling: Where,
    kilde: str | None,
    why: bool,
    as_json: bool,
) -> None:
    """Svar på et spørsmål fra kildene, med henvisning til hver påstand.

    Står det ikke i kildene, sier svaret det.
    """
    questions = list(_questions(" ".join(question), fil))
    from lhl_assistant.answer.conversation import respond
    from lhl_assistant.cli.opening import opening

    with opening(samling) as opened:
        if kilde is not None and not any(kilde in s.sources for _, s in opened.libraries):
            raise InputUnusable(
                Said(
                    f"Kilden «{kilde}» finnes ikke. Se hvilke som finnes med «lhl kilder list».",
                    f"Kjelda «{kilde}» finst ikkje. Sjå kva som finst med «lhl kilder list».",
                )
            )
        for text in questions:
            answer = respond(opened, text, None, chosen(), kilde).answer
            if as_json:
                from lhl_assistant.cli.contract import AnswerJson

                click.echo(AnswerJson.of(answer).model_dump_json())
                continue
            from lhl_assistant.cli.render import show

            console = out()
            if len(questions) > 1:
                console.rule(text, align="left")
            show(console, answer)
            if why:
                from lhl_assistant.cli.explain import explain

                explain(console, answer.hits)
        if opened.missing is not None:
            say(opened.missing)


alias = copy.copy(spoer)
alias.name, alias.hidden = "spoer", True


def _questions(argument: str, file: Path | None) -> Iterator[str]:
    """The questions that were given; raises WrongUsage for none, InputUnusable for a file that cannot be read."""
    if file is None:
        lines = [argument]
    else:
        try:
            data = sys.stdin.buffer.read() if str(file) == "-" else file.read_bytes()
        except OSError as error:
            raise InputUnusable(
                Said(
                    f"Filen «{file}» kan ikke leses. Sjekk at den finnes og at du har tilgang.",
                    f"Fila «{file}» kan ikkje lesast. Sjekk at ho finst og at du har tilgang.",
                )
            ) from error
        lines = data.decode("utf-8-sig", errors="replace").splitlines()
    found = [line.strip()[:_MAX_CHARACTERS] for line in lines if line.strip()]
    if not found and file is not None:
        raise InputUnusable(
            Said(
                f"Filen «{file}» har ingen spørsmål. Skriv ett spørsmål på hver linje.",
                f"Fila «{file}» har ingen spørsmål. Skriv eitt spørsmål på kvar linje.",
            )
        )
    if not found:
        raise norsk.WrongUsage(
            Said(
                'Still et spørsmål, for eksempel: lhl spør "Hva er hverdagsmestring?"',
                'Still eit spørsmål, til dømes: lhl spør "Kva er kvardagsmeistring?"',
            )
        )
    yield from found
