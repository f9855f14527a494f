"""Presentations, sheets, OpenDocument, web pages and e-mail: kreuzberg makes Markdown of them, tidied here.

kreuzberg's Markdown carries emphasis, links and escapes, which would stand in the midst of quotes; so it is read into
parts and written again as plain words. Where a link led is left out: it is not what the reader saw.
"""

import re
from collections.abc import Iterator, Sequence

from kreuzberg import ConcurrencyConfig, ExtractionConfig, ExtractionResult, extract_bytes_sync
from markdown_it import MarkdownIt
from markdown_it.token import Token

from lhl_assistant.sources.reading.model import Raw
from lhl_assistant.sources.reading.parts import Heading, Item, Paragraph, Part, Table, markdown

_CONFIG = ExtractionConfig(output_format="markdown", use_cache=False, concurrency=ConcurrencyConfig(max_threads=1))
_MIDNIGHT = re.compile(r"(\d{4}-\d\d-\d\d)[ T]00:00:00")


def read(data: bytes, mime: str) -> Raw:
    """The text of ``data`` and the title in its properties. Raises kreuzberg's errors for a damaged file."""
    result = extracted(data, mime)
    return Raw(markdown(parts(result.content)), title=property_of(result, "title", "subject"))


def extracted(data: bytes, mime: str) -> ExtractionResult:
    """What kreuzberg makes of ``data``."""
    return extract_bytes_sync(data, mime, config=_CONFIG)


def property_of(result: ExtractionResult, *names: str) -> str | None:
    """The first of the named properties that the document has."""
    known = dict(result.metadata or {})
    return next((str(known[name]).strip() for name in names if str(known.get(name) or "").strip()), None)


def parts(text: str) -> Iterator[Part]:
    """The parts of Markdown, their words without emphasis, links and escapes."""
    tokens = MarkdownIt("commonmark", {"html": False}).enable("table").parse(_MIDNIGHT.sub(r"\1", text))
    lists: list[str] = []
    number = ""
    for i, token in enumerate(tokens):
        if token.type in ("bullet_list_open", "ordered_list_open"):
            lists.append(token.markup if token.type[0] == "b" else "1")
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            lists.pop()
        elif token.type == "list_item_open":
            number = f"{token.info}{token.markup}" if token.info else "-"
        elif token.type == "heading_open":
            yield Heading(_words(tokens[i + 1]), int(token.tag[1]))
        elif token.type == "paragraph_open":
            words = _words(tokens[i + 1])
            yield Item(words, len(lists) - 1, number) if lists else Paragraph(words)
        elif token.type in ("fence", "code_block"):
            yield Paragraph(token.content.strip("\n"))
        elif token.type == "table_open":
            yield Table(tuple(_rows(tokens, i)))


def _rows(tokens: Sequence[Token], at: int) -> Iterator[tuple[str, ...]]:
    row: list[str] = []
    for i in range(at + 1, len(tokens)):
        if tokens[i].type == "table_close":
            return
        if tokens[i].type in ("th_open", "td_open"):
            row.append(_words(tokens[i + 1]))
        elif tokens[i].type == "tr_close":
            yield tuple(row)
            row = []


def _words(inline: Token) -> str:
    """The text of an inline token as a reader sees it."""
    pieces = (
        "\n" if t.type in ("softbreak", "hardbreak") else t.content
        for t in inline.children or ()
        if t.type in ("text", "code_inline", "softbreak", "hardbreak", "image")
    )
    return re.sub(r"<br ?/?>", " ", "".join(pieces)).replace("\u00ad", "")
