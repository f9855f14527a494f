"""XML in untrusted documents: no entity is resolved and nothing is fetched."""

from lxml import etree
from lxml.etree import _Element


def parsed(data: bytes) -> _Element:
    """The root of ``data``. Raises lxml's errors."""
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))


def take_out(element: _Element) -> str:
    """Take ``element`` out of its tree, and leave what follows it; returns its text."""
    text = " ".join("".join(element.itertext()).split())
    parent, before, tail = element.getparent(), element.getprevious(), element.tail or ""
    if parent is not None:
        if before is not None:
            before.tail = (before.tail or "") + tail
        else:
            parent.text = (parent.text or "") + tail
        parent.remove(element)
    return text
