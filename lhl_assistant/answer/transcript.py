"""A conversation as a Markdown document, each answer with its sources below it."""

import re
from collections.abc import Iterator

from lhl_assistant.answer.frame import frame
from lhl_assistant.answer.sourcing import source_line
from lhl_assistant.answer.text import markdown
from lhl_assistant.answer.turns import Kept, KeptTurn

_LINE_START = re.compile(r"^(?=[#>])", re.MULTILINE)


def transcript(kept: Kept) -> str:
    """The whole conversation, in the language of its first answer."""
    first = kept.turns[0]
    head = f"# {frame(first.language).conversation} {first.at:%d.%m.%Y %H.%M}"
    return "\n\n".join([head, *(part for turn in kept.turns for part in _turn(turn))]) + "\n"


def _turn(turn: KeptTurn) -> Iterator[str]:
    words = frame(turn.language)
    yield f"## {' '.join(turn.question.split())}"
    if turn.completed_question:
        yield f"*{words.understood.format(turn.completed_question)}*"
    yield _LINE_START.sub(r"\\", markdown(turn.answer))
    if turn.citations:
        yield f"**{words.sources}**"
        yield "\n".join(f"- [{c.id}] {source_line(c, words)}" for c in turn.citations)
