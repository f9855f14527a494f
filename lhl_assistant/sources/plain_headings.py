"""Which pieces of a plain text are headings, and of what level.

A number says most: its depth is the level. Without one a heading is a short line that reads as a title and stands as
one: first on its page or slide, in capitals, over a table, or alone above running text. Where letters' sizes are known
(``plain_type``) they say it. A heading with nothing under
it stays running text, as only that can be found and cited.
"""

import re
from collections import Counter
from collections.abc import Sequence

from lhl_assistant.sources import plain_type
from lhl_assistant.sources.plain_join import OPEN_WORDS
from lhl_assistant.sources.plain_pieces import PROSE, SECTION, Piece, is_address
from lhl_assistant.sources.plain_tables import inside, is_head

_PAGE_LEVEL, _PART_LEVEL, _DEEPEST = 2, 3, 6
_WORDS, _LENGTH, _BODY_WORDS = 10, 90, 10
_CHAPTER = re.compile(r"(?:(?:Kapittel|Kapitel|Kap\.|Del|Chapter)\s+)?(\d{1,2})\b[.:)]?\s*(?=[A-ZÆØÅ«\"]|$)")
_LABELLED = re.compile(r"[A-ZÆØÅ][a-zæøå]+ \d{1,2}\s?[:–-] ?[A-ZÆØÅ«\"]")
_CAPTION = re.compile(r"(figur|tabell|bilde|foto|kilde|kjelde|illustrasjon|figure|table|source)\b", re.IGNORECASE)
_CONTENTS = re.compile(r".*(\.{3,}|…|(\. ){3,})\s*\d{1,3}")


def levels(found: Sequence[Piece]) -> list[int]:
    """The heading level of every piece, 0 for what is none."""
    numbers = _numbers(found)
    typeset = plain_type.levels(found, numbers)
    result = [0] * len(found)
    chapter = 0
    heads = _recurring(found)
    in_table = inside(found)
    for i, piece in enumerate(found):
        if i in numbers:
            chapter = result[i] = min(numbers[i] + 1, _DEEPEST)
        elif piece.text in heads or piece.table:
            continue
        elif i in typeset:
            chapter = result[i] = typeset[i]
        elif typeset:
            continue
        elif chapter and (_is_title(found, i, result, in_table[i]) or _has_own_body(found, i)):
            result[i] = min(chapter + 1, _DEEPEST)
        elif _is_title(found, i, result, in_table[i]):
            result[i] = _PAGE_LEVEL if piece.page and not is_head(found, i + 1) else _PART_LEVEL
        elif _has_own_body(found, i):
            result[i] = _PAGE_LEVEL
        if i and i not in numbers and not typeset and result[i] and result[i - 1] and not piece.page:
            result[i] = min(max(result[i], result[i - 1] + 1), _DEEPEST)
    for i in reversed(range(len(found))):
        below = result[i + 1] if i + 1 < len(found) else 1
        if i not in numbers and i not in typeset and 0 < below <= result[i]:
            result[i] = 0
    return result


def whole(piece: Piece) -> str:
    """The piece as it stood, with its number."""
    return f"{piece.mark} {piece.text}".strip() if piece.mark != "-" else piece.text


def _numbers(found: Sequence[Piece]) -> dict[int, int]:
    """The pieces that are numbered headings, each with its number's depth.

    Section numbers (``4.1``) must rise. A chapter's (``4.``) looks like a list item's: it is the last such before its
    first section.
    """
    depths: dict[int, int] = {}
    last: tuple[int, ...] = (0,)
    since = 0
    for i, piece in enumerate(found):
        label = _label(piece)
        if not label or label <= last or label[0] > last[0] + 2:
            continue
        if label[0] > last[0] and len(label) > 1:
            chapters = [j for j in range(since, i) if _chapter(found[j]) == label[0]]
            chapters = [j for j in chapters if not _in_a_list(found, j)] or chapters
            depths.update(dict.fromkeys(chapters[-1:], 1))
        depths[i], last, since = len(label), label, i
    return depths


def _label(piece: Piece) -> tuple[int, ...]:
    """The number of a section heading, in its parts (``1.0`` is chapter 1); () where the piece is none."""
    text = whole(piece)
    match = SECTION.match(text)
    if match is None or not _is_short(text) or re.search(r"\.\s?0\d", match[1]):
        return ()
    parts = tuple(int(part) for part in match[1].split("."))
    return parts[:1] if parts[1:] == (0,) else parts


def _chapter(piece: Piece) -> int:
    text = whole(piece)
    match = _CHAPTER.match(text)
    return int(match[1]) if match and _is_short(text) else 0


def _is_short(text: str) -> bool:
    return len(text.split()) <= _WORDS + 4 and len(text) <= 1.3 * _LENGTH and not _CONTENTS.fullmatch(text)


def _has_own_body(found: Sequence[Piece], i: int) -> bool:
    """Whether this is a numbered short line, no neighbour to another item, over running text of its own."""
    piece, following = found[i], found[i + 1 : i + 2]
    numbered = piece.mark[:1].isdigit() and 0 < len(piece.text.split()) <= _WORDS and piece.text[0].isupper()
    titled = numbered and not piece.text.endswith((":", ",")) and not _in_a_list(found, i)
    return titled and any(_is_body(p) for p in following)


def _in_a_list(found: Sequence[Piece], i: int) -> bool:
    """Whether a numbered item stands directly before or after the piece."""
    return any(p.mark[:1].isdigit() for p in (*found[max(0, i - 1) : i], *found[i + 1 : i + 2]))


def _is_body(piece: Piece) -> bool:
    if piece.table:
        return True
    return not piece.mark and not piece.page and len(piece.text.split()) >= _BODY_WORDS and not piece.text[0].islower()


def _recurring(found: Sequence[Piece]) -> frozenset[str]:
    """Pieces that come again but for a number at their end: a page's head, too seldom met to be left out."""
    ends = [(p.text, re.sub(r"\s\d{1,3}$", "", p.text)) for p in found]
    counts = Counter(stem for text, stem in ends if stem != text)
    return frozenset(text for text, stem in ends if counts[stem] > 1)


def _is_title(found: Sequence[Piece], i: int, result: Sequence[int], in_table: bool) -> bool:
    """Whether an unnumbered piece reads as a title and stands as one."""
    piece = found[i]
    if piece.mark or not _reads_as_title(piece.text) or is_head(found, i):
        return False
    following = found[i + 1 : i + 2]
    over = any(_is_body(p) or (p.mark and not p.page) for p in following)
    if _LABELLED.match(piece.text) or is_head(found, i + 1):
        return True
    if piece.text.isupper() and max(map(len, piece.text.split())) >= 5:
        return any(not p.page for p in following)
    if in_table:
        return False
    if piece.page and (over or piece.width >= PROSE):
        return True
    before = found[i - 1]
    closed = bool(before.mark) or result[i - 1] > 0 or before.text[-1] in '.!?:»"'
    stands = piece.gap > 0 or result[i - 1] > 0
    return len(piece.text) <= 0.65 * piece.width and closed and stands and over


def _reads_as_title(text: str) -> bool:
    words = text.split()
    if len(words) > _WORDS or len(text) > _LENGTH or not text.lstrip("«\"'(")[:1].isupper():
        return False
    if text[-1] in ".,;:!…-–/" or words[-1].lower() in OPEN_WORDS or not re.search(r"[^\W\d_]{3}", text):
        return False
    return not (is_address(text) or _CAPTION.match(text) or _CONTENTS.fullmatch(text))
