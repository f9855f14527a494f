"""The text of a Word paragraph as a reader sees it: runs in order, tracked changes as they stand, hidden text apart."""

from collections.abc import Iterator

from docx.oxml.ns import qn
from lxml.etree import _Element

_R, _RPR = qn("w:r"), qn("w:rPr")
_PAPER = frozenset({"FFFFFF", "FEFEFE", "FDFDFD"})
_TINY = 6
_TEXT = {
    qn("w:tab"): " ", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-", qn("w:softHyphen"): "",
}  # fmt: skip
_SKIPPED = frozenset(qn(f"w:{name}") for name in "del moveFrom txbxContent rubyBase".split()) | {
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
}


def value(element: _Element | None) -> str | None:
    """The ``w:val`` of an element, None where there is none."""
    return None if element is None else element.get(qn("w:val"))


def is_on(properties: _Element | None, name: str) -> bool:
    """Whether a switch such as ``w:b`` or ``w:vanish`` is on in some run properties."""
    switch = None if properties is None else properties.find(qn(name))
    return switch is not None and value(switch) not in ("0", "false", "off", "none")


class Runs:
    """Reads paragraphs, and gathers in ``hidden`` what no reader would see."""

    def __init__(self, vanishing: frozenset[str]) -> None:
        """``vanishing`` holds the ids of styles whose text is hidden."""
        self.hidden: list[str] = []
        self._vanishing = vanishing

    def text(self, paragraph: _Element) -> str:
        """What a reader sees of the paragraph; line breaks inside it as ``\\n``."""
        shown: list[str] = []
        unseen: list[str] = []
        for run in _inside(paragraph, _R):
            (unseen if self._is_hidden(run, paragraph) else shown).append(_run_text(run))
        if "".join(unseen).strip():
            self.hidden.append(" ".join("".join(unseen).split()))
        return "".join(shown).replace("\u00ad", "")

    def is_bold(self, paragraph: _Element) -> bool:
        """Whether every run that says something is bold."""
        return all(is_on(run.find(_RPR), "w:b") for run in _inside(paragraph, _R) if _run_text(run).strip())

    def boxes(self, paragraph: _Element) -> Iterator[_Element]:
        """The contents of the text boxes anchored in the paragraph, each once."""
        for box in paragraph.iter(qn("w:txbxContent")):
            outer = [a.tag for a in box.iterancestors()]
            if not any(tag.endswith("}Fallback") for tag in outer) and qn("w:txbxContent") not in outer:
                yield box

    def _is_hidden(self, run: _Element, paragraph: _Element) -> bool:
        properties = run.find(_RPR)
        styles = {value(run.find(f"{_RPR}/{qn('w:rStyle')}")), value(paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}"))}
        if is_on(properties, "w:vanish") or styles & self._vanishing:
            return True
        if properties is None:
            return False
        size = value(properties.find(qn("w:sz"))) or ""
        if size.isdigit() and int(size) <= _TINY:
            return True
        return (value(properties.find(qn("w:color"))) or "").upper() in _PAPER and not _has_ground(run)


def _has_ground(run: _Element) -> bool:
    """Whether something coloured may lie behind the run: a shade, a highlight, a drawing, or a table's own style."""
    for element in (run, *run.iterancestors()):
        if element.tag in (qn("w:txbxContent"), qn("w:tbl")):
            return True
        for child in element:
            if child.tag in (_RPR, qn("w:pPr")) and any(
                child.find(qn(n)) is not None for n in ("w:shd", "w:highlight")
            ):
                return True
    return False


def _inside(element: _Element, tag: str) -> Iterator[_Element]:
    """The descendants of ``tag`` that are this element's own: not deleted, not in a text box."""
    for child in element:
        if child.tag in _SKIPPED:
            continue
        if child.tag == tag:
            yield child
        else:
            yield from _inside(child, tag)


def _run_text(run: _Element) -> str:
    return "".join(c.text or "" if c.tag == qn("w:t") else _TEXT.get(c.tag, "") for c in run)
