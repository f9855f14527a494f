"""A document as Markdown: for reading anywhere, and for editing further. Pictures lie beside the file."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from lhl_assistant import atomic
from lhl_assistant.export.document import (
    Block,
    Document,
    Figure,
    Gap,
    Heading,
    Items,
    Mark,
    PageBreak,
    Paragraph,
    Run,
    Table,
    Words,
)
from lhl_assistant.export.words import labels

_SPECIAL = str.maketrans({c: "\\" + c for c in "\\`*_[]<>|&"})


def write(document: Document, file: Path) -> tuple[Path, ...]:
    """Write ``file`` and its pictures (``plan-figur-1.svg`` …); returns all that was written."""
    pictures = [block for block in document.blocks if isinstance(block, Figure)]
    names = {id(p): f"{file.stem}-figur-{n}.{p.format}" for n, p in enumerate(pictures, start=1)}
    for picture in pictures:
        atomic.write(file.with_name(names[id(picture)]), picture.image)
    atomic.write(file, ("\n\n".join(_parts(document, names)) + "\n").encode())
    return (file, *(file.with_name(names[id(p)]) for p in pictures))


def _parts(document: Document, names: dict[int, str]) -> Iterator[str]:
    yield f"# {_safe(document.title)}"
    if document.subtitle:
        yield f"**{_safe(document.subtitle)}**"
    if about := " · ".join(_safe(part) for part in (document.sender, document.date) if part):
        yield about
    for block in document.blocks:
        if text := _block(block, names):
            yield text
    if document.references:
        yield f"## {labels(document.language).sources}"
        yield "\n\n".join(
            f"[{r.number}] {_safe(r.text)}" + (f" <{r.url}>" if r.url else "") for r in document.references
        )


def _block(block: Block, names: dict[int, str]) -> str:
    match block:
        case Heading(level, text):
            return "#" * (level + 1) + " " + _safe(text)
        case Paragraph(words, style):
            return {"quote": "> ", "lead": "**", "note": "*"}.get(style, "") + shown(words) + _closing(style)
        case Items(items, numbered):
            return "\n".join(f"{f'{n}.' if numbered else '-'} {shown(item)}" for n, item in enumerate(items, 1))
        case Table(columns, rows, caption):
            return _table(columns, rows, caption)
        case Figure(caption=caption, alt=alt):
            return f"![{_safe(alt)}](<{names[id(block)]}>)\n\n*{_safe(caption)}*"
        case PageBreak():
            return ""


def _closing(style: str) -> str:
    return {"lead": "**", "note": "*"}.get(style, "")


def _table(columns: tuple[str, ...], rows: tuple[tuple[Words, ...], ...], caption: str) -> str:
    lines = [f"*{_safe(caption)}*\n"] if caption else []
    lines += [_line(map(_safe, columns)), _line("---" for _ in columns)]
    for row in rows:
        cells = [shown(cell) for cell in row]
        if len(cells) == 1 < len(columns):
            cells = [f"**{cells[0]}**"] + [""] * (len(columns) - 1)
        lines.append(_line(cells))
    return "\n".join(lines)


def _line(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def shown(words: Words) -> str:
    """The words as one line of Markdown."""
    return "".join(_inline(word) for word in words)


def _inline(word: Run | Mark | Gap) -> str:
    match word:
        case Mark(number):
            return f"[{number}]"
        case Gap(text):
            return f"**{text}**"
        case Run(text, strong, emphasis, link):
            around = "**" * strong + "*" * emphasis
            said = around + _safe(text).strip() + around[::-1] if around else _safe(text)
            return f"[{said}](<{link}>)" if link else said


def _safe(text: str) -> str:
    """The text as itself: no sign in it starts anything in Markdown."""
    return " ".join(text.split(" ")).replace("\n", " ").translate(_SPECIAL)
