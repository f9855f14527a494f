"""What the reform and other municipalities have done about a theme, as lines to be read."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from lhl_assistant.said import Said

if TYPE_CHECKING:
    from lhl_assistant.answer.model import Answer

TITLE = Said("Hva har andre gjort?", "Kva har andre gjort?")


def lines(answer: "Answer") -> Iterator[Said]:
    """The answer without Markdown's marks, and each source with its place."""
    from lhl_assistant.answer.text import markdown

    for line in markdown(answer).splitlines():
        if line.strip():
            read = re.sub(r"^- ", "• ", line.replace("**", ""))
            yield Said(read, read)
    for citation in answer.citations:
        place = f"[{citation.id}] {', '.join((citation.title, *citation.heading[-1:]))}"
        yield Said(place, place)
