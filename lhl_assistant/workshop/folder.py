"""Where workshops lie, and how one is named: ``verksteder/<id>.jsonl`` in the data folder, or any file."""

from pathlib import Path

from lhl_assistant import places
from lhl_assistant.errors import InputUnusable, PlannerError
from lhl_assistant.said import Said
from lhl_assistant.workshop.journal.file import read
from lhl_assistant.workshop.state import State, state

SUFFIX = ".jsonl"


def folder() -> Path:
    """The folder of the workshops on this machine; it need not exist yet."""
    return places.home() / "verksteder"


def table_of(path: Path) -> str:
    """Who writes in the journal at ``path`` when nobody says: the facilitator, or in a table's copy, that table.

    Votes are counted table by table, so two copies must not go by one name.
    """
    return "ordstyrer" if path.resolve().parent == folder().resolve() else path.stem


def all_states() -> list[tuple[Path, State]]:
    """Every workshop that can be read, the newest first."""
    found = []
    for path in sorted(folder().glob(f"*{SUFFIX}"), reverse=True):
        try:
            found.append((path, state(read(path).acts)))
        except PlannerError:
            continue
    return found


def find(name: str | None) -> Path:
    """The journal that ``name`` means: a file, an id or the beginning of one, words of a title; None: the newest.

    Raises InputUnusable where there is none or more than one.
    """
    if name and (path := Path(name)).suffix == SUFFIX and path.is_file():
        return path
    known = all_states()
    if name:
        word = name.casefold()
        known = [(p, s) for p, s in known if p.stem.startswith(word) or word in s.setup.title.casefold()]
    if not known:
        wanted = f"verkstedet «{name}»" if name else "noe verksted"
        nynorsk = f"verkstaden «{name}»" if name else "nokon verkstad"
        raise InputUnusable(
            Said(
                f"Fant ikke {wanted}. Lag ett med «lhl verksted ny», eller se dem med «lhl verksted vis --alle».",
                f"Fann ikkje {nynorsk}. Lag ein med «lhl verksted ny», eller sjå dei med «lhl verksted vis --alle».",
            )
        )
    if name and len(known) > 1:
        raise InputUnusable(
            Said(
                f"«{name}» passer på {len(known)} verksteder. Skriv mer av navnet, eller id-en.",
                f"«{name}» passar på {len(known)} verkstader. Skriv meir av namnet, eller id-en.",
            )
        )
    return known[0][0]
