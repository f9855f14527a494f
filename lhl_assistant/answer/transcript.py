"""A conversation as a Markdown document, each answer with its sources below it."""

import re
from collections.abc import Iterator

from lhl_assistant.answer.frame import Frame, frame
from lhl_assistant.answer.model import Citation
from lhl_assistant.answer.text import markdown
from lhl_assistant.answer.turns import Kept, KeptTurn
from lhl_assistant.sources.kinds import issuer_words, status_words

_LINE_START = re.compile(r"^(?=[#>])", re.MULTILINE)


def transcript(kept: Kept) -> str:
    """The whole conversation, in the language of its first answer."""
    first = kept.turns[0]
    head = f"# {frame(first.language).conversation} {first.at:%d.%m.%Y %H.%M}"
    return "\n\n".join([head, *(part for turn in kept.turns for part in _turn(turn))]) + "\n"


def source_line(citation: Citation, words: Frame) -> str:
    """Where a statement has its words from: title, place, what our summary rests on, issuer, year, status and link."""
    place = " › ".join((citation.title, *citation.heading[1:]))
    original = (citation.original or "").replace(f"{citation.title}, ", "")
    basis = words.summary.format(original) if citation.original else ""
    issuer, status = issuer_words(citation.issuer).in_(words.form), status_words(citation.status).in_(words.form)
    issued = [issuer, str(citation.year or ""), status, citation.url or ""]
    doubt = words.unconfirmed if citation.unconfirmed else ""
    return ". ".join(p for p in (place, basis, ", ".join(i for i in issued if i), doubt) if p)


def _turn(turn: KeptTurn) -> Iterator[str]:
    words = frame(turn.language)
    yield f"## {' '.join(turn.question.split())}"
    if turn.completed_question:
        yield f"*{words.understood.format(turn.completed_question)}*"
    yield _LINE_START.sub(r"\\", markdown(turn.answer))
    if turn.citations:
        yield f"**{words.sources}**"
        yield "\n".join(f"- [{c.id}] {source_line(c, words)}" for c in turn.citations)
