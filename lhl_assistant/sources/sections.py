"""Blocks to sections: a heading path, its content, and the two lines with which our own knowledge speaks of itself.

``Kilde: id, place; id, place`` names where a section has its facts from, and the list after ``Spørsmål:`` holds
questions that it answers (``knowledge/README.md``). Both are read off and are not content.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lhl_assistant.sources.markdown import Block
from lhl_assistant.sources.model import Attribution, fold

_SOURCE, _QUESTIONS = "Kilde:", "Spørsmål:"


@dataclass(frozen=True, slots=True)
class Section:
    """What stands under one heading, up to the next: content blocks, attributions and anticipated questions."""

    heading: tuple[str, ...]
    blocks: tuple[Block, ...]
    attributions: tuple[Attribution, ...]
    questions: tuple[str, ...]


def sections(text: str, blocks: Iterable[Block], title: str) -> Iterator[Section]:
    """The sections in reading order; text before the first heading stands under ``title`` alone.

    A heading equal to ``title`` (the file's own first line) is not repeated in the path.
    """
    path: list[tuple[int, str]] = []
    held: list[Block] = []
    for block in blocks:
        if block.kind != "heading":
            held.append(block)
            continue
        yield from _close(text, title, path, held)
        held = []
        while path and path[-1][0] >= block.level:
            path.pop()
        path.append((block.level, fold(text[block.span.start : block.span.end])))
    yield from _close(text, title, path, held)


def _close(text: str, title: str, path: list[tuple[int, str]], held: list[Block]) -> Iterator[Section]:
    """The section that ends here, if it has content or says something of itself."""
    content: list[Block] = []
    attributions: tuple[Attribution, ...] = ()
    questions: list[str] = []
    asking = False
    for block in held:
        line = fold(text[block.span.start : block.span.end])
        if block.kind == "paragraph" and line.startswith(_SOURCE):
            attributions = tuple(_attributions(line.removeprefix(_SOURCE)))
        elif block.kind == "paragraph" and line == _QUESTIONS:
            asking = True
        elif asking and block.kind == "item":
            questions.append(line)
        else:
            asking = False
            content.append(block)
    if content:
        heading = (title, *(name for _, name in path if name != title))
        yield Section(heading, tuple(content), attributions, tuple(questions))


def _attributions(line: str) -> Iterator[Attribution]:
    for part in line.split(";"):
        original, _, place = part.strip().partition(",")
        if original:
            yield Attribution(original.strip(), place.strip())
