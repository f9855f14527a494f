"""All that is known of a question while its answer is made."""

from dataclasses import dataclass

from lhl_assistant.answer.cite import Citations
from lhl_assistant.answer.frame import Frame
from lhl_assistant.answer.intent import Intent
from lhl_assistant.search.names import Named
from lhl_assistant.search.rank import Searcher


@dataclass(frozen=True, slots=True)
class Context:
    """The question, what it wants and names, where it is asked, and the citations made so far."""

    question: str
    intent: Intent
    named: Named
    searcher: Searcher
    citations: Citations
    words: Frame
