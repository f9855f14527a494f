"""What came of the questions as one Markdown section."""

from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from tests.evaluation import baseline, figures
from tests.evaluation.figures import Groups
from tests.evaluation.intervals import interval
from tests.evaluation.outcomes import CORRECTED, Asked, Outcomes
from tests.evaluation.ranking import MEASURES

_THRESHOLDS = (0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)


def section(title: str, outcomes: Outcomes, refitted: Groups, before: baseline.Kept, failures: bool = False) -> str:
    """The report of one library, compared with ``before``; ``failures`` adds the ids of what went wrong.

    ``refitted`` are the figures of the ranking by weights that were fitted on other questions.
    """
    now = figures.every(outcomes)
    parts = [
        f"## {title}",
        _grid("spørsmål som kildene svarer på", figures.questions(outcomes), figures.OF_QUESTIONS),
        _grid("kryssvalidert: vekter tilpasset på andre spørsmål", refitted, MEASURES),
        *_refusals(figures.refusals(outcomes)),
        _list(figures.others(outcomes)),
        _time(outcomes.milliseconds),
        "Svarer bare det som er sikkert nok (svarets `confidence`):",
        _curve(outcomes),
        _unfindable(outcomes),
        *(_failures(outcomes) if failures else ()),
        "Forskjell fra `baseline.json`:" if before else "Ingen `baseline.json` å sammenligne med.",
        _changes(before, now) if before else "",
    ]
    return "\n\n".join(p for p in parts if p)


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _grid(name: str, groups: Groups, columns: Sequence[str]) -> str:
    """One row a group, one column a figure, each with its interval."""
    return table(
        [name, "antall", *columns],
        ([group, str(len(values[columns[0]])), *(str(interval(values[c])) for c in columns)]
         for group, values in groups.items()),
    )  # fmt: skip


def _refusals(groups: Groups) -> Iterator[str]:
    """The kinds of questions without an answer; those with a false premise have figures of their own."""
    corrected = {kind: values for kind, values in groups.items() if CORRECTED in values}
    rest = {kind: values for kind, values in groups.items() if kind not in corrected}
    for name, some in (("spørsmål uten svar i kildene", rest), ("spørsmål med gal forutsetning", corrected)):
        if some:
            yield _grid(name, some, tuple(next(iter(some.values()))))


def _list(groups: Groups) -> str:
    rows = ((f"{g}: {f}", str(len(v)), str(interval(v))) for g, values in groups.items() for f, v in values.items())
    return table(["mål", "antall", "verdi"], rows)


def _time(milliseconds: Sequence[float]) -> str:
    p50, p95 = np.percentile(milliseconds, [50, 95])
    return f"Tid for et spørsmål mens biblioteket er åpent: p50 {p50:.1f} ms, p95 {p95:.1f} ms."


def _curve(outcomes: Outcomes) -> str:
    rows = ((f"≥ {t:.1f}", *(f"{share:.2f}" for share in figures.risk(outcomes, t))) for t in _THRESHOLDS)
    return table(["grense", "besvart", "galt av de besvarte", "besvart utenfor kildene"], rows)


def _unfindable(outcomes: Outcomes) -> str:
    ids = ", ".join(outcomes.unfindable)
    return f"Uten et tekstutdrag som har svaret (telles som bom): {ids}." if ids else ""


def _failures(outcomes: Outcomes) -> Iterator[str]:
    """The ids of the questions that went wrong, by what went wrong."""
    wrong = (
        ("Ikke blant fem", outcomes.questions, "Recall@5", 0.0),
        ("Galt svar", outcomes.questions, "riktig svar", 0.0),
        ("Feilaktig avvist", outcomes.questions, figures.REFUSED, 1.0),
        ("Usikker", outcomes.questions, figures.DOUBTED, 1.0),
        (
            "Sikkert svar uten dekning",
            [r for r in outcomes.refusals if not r.figures.get(CORRECTED)],
            "avvist eller usikker",
            0.0,
        ),
        ("Samtale uten riktig kilde", outcomes.dialogues, "riktig kilde blant fem", 0.0),
    )
    for name, asked, figure, value in wrong:
        if ids := _ids(asked, figure, value):
            yield f"{name} ({len(ids)}): {', '.join(ids)}."


def _ids(asked: Sequence[Asked], figure: str, value: float) -> list[str]:
    return [a.id for a in asked if a.figures[figure] == value]


def _changes(before: baseline.Kept, now: Groups) -> str:
    changed = list(baseline.changes(before, now))
    if not changed:
        return "Ingen."
    rows = ((group, name, f"{was:.3f}", f"{is_:.3f}", f"{is_ - was:+.3f}") for group, name, was, is_ in changed)
    return table(["gruppe", "mål", "før", "nå", "forskjell"], rows)
