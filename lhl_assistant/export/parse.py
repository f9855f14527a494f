"""Markdown to a document's blocks: what a planner, a draft or a report has written."""

import re
from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from lhl_assistant.export.document import Block, Gap, Heading, Inline, Items, Mark, Paragraph, Run, Table, Words

_MARK = re.compile(r"\[(\d{1,3})\]|(\[FYLL INN[^\]]*\])")
_LISTS = ("bullet_list", "ordered_list")
_ADDRESSES = ("https://", "http://", "mailto:")
_PARSER = MarkdownIt("commonmark", {"html": False}).enable("table").disable(["image", "html_block", "reference"])


def blocks(text: str, first_level: int = 1) -> tuple[Block, ...]:
    """The blocks of ``text``. Its top headings become ``first_level``; pictures and HTML stay the text they are."""
    return tuple(_blocks(SyntaxTreeNode(_PARSER.parse(text)), first_level - 1, "body"))


def inline(text: str) -> Words:
    """One line with its marks ``[1]``, gaps, **strong** and *emphasis*; block signs at its start are plain text."""
    return tuple(_inline(SyntaxTreeNode(_PARSER.parseInline(text)).children[0].children, Run("")))


def plain(words: Words) -> str:
    """The words as one string, marks as ``[1]``."""
    return "".join(f"[{w.number}]" if isinstance(w, Mark) else w.text for w in words)


def _blocks(parent: SyntaxTreeNode, deeper: int, style: str) -> Iterator[Block]:
    for node in parent.children:
        match node.type:
            case "heading":
                level = min(4, int(node.tag[1]) + deeper)
                yield Heading(level, plain(_words(node)))
            case "paragraph":
                yield Paragraph(_words(node), "quote" if style == "quote" else "body")
            case "bullet_list" | "ordered_list":
                yield _list(node)
            case "blockquote":
                yield from _blocks(node, deeper, "quote")
            case "table":
                yield _table(node)
            case "fence" | "code_block":
                yield Paragraph((Run(node.content.rstrip("\n")),))


def _list(node: SyntaxTreeNode) -> Items:
    """The list, flat: points within points stand after the one they belong to."""
    items = list[Words]()
    for part in (part for item in node.children for part in item.children):
        if part.type in _LISTS:
            items += _list(part).items
        elif words := _words(part):
            items.append(words)
    return Items(tuple(items), node.type == "ordered_list")


def _table(node: SyntaxTreeNode) -> Table:
    head, *body = node.children
    columns = tuple(plain(_words(cell)) for cell in head.children[0].children)
    rows = tuple(tuple(_words(cell) for cell in row.children) for part in body for row in part.children)
    return Table(columns, rows, "")


def _words(node: SyntaxTreeNode) -> Words:
    return tuple(w for child in node.children if child.type == "inline" for w in _inline(child.children, Run("")))


def _inline(nodes: list[SyntaxTreeNode], around: Run) -> Iterator[Inline]:
    """The words of ``nodes``, each as strong, emphatic or linked as what is around it."""
    for node in nodes:
        match node.type:
            case "strong":
                yield from _inline(node.children, Run("", True, around.emphasis, around.link))
            case "em":
                yield from _inline(node.children, Run("", around.strong, True, around.link))
            case "link":
                address = str(node.attrs.get("href", ""))
                shown = address if address.startswith(_ADDRESSES) else None
                yield from _inline(node.children, Run("", around.strong, around.emphasis, shown))
            case "softbreak" | "hardbreak":
                yield Run(" ", around.strong, around.emphasis, around.link)
            case _:
                yield from _marked(node.content, around)


def _marked(text: str, around: Run) -> Iterator[Inline]:
    end = 0
    for match in _MARK.finditer(text):
        if match.start() > end:
            yield Run(text[end : match.start()], around.strong, around.emphasis, around.link)
        yield Mark(int(match[1])) if match[1] else Gap(match[2])
        end = match.end()
    if end < len(text):
        yield Run(text[end:], around.strong, around.emphasis, around.link)
