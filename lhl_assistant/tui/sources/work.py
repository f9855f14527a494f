"""The core's work on the libraries, imported when it is first needed, in the thread that does it."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from lhl_assistant.said import Said
from lhl_assistant.tui.working import Step

if TYPE_CHECKING:
    from lhl_assistant.library.adding import Outcome
    from lhl_assistant.library.checking import Report
    from lhl_assistant.library.facts import Facts
    from lhl_assistant.search.libraries import Layout


def layout() -> "Layout":
    """Where the libraries lie."""
    from lhl_assistant.search.libraries import layout

    return layout()


def add(paths: Sequence[Path], at: "Layout", step: Step) -> "Sequence[Outcome]":
    """Add documents."""
    from lhl_assistant.library.adding import Watching, add

    return add(paths, at, watching=Watching(step, step))


def update(at: "Layout", step: Step) -> "Sequence[Outcome]":
    """Read changed documents again."""
    from lhl_assistant.library.adding import Watching, update

    return update((), at, Watching(step, step))


def remove(id: str, at: "Layout", step: Step) -> None:
    """Remove one of the own sources."""
    from lhl_assistant.library.changing import remove

    remove([id], at, step)


def edit(id: str, facts: "Facts", at: "Layout", step: Step) -> None:
    """Correct what is said of one of the own sources."""
    from lhl_assistant.library.changing import edit

    edit(id, facts, at, step)


def build(at: "Layout", step: Step) -> None:
    """Make the index of the own sources anew."""
    from lhl_assistant.library.making import make

    make("egne", at, step)


def check() -> "list[tuple[Said, Report]]":
    """A report on each library, by its name."""
    from lhl_assistant.library.checking import check
    from lhl_assistant.library.names import NAMES

    return [(NAMES[name], report) for name, report in check()]


def fetch(id: str, at: "Layout", step: Step) -> "Sequence[Outcome]":
    """Fetch an original from its publisher."""
    from lhl_assistant.library.adding import Watching
    from lhl_assistant.library.fetching.originals import fetch

    return list(fetch([id], at, Watching(step, step), lambda _: step))


def compare(at: "Layout") -> list[Said]:
    """What our summaries say that the originals do not, a sentence for each passage."""
    from lhl_assistant.library.comparing import compare

    told: list[Said] = []
    for found in compare((), at):
        head, missing = f"{found.summary}: {' – '.join(found.heading)}", ", ".join(found.missing)
        where = Said(found.place or "hele dokumentet", found.place or "heile dokumentet")
        nb = f"{head}. Ikke i {found.original}, {where.nb}: {missing}"
        told.append(Said(nb, f"{head}. Ikkje i {found.original}, {where.nn}: {missing}"))
    return told
