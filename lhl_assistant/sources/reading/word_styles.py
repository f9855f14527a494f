"""What a Word paragraph is by its style and numbering: a heading, a list item with its number, or running text."""

import re
from collections import defaultdict

from docx.document import Document
from docx.oxml.ns import qn
from lxml.etree import _Element

from lhl_assistant.sources.reading.word_runs import is_on, value

_HEADING = re.compile(r"heading (\d)", re.IGNORECASE)
_TYPED = frozenset({"preformatted text", "plain text", "html preformatted"})
_DEEP = 20


class Styles:
    """The styles and lists of one document. Numbers are counted as paragraphs are asked for, so ask in order."""

    def __init__(self, document: Document) -> None:
        self._styles = {s.get(qn("w:styleId")): s for s in document.styles.element.iter(qn("w:style"))}
        self._levels, self._lists = _numbering(document)
        self._counts: defaultdict[str, list[int]] = defaultdict(lambda: [0] * 9)

    @property
    def vanishing(self) -> frozenset[str]:
        """The ids of styles whose text is hidden."""
        return frozenset(i for i, style in self._styles.items() if i and is_on(style.find(qn("w:rPr")), "w:vanish"))

    def role(self, paragraph: _Element) -> tuple[int, int, str]:
        """(heading level or 0, depth in a list from 0, mark or ""); level 1 is the title's, Word's level 1 is 2."""
        chain = self._chain(paragraph)
        names = [(value(style.find(qn("w:name"))) or "").lower() for style in chain[1:]]
        properties = [p for p in (e.find(qn("w:pPr")) if e.tag != qn("w:pPr") else e for e in chain) if p is not None]
        depth, mark = self._mark(properties)
        if "title" in names:
            return 1, 0, ""
        heading = next((m for n in names if (m := _HEADING.fullmatch(n))), None)
        outline = next((v for p in properties if (v := value(p.find(qn("w:outlineLvl"))))), "9")
        level = int(heading[1]) if heading else int(outline) + 1 if outline.isdigit() and int(outline) < 9 else 0
        return (level + 1 if level else 0), depth, mark

    def is_contents(self, paragraph: _Element) -> bool:
        """Whether the paragraph is a line of the table of contents, which only says again what headings say."""
        return self._name(paragraph).startswith("toc ")

    def is_typed(self, paragraph: _Element) -> bool:
        """Whether the paragraph is a line of plain text, by its style."""
        return self._name(paragraph) in _TYPED

    def _name(self, paragraph: _Element) -> str:
        style = self._styles.get(value(paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")))
        return "" if style is None else (value(style.find(qn("w:name"))) or "").lower()

    def _chain(self, paragraph: _Element) -> list[_Element]:
        """The paragraph and the styles that it is based on, nearest first."""
        chain = [paragraph]
        style = self._styles.get(value(paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")))
        while style is not None and len(chain) < _DEEP:
            chain.append(style)
            style = self._styles.get(value(style.find(qn("w:basedOn"))))
        return chain

    def _mark(self, properties: list[_Element]) -> tuple[int, str]:
        """The depth and the mark of a list item, (0, "") for none; the item is counted."""
        numbered = next((n for p in properties if (n := p.find(qn("w:numPr"))) is not None), None)
        if numbered is None:
            return 0, ""
        found = (value(p.find(f"{qn('w:numPr')}/{qn('w:ilvl')}")) for p in properties)
        depth = min(int(next((v for v in found if v and v.isdigit()), "0")), 8)
        list_ = value(numbered.find(qn("w:numId"))) or next(
            (v for p in properties if (v := value(p.find(f"{qn('w:numPr')}/{qn('w:numId')}")))), "0"
        )
        if list_ == "0":
            return 0, ""
        abstract = self._lists.get(list_, "")
        form, pattern, start = self._levels.get((abstract, depth), ("bullet", "", 1))
        counts = self._counts[abstract]
        counts[depth] = counts[depth] + 1 if counts[depth] else start
        counts[depth + 1 :] = [0] * (8 - depth)
        if form in ("bullet", "none") or not pattern:
            return depth, "-"
        return depth, re.sub(r"%(\d)", lambda m: self._number(abstract, int(m[1]) - 1), pattern)

    def _number(self, abstract: str, depth: int) -> str:
        form, _, start = self._levels.get((abstract, depth), ("decimal", "", 1))
        count = self._counts[abstract][depth] or start
        if form in ("lowerLetter", "upperLetter") and count <= 26:
            return chr(ord("a" if form == "lowerLetter" else "A") + count - 1)
        return str(count)


def _numbering(document: Document) -> tuple[dict[tuple[str, int], tuple[str, str, int]], dict[str, str]]:
    """(list definition, depth) → (form, pattern, start), and list → list definition."""
    levels: dict[tuple[str, int], tuple[str, str, int]] = {}
    lists: dict[str, str] = {}
    part = next((r.target_part for r in document.part.rels.values() if r.reltype.endswith("/numbering")), None)
    if part is None:
        return levels, lists
    for abstract in part.element.iter(qn("w:abstractNum")):
        for level in abstract.iter(qn("w:lvl")):
            key = (abstract.get(qn("w:abstractNumId")), int(level.get(qn("w:ilvl"), "0")))
            start = value(level.find(qn("w:start"))) or "1"
            form, pattern = value(level.find(qn("w:numFmt"))), value(level.find(qn("w:lvlText")))
            levels[key] = (form or "decimal", pattern or "", int(start) if start.isdigit() else 1)
    for number in part.element.iter(qn("w:num")):
        lists[number.get(qn("w:numId"))] = value(number.find(qn("w:abstractNumId"))) or ""
    return levels, lists
