"""Quality as one Markdown report.

``python -m tests.evaluation [--bundled] [--originals] [--write-baseline] [--failures]`` asks the committed sets of the
bundled knowledge, and ``../shared/questions`` of the five originals added to a library of one's own; without the first
two options it does both. Intervals are 95 %, by bootstrap over the questions. Beside the figures of the ranking stand
what they are when the weights are fitted on other questions (``refitting``).
"""

import argparse
import os
import platform
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date

from lhl_assistant.search.rank import Searcher
from tests.conftest import SHARED
from tests.evaluation import baseline, figures, libraries, refitting, report, sets
from tests.evaluation.outcomes import run
from tests.evaluation.ranking import passages
from tests.evaluation.sets import Sets


@dataclass(frozen=True, slots=True)
class _Job:
    """A library to be asked: its name in the baseline, its title, how it is opened and what it is asked."""

    name: str
    title: str
    opened: AbstractContextManager[Searcher]
    sets: Sets


def main() -> int:
    """Print the report."""
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    options = _options()
    both = not (options.bundled or options.originals)
    print(f"# Evaluering {date.today()}\n")
    print(f"{os.cpu_count()} kjerner, {platform.machine()}, Python {platform.python_version()}\n", flush=True)
    for job in _jobs(options.bundled or both, options.originals or both):
        with job.opened as searcher:
            outcomes = run(searcher, job.sets)
            refitted = figures.refitted(outcomes, refitting.crossvalidated(_candidates(searcher, job.sets)))
        before = baseline.read().get(job.name, {})
        print(report.section(job.title, outcomes, refitted, before, options.failures) + "\n")
        sys.stdout.flush()
        if options.write_baseline:
            baseline.write(job.name, figures.every(outcomes))
    return 0


def _jobs(bundled: bool, originals: bool) -> Iterator[_Job]:
    if bundled:
        yield _Job("bundled", "Medfølgende kunnskap", libraries.bundled(), sets.committed())
    if originals and not (SHARED / "sources").is_dir():
        print(f"Originalene og de delte spørsmålene er hoppet over: {SHARED} finnes ikke.\n")
    elif originals:
        added = libraries.own(SHARED / "sources")
        yield _Job("originals", "Fem originaler i en egen samling", added, sets.shared(SHARED / "questions"))


def _candidates(searcher: Searcher, sets: Sets) -> list[refitting.Candidates]:
    ((_, snapshot),) = searcher.libraries
    return refitting.candidates(searcher, sets.questions, passages(snapshot))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.evaluation", description=__doc__)
    parser.add_argument("--bundled", action="store_true", help="only the bundled knowledge")
    parser.add_argument("--originals", action="store_true", help="only the shared originals")
    parser.add_argument("--write-baseline", action="store_true", help="make these figures the baseline")
    parser.add_argument("--failures", action="store_true", help="list the ids of what went wrong")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
