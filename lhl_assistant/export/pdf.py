"""A document as PDF that also reads well aloud: PDF/UA-1, with tags, language and alternative texts, by Typst.

Typst checks the standard's machine-checkable rules while it writes and refuses a file that breaks them. No font
of the machine is used.
"""

import json
import tempfile
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import typst

from lhl_assistant import atomic
from lhl_assistant.errors import InputUnusable
from lhl_assistant.export.document import (
    Block,
    Document,
    Figure,
    Gap,
    Heading,
    Items,
    Mark,
    Paragraph,
    Run,
    Table,
    Words,
)
from lhl_assistant.export.fonts import fonts
from lhl_assistant.export.words import labels
from lhl_assistant.said import Said


def write(document: Document, file: Path) -> tuple[Path, ...]:
    """Write ``file``; returns it. Raises InputUnusable where a picture cannot be read."""
    with tempfile.TemporaryDirectory() as folder, fonts() as letters:
        root = Path(folder)
        data = json.dumps(_data(document, root), ensure_ascii=False)
        layout = root / "layout.typ"
        layout.write_text(files("lhl_assistant.export").joinpath("template.typ").read_text("utf-8"), "utf-8")
        try:
            written = typst.compile(
                layout,
                root=root,
                font_paths=[letters],
                ignore_system_fonts=True,
                sys_inputs={"data": data},
                pdf_standards="ua-1",
            )
        except typst.TypstError as error:
            raise InputUnusable(
                Said(
                    f"Dokumentet kan ikke skrives som PDF: {error.message}.",
                    f"Dokumentet kan ikkje skrivast som PDF: {error.message}.",
                )
            ) from error
    atomic.write(file, written)
    return (file,)


def _data(document: Document, folder: Path) -> dict[str, Any]:
    """What the layout reads; the pictures are laid in ``folder``."""
    words = labels(document.language)
    return {
        "title": document.title,
        "subtitle": document.subtitle,
        "sender": document.sender,
        "date": document.date,
        "language": document.language,
        "cover": document.cover,
        "contents": document.contents,
        "paper": document.paper.size,
        "landscape": document.paper.landscape,
        "letters": document.paper.letters,
        "page": words.page,
        "labels": {"contents": words.contents, "sources": words.sources},
        "references": [{"number": r.number, "text": r.text, "url": r.url} for r in document.references],
        "blocks": [_block(block, number, folder) for number, block in enumerate(document.blocks)],
    }


def _block(block: Block, number: int, folder: Path) -> dict[str, Any]:
    match block:
        case Heading(level, text, on_new_page):
            return {"kind": "heading", "level": level, "text": text, "on_new_page": on_new_page}
        case Paragraph(words, style):
            return {"kind": "paragraph", "words": list(_words(words)), "style": style}
        case Items(items, numbered):
            return {"kind": "items", "items": [list(_words(item)) for item in items], "numbered": numbered}
        case Table(columns, rows, caption, widths):
            return {
                "kind": "table",
                "columns": columns,
                "rows": [[list(_words(cell)) for cell in row] for row in rows],
                "caption": caption,
                "widths": widths or [1] * len(columns),
            }
        case Figure(image, format, alt, caption, width):
            file = folder / f"{number}.{format}"
            file.write_bytes(image)
            return {"kind": "figure", "file": file.name, "alt": alt, "caption": caption, "width": width}
        case _:
            return {"kind": "break"}


def _words(words: Words) -> Iterator[dict[str, Any]]:
    for word in words:
        match word:
            case Mark(number):
                yield {"kind": "mark", "number": number}
            case Gap(text):
                yield {"kind": "gap", "text": text}
            case Run(text, strong, emphasis, link):
                yield {"kind": "run", "text": text, "strong": strong, "emphasis": emphasis, "link": link}
