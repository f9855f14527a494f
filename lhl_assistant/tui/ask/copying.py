"""An answer as text to paste elsewhere."""

import re

from lhl_assistant.answer.frame import frame
from lhl_assistant.answer.model import Answer
from lhl_assistant.answer.sourcing import source_line
from lhl_assistant.answer.text import markdown
from lhl_assistant.safe import safe


def copied(answer: Answer, sources: bool) -> str:
    """The answer's text, with its sources below it or without them and the marks that point to them."""
    if not sources:
        ids = "|".join(str(c.id) for c in answer.citations) or "0"
        return safe(re.sub(rf" \[(?:{ids})\]", "", markdown(answer)))
    words = frame(answer.language)
    below = [f"[{c.id}] {source_line(c, words)}" for c in answer.citations]
    return safe("\n\n".join([markdown(answer), *(["\n".join([f"{words.sources}:", *below])] if below else [])]))
