"""Word documents: headings, lists with the numbers that Word shows, tables, and what is hidden from a reader.

By python-docx and not kreuzberg, which gives neither the numbers nor the depth of lists, and tells no hidden text from
shown text.
"""

from collections.abc import Iterator, Sequence
from io import BytesIO

from docx import Document
from docx.document import Document as Opened
from docx.oxml.ns import qn
from lxml.etree import _Element

from lhl_assistant.sources.plain import title as plain_title
from lhl_assistant.sources.plain import to_markdown
from lhl_assistant.sources.plain_join import joined, known_words
from lhl_assistant.sources.reading.model import Raw
from lhl_assistant.sources.reading.parts import Heading, Item, Paragraph, Part, Table, markdown
from lhl_assistant.sources.reading.word_runs import Runs, value
from lhl_assistant.sources.reading.word_styles import Styles

_WRAPPERS = frozenset(qn(f"w:{name}") for name in "sdt sdtContent ins moveTo smartTag customXml".split())
_P, _TBL, _TR, _TC = (qn(f"w:{name}") for name in ("p", "tbl", "tr", "tc"))
_TCPR = qn("w:tcPr")
_TITLE_WORDS, _MOST_COLUMNS = 12, 63


def read(data: bytes) -> Raw:
    """The document's text, its title and the year it was last changed. Raises what a damaged file makes it raise."""
    document = Document(BytesIO(data))
    story = _Story(document)
    found = list(story.parts(document.element.body))
    parts = [part for part in found if _is_filled(part)]
    title = next((p.text for p in parts if isinstance(p, Heading) and p.level == 1), None)
    made = document.core_properties.modified
    lines = "\n".join(part.text for part in found if isinstance(part, _Typed))
    typed = 2 * sum(isinstance(part, _Typed) for part in parts) > len(parts)
    return Raw(
        to_markdown(lines) if typed else markdown(_bold_headings(parts)),
        title=title or document.core_properties.title or (plain_title(lines) if typed else None),
        year=made.year if made else None,
        hidden=tuple(story.runs.hidden),
    )


class _Story:
    """The reading of one document's body."""

    def __init__(self, document: Opened) -> None:
        self.styles = Styles(document)
        self.runs = Runs(self.styles.vanishing)
        words = " ".join(t.text or "" for t in document.element.body.iter(qn("w:t")))
        self._known = known_words(words)

    def parts(self, story: _Element) -> Iterator[Part]:
        """The parts of a body, a text box or a cell, in order."""
        for child in story:
            if child.tag == _P:
                yield from self._paragraph(child)
            elif child.tag == _TBL:
                yield Table(tuple(self._rows(child)))
            elif child.tag in _WRAPPERS:
                yield from self.parts(child)

    def _paragraph(self, paragraph: _Element) -> Iterator[Part]:
        whole = joined(self.runs.text(paragraph).split("\n"), self._known)
        level, depth, mark = self.styles.role(paragraph)
        if self.styles.is_contents(paragraph):
            return
        if whole.strip() and level:
            yield Heading(f"{mark} {whole}" if mark not in ("", "-") else whole, level)
        elif whole.strip() and mark:
            yield Item(whole, depth, mark)
        elif self.styles.is_typed(paragraph):
            yield _Typed(whole)
        else:
            yield _Bold(whole) if whole.strip() and self.runs.is_bold(paragraph) else Paragraph(whole)
        for box in self.runs.boxes(paragraph):
            yield from self.parts(box)

    def _rows(self, table: _Element) -> Iterator[tuple[str, ...]]:
        above: list[str] = []
        for row in _children(table, _TR):
            cells = [""] * int(value(row.find(f"{qn('w:trPr')}/{qn('w:gridBefore')}")) or 0)
            spans = []
            for cell in _children(row, _TC):
                merge, span = cell.find(f"{_TCPR}/{qn('w:vMerge')}"), cell.find(f"{_TCPR}/{qn('w:gridSpan')}")
                spans.append(min(int(value(span) or 1), _MOST_COLUMNS))
                goes_on = merge is not None and value(merge) != "restart" and len(cells) < len(above)
                cells += [above[len(cells)] if goes_on else self._cell(cell), *[""] * (spans[-1] - 1)]
            above = cells
            yield tuple(cells[:1] if len(spans) == 1 and spans[0] > 1 else cells)

    def _cell(self, cell: _Element) -> str:
        return joined([line for part in self.parts(cell) for line in _lines(part)], self._known)


class _Bold(Paragraph):
    """A paragraph all in bold, which may serve as a heading."""


class _Typed(Paragraph):
    """A line of plain text that was put into Word."""


def _children(parent: _Element, tag: str) -> Iterator[_Element]:
    """The children of ``tag``, also where tracked changes or content controls are wrapped around them."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _children(child, tag)


def _lines(part: Part) -> Iterator[str]:
    match part:
        case Table(rows):
            yield from (" ".join(filter(None, row)) for row in rows)
        case Item(text, _, mark):
            yield f"{mark if mark != '-' else '•'} {text}"
        case _:
            yield part.text


def _bold_headings(parts: Sequence[Part]) -> Iterator[Part]:
    """The parts, with a short bold line above running text, a list or a table as the heading that it is meant to be."""
    level = 1
    for part, following in zip(parts, [*parts[1:], None], strict=True):
        if isinstance(part, Heading):
            level = part.level
        short = isinstance(part, _Bold) and len(part.text.split()) <= _TITLE_WORDS and part.text[-1] not in ".,;:"
        over = following is not None and not isinstance(following, _Bold | Heading)
        yield Heading(part.text, level + 1) if isinstance(part, _Bold) and short and over else part


def _is_filled(part: Part) -> bool:
    return isinstance(part, Table) or bool(part.text.strip())
