"""The sorter of what people say in a meeting, trained beside the plan's: a plan is not written as people talk.

With the lines of talk among its own, the plan's sorter placed plans that it had never seen less well; so each has its
own weights.
"""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from lhl_assistant.embedding.engine import Engine
from lhl_assistant.errors import LibraryUnavailable
from lhl_assistant.plan.sorting import rows as plan_rows
from lhl_assistant.plan.sorting import stored
from lhl_assistant.plan.sorting.features import spelling
from lhl_assistant.plan.sorting.rows import Row
from lhl_assistant.plan.sorting.sorter import Scores, Sorter
from lhl_assistant.plan.sorting.train import Weights
from lhl_assistant.reform.load import load
from lhl_assistant.said import Said
from lhl_assistant.workshop.talk.everyday import bokmaal, named
from lhl_assistant.workshop.talk.training import Taught, directions

FILE = Path(__file__).with_name("prat.npz")


def rows(knowledge: Path) -> list[Row]:
    """What the sorter learns from: the reform's own words and lines as people say them, short and long.

    The example plans' rows are left out: with them, lines of talk held out were sorted less well
    (macro-F1 0.64, not 0.66).
    """
    talk = plan_rows.lines(knowledge / "verksted" / "prat.yaml", load(knowledge / "reform.yaml"))
    short = [row for row in plan_rows.rows(knowledge) if not row.plan]
    return list(dict.fromkeys([*short, *talk]))


def as_meant(known: Sequence[Row]) -> list[Row]:
    """The rows as the model reads them."""
    return [replace(row, text=bokmaal(row.text)) for row in known]


def as_spelt(known: Sequence[Row]) -> list[Row]:
    """The rows as their n-grams are counted: with the matters that they name."""
    return [replace(row, text=_spelt(row.text)) for row in known]


class TalkSorter(Sorter):
    """Sorts what people say; about ten milliseconds each."""

    def __init__(self, engine: Engine) -> None:
        """Raise LibraryUnavailable where the weights cannot be used or are for another model than ``engine``'s."""
        super().__init__(engine, stored.load(FILE))
        self._taught = kept(self._weights)

    def scores(self, text: str) -> Scores:
        """What speaks for each area and løsning, and what ``text`` means."""
        meaning = self._engine.query(bokmaal(text))
        areas, solutions = self._taught.scores(meaning[None], spelling(_spelt(text))[None])
        return Scores(meaning - self._weights.mean, areas[0], solutions[0])


def kept(weights: Weights, file: Path = FILE) -> Taught:
    """What training left in ``file``, beside its ``weights``. Raises LibraryUnavailable where it cannot be used."""
    try:
        with np.load(file, allow_pickle=False) as stored_with:
            meanings, shares = (stored_with[name].astype(np.float32) for name in ("meanings", "shares"))
    except (OSError, KeyError, ValueError) as error:
        raise LibraryUnavailable(
            Said(
                f"Sorteringen mangler eller er skadet ({file}). Installer programmet på nytt.",
                f"Sorteringa manglar eller er skadd ({file}). Installer programmet på nytt.",
            )
        ) from error
    return Taught(weights, directions(meanings, weights.mean), shares)


def _spelt(text: str) -> str:
    return f"{text} {named(text)}"
