"""Which pieces are headings by their type: larger letters than the running text's, or bold where the text is not."""

from collections.abc import Mapping, Sequence

from lhl_assistant.sources.plain_lines import body_size, half
from lhl_assistant.sources.plain_pieces import Piece

_TITLE_LEVEL, _FIRST_LEVEL, _DEEPEST = 1, 2, 6
_LARGER, _WORDS, _LENGTH = 1.12, 22, 160
_FEW = 2


def levels(found: Sequence[Piece], numbers: Mapping[int, int]) -> dict[int, int]:
    """The heading level of the pieces that are set as headings; empty where type does not tell them from the text.

    The largest letters of all, met on the first page only, are the document's title (level 1). Other sizes follow in
    their order from level 2, bold in the text's own size last. ``numbers`` are the pieces whose number makes them a
    heading, with its depth: a size that they are set in has their level.
    """
    body = body_size((p.size, p.text) for p in found if not p.table)
    if not body:
        return {}
    sizes = {i: _size(p, body) for i, p in enumerate(found) if _may_be_heading(p) and _size(p, body) > 0}
    ranks = sorted(set(sizes.values()), reverse=True)
    if not ranks:
        return {}
    top = [i for i, size in sizes.items() if size == ranks[0]]
    alone = len(ranks) > 1 or len(numbers) > 0
    titled = alone and len(top) <= _FEW and found[top[-1]].sheet == 0 and not set(top) & set(numbers)
    found_levels = {size: _FIRST_LEVEL + rank - titled for rank, size in enumerate(ranks)}
    for size in ranks:
        depths = [numbers[i] + 1 for i in numbers if sizes.get(i) == size]
        if depths:
            found_levels[size] = min(depths)
    if titled:
        found_levels[ranks[0]] = _TITLE_LEVEL
    return {i: min(found_levels[size], _DEEPEST) for i, size in sizes.items()}


def _size(piece: Piece, body: float) -> float:
    """What ranks the piece above the text: its size where larger, the text's own where it is bold, else 0."""
    size = half(piece.size)
    if size >= _LARGER * body:
        return size
    return body if piece.bold and size >= body / _LARGER else 0.0


def _may_be_heading(piece: Piece) -> bool:
    text = piece.text
    if piece.table or piece.mark == "-" or len(text.split()) > _WORDS or len(text) > _LENGTH:
        return False
    return any(c.isalpha() for c in text) and not (piece.mark and text.endswith(".")) and text[-1] not in ",;"
