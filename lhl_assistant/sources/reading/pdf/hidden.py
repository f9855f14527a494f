"""Text in a PDF that no reader sees: white on paper, smaller than can be read, not drawn, or off the page."""

from collections.abc import Sequence

from lhl_assistant.sources.reading.pdf.page import Page, Shape, Word

_PAPER, _TINY = 250, 3.0
_SCANNED = 0.5


def seen(page: Page) -> tuple[list[Word], list[Word]]:
    """The page's words that a reader sees, and those that it hides.

    Text that is not drawn but lies over the picture of a scanned page is what OCR found there, and is seen.
    """
    area = max(page.width * page.height, 1.0)
    pictures = [s for s in page.shapes if s.picture]
    scanned = any((s.box.right - s.box.left) * s.box.height >= _SCANNED * area for s in pictures)
    grounds = [
        s for s in page.shapes if s.picture or (s.fill is not None and s.fill[3] > 0 and min(s.fill[:3]) < _PAPER)
    ]
    shown: list[Word] = []
    unseen: list[Word] = []
    for word in page.words:
        (unseen if _is_hidden(word, page, grounds, scanned) else shown).append(word)
    return shown, unseen


def _is_hidden(word: Word, page: Page, grounds: Sequence[Shape], scanned: bool) -> bool:
    x, y = word.box.middle
    if not (0 <= x <= page.width and 0 <= y <= page.height) or 0 < word.box.height < _TINY:
        return True
    if not word.ink.drawn or word.ink.colour[3] == 0:
        return not scanned
    white = min(word.ink.colour[:3]) >= _PAPER
    return white and not any(ground.box.holds(x, y) for ground in grounds)
