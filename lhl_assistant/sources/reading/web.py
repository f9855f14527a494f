"""Web pages: what the page itself hides, and what stands around its content, is taken out before it is read."""

import re
from collections.abc import Iterator

from lxml import html
from lxml.html import HtmlElement

from lhl_assistant.sources.reading import office
from lhl_assistant.sources.reading.model import Raw
from lhl_assistant.sources.reading.text import decoded

_AROUND = "script style noscript template nav header footer aside form iframe object embed svg head".split()
_INVISIBLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|opacity\s*:\s*0(?:\.0*)?\s*(?:;|$)|font-size\s*:\s*0*[0-3](?:\.\d*)?(?:px|pt)"
    r"|font-size\s*:\s*0\s*(?:;|$)|(?:left|top|text-indent)\s*:\s*-\d{3,}|(?<![-\w])color\s*:\s*(?:#fff(?:fff)?\b|white)",
    re.IGNORECASE,
)
_GROUND = re.compile(r"background", re.IGNORECASE)


def read(data: bytes) -> Raw:
    """The page's content, its title, and the text that its styles hide. Raises lxml's errors."""
    page = html.document_fromstring(_declared(data))
    title = next((t.text_content() for t in page.iter("title")), None) or None
    hidden = list(_take_out(page))
    article = page.find(".//main")
    content = page if article is None else article
    made = office.read(html.tostring(content, encoding="utf-8"), "text/html")
    return Raw(made.text, title=title and " ".join(title.split()), hidden=tuple(hidden))


def _declared(data: bytes) -> str:
    """The page as text, in the encoding that its own head names where it is not UTF-8."""
    named = re.search(rb"<meta[^>]+charset=[\"']?([\w-]+)", data[:4096], re.IGNORECASE)
    if named and not data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        try:
            text = data.decode(named[1].decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            text = decoded(data)
    else:
        text = decoded(data)
    return re.sub(r"^\s*<\?xml[^>]*\?>", "", text)


def _take_out(page: HtmlElement) -> Iterator[str]:
    """Take out of ``page`` what is no content and what cannot be seen; the latter's text is told."""
    for element in list(page.iter()):
        if not isinstance(element.tag, str) or (element.tag in _AROUND and element.getparent() is not None):
            _drop(element)
        elif _is_hidden(element) and element.getparent() is not None:
            text = " ".join(element.text_content().split())
            if text:
                yield text
            _drop(element)


def _drop(element: HtmlElement) -> None:
    if element.getparent() is not None:
        element.drop_tree()


def _is_hidden(element: HtmlElement) -> bool:
    style = element.get("style", "")
    if "hidden" in element.attrib:
        return True
    found = _INVISIBLE.search(style)
    return found is not None and not ("color" in found[0].lower() and _GROUND.search(style))
