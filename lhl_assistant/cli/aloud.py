"""An answer as plain text that reads well aloud: no tables, no marks to be spelt out, one matter a line."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from lhl_assistant.answer.frame import Frame, frame
from lhl_assistant.answer.model import Answer, Block, Citation, Statement
from lhl_assistant.answer.rows import EMPTY
from lhl_assistant.answer.sourcing import ORIGINALS, source_line
from lhl_assistant.cli.console import safe


def aloud(answer: Answer) -> str:
    """The answer, line by line: what was understood, our own sentence, each block, and the sources."""
    words = frame(answer.language)
    lines = [words.understood.format(answer.completed_question)] if answer.completed_question else []
    lines += [answer.said] if answer.said else []
    for block in answer.blocks:
        lines += _block(block, words)
    lines += _sources(answer.citations, words)
    return safe("\n".join(lines))


def _block(block: Block, words: Frame) -> Iterator[str]:
    if block.heading:
        yield block.heading if block.heading.endswith((":", ".")) else f"{block.heading}:"
    for cells, number in block.rows:
        told = [f"{c}: {_ended(v)}" for c, v in zip(block.columns, cells, strict=True) if v != EMPTY]
        yield f"{' '.join(told)} ({words.source} {number}.)"
    yield from _statements(block, words)


def _statements(block: Block, words: Frame) -> Iterator[str]:
    """Sentences of one source in a row make one paragraph, and its source is named once."""
    paragraph: list[str] = []
    for at, statement in enumerate(block.statements):
        paragraph.append(_statement(statement))
        after = block.statements[at + 1] if at + 1 < len(block.statements) else None
        alone = statement.bullet or any(p.lead for p in statement.pieces)
        if alone or after is None or after.bullet or after.citation != statement.citation:
            yield f"{' '.join(paragraph)} ({words.source} {statement.citation}.)"
            paragraph = []


def _statement(statement: Statement) -> str:
    return " ".join(_ended(piece.lead + piece.text) for piece in statement.pieces)


def _ended(text: str) -> str:
    """The text with a full stop, so that the voice falls."""
    return text if text.endswith((".", ":", "?", "!", "»")) else f"{text}."


def _sources(citations: Sequence[Citation], words: Frame) -> Iterator[str]:
    """Each source once, with the numbers that point to it («Kilde 1 til 7»)."""
    numbers: dict[str, list[int]] = {}
    for citation in citations:
        line = source_line(citation, words, ORIGINALS).replace(" › ", ", ")
        numbers.setdefault(line, []).append(citation.id)
    for line, ids in numbers.items():
        yield f"{words.source} {_told(ids)}: {line}."


def _told(ids: Sequence[int]) -> str:
    """``1 til 3, 5``."""
    runs = [[id for _, id in run] for _, run in groupby(enumerate(ids), lambda at: at[1] - at[0])]
    return ", ".join(f"{run[0]} til {run[-1]}" if len(run) > 1 else f"{run[0]}" for run in runs)
