"""OpenDocument: a title that is set as such becomes the heading it is, and what is hidden is left out and told.

The document's own XML is put right, and kreuzberg then reads it, which does neither.
"""

import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from io import BytesIO

from lxml import etree
from lxml.etree import _Element

from lhl_assistant.sources.reading import office, xml
from lhl_assistant.sources.reading.model import Raw

_SPACES = {
    name: f"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0" for name in ("office", "style", "text", "table", "draw")
}
_FO = "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
_PARTS = ("styles.xml", "content.xml")
_SMALLEST, _DEEPEST = 3.0, 10


def read(data: bytes, mime: str) -> Raw:
    """The document's text. Raises kreuzberg's and lxml's errors for a damaged file."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        held = {name: archive.read(name) for name in archive.namelist()}
    trees = {name: xml.parsed(held[name]) for name in _PARTS if name in held}
    content = trees["content.xml"]
    styles = _styles(trees)
    hidden = [text for element in list(_hidden(content, styles)) if (text := xml.take_out(element))]
    _raise_title(content, styles)
    held["content.xml"] = etree.tostring(content, encoding="utf-8", xml_declaration=True)
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, part in held.items():
            archive.writestr(name, part)
    return replace(office.read(made.getvalue(), mime), hidden=tuple(hidden))


@dataclass(frozen=True, slots=True)
class _Style:
    parent: str
    unseen: bool
    white: bool
    ground: bool


def _name(space: str, name: str) -> str:
    return f"{{{_SPACES[space]}}}{name}"


def _styles(trees: Mapping[str, _Element]) -> dict[str, _Style]:
    found: dict[str, _Style] = {}
    for tree in trees.values():
        for style in tree.iter(_name("style", "style")):
            values = {key: value for child in style for key, value in child.attrib.items()}
            ground = values.get(f"{{{_FO}}}background-color", "transparent") != "transparent"
            found[style.get(_name("style", "name"), "")] = _Style(
                style.get(_name("style", "parent-style-name"), ""),
                values.get(_name("text", "display")) == "none"
                or values.get(_name("table", "display")) == "false"
                or _points(values.get(f"{{{_FO}}}font-size", "")) < _SMALLEST,
                values.get(f"{{{_FO}}}color", "").lower() == "#ffffff",
                ground,
            )
    return found


def _points(size: str) -> float:
    try:
        return float(size.removesuffix("pt")) if size.endswith("pt") else _SMALLEST
    except ValueError:
        return _SMALLEST


def _hidden(content: _Element, styles: Mapping[str, _Style]) -> Iterator[_Element]:
    """The elements that are not shown; white words count where no ground is coloured and no table or box is around."""
    for element in content.iter(
        *(_name("text", name) for name in ("p", "h", "span", "section")), _name("table", "table")
    ):
        style = styles.get(_style_of(element))
        styled = style is not None and (style.unseen or (style.white and not _on_ground(element, styles)))
        if styled or element.get(_name("text", "display")) == "none" or _marked_hidden(element):
            yield element


def _style_of(element: _Element) -> str:
    return element.get(_name("text", "style-name")) or element.get(_name("table", "style-name")) or ""


def _marked_hidden(element: _Element) -> bool:
    mark = element.find(_name("text", "hidden-paragraph"))
    return mark is not None and mark.get(_name("text", "is-hidden")) == "true"


def _on_ground(element: _Element, styles: Mapping[str, _Style]) -> bool:
    for around in (element, *element.iterancestors()):
        style = styles.get(_style_of(around))
        if around.tag in (_name("table", "table-cell"), _name("draw", "frame"), _name("draw", "custom-shape")):
            return True
        if style is not None and style.ground:
            return True
    return False


def _raise_title(content: _Element, styles: Mapping[str, _Style]) -> None:
    """Make a paragraph in the style "Title" the uppermost heading, and the others stand one below it."""
    titles = [p for p in content.iter(_name("text", "p")) if _is_title(_style_of(p), styles)]
    if not any("".join(title.itertext()).strip() for title in titles):
        return
    level = _name("text", "outline-level")
    for heading in content.iter(_name("text", "h")):
        heading.set(level, str(min(_whole(heading.get(level, "1")) + 1, _DEEPEST)))
    for title in titles:
        title.tag = _name("text", "h")
        title.set(level, "1")


def _whole(number: str) -> int:
    return int(number) if number.isdecimal() else 1


def _is_title(style: str, styles: Mapping[str, _Style]) -> bool:
    for _ in range(_DEEPEST):
        if style == "Title":
            return True
        if style not in styles:
            return False
        style = styles[style].parent
    return False
