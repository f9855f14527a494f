"""Tables whose grid is lost: the cells stand one after another, and only the head tells that there was a table.

Which cell belonged to which row cannot be known for certain, so no row is claimed: cells that stand together are kept
together in their order, one on each line, from one numbered measure to the next or, without numbers, from one point in
time to the next long cell (a plan's rows begin with the measure and end with when it is done).
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from lhl_assistant.sources.plain_pieces import PROSE, Piece

_MOST_WORDS, _LONG_CELL = 60, 4
_TIME = re.compile(
    r"\b(19|20)\d\d\b|\b(pågår|påbegynt|påbyrja|løpende|løpande|kontinuerlig|kontinuerleg|årlig|årleg|snarest)\b"
    r"|\b(plan-?)?perioden\b|\bi prosess\b",
    re.IGNORECASE,
)
_COLUMNS = frozenset(
    """
    tiltak ansvar ansvarlig ansvarleg tid tidsrom tidspunkt tidsfrist tidsplan frist når periode oppstart merknad
    merknader kommentar kostnad kostnader kostnadar økonomi finansiering budsjett mål delmål strategi strategier
    status prioritet prioritering målgruppe hvem kven hva kva hvordan korleis indikator indikatorer resultat nr
    gjennomføring oppfølging ressurser ressursar samarbeid samarbeidspartnere innsatsområde løsning løysing
    """.split()
)


def is_head(found: Sequence[Piece], i: int) -> bool:
    """Whether the piece is a table's head: nothing but names of columns, two at least."""
    if i >= len(found) or found[i].mark:
        return False
    words = re.findall(r"\w+", found[i].text.lower())
    return len(words) > 1 and all(w in _COLUMNS for w in words)


def inside(found: Sequence[Piece]) -> list[bool]:
    """Which pieces stand in a table: from its head on, as long as the lines are short."""
    result: list[bool] = []
    for i, piece in enumerate(found):
        goes_on = bool(result) and result[-1] and piece.width < PROSE and not piece.table
        result.append(is_head(found, i) or goes_on)
    return result


def gathered(found: Sequence[Piece], levels: Sequence[int]) -> list[tuple[Piece, int]]:
    """The pieces with their heading levels, the cells of a table joined (a line each) that stand together."""
    result: list[tuple[Piece, int]] = []
    cells = 0
    for i, (piece, level, in_table) in enumerate(zip(found, levels, inside(found), strict=True)):
        joins = in_table and not level and not piece.mark and not is_head(found, i) and cells > 0
        if joins and not _is_whole(result[-1][0], cells, piece):
            row = result[-1][0]
            text = (row.text + "\n" + "\f" * (piece.sheet - row.last_sheet) + piece.text).strip("\n ")
            result[-1] = (replace(row, text=text, last_sheet=piece.last_sheet), 0)
            cells += 1
        else:
            result.append((piece, level))
            cells = int(in_table and not level and not is_head(found, i))
    return result


def _is_whole(row: Piece, cells: int, following: Piece) -> bool:
    """Whether the cells so far are kept as they are and ``following`` begins anew."""
    words = len(row.text.split())
    if row.mark:
        return words > _MOST_WORDS
    long = len(following.text.split()) >= _LONG_CELL
    return words > _MOST_WORDS or (long and cells > 1 and bool(_TIME.search(row.text)))
