"""``lhl sjekk``: is our plan good enough?"""

import json
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import click

from lhl_assistant.cli import norsk
from lhl_assistant.cli.console import say, tell
from lhl_assistant.cli.progress import progress
from lhl_assistant.cli.sjekk_json import data
from lhl_assistant.cli.voice import chosen
from lhl_assistant.export import check_words as words
from lhl_assistant.export.check_report import place, shown, suggested
from lhl_assistant.export.dates import shown as day
from lhl_assistant.export.write import format_of
from lhl_assistant.plan.check.model import Checked, Proof
from lhl_assistant.reform.model import Reform
from lhl_assistant.said import Form, Said

_LONGEST_QUOTE = 160
_READING = Said("Leser planen", "Les planen")
_WEIGHING = Said("Sammenligner med reformen", "Samanliknar med reforma")


@click.command(cls=norsk.Command, name="sjekk", short_help="Sjekk en plan mot reformen og det kommunestyret spør om.")
@click.argument("file", type=click.Path(path_type=Path), metavar="PLAN")
@click.option("--json", "as_json", is_flag=True, help="Skriv hele sjekken som data.")
@click.option(
    "--rapport",
    type=click.Path(path_type=Path),
    metavar="FIL",
    help="Skriv sjekken som rapport; navnet ender på .docx, .pdf eller .md.",
)
def sjekk(file: Path, as_json: bool, rapport: Path | None) -> None:
    """Sjekk en plan: Word, PDF, Markdown, tekst eller en plan laget med lhl utkast.

    For hvert innsatsområde og hver løsning: dekket, nevnt eller mangler, med setningen som viser det. Deretter tiltak
    uten ansvar, tidsrom eller kostnad, de formelle punktene, planen sett fra Bo trygt hjemme, og tre neste steg.
    """
    from lhl_assistant.embedding.choose import load_engine
    from lhl_assistant.library.opening import searcher
    from lhl_assistant.plan.check.check import check
    from lhl_assistant.plan.check.material import load

    if rapport is not None:
        format_of(rapport)
    with searcher("medfølgende") as opened, progress(_READING, _WEIGHING) as (reads, weighs):
        material = load(file, opened.reform, reads)
        checked = check(material, opened, load_engine(), weighs)
        reform = opened.reform
    spoken = chosen() or checked.language
    if rapport is not None:
        _write(checked, reform, rapport, spoken)
    if as_json:
        click.echo(json.dumps(data(checked, spoken), ensure_ascii=False))
    else:
        for line in _lines(checked, reform, spoken):
            tell(line)


def _write(checked: Checked, reform: Reform, file: Path, spoken: Form) -> None:
    from lhl_assistant.export.check_report import report
    from lhl_assistant.export.write import write

    write(report(checked, reform, spoken, date.today()), file)
    say(Said(f"Rapporten ligger i {file}.", f"Rapporten ligg i {file}."))


def _lines(checked: Checked, reform: Reform, spoken: Form) -> Iterator[str]:
    yield words.OF.in_(spoken).format(checked.title)
    for remark in checked.remarks:
        yield remark.in_(spoken)
    yield from _heading(words.AREAS, spoken)
    for area in checked.areas:
        yield f"{area.number} {reform.area(area.number).name.in_(spoken)}: {words.verdict(area.verdict).in_(spoken)}"
        for s in area.solutions:
            yield f"  {s.number} {reform.solution(s.number).name.in_(spoken)}: {words.verdict(s.verdict).in_(spoken)}"
            if s.proof:
                yield f"      {_quoted(s.proof, spoken)}"
    yield from _planned(checked, spoken)
    yield from _asked(checked, reform, spoken)
    yield from _heading(words.STEPS, spoken)
    for number, step in enumerate(checked.steps, start=1):
        yield f"{number}. {step.said.in_(spoken)}"
        if suggestion := suggested(step, spoken):
            yield f"   {suggestion}"
    yield ""
    yield words.GUIDE.in_(spoken)


def _planned(checked: Checked, spoken: Form) -> Iterator[str]:
    """What the measures and strategies lack."""
    if checked.measures:
        yield from _heading(words.MEASURES, spoken)
        yield from (said.in_(spoken) for said in words.counts(checked))
        for measure in checked.measures:
            if missing := words.lacks(measure, checked):
                yield f"  {measure.text}: {', '.join(said.in_(spoken) for said in missing)}"
    if checked.lone:
        yield from _heading(words.STRATEGIES, spoken)
        yield words.LOOK_YOURSELF.in_(spoken)
        yield from (f"  {_quoted(lone.place, spoken)}" for lone in checked.lone[: words.FEW])
        yield from _more(checked.lone, spoken)


def _asked(checked: Checked, reform: Reform, spoken: Form) -> Iterator[str]:
    """The formal points, and the plan seen from the reform's successor."""
    yield from _heading(words.FORMAL, spoken)
    for point in checked.formal:
        yield f"{point.name.in_(spoken)}: {words.met(point.met).in_(spoken)}"
        if point.proof:
            yield f"    {_quoted(point.proof, spoken)}"
        yield f"    {words.THEN.in_(spoken)}: {point.then.in_(spoken)}"
        law = f" {words.CHECKED.in_(spoken).format(day(date.fromisoformat(point.checked)))}" if point.checked else ""
        yield f"    {words.NOW.in_(spoken)}: {point.now.in_(spoken)}{law}"
    yield from _heading(words.SUCCESSOR, spoken)
    for place_ in checked.successor:
        yield f"  {reform.successor_areas[place_.number - 1].name.in_(spoken)}: {place_.count}"
    yield from (f"  {words.OUTSIDE.in_(spoken)}: {_quoted(proof, spoken)}" for proof in checked.outside[: words.FEW])
    yield from _more(checked.outside, spoken)
    yield words.MAP_IS_OURS.in_(spoken)


def _more(found: Sequence[object], spoken: Form) -> Iterator[str]:
    if rest := words.more(found):
        yield f"  {rest.in_(spoken)}"


def _heading(said: Said, spoken: Form) -> Iterator[str]:
    yield ""
    yield said.in_(spoken)
    yield "─" * len(said.in_(spoken))


def _quoted(proof: Proof, spoken: Form) -> str:
    text = shown(proof)
    if len(text) > _LONGEST_QUOTE:
        text = text[:_LONGEST_QUOTE].rsplit(" ", 1)[0] + " …"
    return f"«{text}» ({place(proof, spoken)})"
